/**
 * What the rules of kontroll read: one call as the revisjonslogg tells it, when it has ended. Persons are keyed
 * references, never numbers, so a rule cannot say more of anybody than the log does.
 */

/** Acts that show one named person. */
export const PERSONINNSYN: readonly string[] = ['OPPSLAG', 'AVDEKKING', 'NOEDTILGANG'];
/** Of a person whose oppslag came before them: no new person is seen by them. */
const HENDELSER: readonly string[] = ['HENDELSESLISTE', 'HENDELSE'];
/** All acts by which a caseworker sees persons. */
export const SAKSINNSYN: readonly string[] = [...PERSONINNSYN, 'SOEK', 'BULK', ...HENDELSER];
/** Acts that lift a protection: each of them is looked at by a person afterwards. */
const AVDEKKINGER: readonly string[] = ['AVDEKKING', 'NOEDTILGANG'];
/** Acts that read the log itself; with a subject they are a search for one person. */
export const LOGGLESINGER: readonly string[] = ['LES_REVISJONSLOGG', 'INNSYN'];

export type Spor = {
  radId: string;
  handlingId: string;
  /** ISO date-time of the row that ended the call. */
  tidspunkt: string;
  /** UNRESOLVED counts as shown (security.md A-03). */
  slag: 'DISCLOSED' | 'DENIED' | 'UNRESOLVED';
  handling: string;
  bruker: string;
  brukerId: string | null;
  enhet: string | null;
  formaal: string | null;
  saksreferanse: string | null;
  utfall: string | null;
  /** Keyed references, hex. */
  subjekter: readonly string[];
  /** How many rows or persons, where the log says it. */
  antall: number | null;
  felter: readonly string[];
  /** The file of a download; null for all else. */
  fil: string | null;
  /** The session it was done in, hex; null where the log has none. */
  oekt: string | null;
};

/** How many persons one user saw by acts on a named person, on one day of hers (`yyyy-MM-dd`, Norwegian time). */
export type Dag = { bruker: string; dag: string; personer: number };

/** One sign-in of the last day and night by a kind of browser that the log names (lib/domain/session/nettleser.ts). */
export type Innlogging = {
  /** The session, hex. */
  oekt: string;
  nettleser: string;
  system: string;
  /** Whether she has signed in with the same kind in the ninety days until a day before this one. */
  kjent: boolean;
  /** How often she signed in with any kind in that time; 0 where `kjent` says enough. */
  tidligere: number;
};

/**
 * What one run of the rules is given: `nye` ended in its period, `alle` are they and what came before, oldest first. `dager`
 * are the days of those few users whose own are asked for (`flereEnnEllers`), `innlogginger` those of the users of `nye`.
 */
export type Grunnlag = {
  nye: readonly Spor[];
  alle: readonly Spor[];
  dager: readonly Dag[];
  innlogginger: readonly Innlogging[];
};

/** A nødtilgang that is given back is the end of one, and no new one. */
export const isAvdekking = ({ handling, utfall }: Spor): boolean =>
  AVDEKKINGER.includes(handling) && utfall !== 'avsluttet';

export const isVist = ({ slag }: Spor): boolean => slag !== 'DENIED';

/** The one person that an act shows; null for lists and for acts about nobody. */
export const findSubjekt = ({ handling, subjekter }: Spor): string | null =>
  PERSONINNSYN.includes(handling) ? (subjekter[0] ?? null) : null;

/** Whether one named person was shown. */
export const isPersonvist = (spor: Spor): boolean => isVist(spor) && findSubjekt(spor) !== null;

const MINUTT_MS = 60_000;
export const TIME_MINUTTER = 60;
export const DOEGN_MINUTTER = 24 * TIME_MINUTTER;

/** Whether `tidligere` is at most so many minutes before `naa`, or at the same time. */
export function isInnen(tidligere: Spor, naa: Spor, minutter: number): boolean {
  const avstand = Date.parse(naa.tidspunkt) - Date.parse(tidligere.tidspunkt);
  return avstand >= 0 && avstand <= minutter * MINUTT_MS;
}

/** The order in which spor are read, whatever order the database gave them in. */
export const compareSpor = (a: Spor, b: Spor): number =>
  a.tidspunkt.localeCompare(b.tidspunkt) || a.radId.localeCompare(b.radId);

/**
 * Finds the spor of the same person as another, in the order they were given. A person with two numbers has a reference
 * for each, and a row has those that were known when it was written: one in common is enough.
 */
export function indexPersoner(spor: readonly Spor[]): (annet: Spor) => readonly Spor[] {
  const perReferanse = new Map<string, Spor[]>();
  for (const ett of spor)
    for (const referanse of ett.subjekter) {
      const kjente = perReferanse.get(referanse);
      if (kjente) kjente.push(ett);
      else perReferanse.set(referanse, [ett]);
    }
  return ({ subjekter }) => {
    const [foerste = [], ...andre] = subjekter.map((referanse) => perReferanse.get(referanse) ?? []);
    return andre.length === 0 ? foerste : [...new Set([foerste, ...andre].flat())].toSorted(compareSpor);
  };
}
