/** An oppslag of one row of a list, and under the list how it ended where that was not in a person. */
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { useOppslag } from '#components/oppslag/use-oppslag.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import type { Kontekst } from '#lib/domain/session/session.ts';

type Oppslag = ReturnType<typeof useOppslag>;

/** `open` does nothing while another row is on its way. */
export function useRadoppslag(kontekst: Kontekst): { oppslag: Oppslag; open: (nummer: string) => void } {
  const oppslag = useOppslag();
  const open = (identifikasjonsnummer: string) => {
    if (!oppslag.isPending) oppslag.mutate({ ...kontekst, kriterier: { identifikasjonsnummer } });
  };
  return { oppslag, open };
}

export function Radoppslagutfall({ oppslag, kontekst }: { oppslag: Oppslag; kontekst: Kontekst }) {
  const onRetry = () => oppslag.variables && oppslag.mutate(oppslag.variables);
  return (
    <>
      {oppslag.isError && <Feilutfall error={oppslag.error} onRetry={onRetry} />}
      {oppslag.data && oppslag.data.utfall !== 'funnet' && (
        <OppslagUtfall
          key={oppslag.submittedAt}
          result={oppslag.data}
          kontekst={kontekst}
          onRetry={onRetry}
        />
      )}
    </>
  );
}
