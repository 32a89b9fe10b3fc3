/**
 * What the files of an uttrekk cost: finishing a million rows of 20 fields to CSV and to Parquet, with its memory against
 * that of a hundred thousand, and a download through the portal, with its decryption, against nginx that sends the same bytes
 * as they are.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { createKlartUttrekk } from '../scripts/klart-uttrekk.ts';
import { createPortalClient } from '../scripts/portal-client.ts';
import WORKER from '../scripts/worker-process.json' with { type: 'json' };
import { startStatiskTjener } from './filer/statisk-tjener.ts';
import type { BenchResultat } from './kjoer.ts';
import type { Maaling } from './measure.ts';
import { startBenchOffice } from './office.ts';

const run = promisify(execFile);
const STORT = 1_000_000;
const LITE = 100_000;
const FERDIG_INNEN_MS = 10_000;
const MAKS_MB = 400;
const MAKS_VEKST = 1.15;
/** Downloads, the best of which counts: a portal at work is warm, and what else the machine does only makes one slower. */
const RUNDER = 10;
const FIL_BYTES = 256 * 1024 * 1024;
const MINST_AV_GRENSEN = 0.5;

const Kjoering = z.object({ ms: z.number(), cpuMs: z.number(), toppMb: z.number() });
type Kjoering = z.infer<typeof Kjoering>;

async function runFerdigstilling(mappe: string, antall: number, hva: string): Promise<Kjoering> {
  const script = path.join(import.meta.dirname, 'filer', 'ferdigstilling.ts');
  const args = ['--conditions=react-server', script, mappe, String(antall), hva];
  const { stdout } = await run(process.execPath, [...WORKER.flags, ...args], {
    env: { ...process.env, ...WORKER.env },
  });

  return Kjoering.parse(JSON.parse(stdout));
}

type Ferdigstilling = { antall: number; csv: Kjoering; parquet: Kjoering };

async function measureFerdigstilling(antall: number): Promise<Ferdigstilling> {
  const mappe = mkdtempSync(path.join(tmpdir(), 'uttrekk-bench-'));
  try {
    await runFerdigstilling(mappe, antall, 'deler');
    const csv = await runFerdigstilling(mappe, antall, 'csv');

    return { antall, csv, parquet: await runFerdigstilling(mappe, antall, 'parquet') };
  } finally {
    rmSync(mappe, { recursive: true, force: true });
  }
}

/** Milliseconds from the request to the last byte, which is thrown away. */
function fetchAlt(url: string, headers: http.OutgoingHttpHeaders): Promise<number> {
  const startet = performance.now();

  return new Promise((resolve, reject) => {
    http
      .get(url, { headers, agent: false }, (res) => {
        let bytes = 0;
        res.on('data', (bit: Buffer) => {
          bytes += bit.length;
        });
        res.on('error', reject);
        res.on('end', () => {
          if (res.statusCode === 200 && bytes === FIL_BYTES) resolve(performance.now() - startet);
          else reject(new Error(`uventet svar ${res.statusCode}, ${bytes} bytes`));
        });
      })
      .on('error', reject);
  });
}

const Grant = z.object({ nedlastingId: z.string() });

type Nedlasting = { portal: number[]; grense: number[]; grensenavn: string };

async function measureNedlasting(): Promise<Nedlasting> {
  const office = await startBenchOffice({ antall: 500, froe: 1 });
  const klartekst = path.join(office.dataDir, 'klartekst');
  try {
    const innhold = Buffer.alloc(FIL_BYTES, 'fornavn;etternavn\r\n');
    writeFileSync(klartekst, innhold);
    const client = await createPortalClient(office.portalUrl, 'analytiker', office.passord);
    const { uttrekkId, filId } = await createKlartUttrekk(office, 'analytiker', innhold);
    const grants = `/api/uttrekk/${uttrekkId}/filer/${filId}/nedlasting`;
    const tjener = await startStatiskTjener(klartekst);
    const tider: Nedlasting = { portal: [], grense: [], grensenavn: tjener.navn };
    for (let runde = 0; runde < RUNDER; runde += 1) {
      const { nedlastingId } = Grant.parse(await (await client.send('POST', grants, { form: 'fil' })).json());
      tider.portal.push(await fetchAlt(`${office.portalUrl}/api/nedlasting/${nedlastingId}`, client.headers));
      tider.grense.push(await fetchAlt(tjener.url, {}));
    }
    await tjener.stop();

    return tider;
  } finally {
    await office.stop();
  }
}

const toMaaling = (navn: string, ms: number[]): Maaling => ({
  navn,
  samtidige: 1,
  ms,
  varighetMs: ms.reduce((sum, en) => sum + en, 0),
});

const sekunder = (ms: number): string => (ms / 1000).toFixed(1);
const toMbPerSekund = (ms: number): number => FIL_BYTES / 1024 / 1024 / (ms / 1000);

export async function kjoer(): Promise<BenchResultat> {
  const lite = await measureFerdigstilling(LITE);
  const stort = await measureFerdigstilling(STORT);
  const { portal, grense, grensenavn } = await measureNedlasting();
  const [best, taket] = [Math.min(...portal), Math.min(...grense)];
  const forhold = (['csv', 'parquet'] as const).flatMap((format) => {
    const { ms, cpuMs, toppMb } = stort[format];
    const vekst = toppMb / lite[format].toppMb;

    return [
      {
        tekst: `${STORT} rader × 20 felter til ${format} på ${sekunder(ms)} s (${sekunder(cpuMs)} s prosessortid), grense ${sekunder(FERDIG_INNEN_MS)} s`,
        holder: ms < FERDIG_INNEN_MS,
      },
      {
        tekst: `minne på det høyeste ${toppMb.toFixed(0)} MB, ${vekst.toFixed(2)} ganger det for ${LITE} rader, grense ${MAKS_MB} MB og ${MAKS_VEKST}`,
        holder: toppMb < MAKS_MB && vekst < MAKS_VEKST,
      },
    ];
  });

  return {
    tittel: 'Filene i et uttrekk',
    beskrivelse: `Ferdigstilling fra deler som er hentet, med dubletter, medlemskap, fordelinger og kryptering, hvert format i en prosess for seg som startes slik arbeideren gjør (DuckDB for Parquet kjører i en egen prosess, som ikke er med i minnet). Nedlasting av 256 MB gjennom portalen, dekryptert og med radene i revisjonsloggen, mot ${grensenavn} som sender de samme bytene ukryptert.`,
    maalinger: [
      toMaaling('nedlasting gjennom portalen', portal),
      toMaaling(`${grensenavn}, ukryptert`, grense),
    ],
    forhold: [
      ...forhold,
      {
        tekst: `nedlasting ${toMbPerSekund(best).toFixed(0)} MB/s mot ${toMbPerSekund(taket).toFixed(0)} MB/s fra ${grensenavn}: ${(taket / best).toFixed(2)}, grense ${MINST_AV_GRENSEN}`,
        holder: taket / best >= MINST_AV_GRENSEN,
      },
    ],
  };
}
