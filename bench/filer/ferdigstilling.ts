/**
 * One finishing, in a process of its own so that its memory is its own: makes the parts of so many persons, or finishes
 * one format of those that are there. `node ferdigstilling.ts MAPPE ANTALL deler|csv|parquet`; prints what it took as JSON.
 */
import type { Format } from '../../lib/domain/uttrekk/bestilling.ts';
import { toSubjektRef } from '../../lib/server/revisjonslogg/noekler.ts';
import { writeDelfil } from '../../lib/server/uttrekk/filer/deler.ts';
import { ferdigstill } from '../../lib/server/uttrekk/filer/ferdigstill.ts';
import type { Deladresse } from '../../lib/server/uttrekk/filer/mappe.ts';
import { createBestilling, createPost } from './personer.ts';

const I_EN_DEL = 1_000;
const KEY = Buffer.alloc(32, 2).toString('base64');
const refKey = (nummer: string): Buffer => toSubjektRef(KEY, nummer);
const [sti = '', antallTekst = '0', hva = ''] = process.argv.slice(2);
const antall = Number(antallTekst);
const mappe = { uttrekkId: 'maaling', sti, noekkel: Buffer.alloc(32, 1) };
const deler: Deladresse[] = Array.from({ length: antall / I_EN_DEL }, (_, nr) => ({
  jobbNr: 0,
  batchNr: 0,
  nr,
  leieNr: 1,
}));

async function makeDeler(): Promise<void> {
  const bestilling = createBestilling(['csv', 'parquet']);
  for (const adresse of deler) {
    const poster = Array.from({ length: I_EN_DEL }, (_, i) => createPost(adresse.nr * I_EN_DEL + i));
    await writeDelfil(mappe, bestilling, adresse, poster, refKey);
  }
}

async function finish(format: Format): Promise<void> {
  const deps = {
    filKey: KEY,
    refKey,
    signal: new AbortController().signal,
    meld: () => undefined,
    avFaa: 'begrunn' as const,
  };
  const ferdig = await ferdigstill(deps, mappe, createBestilling([format]), deler);
  if (ferdig.rader !== antall) throw new Error(`${ferdig.rader} rader av ${antall}`);
}

const startet = performance.now();
if (hva === 'csv' || hva === 'parquet') await finish(hva);
else await makeDeler();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    ms: performance.now() - startet,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    toppMb: maxRSS / 1024,
  }),
);
