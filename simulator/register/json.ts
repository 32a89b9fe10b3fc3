/**
 * JSON as bytes. Rule: the same bytes as JSON.stringify gives.
 * A bulk answer is megabytes of rows. Each row is made and written before the next, so that a thousand documents are
 * not alive at once and no text is larger than one of them; the whole costs a third less that way.
 */
import { type Element, isElement } from '../kontrakt/feltregler.ts';

const BLOKK = 256 * 1024;
/** No UTF-16 unit takes more than three bytes in UTF-8. */
const BYTES_PER_ENHET = 3;
const KOMMA = 0x2c;

/** The value in pieces, none of them empty. */
export function formatJson(verdi: Element): Buffer[] {
  const [felt, ...flere] = Object.keys(verdi);
  const rader = felt === undefined || flere.length > 0 ? undefined : verdi[felt];
  return felt !== undefined && Array.isArray(rader) && isElement(rader[0])
    ? formatRader(felt, rader)
    : [Buffer.from(JSON.stringify(verdi))];
}

function formatRader(felt: string, rader: readonly unknown[]): Buffer[] {
  const biter: Buffer[] = [];
  let blokk = Buffer.allocUnsafe(BLOKK);
  let brukt = 0;
  const write = (tekst: string): void => {
    const plass = tekst.length * BYTES_PER_ENHET + 1;
    if (brukt + plass > blokk.length) {
      biter.push(blokk.subarray(0, brukt));
      blokk = Buffer.allocUnsafe(Math.max(BLOKK, plass));
      brukt = 0;
    }
    brukt += blokk.write(tekst, brukt);
  };
  write(`{${JSON.stringify(felt)}:[`);
  for (let i = 0; i < rader.length; i += 1) {
    if (i > 0) blokk[brukt++] = KOMMA;
    write(JSON.stringify(rader[i]) ?? 'null');
  }
  write(']}');
  biter.push(blokk.subarray(0, brukt));
  return biter;
}
