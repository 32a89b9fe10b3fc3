/** Uttrekk as a table: name, state, how far, and until when the files are there. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { Tilstandsmerke } from '#components/uttrekk/tilstandsmerke.tsx';
import type { Uttrekksrad } from '#lib/domain/uttrekk/uttrekk.ts';

type UttrekkstabellProps = {
  tittel: string;
  rader: readonly Uttrekksrad[];
  /** What stands in the place of a table without rows. */
  tomt: string;
};

export function Uttrekkstabell({ tittel, rader, tomt }: UttrekkstabellProps) {
  const t = useTranslations('uttrekk.liste');
  const medEier = rader.some(({ erEier }) => !erEier);
  return (
    <div>
      <h2 className="ds-heading mb-1" data-size="2xs">
        {tittel}
      </h2>
      {rader.length === 0 ? (
        <p className="max-w-3xl">{tomt}</p>
      ) : (
        <Table
          label={tittel}
          columns={[
            t('navn'),
            t('tilstand'),
            t('fremdrift'),
            ...(medEier ? [t('bestiltAv')] : []),
            t('opprettet'),
            t('slettes'),
          ]}
          minWidth="min-w-2xl"
        >
          {rader.map((rad) => (
            <Rad key={rad.uttrekkId} rad={rad} medEier={medEier} />
          ))}
        </Table>
      )}
    </div>
  );
}

function Rad({ rad, medEier }: { rad: Uttrekksrad; medEier: boolean }) {
  return (
    <tr>
      <th scope="row" className="max-w-80 font-normal break-words">
        <NextLink className="ds-link" href={`/uttrekk/${rad.uttrekkId}`} prefetch={false}>
          {rad.navn}
        </NextLink>
      </th>
      <td>
        <Tilstandsmerke rad={rad} />
      </td>
      <td className="tabular-nums">
        <Antall rad={rad} />
      </td>
      {medEier && <td>{rad.eier}</td>}
      <td>
        <Tidspunkt tidspunkt={rad.opprettet} />
      </td>
      <td>{rad.utloeper !== null && <Tidspunkt tidspunkt={rad.utloeper} />}</td>
    </tr>
  );
}

/** Persons fetched of those known, or all of them when the work is over. */
function Antall({ rad: { fremdrift, ferdig } }: { rad: Uttrekksrad }) {
  const t = useTranslations('uttrekk');
  const { showTall } = useFormat();
  const { hentet, ikkeLevert, identifikatorer, sisteBatchSett } = fremdrift;
  if (identifikatorer === 0) return null;
  if (ferdig !== null) return t('liste.personer', { antall: showTall(hentet) });
  return t(sisteBatchSett ? 'fremdrift.avAlle' : 'fremdrift.avKjente', {
    hentet: showTall(hentet + ikkeLevert),
    totalt: showTall(identifikatorer),
  });
}
