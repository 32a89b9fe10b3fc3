/** Rows of the revisjonslogg. Persons stand as keyed references: the same person has the same one, and no number is shown. */
import { useMessages, useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { RevisjonsloggRad } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

const KOLONNER = [
  'tidspunkt',
  'hendelse',
  'bruker',
  'formaal',
  'pakke',
  'utfall',
  'person',
  'detaljer',
] as const;
/** Enough of a keyed reference to compare by eye; the whole stands under details. */
const SHORT = 8;
/** How many persons a row names before it counts the rest. */
const FOERSTE = 3;

export function RevisjonsloggTabell({ rader }: { rader: readonly RevisjonsloggRad[] }) {
  const t = useTranslations('revisjonslogg');
  return (
    <ScrollRegion label={t('tabell')}>
      <table className="ds-table text-sm" data-color="neutral" data-border data-hover>
        <caption className="ds-sr-only">{t('tabell')}</caption>
        <thead>
          <tr>
            {KOLONNER.map((kolonne) => (
              <th key={kolonne} scope="col">
                {t(`kolonne.${kolonne}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="align-top">
          {rader.map((rad) => (
            <Rad key={rad.id} rad={rad} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Rad({ rad }: { rad: RevisjonsloggRad }) {
  const t = useTranslations('revisjonslogg');
  const tPakke = useTranslations('pakke');
  const { handling: handlinger, utfall: utfallene } = useMessages().revisjonslogg;
  const handling = findNavn(handlinger, rad.handling);
  const utfall = rad.utfall === null ? null : findNavn(utfallene, rad.utfall);
  const pakke = PAKKER.find((en) => en === rad.pakke);
  return (
    <tr>
      <td className="whitespace-nowrap">
        <Tidspunkt tidspunkt={rad.tidspunkt} />
      </td>
      <td>
        <span className="block">{t(`slag.${rad.slag}`)}</span>
        <span className="block text-neutral-text-subtle">{handling}</span>
      </td>
      <td className="break-words">{rad.bruker}</td>
      <td>
        <span className="block">{rad.formaal ?? <Ingen />}</span>
        {rad.saksreferanse && <span className="block text-neutral-text-subtle">{rad.saksreferanse}</span>}
      </td>
      <td>{pakke ? tPakke(pakke) : (rad.pakke ?? <Ingen />)}</td>
      <td>{utfall ?? <Ingen />}</td>
      <td>
        <Subjekter subjekter={rad.subjekter} />
      </td>
      <td>
        <Detaljer rad={rad} />
      </td>
    </tr>
  );
}

/** The first of them: a list concerns up to a thousand, and all stand in the details. */
function Subjekter({ subjekter }: Pick<RevisjonsloggRad, 'subjekter'>) {
  const t = useTranslations('revisjonslogg');
  if (subjekter.length === 0) return <Ingen />;
  return (
    <>
      {subjekter.slice(0, FOERSTE).map((subjekt) => (
        <code key={subjekt} className="block">
          {subjekt.slice(0, SHORT)}
        </code>
      ))}
      {subjekter.length > FOERSTE && (
        <span className="whitespace-nowrap">
          {t('flereSubjekter', { antall: subjekter.length - FOERSTE })}
        </span>
      )}
    </>
  );
}

/** A word of the log in words of a reader; one without a text stands as it is logged. */
function findNavn(tekster: Record<string, string>, ord: string): string {
  return Object.hasOwn(tekster, ord) ? (tekster[ord] ?? ord) : ord;
}

function Detaljer({ rad }: { rad: RevisjonsloggRad }) {
  const t = useTranslations('revisjonslogg');
  const linjer: [string, string][] = [
    [t('detalj.handlingId'), rad.handlingId],
    [t('detalj.deler'), rad.deler.join(', ')],
    [t('detalj.felter'), rad.felter.join(', ')],
    [t('detalj.subjekter'), rad.subjekter.join(', ')],
  ];
  return (
    <details className="disclosure">
      <summary>{t('visDetaljer')}</summary>
      <dl className="min-w-72">
        {linjer.map(([navn, verdi]) => (
          <div key={navn} className="py-0.5">
            <dt className="text-neutral-text-subtle">{navn}</dt>
            <dd className="m-0 break-all">{verdi || <Ingen />}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A dash for the eye, words for the ear. */
function Ingen() {
  const t = useTranslations('revisjonslogg');
  return (
    <>
      <span aria-hidden>–</span>
      <span className="ds-sr-only">{t('ingen')}</span>
    </>
  );
}
