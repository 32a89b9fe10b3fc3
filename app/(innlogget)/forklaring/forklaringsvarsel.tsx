/** Above every page of an employee who has been asked to explain something: what, and by when. */
import NextLink from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { listMineUbesvarte } from '#lib/server/kontroll/forklaringer.ts';

export async function Forklaringsvarsel() {
  const rader = await listMineUbesvarte();
  if (rader.length === 0) return null;
  const t = await getTranslations('kontroll.varsel');
  return (
    <section aria-label={t('tittel')} className="ds-alert mx-4 mt-4 lg:mx-6" data-color="warning">
      <p>{t('tekst', { antall: rader.length })}</p>
      <ul className="list-disc pl-5">
        {rader.map(({ sakId, tidspunkt, frist }) => (
          <li key={sakId}>
            <NextLink className="ds-link" href={`/forklaring/${sakId}`} prefetch={false}>
              {t('lenke')} <Tidspunkt tidspunkt={tidspunkt} />
            </NextLink>{' '}
            {t('frist')} <Tidspunkt tidspunkt={frist} />
          </li>
        ))}
      </ul>
    </section>
  );
}
