/** The notice that colleagues have used a nødtilgang. Nothing where nobody has: it is no place of its own. */
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Noedtilgangvarsel } from '#lib/domain/noedtilgang/noedtilgang.ts';

const KOLONNER = ['opprettet', 'navn', 'enhet', 'regel', 'tilstand', 'handling'] as const;

/** `naa` (ISO) is when the list was read: what is over by then is said to be. */
type NoedtilgangvarslerProps = { varsler: readonly Noedtilgangvarsel[]; naa: string };

export function Noedtilgangvarsler({ varsler, naa }: NoedtilgangvarslerProps) {
  const t = useTranslations('noedtilgang.varsel');
  if (varsler.length === 0) return null;
  return (
    <div className="mb-8 flex min-w-0 flex-col gap-2">
      <h2 className="ds-heading" data-size="2xs">
        {t('tittel')}
      </h2>
      <p>{t('forklaring')}</p>
      <Table
        label={t('tittel')}
        columns={KOLONNER.map((kolonne) => t(`kolonne.${kolonne}`))}
        minWidth="min-w-3xl"
      >
        {varsler.map((varsel) => (
          <Rad key={varsel.id} varsel={varsel} naa={naa} />
        ))}
      </Table>
    </div>
  );
}

function Rad({ varsel, naa }: { varsel: Noedtilgangvarsel; naa: string }) {
  const t = useTranslations('noedtilgang.varsel');
  const { showTidspunkt } = useFormat();
  const { opprettet, navn, enhet, regel, utloeper, avsluttet, handlingId } = varsel;
  const tilstand = avsluttet !== null ? 'avsluttet' : utloeper < naa ? 'utloept' : 'gjelder';
  return (
    <tr>
      <td className="whitespace-nowrap">
        <Tidspunkt tidspunkt={opprettet} />
      </td>
      <td>{navn}</td>
      <td>{enhet ?? t('utenEnhet')}</td>
      <td>{t(regel === 'skjermetPerson' ? 'regel.skjermetPerson' : 'regel.naerstaaende')}</td>
      <td>{t(`tilstand.${tilstand}`, { tidspunkt: showTidspunkt(avsluttet ?? utloeper) })}</td>
      <td>
        <code className="break-all">{handlingId}</code>
      </td>
    </tr>
  );
}
