/** Records of a fixed length out of a stream of bytes, and a record's bytes moved. */
import 'server-only';

/**
 * The records of a stream, as many as a chunk holds at a time; one that lies in two chunks comes by itself. They lie
 * where the next may: whoever takes them is done with them before asking for more.
 */
export async function* listPoster(biter: AsyncIterable<Buffer>, postBytes: number): AsyncGenerator<Buffer> {
  const delt = Buffer.alloc(postBytes);
  let lagt = 0;
  for await (const bit of biter) {
    let fra = 0;
    if (lagt > 0) {
      fra = bit.copy(delt, lagt);
      lagt += fra;
      if (lagt < postBytes) continue;
      yield delt;
    }
    const til = bit.length - ((bit.length - fra) % postBytes);
    if (til > fra) yield bit.subarray(fra, til);
    lagt = bit.copy(delt, 0, til);
  }
}

/** A few bytes from one place to another: for so few a loop costs a fraction of `Buffer.copy`. */
export function copyPost(fra: Buffer, fraSted: number, til: Buffer, tilSted: number, bytes: number): void {
  for (let i = 0; i < bytes; i += 1) til[tilSted + i] = fra[fraSted + i] ?? 0;
}

/** Whether two places hold the same bytes. Most differ in the first. */
export function isSammePost(a: Buffer, aSted: number, b: Buffer, bSted: number, bytes: number): boolean {
  for (let i = 0; i < bytes; i += 1) if (a[aSted + i] !== b[bSted + i]) return false;

  return true;
}
