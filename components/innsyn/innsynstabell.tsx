/** The accesses, a row for each act. The purpose is in the organisation's own words, which are bokmål in every language. */
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Innsynslinje, Opplysning } from '#lib/domain/innsyn/innsyn.ts';

const KOLONNER = ['tidspunkt', 'hva', 'enhet', 'formaal', 'opplysninger', 'utfall'] as const;

type InnsynstabellProps = { linjer: readonly Innsynslinje[]; medNavn: boolean };

export function Innsynstabell({ linjer, medNavn }: InnsynstabellProps) {
  const t = useTranslations('innsynsbrev');
  const kolonner = medNavn ? ([...KOLONNER, 'ansatt'] as const) : KOLONNER;
  return (
    <Table label={t('gangerTittel')} columns={kolonner.map((kolonne) => t(`kolonne.${kolonne}`))}>
      {linjer.map((linje) => (
        <Rad key={linje.id} linje={linje} />
      ))}
    </Table>
  );
}

function Rad({ linje }: { linje: Innsynslinje }) {
  const t = useTranslations('innsynsbrev');
  return (
    <tr>
      <th scope="row" className="font-normal sm:whitespace-nowrap">
        <Tidspunkt tidspunkt={linje.tidspunkt} />
      </th>
      <td>{t(`hva.${linje.hva}`)}</td>
      <td>{linje.enhet ?? t('ukjentEnhet')}</td>
      <td>
        <Formaal linje={linje} />
      </td>
      <td>
        <Opplysninger opplysninger={linje.opplysninger} />
      </td>
      {/* A search of the log shows whoever searches that she was looked up, and nothing of the register's. */}
      <td>
        {linje.hva === 'logg' && linje.utfall === 'vist' ? t('loggSoekt') : t(`utfall.${linje.utfall}`)}
      </td>
      {linje.ansatt !== null && <td className="break-words">{linje.ansatt}</td>}
    </tr>
  );
}

function Formaal({ linje: { formaal, hva } }: { linje: Innsynslinje }) {
  const t = useTranslations('innsynsbrev');
  if (formaal === null) return t(hva === 'logg' ? 'formaalLogg' : 'ingenFormaal');
  return (
    <span lang="nb">
      <span className="block">{formaal.navn}</span>
      {formaal.hjemmel !== null && <span className="block">{formaal.hjemmel}</span>}
    </span>
  );
}

function Opplysninger({ opplysninger }: { opplysninger: readonly Opplysning[] }) {
  const t = useTranslations('innsynsbrev');
  const tEgenskap = useTranslations('person.egenskap');
  const { showListe } = useFormat();
  if (opplysninger.length === 0) return t('ingenOpplysninger');
  return showListe(opplysninger.map((en) => (en === 'andre' ? t('andreOpplysninger') : tEgenskap(en))));
}
