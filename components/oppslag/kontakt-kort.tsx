/**
 * What Kontakt- og reservasjonsregisteret (KRR) says of the person, when the user has asked. Rule: the answer is in this
 * component's memory and nowhere else, and no answer never looks like "not reserved".
 */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { KontaktSvar } from '#components/oppslag/kontakt-svar.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { postKontaktoppslag } from '#lib/client/kontaktoppslag.ts';
import { hasKrr } from '#lib/domain/kontaktoppslag/har-krr.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type KontaktKortProps = {
  oppslagId: string;
  /** What KRR is asked for; null when it has not been chosen. */
  kontekst: Kontekst | null;
  /** Whether the oppslag gave a number to ask by. */
  harNummer: boolean;
  /** Whether this portal has a way to KRR. */
  harVei: boolean;
};

export function KontaktKort({ oppslagId, kontekst, harNummer, harVei }: KontaktKortProps) {
  const t = useTranslations('kontakt');
  const tTilstand = useTranslations('person.tilstand');
  const valgt = harVei ? kontekst : null;
  const kanSpoerres = valgt !== null && harNummer && hasKrr(valgt.pakke);
  return (
    <section className="mb-5 border-t border-neutral-border-subtle pt-3" aria-labelledby="krr-tittel">
      <h3 id="krr-tittel" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h3>
      {!harVei && <p>{t('ikkeSattOpp')}</p>}
      {harVei && kontekst === null && <p>{t('velgFormaal')}</p>}
      {valgt !== null && !kanSpoerres && <p>{tTilstand('ikkeIPakken')}</p>}
      {kanSpoerres && <Spoersmaal oppslagId={oppslagId} kontekst={valgt} />}
    </section>
  );
}

function Spoersmaal({ oppslagId, kontekst }: { oppslagId: string; kontekst: Kontekst }) {
  const t = useTranslations('kontakt');
  const tTilstand = useTranslations('person.tilstand');
  const spoer = useMutation({
    mutationFn: () => postKontaktoppslag(oppslagId, kontekst),
    // The answer must not outlive the screen in a cache.
    gcTime: 0,
  });
  const onAsk = () => {
    if (!spoer.isPending) spoer.mutate();
  };
  return (
    <>
      {spoer.isIdle && <p>{tTilstand('ikkeSpurtEtter')}</p>}
      {spoer.data && <KontaktSvar key={spoer.submittedAt} svar={spoer.data} />}
      {spoer.isError && <Feilutfall error={spoer.error} onRetry={onAsk} />}
      <div className="mt-2 flex flex-wrap items-center gap-3 print:hidden">
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-busy={spoer.isPending}
          onClick={onAsk}
        >
          {t(spoer.data ? 'hentIgjen' : 'hent')}
        </button>
        <p role="status" className="min-h-6 text-neutral-text-subtle">
          {spoer.isPending ? t('henter') : null}
        </p>
      </div>
      <p className="mt-1 text-sm text-neutral-text-subtle print:hidden">{t('forklaring')}</p>
    </>
  );
}
