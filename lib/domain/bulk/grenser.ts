/** Limits of a bulkoppslag, apart from its contract: the browser needs the number and not the validation. */

/** Numbers in one part. Source: freg-contract.md section 1.5. */
export const MAKS_I_DEL = 1_000;
