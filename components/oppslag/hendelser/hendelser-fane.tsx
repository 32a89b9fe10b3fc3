/**
 * What the register has reported of the person. Rule: the list and each document are acts of their own, made by a press and
 * never by opening the tab; what they gave stands on this screen and is kept nowhere.
 */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ArkivertPerson } from '#components/oppslag/hendelser/arkivert-person.tsx';
import { Hendelsesliste } from '#components/oppslag/hendelser/hendelsesliste.tsx';
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { Feilutfall, Utfall } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { postHendelser, postHendelsesdokument } from '#lib/client/hendelse.ts';
import { isFulgt } from '#lib/domain/hendelse/hendelse.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type HendelserFaneProps = { oppslagId: string; kontekst: Kontekst | null };

export function HendelserFane({ oppslagId, kontekst }: HendelserFaneProps) {
  const t = useTranslations('hendelser');
  if (kontekst === null) return <p>{t('utenKontekst')}</p>;
  if (!isFulgt(kontekst.pakke)) return <p className="max-w-3xl">{t('ikkeIPakken')}</p>;
  return <Hendelser oppslagId={oppslagId} kontekst={kontekst} />;
}

function Hendelser({ oppslagId, kontekst }: { oppslagId: string; kontekst: Kontekst }) {
  const t = useTranslations('hendelser');
  // Neither answer must outlive the screen in a cache.
  const liste = useMutation({ mutationFn: () => postHendelser(oppslagId, kontekst), gcTime: 0 });
  const dokument = useMutation({
    mutationFn: (sekvensnummer: string) => postHendelsesdokument(oppslagId, { ...kontekst, sekvensnummer }),
    gcTime: 0,
  });
  const hent = () => {
    if (!liste.isPending) liste.mutate();
  };
  const aapne = (sekvensnummer: string) => {
    if (!dokument.isPending) dokument.mutate(sekvensnummer);
  };
  if (liste.isPending) return <Venter label={t('henter')} />;
  if (dokument.isPending) return <Venter label={t('henterDokument')} />;
  if (dokument.data?.utfall === 'funnet')
    return <ArkivertPerson funnet={dokument.data} onTilbake={dokument.reset} />;
  const igjen = () => dokument.variables !== undefined && aapne(dokument.variables);
  return (
    <div className="flex flex-col gap-3">
      {dokument.isError && <Feilutfall error={dokument.error} onRetry={igjen} />}
      {dokument.data?.utfall === 'utenDokument' && (
        <Utfall color="info" title={t('borteTittel')} referanse={dokument.data.referanse}>
          <p>{t('borteTekst')}</p>
        </Utfall>
      )}
      {dokument.data && dokument.data.utfall !== 'utenDokument' && (
        <OppslagUtfall result={dokument.data} kontekst={kontekst} onRetry={igjen} />
      )}
      {liste.isError && <Feilutfall error={liste.error} onRetry={hent} />}
      {liste.data?.utfall === 'vist' && <Hendelsesliste vist={liste.data} onAapne={aapne} />}
      {liste.data?.utfall === 'vist' && (
        <button
          type="button"
          className="ds-button self-start print:hidden"
          data-variant="secondary"
          data-size="sm"
          onClick={hent}
        >
          {t('visIgjen')}
        </button>
      )}
      {liste.data && liste.data.utfall !== 'vist' && (
        <OppslagUtfall result={liste.data} kontekst={kontekst} onRetry={hent} />
      )}
      {liste.isIdle && (
        <>
          <p className="max-w-3xl">{t('forklaring')}</p>
          <button type="button" className="ds-button self-start" data-variant="secondary" onClick={hent}>
            {t('vis')}
          </button>
        </>
      )}
    </div>
  );
}

function Venter({ label }: { label: string }) {
  return (
    <>
      <Skeleton label={label} lines={6} />
      <TregtSvar pending />
    </>
  );
}
