/** Units as a table, those in use first. */
import { useTranslations } from 'next-intl';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
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
    <Table label={t('tabell')} columns={[t('navn'), t('overordnet'), t('brukere'), t('status')]}>
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
    </Table>
  );
}

type AvsluttProps = { enhet: Enhet; pending: boolean; onAvslutt: (enhetId: string) => void };

function Avslutt({ enhet: { enhetId, navn, antallBrukere }, pending, onAvslutt }: AvsluttProps) {
  const t = useTranslations('tilgang.enheter');
  const tTilgang = useTranslations('tilgang');
  return (
    <ConfirmButton
      label={t('avslutt')}
      which={navn}
      title={t('avsluttTittel', { navn })}
      closeLabel={tTilgang('avbryt')}
      onConfirm={antallBrukere > 0 ? null : () => onAvslutt(enhetId)}
      className="ds-button ds-button--inline"
      data-variant="secondary"
      data-size="sm"
      aria-busy={pending}
    >
      <p>{antallBrukere > 0 ? t('harBrukere') : t('avsluttForklaring')}</p>
    </ConfirmButton>
  );
}
