/**
 * Every personidentifikator that there can be today. A keyed reference says nothing without the key; with it the person is
 * found by making the reference of each number in turn. Rule: the check digits of today, since no number of the rule from
 * 2032 is given before then. Source: freg-contract.md section 6.
 */

const VEKTER_K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const VEKTER_K2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const INDIVIDNUMRE = 1_000;
/** Added to the month of a number of the synthetic population. */
const SYNTETISK = 80;
/** Added to the day of a d-nummer. */
const D_NUMMER = 40;

const toTo = (tall: number): string => String(tall).padStart(2, '0');

/** The digit that makes a weighted sum divisible by eleven; 10 where there is none. */
const toKontroll = (sum: number): number => (11 - (sum % 11)) % 11;

function sumDato(dato: string, vekter: readonly number[]): number {
  return [...dato].reduce((sum, siffer, plass) => sum + (vekter[plass] ?? 0) * Number(siffer), 0);
}

/** Days of the century without its first two digits, as the six digits that a number begins with. */
function* listDatoer(syntetiske: boolean): Generator<string> {
  for (let aar = 0; aar < 100; aar += 1) {
    for (let maaned = 1; maaned <= 12; maaned += 1) {
      // The year 2000 has the longest February of any century.
      const dager = new Date(Date.UTC(2000 + aar, maaned, 0)).getUTCDate();
      for (let dag = 1; dag <= dager; dag += 1) {
        const resten = `${toTo(maaned + (syntetiske ? SYNTETISK : 0))}${toTo(aar)}`;
        yield `${toTo(dag)}${resten}`;
        yield `${toTo(dag + D_NUMMER)}${resten}`;
      }
    }
  }
}

/** The numbers that begin with these six digits. Sums are kept as the digits count up: there are sixty million. */
export function listNumreForDato(dato: string): string[] {
  const [dato1, dato2] = [sumDato(dato, VEKTER_K1), sumDato(dato, VEKTER_K2)];
  const [a1 = 0, b1 = 0, c1 = 0] = VEKTER_K1.slice(dato.length);
  const [a2 = 0, b2 = 0, c2 = 0, vektAvK1 = 0] = VEKTER_K2.slice(dato.length);
  const numre: string[] = [];
  for (let individ = 0; individ < INDIVIDNUMRE; individ += 1) {
    const [a, b, c] = [Math.floor(individ / 100), Math.floor(individ / 10) % 10, individ % 10];
    const k1 = toKontroll(dato1 + a1 * a + b1 * b + c1 * c);
    const k2 = toKontroll(dato2 + a2 * a + b2 * b + c2 * c + vektAvK1 * k1);
    if (k1 < 10 && k2 < 10) numre.push(`${dato}${a}${b}${c}${k1}${k2}`);
  }

  return numre;
}

/** About sixty million. @param syntetiske of the synthetic population, else of the real one */
export function* listMuligeNumre(syntetiske: boolean): Generator<string> {
  for (const dato of listDatoer(syntetiske)) yield* listNumreForDato(dato);
}
