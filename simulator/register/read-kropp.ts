/** Reads the body of a request as text, up to what a full bulk request in XML needs. */
import type { IncomingMessage } from 'node:http';

const HOEYST_BYTES = 256 * 1024;

/** The body, or undefined when it is larger than any that the contract allows (413, assumption). */
export async function readKropp(req: IncomingMessage): Promise<string | undefined> {
  const deler: Buffer[] = [];
  let bytes = 0;
  for await (const del of req) {
    if (!Buffer.isBuffer(del)) continue;
    bytes += del.length;
    if (bytes <= HOEYST_BYTES) deler.push(del);
  }
  return bytes <= HOEYST_BYTES ? Buffer.concat(deler).toString('utf8') : undefined;
}
