/**
 * Rows of the revisjonslogg about one person, made into lines that she can read: one for each act (security.md A-14, P-01).
 * Rule: what is in doubt counts as shown, and nothing is left out.
 */
import { type Formaalskatalog, findFormaal } from '#lib/domain/formaal/formaal.ts';
import type {
  Innsynshandling,
  Innsynslinje,
  Innsynsutfall,
  Opplysning,
  Tilbakehold,
} from '#lib/domain/innsyn/innsyn.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Hendelsesslag } from '#lib/domain/revisjonslogg/logghandling.ts';

/** A row as innsyn reads it. `gjelderHenne` is false for the end of a call that named her when it began and not after. */
export type Innsynsrad = {
  tidspunkt: string;
  slag: Hendelsesslag;
  handling: string;
  handlingId: string;
  kallId: string;
  enhet: string | null;
  brukerId: string | null;
  bruker: string;
  formaal: string | null;
  pakke: string | null;
  utfall: string | null;
  deler: string[];
  felter: string[];
  gjelderHenne: boolean;
};

/** The log's word for an act, as the citizen's. One that is not here is `annet`. */
const HVA: ReadonlyMap<string, Innsynshandling> = new Map([
  ['OPPSLAG', 'oppslag'],
  ['SOEK', 'treffliste'],
  ['BULK', 'bulk'],
  ['AVDEKKING', 'avdekking'],
  ['KONTAKTOPPSLAG', 'kontaktoppslag'],
  ['HENDELSESLISTE', 'hendelsesliste'],
  ['HENDELSE', 'hendelse'],
  ['NOEDTILGANG', 'noedtilgang'],
  ['NAERSTAAENDE', 'naerstaaende'],
  ['UTTREKK_KLAR', 'uttrekk'],
  ['NEDLASTING', 'nedlasting'],
  ['LES_REVISJONSLOGG', 'logg'],
  ['EKSPORTER_REVISJONSLOGG', 'logg'],
  ['BRUDDLISTE', 'logg'],
  ['INNSYN', 'logg'],
  ['INNSYN_NAVN', 'logg'],
  ['INNSYN_TILBAKEHOLD', 'logg'],
]);

/** Outcomes of a disclosure that showed nothing of the person asked about. */
const UTEN_OPPLYSNINGER = [
  'ingenEntydigTreff',
  'ingenTreff',
  'forMange',
  'kanIkkeAvdekkes',
  'ingenOpplysninger',
  'utenDokument',
];

/** What it comes to that an act was carried through. Where it is not here, something of her was shown. */
const FULLFOERT: ReadonlyMap<string, Innsynsutfall> = new Map([
  ['UTTREKK_KLAR', 'lagtIFil'],
  ['NEDLASTING', 'lastetNed'],
  ['NOEDTILGANG', 'aapnet'],
  ['NAERSTAAENDE', 'brukt'],
]);

/** What an act amounts to is the first of these that any of its calls came to. */
const TYNGDE: readonly Innsynsutfall[] = [
  'lastetNed',
  'lagtIFil',
  'vist',
  'uavklart',
  'underveis',
  'brukt',
  'aapnet',
  'ingenOpplysninger',
  'feilet',
  'avvist',
];

/** Outcomes of which nothing of her was read. */
const UTEN_BRUK: readonly Innsynsutfall[] = ['aapnet', 'ingenOpplysninger', 'feilet', 'avvist'];

/** The end of a call counts; before it UNRESOLVED, and before that only that it began. */
const SLUTT: readonly Hendelsesslag[] = ['DISCLOSED', 'FAILED', 'DENIED', 'UNRESOLVED', 'INTENT'];

type Kall = { slutt: Innsynsrad; rader: Innsynsrad[] };

/** The act that a row is a line of. Who downloads a file does something of her own, under the act of the uttrekk. */
const toLinjeId = ({ handling, handlingId, kallId }: Innsynsrad): string =>
  handling === 'NEDLASTING' ? kallId : handlingId;

function groupBy(rader: readonly Innsynsrad[], toKey: (rad: Innsynsrad) => string): Innsynsrad[][] {
  const grupper = new Map<string, Innsynsrad[]>();
  for (const rad of rader) {
    const gruppe = grupper.get(toKey(rad));
    if (gruppe) gruppe.push(rad);
    else grupper.set(toKey(rad), [rad]);
  }
  return [...grupper.values()];
}

/** What one row says became of what it was about. */
export function toUtfall({
  slag,
  handling,
  utfall,
  gjelderHenne,
}: Pick<Innsynsrad, 'slag' | 'handling' | 'utfall' | 'gjelderHenne'>): Innsynsutfall {
  if (slag === 'UNRESOLVED') return 'uavklart';
  if (slag === 'FAILED') return 'feilet';
  if (slag === 'DENIED') return 'avvist';
  if (slag !== 'DISCLOSED') return 'underveis';
  if (!gjelderHenne || UTEN_OPPLYSNINGER.includes(utfall ?? '')) return 'ingenOpplysninger';
  return FULLFOERT.get(handling) ?? 'vist';
}

/** The groups that a call showed, or may have shown. Where no fields are named, everything that was asked for. */
function listOpplysninger({ slutt, rader }: Kall): string[] {
  if (UTEN_BRUK.includes(toUtfall(slutt))) return [];
  if (slutt.felter.length > 0) return slutt.felter.map((felt) => felt.split('.')[0] ?? felt);
  const pakke = PAKKER.find((en) => en === slutt.pakke);
  // The row of an act in doubt says nothing of the parts; the one that began it does.
  const deler = rader.flatMap((rad) => rad.deler);
  if (pakke === undefined || deler.length === 0) return deler;
  return [...expandDeler(pakke, deler), ...deler.filter((del) => del === 'krr')];
}

const GRUPPER: readonly Exclude<Opplysning, 'andre'>[] = [...EGENSKAPER, 'krr'];

/** The same in the order of the person model, each once. */
function sortOpplysninger(navn: readonly string[]): Opplysning[] {
  const kjente = GRUPPER.filter((gruppe) => navn.includes(gruppe));
  const harAndre = navn.some((en) => !GRUPPER.some((gruppe) => gruppe === en));
  return harAndre ? [...kjente, 'andre'] : kjente;
}

function toFormaal(katalog: Formaalskatalog, id: string | null): Innsynslinje['formaal'] {
  if (id === null) return null;
  const formaal = findFormaal(katalog, id);
  return formaal ? { navn: formaal.navn, hjemmel: formaal.hjemmel } : { navn: id, hjemmel: null };
}

function toKall(rader: Innsynsrad[]): Kall | null {
  const slutt = SLUTT.map((slag) => rader.find((rad) => rad.slag === slag)).find((rad) => rad !== undefined);
  return slutt === undefined ? null : { slutt, rader };
}

/** What has been decided about an answer: what an employee is called, null to withhold it, and the lines held back. */
export type Vedtak = {
  navn: ((rad: Innsynsrad) => string) | null;
  holdt: ReadonlyMap<string, Tilbakehold>;
};

/**
 * One line for each act, oldest first.
 * @param rader everything the log has about her in the period, in any order, each row once
 */
export function toInnsynslinjer(
  rader: readonly Innsynsrad[],
  katalog: Formaalskatalog,
  { navn, holdt }: Vedtak,
): Innsynslinje[] {
  const linjer = groupBy(rader, toLinjeId).flatMap((handling): Innsynslinje[] => {
    const kall = groupBy(handling, ({ kallId }) => kallId)
      .map(toKall)
      .filter((ett) => ett !== null);
    const utfall = TYNGDE.find((ett) => kall.some(({ slutt }) => toUtfall(slutt) === ett));
    const avgjoerende = kall.find(({ slutt }) => toUtfall(slutt) === utfall)?.slutt;
    if (utfall === undefined || avgjoerende === undefined) return [];
    return [
      {
        id: toLinjeId(avgjoerende),
        tidspunkt: handling.map(({ tidspunkt }) => tidspunkt).sort()[0] ?? avgjoerende.tidspunkt,
        hva: HVA.get(avgjoerende.handling) ?? 'annet',
        utfall,
        enhet: avgjoerende.enhet,
        formaal: toFormaal(katalog, avgjoerende.formaal),
        opplysninger: sortOpplysninger(kall.flatMap(listOpplysninger)),
        ansatt: navn === null ? null : navn(avgjoerende),
        tilbakehold: holdt.get(toLinjeId(avgjoerende)) ?? null,
      },
    ];
  });
  return linjer.sort((a, b) => a.tidspunkt.localeCompare(b.tidspunkt) || a.id.localeCompare(b.id));
}
