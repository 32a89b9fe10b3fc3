/**
 * The few DER constructions that PKCS#12 needs (ITU-T X.690): definite lengths, low tag numbers, nothing else.
 * Every function returns one complete element: tag, length, content.
 */

/** One element with any tag. The content is already encoded. */
function element(tag: number, ...innhold: Uint8Array[]): Buffer {
  const kropp = Buffer.concat(innhold);
  return Buffer.concat([Buffer.from([tag]), lengde(kropp.length), kropp]);
}

function lengde(antall: number): Buffer {
  if (antall < 0x80) return Buffer.from([antall]);
  const siffer = Buffer.from(
    antall.toString(16).padStart(antall > 0xffff ? 6 : antall > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([Buffer.from([0x80 | siffer.length]), siffer]);
}

export const sequence = (...innhold: Uint8Array[]): Buffer => element(0x30, ...innhold);
export const set = (...innhold: Uint8Array[]): Buffer => element(0x31, ...innhold);
export const octetString = (innhold: Uint8Array): Buffer => element(0x04, innhold);
/** `[0] EXPLICIT`: the wrapper that PKCS#7 and PKCS#12 put around what a type identifier announces. */
export const eksplisitt = (innhold: Uint8Array): Buffer => element(0xa0, innhold);
export const nullverdi = (): Buffer => element(0x05);

/** A non-negative integer below 2^31. */
export function integer(verdi: number): Buffer {
  const heks = verdi.toString(16);
  const siffer = Buffer.from(heks.padStart(heks.length + (heks.length % 2), '0'), 'hex');
  const erNegativ = (siffer[0] ?? 0) >= 0x80;
  return element(0x02, erNegativ ? Buffer.concat([Buffer.from([0]), siffer]) : siffer);
}

/** An object identifier written with dots: `1.2.840.113549.1.7.1`. */
export function objectIdentifier(punktum: string): Buffer {
  const [foerste = 0, andre = 0, ...resten] = punktum.split('.').map(Number);
  const bytes = [foerste * 40 + andre, ...resten].flatMap((tall) => base128(tall));
  return element(0x06, Buffer.from(bytes));
}

function base128(tall: number): number[] {
  const siffer = [tall % 128];
  for (let rest = Math.floor(tall / 128); rest > 0; rest = Math.floor(rest / 128))
    siffer.unshift((rest % 128) | 0x80);
  return siffer;
}
