/**
 * What the page of an uttrekk tells of how many there are. Rule: where the virksomhet gives out none of so few, their number
 * is not told either: not while they are fetched, and not when it was refused (security.md F-11).
 */
import { type AvFaa, canGisUt } from './grenser.ts';
import type { Motormerknad } from './merknad.ts';
import { MED_RESULTAT, type Tilstand } from './tilstand.ts';
import type { Fremdrift, Uttrekksside } from './uttrekk.ts';

type Antallsgrunnlag = {
  tilstand: Tilstand;
  feil: string | null;
  fremdrift: Pick<Fremdrift, 'identifikatorer'>;
};

/** Whether the number is kept back. What was refused has it kept back also where repeats made it look larger. */
export const isAntallSkjult = (avFaa: AvFaa, { tilstand, feil, fremdrift }: Antallsgrunnlag): boolean =>
  feil === 'faaPersoner' || (!MED_RESULTAT.includes(tilstand) && !canGisUt(fremdrift.identifikatorer, avFaa));

/** How far it has come, without how many. */
export const hideFremdrift = ({ sisteBatchSett }: Fremdrift): Fremdrift => ({
  sisteBatchSett,
  ...{ batcher: 0, identifikatorer: 0, hentet: 0, ikkeLevert: 0 },
  ...{ personerPerSekund: null, sekunderIgjen: null },
});

/** Lines that say how many. */
const MED_ANTALL: readonly string[] = [
  'batchHentet',
  'stoppetAvBrannmur',
  'uteblitt',
  'ferdigstiller',
] satisfies Motormerknad['kode'][];

/** The page without a number of persons anywhere. */
export const hideAntall = (side: Uttrekksside): Uttrekksside => ({
  ...side,
  fremdrift: hideFremdrift(side.fremdrift),
  batcher: [],
  merknader: side.merknader.filter(({ kode }) => !MED_ANTALL.includes(kode)),
});
