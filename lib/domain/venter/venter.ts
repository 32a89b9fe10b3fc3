/**
 * How much waits for the user's own answer, by the page it is given on: numbers and nothing else. What she may not answer
 * is not counted, so that a number is always a page with as many lines for her.
 */
import { z } from 'zod';

const antall = z.int().min(0);

/** The names are those of the pages in the menu. */
export const Venter = z.strictObject({
  /** Uttrekk that wait for her approval. */
  uttrekk: antall,
  /** Rights that she answers for in a gjennomgang. */
  gjennomgang: antall,
  /** Rights that wait for a second person. */
  tilgang: antall,
  /** Open cases of kontroll. */
  kontroll: antall,
  /** Draws of her unit. */
  stikkproever: antall,
});
export type Venter = z.infer<typeof Venter>;
