/**
 * Delimited text as rows of cells: semicolon, tab or comma, with quotes, as spreadsheets write and paste it. Nothing is
 * guessed about the content; which column holds the numbers is `kolonne.ts`.
 */

export type Tabell = readonly (readonly string[])[];

const SKILLETEGN = [';', '\t', ','] as const;
const PROEVELINJER = 20;

/** The separator that stands in most of the first lines; null when none does. */
function findSkilletegn(tekst: string): string | null {
  const linjer = tekst.split(/\r\n|\n|\r/, PROEVELINJER).filter((linje) => linje.trim() !== '');
  const [best] = SKILLETEGN.map((tegn) => ({
    tegn,
    antall: linjer.filter((linje) => linje.includes(tegn)).length,
  })).toSorted((a, b) => b.antall - a.antall);
  return best && best.antall * 2 > linjer.length ? best.tegn : null;
}

/** @returns null when a quote is never closed, so that one stray quote does not swallow the file */
function readCeller(tekst: string, skille: string | null, medSitat: boolean): string[][] | null {
  const rader: string[][] = [];
  let rad: string[] = [];
  let start = 0;
  let i = 0;
  while (i <= tekst.length) {
    if (medSitat && i === start && tekst[i] === '"') {
      let celle = '';
      for (;;) {
        const slutt = tekst.indexOf('"', i + 1);
        if (slutt === -1) return null;
        celle += tekst.slice(i + 1, slutt);
        i = slutt + 1;
        if (tekst[i] !== '"') break;
        celle += '"';
      }
      while (i < tekst.length && tekst[i] !== skille && tekst[i] !== '\n' && tekst[i] !== '\r') i += 1;
      rad.push(celle);
    } else {
      while (i < tekst.length && tekst[i] !== skille && tekst[i] !== '\n' && tekst[i] !== '\r') i += 1;
      rad.push(tekst.slice(start, i));
    }
    if (i >= tekst.length || tekst[i] !== skille) {
      rader.push(rad);
      rad = [];
      if (tekst[i] === '\r' && tekst[i + 1] === '\n') i += 1;
    }
    i += 1;
    start = i;
  }
  return rader;
}

const isTom = (rad: readonly string[]): boolean => rad.every((celle) => celle.trim() === '');

/** Rows at the end that hold nothing are left out; those between stand, so that row numbers are the file's own. */
export function trimTabell(rader: string[][]): string[][] {
  const siste = rader.findLastIndex((rad) => !isTom(rad));
  return rader.slice(0, siste + 1);
}

/** Reads the text; one column when it has no separator. */
export function parseTabell(tekst: string): string[][] {
  // Excel's own note of which separator it used.
  const [note = '', oppgitt] = /^sep=([;,\t|])(?:\r\n|\n|\r)/i.exec(tekst) ?? [];
  const innhold = tekst.slice(note.length);
  const skille = oppgitt ?? findSkilletegn(innhold);
  return trimTabell(readCeller(innhold, skille, true) ?? readCeller(innhold, skille, false) ?? []);
}

/** Whether a paste is a table and not a list: several columns parted by tabs, as a spreadsheet copies them. */
export function isLimtTabell(tekst: string): boolean {
  const linjer = tekst.split(/\r\n|\n|\r/, PROEVELINJER).filter((linje) => linje.trim() !== '');
  return linjer.length > 1 && linjer.every((linje) => linje.includes('\t'));
}
