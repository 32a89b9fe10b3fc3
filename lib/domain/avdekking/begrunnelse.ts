/** The reason for an avdekking, as the form and the server judge it. Apart from the request's schema, which is the server's. */
/** How long the addresses stand on the screen. */
export const AVDEKKET_MINUTTER = 5;
export const BEGRUNNELSE_MIN = 10;
export const BEGRUNNELSE_MAKS = 255;

/** Why a reason is not one. Each has a text: `avdekking.begrunnelsefeil.<feil>`. */
export const BEGRUNNELSEFEIL = ['forKort', 'forLang', 'sierIkkeNoe'] as const;
export type Begrunnelsefeil = (typeof BEGRUNNELSEFEIL)[number];

/**
 * What is wrong with a reason; null for one that can stand in the log. It must be words: at least two different ones,
 * and not a few letters over and over.
 */
export function findBegrunnelsefeil(tekst: string): Begrunnelsefeil | null {
  const begrunnelse = tekst.trim();
  if (begrunnelse.length < BEGRUNNELSE_MIN) return 'forKort';
  if (begrunnelse.length > BEGRUNNELSE_MAKS) return 'forLang';
  const ord = new Set(begrunnelse.toLocaleLowerCase('nb').match(/\p{L}{2,}/gu));
  const bokstaver = new Set(begrunnelse.toLocaleLowerCase('nb').match(/\p{L}/gu));

  return ord.size >= 2 && bokstaver.size >= 5 ? null : 'sierIkkeNoe';
}
