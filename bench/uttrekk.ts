/**
 * What an uttrekk costs: our worker, with log, sealing and files, beside the register's own algorithm as it is written
 * (one call at a time over a warm connection) and beside a bare client at the worker's concurrency that throws the answers
 * away, which is the limit. The register answers a single call after 50 ms and a bulk call after one second.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createPool, query } from '#lib/server/db/pool.ts';
import { createBefolkning } from '../simulator/befolkning/create-befolkning.ts';
import type { BenchResultat } from './kjoer.ts';
import type { LoadOrder, Request } from './load-client.ts';
import type { Maaling } from './measure.ts';
import { type BenchOffice, startBenchOffice } from './office.ts';
import { type Aar, runUttrekk } from './uttrekk/bestill.ts';
import { withPeakMb } from './uttrekk/memory.ts';
import { tegnPlot } from './uttrekk/tegn-plot.ts';

const ANTALL = 1_000_000;
const FROE = 1;
const KALL = 100;
const OMH = '/folkeregisteret/offentlig-med-hjemmel/api/v1';
const PER_KALL = 1_000;
/** As many calls at once as the worker makes at most. */
const SAMTIDIGE = 16;
const SETTLE_MS = 3_000;
const ROUND_MS = 20_000;
/** Years of birth that hold about a tenth and about a fifth of the population. */
const TIDEL = { fra: 1990, til: 1996 };
const FEMTEDEL = { fra: 1970, til: 1984 };
const MINST_MOT_ALGORITMEN = 5;
const MINST_MOT_GRENSEN = 0.7;
const MAKS_MB = 400;
const MAKS_VEKST = 1.15;

const Nummer = z.object({
  identifikasjonsnummer: z.tuple([z.object({ foedselsEllerDNummer: z.string() })]).rest(z.unknown()),
});
const Load = z.object({ ms: z.array(z.number()), varighetMs: z.number() });
const Deler = z.object({ deler: z.array(z.string()) });

/** The parts that the worker asked for, so that the others ask for the same. */
async function readDeler(office: BenchOffice, uttrekkId: string): Promise<string> {
  const pool = createPool(office.ownerUrl, { max: 1 });
  const [rad] = await query(pool, Deler, 'select deler from uttrekk.uttrekk where id = $1', [uttrekkId]);
  await pool.end();

  return Deler.parse(rad)
    .deler.map((del) => `part=${del}`)
    .join('&');
}

async function setForsinkelse({ kontrollUrl }: BenchOffice): Promise<void> {
  const forsinkelser = [
    { feil: 'forsinkelse-ms', verdi: 50 },
    { feil: 'forsinkelse-ms', verdi: 1_000 - 50, tjeneste: 'bulkoppslag' },
  ];
  for (const valg of forsinkelser) {
    const svar = await fetch(`${kontrollUrl}/feil`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(valg),
    });
    if (!svar.ok) throw new Error(await svar.text());
  }
}

/** Bulk calls about persons of the same register, who are spread over it. */
function listKall(deler: string): Request[] {
  const befolkning = createBefolkning({ froe: FROE, antall: ANTALL, naa: new Date() });
  const hopp = Math.floor(ANTALL / (KALL * PER_KALL));

  return Array.from({ length: KALL }, (_, kall) => {
    const numre = Array.from({ length: PER_KALL }, (_, i) => {
      const person = befolkning.getDokument((kall * PER_KALL + i) * hopp);
      return Nummer.parse(person).identifikasjonsnummer[0].foedselsEllerDNummer;
    });
    const body = JSON.stringify({ foedselsEllerDNummer: numre });

    return { method: 'POST', path: `${OMH}/personer/bulkoppslag?somBestilt=true&${deler}`, body };
  });
}

/** The same calls without anything of ours, `samtidige` at a time, in a process of their own. */
async function measureBar(
  { registerUrl, pki }: BenchOffice,
  requests: readonly Request[],
  samtidige: number,
): Promise<Omit<Maaling, 'navn'>> {
  const pem = (fil: string) => readFileSync(path.join(pki, fil), 'utf8');
  const tls = { ca: pem('ca.pem'), cert: pem('virksomhet.pem'), key: pem('virksomhet.key') };
  const load = fork(path.join(import.meta.dirname, 'load-client.ts'));
  try {
    const order: LoadOrder = {
      origin: registerUrl,
      tls,
      requests,
      samtidige,
      settleMs: SETTLE_MS,
      roundMs: ROUND_MS,
    };
    load.send(order);
    const [svar] = await once(load, 'message');

    return { ...Load.parse(svar), samtidige };
  } finally {
    load.disconnect();
  }
}

type Kjoert = Awaited<ReturnType<typeof runUttrekk>> & { toppMb: number };

/** One uttrekk by a worker that has done nothing before. */
async function runFersk(office: BenchOffice, aar: Aar): Promise<Kjoert> {
  const worker = await office.startWorker();
  try {
    const { value, toppMb } = await withPeakMb(worker.pid, () => runUttrekk(office, aar));
    console.log(`${value.personer} personer på ${Math.round(value.ms / 1000)} s, ${Math.round(toppMb)} MB`);

    return { ...value, toppMb };
  } finally {
    await worker.stop();
  }
}

const perSekund = ({ personer, ms }: Kjoert) => personer / (ms / 1000);
const barePerSekund = ({ ms, varighetMs }: Omit<Maaling, 'navn'>) =>
  (ms.length * PER_KALL) / (varighetMs / 1000);
const tall = (verdi: number) => new Intl.NumberFormat('nb-NO').format(Math.round(verdi));
const gang = (verdi: number) => verdi.toFixed(2).replace('.', ',');

function toResultat(
  en: Omit<Maaling, 'navn'>,
  bar: Omit<Maaling, 'navn'>,
  [liten, midt, stor]: readonly [Kjoert, Kjoert, Kjoert],
): BenchResultat {
  const motAlgoritmen = perSekund(midt) / barePerSekund(en);
  const motGrensen = perSekund(midt) / barePerSekund(bar);
  const vekst = stor.toppMb / liten.toppMb;
  const mestMb = Math.max(liten.toppMb, midt.toppMb, stor.toppMb);
  const linje = (navn: string, { personer, ms, toppMb }: Kjoert) =>
    `${navn}: ${tall(personer)} personer på ${tall(ms / 1000)} s (${tall(personer / (ms / 1000))} per sekund), høyst ${tall(toppMb)} MB`;

  const punkter = [liten, midt, stor].map(({ personer, ms, toppMb }) => ({
    personer,
    sekunder: ms / 1000,
    mb: toppMb,
  }));

  return {
    plot: {
      svg: tegnPlot(punkter, MAKS_MB),
      tekst: 'Tid og minne mot antall personer; den brutte linjen er grensen for minne',
    },
    tittel: 'Et uttrekk fra bestilling til filer',
    beskrivelse: `Et register med ${tall(ANTALL)} personer som svarer på enkle kall etter 50 ms og på bulkoppslag av 1 000 etter ett sekund. Arbeideren bestiller, henter, logger, forsegler og skriver CSV og Parquet med 20 felter. Ved siden av, i samme kjøring: registerets egen algoritme slik den er beskrevet, ett kall om gangen på en varm forbindelse, og en bar klient med like mange samtidige som arbeideren (${SAMTIDIGE}), som kaster svarene. Tabellen viser bulkkallene til de to. Minne er arbeideren og prosessene den har startet. Alle prosesser deler maskinen.`,
    maalinger: [
      { navn: 'algoritmen, bulkkall', ...en },
      { navn: 'bar klient, bulkkall', ...bar },
    ],
    forhold: [
      { tekst: linje('Arbeideren, tidelen', liten), holder: null },
      { tekst: linje('Arbeideren, femtedelen', midt), holder: null },
      { tekst: linje('Arbeideren, alle', stor), holder: null },
      {
        tekst: `Arbeideren mot algoritmen: ${gang(motAlgoritmen)} ganger så fort; kravet er ${MINST_MOT_ALGORITMEN}`,
        holder: motAlgoritmen >= MINST_MOT_ALGORITMEN,
      },
      {
        tekst: `Arbeideren mot den bare klienten: ${gang(motGrensen)}; kravet er ${gang(MINST_MOT_GRENSEN)}`,
        holder: motGrensen >= MINST_MOT_GRENSEN,
      },
      {
        tekst: `Minne: høyst ${tall(mestMb)} MB; grensen er ${MAKS_MB}`,
        holder: mestMb < MAKS_MB,
      },
      {
        tekst: `Minne, alle mot tidelen: ${gang(vekst)}; grensen er ${gang(MAKS_VEKST)}`,
        holder: vekst <= MAKS_VEKST,
      },
    ],
  };
}

export async function kjoer(): Promise<BenchResultat> {
  const office = await startBenchOffice({ antall: ANTALL, froe: FROE });
  try {
    await office.worker.stop();
    await setForsinkelse(office);
    const liten = await runFersk(office, TIDEL);
    const midt = await runFersk(office, FEMTEDEL);
    const kall = listKall(await readDeler(office, midt.uttrekkId));
    const en = await measureBar(office, kall, 1);
    const bar = await measureBar(office, kall, SAMTIDIGE);

    return toResultat(en, bar, [liten, midt, await runFersk(office, null)]);
  } finally {
    await office.stop();
  }
}
