/**
 * The files of a finished uttrekk. Rule: each is sealed under a key of its own; the one that DuckDB makes is made beside the
 * others.
 */
import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import { createFilnoekkel, wrapNoekkel, writeForseglet } from './container.ts';
import { toFilplass } from './mappe.ts';
import { type Medlemskap, writeMedlemskap } from './medlemskap.ts';
import { runBoth } from './run-both.ts';
import { type Samling, skrivFormat } from './skriv-format.ts';

/** A finished file. `bytes` and `sjekksum` (SHA-256) are of what is downloaded; `noekkel` is wrapped for `filId`. */
export type FerdigFil = {
  filId: string;
  format: Format;
  bytes: number;
  rader: number;
  sjekksum: Buffer;
  noekkel: Buffer;
};

async function writeFil(
  filKey: string,
  format: Format,
  bestilling: Bestilling,
  samling: Samling,
): Promise<FerdigFil> {
  const filId = randomUUID();
  const noekkel = createFilnoekkel();
  const { sti, bound } = toFilplass(samling.mappe, filId);
  const sum = createHash('sha256');
  let bytes = 0;
  async function* malt(): AsyncGenerator<Uint8Array> {
    for await (const bit of skrivFormat(format, bestilling, samling)) {
      sum.update(bit);
      bytes += bit.length;
      yield bit;
    }
  }
  await writeForseglet(sti, noekkel, bound, malt());

  return {
    filId,
    format,
    bytes,
    rader: samling.rader,
    sjekksum: sum.digest(),
    noekkel: wrapNoekkel(filKey, filId, noekkel),
  };
}

async function writeFiler(
  filKey: string,
  formater: readonly Format[],
  bestilling: Bestilling,
  samling: Samling,
): Promise<FerdigFil[]> {
  const filer: FerdigFil[] = [];
  for (const format of formater) filer.push(await writeFil(filKey, format, bestilling, samling));

  return filer;
}

/**
 * Every format that is possible, and the membership file.
 * @param filKey FIL_KEY
 * @throws Filfeil; the signal's reason when it is raised
 */
export async function skrivFiler(
  filKey: string,
  formater: readonly Format[],
  bestilling: Bestilling,
  samling: Samling,
): Promise<{ filer: FerdigFil[]; medlemskap: Medlemskap }> {
  const write = (noen: Format[], signal: AbortSignal) =>
    writeFiler(filKey, noen, bestilling, { ...samling, signal });
  const uten = formater.filter((format) => format !== 'parquet');
  const med = formater.filter((format) => format === 'parquet');
  const [{ filer, medlemskap }, parquet] = await runBoth(
    samling.signal,
    async (signal) => ({
      filer: await write(uten, signal),
      medlemskap: await writeMedlemskap(filKey, samling.mappe),
    }),
    (signal) => write(med, signal),
  );

  return { filer: [...filer, ...parquet], medlemskap };
}
