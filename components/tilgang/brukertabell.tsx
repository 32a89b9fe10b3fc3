/** Users as a table: who, where, and which rights count now. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import type { Brukerrad } from '#lib/domain/tilgang/bruker.ts';

export function Brukertabell({ brukere }: { brukere: readonly Brukerrad[] }) {
  const t = useTranslations('tilgang.brukere');
  return (
    <Table
      label={t('tabell')}
      columns={[t('navn'), t('enhet'), t('rettigheter'), t('sistInnlogget')]}
      minWidth="min-w-2xl"
    >
      {brukere.map((bruker) => (
        <Rad key={bruker.brukerId} bruker={bruker} />
      ))}
    </Table>
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
