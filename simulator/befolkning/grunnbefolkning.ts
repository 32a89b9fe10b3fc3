/**
 * The people before anything happens to them: numbers, skeleton and the documents they have on the day the simulator
 * starts. A document is made when it is asked for; every one is a fresh copy that the caller may change.
 */
import type { Persondokument } from './befolkning.ts';
import { createPersoner } from './create-personer.ts';
import { createDokument as createPersondokument } from './dokument.ts';
import { getTekst, listElementer } from './dokumentlesing.ts';
import { SCENARIOER } from './scenarioer/scenarioer.ts';
import type { Skjelett } from './skjelett.ts';
import { createNummerindeks } from './soek/nummerindeks.ts';
import { TELLEDAG } from './telledag.ts';

const MAKS_ANTALL = 6_000_000;

/** `naa` is the simulator's clock at start: it decides ages, not who exists. */
export type Befolkningsvalg = { froe: number; antall: number; naa: Date };

export type Grunnbefolkning = {
  readonly skjelett: Skjelett;
  readonly scenariodokumenter: readonly Persondokument[];
  /** The day of `naa`. */
  readonly naaDag: number;
  /** The person that a number, current or old, belongs to. */
  findPerson(nummer: string): number | undefined;
  /** With `bare` only those egenskaper, except for scenario persons. Throws RangeError when nobody has the index. */
  createDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
};

/**
 * Makes `antall` persons (scenario persons included) from the seed `froe`. Throws RangeError when `antall` does not hold
 * the scenario persons or is over 6 000 000, and when `naa` is before 2026-01-01.
 */
export function createGrunnbefolkning({ froe, antall, naa }: Befolkningsvalg): Grunnbefolkning {
  if (antall < SCENARIOER.length || antall > MAKS_ANTALL) {
    throw new RangeError(`Antall personer må være fra ${SCENARIOER.length} til ${MAKS_ANTALL}.`);
  }
  const naaDag = Math.floor(naa.getTime() / 86_400_000);
  if (!(naaDag >= TELLEDAG)) throw new RangeError('Simulatorens tid kan ikke være før 1. januar 2026.');
  const scenariodokumenter = SCENARIOER.map((scenario) => scenario.createDokument(naaDag));
  const scenarionumre = listScenarionumre(scenariodokumenter);
  const skjelett = createPersoner(
    froe,
    antall,
    SCENARIOER.map(({ nummer }) => Number(nummer)),
    new Set(scenarionumre.map(([nummer]) => nummer)),
  );
  const findNummer = createNummerindeks(skjelett.nummer, [
    ...scenarionumre,
    ...[...skjelett.tidligereNummer].map(([p, nummer]) => [nummer, p] as const),
  ]);
  return {
    skjelett,
    scenariodokumenter,
    naaDag,
    findPerson: (nummer) => (/^\d{11}$/.test(nummer) ? findNummer(Number(nummer)) : undefined),
    createDokument(person, bare) {
      if (!Number.isInteger(person) || person < 0 || person >= antall)
        throw new RangeError('Ingen person med denne indeksen.');
      return (
        SCENARIOER[person]?.createDokument(naaDag) ?? createPersondokument(skjelett, person, naaDag, bare)
      );
    },
  };
}

/** Every number a scenario person has or had, with the person's index. */
function listScenarionumre(
  dokumenter: readonly Persondokument[],
): (readonly [nummer: number, person: number])[] {
  return dokumenter.flatMap((dokument, person) =>
    listElementer(dokument, 'identifikasjonsnummer').map(
      (e) => [Number(getTekst(e, 'foedselsEllerDNummer')), person] as const,
    ),
  );
}
