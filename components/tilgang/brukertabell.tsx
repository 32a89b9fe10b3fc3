/** Users as a table: who, where, and which rights count now. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import type { Brukerrad } from '#lib/domain/tilgang/bruker.ts';

export function Brukertabell({ brukere }: { brukere: readonly Brukerrad[] }) {
  const t = useTranslations('tilgang.brukere');
  return (
    <ScrollRegion label={t('tabell')}>
      <table className="ds-table min-w-2xl text-sm" data-color="neutral" data-border>
        <caption className="ds-sr-only">{t('tabell')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('navn')}</th>
            <th scope="col">{t('enhet')}</th>
            <th scope="col">{t('rettigheter')}</th>
            <th scope="col">{t('sistInnlogget')}</th>
          </tr>
        </thead>
        <tbody className="align-top">
          {brukere.map((bruker) => (
            <Rad key={bruker.brukerId} bruker={bruker} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Rad({ bruker }: { bruker: Brukerrad }) {
  const t = useTranslations('tilgang.brukere');
  const toNavn = useRettighetsnavn();
  const { brukerId, navn, brukernavn, enhet, rettigheter, venter, ubrukte, sperret, sistInnlogget } = bruker;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <NextLink className="ds-link" href={`/tilgang/brukere/${brukerId}`} prefetch={false}>
          {navn}
        </NextLink>
        <span className="block text-neutral-text-subtle">{brukernavn}</span>
      </th>
      <td>{enhet ?? t('utenEnhet')}</td>
      <td>
        {sperret && (
          <span className="ds-tag" data-color="danger">
            {t('sperret')}
          </span>
        )}
        {!sperret && rettigheter.length === 0 && t('ingen')}
        {rettigheter.map((rettighet) => (
          <span key={rettighet} className="block">
            {toNavn(rettighet)}
            {ubrukte.includes(rettighet) && (
              <span className="ds-tag ml-2" data-color="warning">
                {t('ubrukt')}
              </span>
            )}
          </span>
        ))}
        {venter.map((rettighet) => (
          <span key={rettighet} className="mt-1 block">
            <span className="ds-tag" data-color="warning">
              {t('venter')}
            </span>{' '}
            {toNavn(rettighet)}
          </span>
        ))}
      </td>
      <td className="whitespace-nowrap">
        <Tidspunkt tidspunkt={sistInnlogget} />
      </td>
    </tr>
  );
}
