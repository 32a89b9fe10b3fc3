/** Limits of a soek, apart from its contract: the browser needs the numbers and not the validation. */

/** Persons on a page (security.md Z-13). */
export const SIDESTOERRELSE = 50;
/** More hits than this the register does not give (freg-contract.md section 1.5). */
export const MAKS_TREFF = 10_000;
