'use client';
/** What the rules find and what comes of it. Counts by rule and month; nothing of any employee, and nothing of how much is done. */
import { useQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { readStatistikkOptions } from '#lib/client/kontroll.ts';
import type { Kontrollstatistikk } from '#lib/domain/kontroll/sak.ts';

const TALL = ['saker', 'brudd', 'iOrden', 'falskAlarm', 'aapne'] as const;
const MAANEDSTALL = ['signaler', 'stikkproever', 'avsluttet', 'brudd'] as const;

export function StatistikkScreen() {
  const t = useTranslations('kontroll');
  const statistikk = useQuery(readStatistikkOptions);
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <p>
        <NextLink className="ds-link" href="/kontroll">
          {t('tilbake')}
        </NextLink>
      </p>
      {statistikk.isPending && <Skeleton label={t('statistikk.henter')} lines={8} />}
      {statistikk.isError && (
        <Feilutfall error={statistikk.error} onRetry={() => void statistikk.refetch()} />
      )}
      {statistikk.data && (
        <>
          <p role="status">
            {t('statistikk.samlet', { aapne: statistikk.data.aapne, forfalt: statistikk.data.forfalt })}
          </p>
          <Regler regler={statistikk.data.regler} />
          <Maaneder maaneder={statistikk.data.maaneder} />
        </>
      )}
    </div>
  );
}

function Regler({ regler }: Pick<Kontrollstatistikk, 'regler'>) {
  const t = useTranslations('kontroll');
  const { showTall } = useFormat();
  if (regler.length === 0) return <p>{t('statistikk.ingen')}</p>;
  return (
    <div>
      <h2 className="ds-heading mb-1" data-size="2xs">
        {t('statistikk.regler')}
      </h2>
      <Table
        label={t('statistikk.regler')}
        columns={[
          t('statistikk.regel'),
          ...TALL.map((tall) => t(`statistikk.${tall}`)),
          t('statistikk.presisjon'),
        ]}
      >
        {regler.map((rad) => (
          <tr key={rad.regel}>
            <th scope="row">{t(`regel.${rad.regel}.navn`)}</th>
            {TALL.map((tall) => (
              <td key={tall}>{showTall(rad[tall])}</td>
            ))}
            <td>
              {rad.presisjon === null
                ? t('statistikk.ukjent')
                : t('statistikk.prosent', { prosent: Math.round(rad.presisjon * 100) })}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Maaneder({ maaneder }: Pick<Kontrollstatistikk, 'maaneder'>) {
  const t = useTranslations('kontroll.statistikk');
  const { showMaaned, showTall } = useFormat();
  if (maaneder.length === 0) return null;
  return (
    <div>
      <h2 className="ds-heading mb-1" data-size="2xs">
        {t('maaneder')}
      </h2>
      <Table label={t('maaneder')} columns={[t('maaned'), ...MAANEDSTALL.map((tall) => t(tall))]}>
        {maaneder.map((rad) => (
          <tr key={rad.maaned}>
            <th scope="row">{showMaaned(rad.maaned)}</th>
            {MAANEDSTALL.map((tall) => (
              <td key={tall}>{showTall(rad[tall])}</td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}
