/**
 * An act of the revisjonslogg as one sentence: who did what, for what, and how it went. Rule: it says no more than the
 * log does; a word that has no text stands as it is logged, and what is not known is said to be.
 */
import {
  countRaderVist,
  findLoggutfall,
  findUtfallsord,
  type Logghandling,
  listEgenskaperVist,
} from '#lib/domain/revisjonslogg/logghandling.ts';

/** So many names of what was shown; the rest is counted. */
const NAVNGITTE = 4;

/** Endings that need no value, and those that tell how many. */
const UTEN_TALL = [
  'ingenEntydigTreff',
  'ingenTreff',
  'forMange',
  'avdekket',
  'kanIkkeAvdekkes',
  'ingenOpplysninger',
  'godkjent',
  'avslaatt',
  'sendtTilGodkjenning',
] as const;

type Sluttnoekkel =
  | (typeof UTEN_TALL)[number]
  | 'funnet'
  | 'rader'
  | 'vist'
  | 'fil'
  | 'avvist'
  | 'feilet'
  | 'uavklart'
  | 'paabegynt';
type Noekkel =
  | 'hvem'
  | 'du'
  | 'formaal'
  | 'sak'
  | 'mottaker'
  | 'felter'
  | 'annet'
  | 'utlogging'
  | 'innloggingsforsoek'
  | `slutt.${Sluttnoekkel}`;

/** The words of one language. Those that come from data are null where the language has none. */
export type Loggord = {
  t: (noekkel: Noekkel, verdier?: Record<string, string | number>) => string;
  /** What a kind of act is as a verb: `slo opp én person`. */
  findHva: (handling: string) => string | null;
  showHandling: (handling: string) => string;
  showUtfall: (utfall: string) => string;
  showFormaal: (formaal: string) => string;
  showEgenskap: (egenskap: string) => string;
  /** What was asked for: an egenskap, or a samledel by the name it has where one chooses. */
  showDel: (del: string) => string;
  showListe: (deler: readonly string[]) => string;
};

/** Somebody by name and as she signs in; as she signs in alone where the portal has no name. */
export function showHvem({ navn, bruker }: { navn: string | null; bruker: string }, t: Loggord['t']): string {
  return navn === null ? bruker : t('hvem', { navn, bruker });
}

function showHva(handling: Logghandling, ord: Loggord): string {
  const foerste = handling.rader[0];
  if (handling.handling === 'INNLOGGING' && foerste?.slag === 'LOGOUT') return ord.t('utlogging');
  if (handling.handling === 'INNLOGGING' && foerste?.slag === 'DENIED') return ord.t('innloggingsforsoek');

  return ord.findHva(handling.handling) ?? ord.t('annet', { handling: ord.showHandling(handling.handling) });
}

/** Names in running text begin small, but for those that are all capitals. */
const toLiten = (navn: string): string =>
  /^\p{Lu}\p{Lu}/u.test(navn) ? navn : navn.charAt(0).toLocaleLowerCase('nb') + navn.slice(1);

function showFelter(handling: Logghandling, ord: Loggord): string | null {
  const navn = listEgenskaperVist(handling).map((egenskap) => toLiten(ord.showEgenskap(egenskap)));
  if (navn.length === 0) return null;
  const felter = navn.slice(0, NAVNGITTE);

  return navn.length > NAVNGITTE
    ? ord.t('felter', { felter: felter.join(', '), antall: navn.length - NAVNGITTE })
    : ord.showListe(felter);
}

/** How something that was carried through ended; null where there is nothing more to say. */
function showVist(handling: Logghandling, utfall: string | null, ord: Loggord): string | null {
  const rader = countRaderVist(handling);
  const antall = handling.rader.findLast((rad) => rad.antall !== null)?.antall ?? null;
  const felter = showFelter(handling, ord);
  if (rader !== null) return ord.t('slutt.rader', { antall: rader });
  if (utfall === 'funnet' && felter !== null) return ord.t('slutt.funnet', { felter });
  if (utfall === 'vist' && antall !== null) return ord.t('slutt.vist', { antall });
  if (utfall === 'eksportert' && antall !== null) return ord.t('slutt.fil', { antall });
  const kjent = UTEN_TALL.find((en) => en === utfall);

  return kjent === undefined ? null : ord.t(`slutt.${kjent}`);
}

function showSlutt(handling: Logghandling, ord: Loggord): string | null {
  const [slutt, utfall] = [findLoggutfall(handling), findUtfallsord(handling)];
  if (slutt === 'vist') return showVist(handling, utfall, ord);
  if (slutt === 'uavklart' || slutt === 'paabegynt') return ord.t(`slutt.${slutt}`);
  const grunn = utfall === null ? '' : ord.showUtfall(utfall);

  return ord.t(`slutt.${slutt}`, { grunn });
}

/** @param hvem the subject of the sentence: another by name, or the reader herself */
export function writeSetning(handling: Logghandling, hvem: 'navn' | 'du', ord: Loggord): string {
  const { formaal, saksreferanse, mottaker } = handling;
  const subjekt = hvem === 'du' ? ord.t('du') : showHvem(handling, ord.t);
  const sendt = formaal === null ? '' : ` ${ord.t('formaal', { formaal: ord.showFormaal(formaal) })}`;
  const ledd = [
    `${subjekt} ${showHva(handling, ord)}${sendt}`,
    mottaker ? ord.t('mottaker', { hvem: showHvem(mottaker, ord.t) }) : null,
    saksreferanse ? ord.t('sak', { sak: saksreferanse }) : null,
    showSlutt(handling, ord),
  ];

  return `${ledd.filter((et) => et !== null).join(', ')}.`;
}
