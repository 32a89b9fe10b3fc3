/**
 * From a place in the log to its sekvensnummer and back. The numbers rise with gaps, as the real ones do
 * (freg-contract.md section 5.3): no table, so a billion of them cost nothing.
 */

/** Numbers left out: one after every seventeenth entry and two more after every hundred and first. */
export function toSekvensnummer(indeks: number): number {
  return indeks + 1 + Math.floor(indeks / 17) + 2 * Math.floor(indeks / 101);
}

/** The place of the first entry with this number or a higher one; 0 for numbers below the first. */
export function findIndeksFra(sekvensnummer: number): number {
  let indeks = Math.max(0, Math.floor((sekvensnummer - 1) / (1 + 1 / 17 + 2 / 101)) - 2);
  while (toSekvensnummer(indeks) < sekvensnummer) indeks++;
  while (indeks > 0 && toSekvensnummer(indeks - 1) >= sekvensnummer) indeks--;
  return indeks;
}
