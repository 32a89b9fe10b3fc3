/**
 * The languages of the portal. The choice is the user's and is kept in a cookie, as the theme is: no language stands in an
 * address, so a link opens in the reader's own.
 */
export const SPRAAK = ['nb', 'nn', 'en'] as const;
export type Spraak = (typeof SPRAAK)[number];
export const SPRAAK_COOKIE = 'spraak';

/** An unknown or missing value is bokmål. */
export function parseSpraak(value: string | undefined): Spraak {
  return SPRAAK.find((spraak) => spraak === value) ?? 'nb';
}
