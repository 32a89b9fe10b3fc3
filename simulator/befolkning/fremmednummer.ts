/**
 * Numbers of other authorities (DUF, foreign identifiers, documents) hold the person's index, scrambled, so that a
 * search finds the person from the number alone, without an index in memory. The document still decides the match.
 */
const ROM = 100_000_000n;
const FAKTOR = 48_271_937n;
const OMVENDT = 29_927_873n;

/** Eight digits for a person. */
export function toKode(froe: number, person: number): string {
  const kode = (BigInt(person) * FAKTOR + BigInt(froe >>> 0)) % ROM;
  return String(kode).padStart(8, '0');
}

/** The person whose number ends with these eight digits, if such an index can exist. */
export function findPersonFraKode(froe: number, antall: number, nummer: string): number | undefined {
  const siffer = nummer.replace(/\D/g, '').slice(-8);
  if (siffer.length < 8) return undefined;
  const person = Number(((((BigInt(siffer) - BigInt(froe >>> 0)) % ROM) + ROM) * OMVENDT) % ROM);
  return person < antall ? person : undefined;
}
