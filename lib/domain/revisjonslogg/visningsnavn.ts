/** What a view may be called, as the form and the server judge it. Apart from the schema, which is the server's. */
export const VISNINGSNAVN_MAKS = 60;
