/**
 * The files of a finished uttrekk. Rule: each is sealed under a key of its own; the one that DuckDB makes is made beside the
 * others.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Bestilling, Format } from '#lib/domain/uttrekk/bestilling.ts';
import { createDelsummer, type Summer } from '#lib/server/uttrekk/manifest/delsummer.ts';
import { createFilnoekkel, wrapNoekkel, writeForseglet } from './container.ts';
import { toFilplass } from './mappe.ts';
import { type Medlemskap, writeMedlemskap } from './medlemskap.ts';
import { runBoth } from './run-both.ts';
import { type Samling, skrivFormat } from './skriv-format.ts';

/** A finished file. The sums are of what is downloaded; `noekkel` is wrapped for `filId`. */
export type FerdigFil = Summer & { filId: string; format: Format; rader: number; noekkel: Buffer };

async function writeFil(
  filKey: string,
  format: Format,
  bestilling: Bestilling,
  samling: Samling,
): Promise<FerdigFil> {
  const filId = randomUUID();
  const noekkel = createFilnoekkel();
  const { sti, bound } = toFilplass(samling.mappe, filId);
  const summer = createDelsummer();
  await writeForseglet(sti, noekkel, bound, summer.sum(skrivFormat(format, bestilling, samling)));

  return {
    ...summer.end(),
    filId,
    format,
    rader: samling.rader,
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
