/** How the tables of municipalities are written: `0301 Oslo;1101 Eigersund`, several to a line. */

/** Reads a table into pairs of number and name. */
export function parseKommunetabell(tabell: string): [string, string][] {
  return tabell
    .trim()
    .split(/[;\n]/)
    .map((rad) => [rad.slice(0, 4), rad.slice(5)]);
}
