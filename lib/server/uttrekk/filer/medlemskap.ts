/**
 * The membership file: a sorted list of sixteen-byte references of everybody whose row was delivered, so that "was this
 * person in that uttrekk" has an answer without the uttrekk (security.md 7.7). It says nothing without REVISJON_KEY.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { CHUNK_BYTES } from './chunk.ts';
import { createFilnoekkel, type Forseglet, wrapNoekkel, writeForseglet } from './container.ts';
import { POST_BYTES, REF_BYTES } from './linjer.ts';
import { toGrunnlagsplass, toMedlemskapsplass, type Uttrekksmappe } from './mappe.ts';
import { copyPost, listPoster } from './poster.ts';
import { readForseglet, scanForseglet } from './read-forseglet.ts';

/** `noekkel` is wrapped by FIL_KEY for the uttrekk; `sjekksum` is of the sealed bytes, and names the file. */
export type Medlemskap = Forseglet & { antall: number; noekkel: Buffer };

/** The references of the sorted file of the uttrekk, sealed under a key of their own that outlives the files. */
export async function writeMedlemskap(filKey: string, mappe: Uttrekksmappe): Promise<Medlemskap> {
  const grunnlag = toGrunnlagsplass(mappe);
  const noekkel = createFilnoekkel();
  let antall = 0;
  const minne = Buffer.allocUnsafeSlow(Math.ceil(CHUNK_BYTES / POST_BYTES) * REF_BYTES);
  async function* listReferanser(): AsyncGenerator<Buffer> {
    const poster = listPoster(scanForseglet(grunnlag.sti, mappe.noekkel, grunnlag.bound), POST_BYTES);
    for await (const noen of poster) {
      const referanser = minne.subarray(0, (noen.length / POST_BYTES) * REF_BYTES);
      for (let i = 0; i * POST_BYTES < noen.length; i += 1)
        copyPost(noen, i * POST_BYTES, referanser, i * REF_BYTES, REF_BYTES);
      antall += referanser.length / REF_BYTES;
      yield referanser;
    }
  }
  const midlertidig = path.join(mappe.sti, 'arbeid', randomUUID());
  const { bound } = toMedlemskapsplass(mappe, Buffer.alloc(0));
  const forseglet = await writeForseglet(midlertidig, noekkel, bound, listReferanser());
  const { sti } = toMedlemskapsplass(mappe, forseglet.sjekksum);
  await mkdir(path.dirname(sti), { recursive: true, mode: 0o700 });
  await rename(midlertidig, sti);

  return { ...forseglet, antall, noekkel: wrapNoekkel(filKey, mappe.uttrekkId, noekkel) };
}

/**
 * Everybody who was delivered, by reference.
 * @throws Filfeil when the file is missing, or where it is not whole
 */
export async function* listAlleMedlemmer(
  mappe: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>,
  { sjekksum, noekkel }: { sjekksum: Buffer; noekkel: Buffer },
): AsyncGenerator<Buffer> {
  const { sti, bound } = toMedlemskapsplass(mappe, sjekksum);
  for await (const poster of listPoster(scanForseglet(sti, noekkel, bound), REF_BYTES))
    for (let sted = 0; sted < poster.length; sted += REF_BYTES) yield poster.subarray(sted, sted + REF_BYTES);
}

/** The first place from `fra` that holds the reference or a later one, in bytes; the length where all are earlier. */
function findSted(poster: Buffer, ref: Buffer, fra: number): number {
  let [foerst, sist] = [fra / REF_BYTES, poster.length / REF_BYTES];
  while (foerst < sist) {
    const midt = (foerst + sist) >>> 1;
    if (poster.compare(ref, 0, REF_BYTES, midt * REF_BYTES, (midt + 1) * REF_BYTES) < 0) foerst = midt + 1;
    else sist = midt;
  }

  return foerst * REF_BYTES;
}

/**
 * Those of many who were delivered: one walk through the file, however many they are.
 * @param refs sorted
 * @throws Filfeil when the file is missing or not whole as far as it is read
 */
export async function listMedlemmer(
  mappe: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>,
  { sjekksum, noekkel }: { sjekksum: Buffer; noekkel: Buffer },
  refs: readonly Buffer[],
): Promise<Buffer[]> {
  const { sti, bound } = toMedlemskapsplass(mappe, sjekksum);
  const medlemmer: Buffer[] = [];
  const rest = refs.values();
  let ref = rest.next().value;
  for await (const poster of listPoster(scanForseglet(sti, noekkel, bound), REF_BYTES)) {
    for (let sted = 0; ref !== undefined; ref = rest.next().value) {
      sted = findSted(poster, ref, sted);
      if (sted === poster.length) break;
      if (ref.equals(poster.subarray(sted, sted + REF_BYTES))) medlemmer.push(ref);
    }
    if (ref === undefined) break;
  }

  return medlemmer;
}

/**
 * Whether somebody was delivered: twenty looks into the file for a million persons.
 * @param medlemskap its row, with the key unwrapped
 * @throws Filfeil when the file is missing or not whole where it is looked at
 */
export async function isMedlem(
  mappe: Pick<Uttrekksmappe, 'uttrekkId' | 'sti'>,
  { antall, sjekksum, noekkel }: { antall: number; sjekksum: Buffer; noekkel: Buffer },
  ref: Buffer,
): Promise<boolean> {
  const { sti, bound } = toMedlemskapsplass(mappe, sjekksum);
  let [fra, til] = [0, antall];
  while (fra < til) {
    const midt = (fra + til) >>> 1;
    const utsnitt = { fra: midt * REF_BYTES, til: (midt + 1) * REF_BYTES };
    const biter: Buffer[] = [];
    for await (const bit of readForseglet(sti, noekkel, bound, utsnitt)) biter.push(bit);
    const svar = Buffer.concat(biter).compare(ref);
    if (svar === 0) return true;
    if (svar < 0) fra = midt + 1;
    else til = midt;
  }

  return false;
}
