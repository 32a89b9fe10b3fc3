/** Cases as lines: who did what, why it is here, and by when somebody must have looked. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { showHvem } from '#components/revisjonslogg/setning.ts';
import { useLoggord } from '#components/revisjonslogg/use-loggord.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Saksrad } from '#lib/domain/kontroll/sak.ts';

const KOLONNER = ['handling', 'bruker', 'grunn', 'frist', 'tilstand'] as const;

export function Sakstabell({ saker }: { saker: readonly Saksrad[] }) {
  const t = useTranslations('kontroll');
  return (
    <Table label={t('tabell')} columns={KOLONNER.map((kolonne) => t(`kolonne.${kolonne}`))}>
      {saker.map((sak) => (
        <Linje key={sak.sakId} sak={sak} />
      ))}
    </Table>
  );
}

function Linje({ sak }: { sak: Saksrad }) {
  const t = useTranslations('kontroll');
  const { showTidspunkt } = useFormat();
  const { showHandling, t: tSetning } = useLoggord([]);
  return (
    <tr>
      <td>
        <NextLink className="ds-link" href={`/kontroll/${sak.sakId}`} prefetch={false}>
          {showHandling(sak.handling)}, {showTidspunkt(sak.tidspunkt)}
        </NextLink>
      </td>
      <td className="break-words">
        <span className="block">{showHvem(sak, tSetning)}</span>
        {sak.enhet && <span className="block text-neutral-text-subtle">{sak.enhet}</span>}
      </td>
      <td>
        {sak.regler.map((regel) => (
          <span key={regel} className="block">
            {t(`regel.${regel}.navn`)}
          </span>
        ))}
        {sak.kilde === 'stikkproeve' && t('kilde.stikkproeve')}
      </td>
      <td className="whitespace-nowrap">
        <Tidspunkt tidspunkt={sak.frist} />
        {sak.forfalt && (
          <span className="ds-tag ml-2" data-color="danger">
            {t('forfalt')}
          </span>
        )}
      </td>
      <td>{sak.utfall === null ? t(`tilstand.${sak.tilstand}`) : t(`utfall.${sak.utfall}`)}</td>
    </tr>
  );
}
