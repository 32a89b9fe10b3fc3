/** Why a run has stopped, or which parts of it failed: with the reason, and with the reference that support asks for. */
import { useTranslations } from 'next-intl';
import { Referanse } from '#components/shell/utfall.tsx';
import { Alert } from '#components/ui/alert.tsx';
import type { Delfeil, Kjoeringstilstand } from '#lib/client/bulk-kjoering.ts';

export function BulkStans({ tilstand: { fase, stans, sisteFeil } }: { tilstand: Kjoeringstilstand }) {
  const t = useTranslations();
  if (fase === 'stanset' && stans !== null)
    return (
      <div role="alert" className="mt-3">
        <Alert color={stans.slag === 'avbrutt' ? 'info' : 'warning'}>
          <p>{t(`bulk.stans.${stans.slag}`)}</p>
          {stans.slag === 'svarerIkke' && <Feil feil={stans.feil} />}
          {stans.slag === 'avvist' && (
            <>
              <p>{t(`oppslag.avvist.${stans.grunn}`)}</p>
              <Referanse referanse={stans.referanse} />
            </>
          )}
          {stans.slag === 'utlogget' && (
            <a className="ds-link mt-2 inline-block" href="/logg-inn" target="_blank" rel="noreferrer">
              {t('bulk.loggInn')}
            </a>
          )}
        </Alert>
      </div>
    );
  if (sisteFeil === null) return null;
  return (
    <div role="alert" className="mt-3">
      <Alert color="warning">
        <Feil feil={sisteFeil} />
      </Alert>
    </div>
  );
}

function Feil({ feil }: { feil: Delfeil }) {
  const t = useTranslations();
  return (
    <>
      <p>{feil.slag === 'kilde' ? t(`oppslag.feil.${feil.grunn}`) : t(`feil.${feil.feil.kode}`)}</p>
      <Referanse referanse={feil.slag === 'kilde' ? feil.referanse : feil.feil.referanse} />
    </>
  );
}
