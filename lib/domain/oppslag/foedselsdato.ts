/**
 * Birth dates as people write them, read into the register's `YYYYMMDD`. Only days that exist; a text that is no date
 * is never guessed at.
 *
 * Two-digit years are read as the latest century that does not lie in the future, seen from `naa`: in November 2026,
 * `010226` is 2026 and `311226` is 1926. The screen echoes the date in words, so a person of a hundred can be
 * corrected; the register's own advice (try 19, 20, 18) takes three acts where this takes one.
 * Source: freg-contract.md section 4.1 (format) and 4.3 (six digits).
 */
import { toNorskDag } from '#lib/domain/norsk-dag.ts';

const AAR_FOERST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAG_FOERST = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})$/;
const SEKS_SIFFER = /^(\d{2})(\d{2})(\d{2})$/;
const AAR_FOERST_UTEN_SKILLE = /^(\d{4})(\d{2})(\d{2})$/;
const DAG_FOERST_UTEN_SKILLE = /^(\d{2})(\d{2})(\d{4})$/;

/** Earlier years are not in the register; the limit also makes eight digits mean one thing only. */
const FOERSTE_AAR = 1800;

type Dato = { aar: number; maaned: number; dag: number };

function isDato({ aar, maaned, dag }: Dato): boolean {
  const dato = new Date(Date.UTC(aar, maaned - 1, dag));
  return aar >= FOERSTE_AAR && aar < 2100 && dato.getUTCMonth() === maaned - 1 && dato.getUTCDate() === dag;
}

function toRegisterets({ aar, maaned, dag }: Dato): string {
  return `${aar}${String(maaned).padStart(2, '0')}${String(dag).padStart(2, '0')}`;
}

/** Today in Norway as YYYYMMDD, so that a child born today is not a hundred years old until Greenwich agrees. */
function toIdag(naa: Date): string {
  return toNorskDag(naa).replaceAll('-', '');
}

function addAarhundre(tosifret: number, maaned: number, dag: number, naa: Date): Dato {
  const dette = { aar: 2000 + tosifret, maaned, dag };
  return isDato(dette) && toRegisterets(dette) <= toIdag(naa) ? dette : { ...dette, aar: 1900 + tosifret };
}

/**
 * Reads `01.02.1990`, `1.2.90`, `1/2 1990`-like separators, `010290`, `01021990`, `1990-02-01` and `19900201`.
 * @param naa decides the century of two-digit years
 * @returns YYYYMMDD, or null when the text is not a day of the calendar between 1800 and 2099
 */
export function parseFoedselsdato(tekst: string, naa: Date): string | null {
  const aarFoerst = AAR_FOERST.exec(tekst) ?? AAR_FOERST_UTEN_SKILLE.exec(tekst);
  if (aarFoerst) {
    const dato = { aar: Number(aarFoerst[1]), maaned: Number(aarFoerst[2]), dag: Number(aarFoerst[3]) };
    if (isDato(dato)) return toRegisterets(dato);
  }
  const dagFoerst = DAG_FOERST.exec(tekst) ?? SEKS_SIFFER.exec(tekst) ?? DAG_FOERST_UTEN_SKILLE.exec(tekst);
  if (!dagFoerst) return null;
  const [dag, maaned, aar] = [Number(dagFoerst[1]), Number(dagFoerst[2]), Number(dagFoerst[3])];
  const dato = dagFoerst[3]?.length === 2 ? addAarhundre(aar, maaned, dag, naa) : { aar, maaned, dag };
  return isDato(dato) ? toRegisterets(dato) : null;
}
