/** Units as a table, those in use first. */
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import type { Enhet } from '#lib/domain/tilgang/bruker.ts';

type EnhetstabellProps = {
  enheter: readonly Enhet[];
  pending: boolean;
  /** Null for those who only read. */
  onAvslutt: ((enhetId: string) => void) | null;
};

export function Enhetstabell({ enheter, pending, onAvslutt }: EnhetstabellProps) {
  const t = useTranslations('tilgang.enheter');
  const navn = new Map(enheter.map((enhet) => [enhet.enhetId, enhet.navn]));
  return (
    <ScrollRegion label={t('tabell')}>
      <table className="ds-table text-sm" data-color="neutral" data-border>
        <caption className="ds-sr-only">{t('tabell')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('navn')}</th>
            <th scope="col">{t('overordnet')}</th>
            <th scope="col">{t('brukere')}</th>
            <th scope="col">{t('status')}</th>
          </tr>
        </thead>
        <tbody className="align-top">
          {enheter.map((enhet) => (
            <tr key={enhet.enhetId}>
              <th scope="row" className="font-normal break-words">
                {enhet.navn}
              </th>
              <td>{enhet.overordnetId === null ? t('ingenOverordnet') : navn.get(enhet.overordnetId)}</td>
              <td className="tabular-nums">{enhet.antallBrukere}</td>
              <td>
                {enhet.avsluttet !== null && <Tidspunkt tidspunkt={enhet.avsluttet} />}
                {enhet.avsluttet === null && onAvslutt === null && t('iBruk')}
                {enhet.avsluttet === null && onAvslutt !== null && (
                  <Avslutt enhet={enhet} pending={pending} onAvslutt={onAvslutt} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type AvsluttProps = { enhet: Enhet; pending: boolean; onAvslutt: (enhetId: string) => void };

function Avslutt({ enhet: { enhetId, navn, antallBrukere }, pending, onAvslutt }: AvsluttProps) {
  const t = useTranslations('tilgang.enheter');
  const tTilgang = useTranslations('tilgang');
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="ds-button ds-button--inline"
        data-variant="secondary"
        data-size="sm"
        aria-busy={pending}
        onClick={() => dialog.current?.showModal()}
      >
        {t('avslutt')}
        <span className="ds-sr-only">{navn}</span>
      </button>
      <Dialog ref={dialog} title={t('avsluttTittel', { navn })} closeLabel={tTilgang('avbryt')}>
        <p className="mb-4">{antallBrukere > 0 ? t('harBrukere') : t('avsluttForklaring')}</p>
        {antallBrukere === 0 && (
          <button
            type="button"
            className="ds-button"
            data-color="danger"
            onClick={() => {
              dialog.current?.close();
              onAvslutt(enhetId);
            }}
          >
            {t('avslutt')}
          </button>
        )}
      </Dialog>
    </>
  );
}
