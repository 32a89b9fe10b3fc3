/** What a view may be called, as the form and the server judge it. Apart from the schema, which is the server's. */
export const VISNINGSNAVN_MAKS = 60;

/** Eleven digits as people write them, alone or inside a text. */
export const hasPersonnummer = (tekst: string): boolean => /(?<!\d)\d{6}[\s.-]?\d{5}(?!\d)/.test(tekst);
