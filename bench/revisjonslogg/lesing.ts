/**
 * Reading a log of many rows, by the server's own functions: a page of it as its readers leaf through it, by each filter,
 * from anywhere in two years; and everything about one person, as innsyn asks.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { makeSvar } from '#lib/server/innsyn/make-svar.ts';
import { listLogghandlinger } from '#lib/server/logglesing/list-logghandlinger.ts';
import { toSidesoek } from '#lib/server/logglesing/read-revisjonslogg.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { toSubjektRef } from '#lib/server/revisjonslogg/noekler.ts';
import type { BenchResultat } from '../kjoer.ts';
import { getPercentile, type Maaling } from '../measure.ts';
import { DAGER, NOEN_HAR, SJELDNE } from './fyll.ts';

const SIDER = 100;
const DAG_MS = 86_400_000;
const KRAV = { side: 100, innsyn: 1_000 };
const KEY = Buffer.alloc(32, 7).toString('base64');
const CONFIG = path.join(import.meta.dirname, '..', '..', 'config', 'formaal.json');
const NUMRE = Array.from({ length: 101 }, (_, n) => String(21_800_000_000 + n * 7));

/** The persons that a log is to be filled with, so that they can be asked about here: the most looked up first. */
export const KJENTE: readonly Buffer[] = NUMRE.map((nummer) => toSubjektRef(KEY, nummer));

const toTid = (dagerSiden: number): string => new Date(Date.now() - dagerSiden * DAG_MS).toISOString();
const toNummer = (n: number): string => NUMRE[1 + (n % (NUMRE.length - 1))] ?? '';

/** What is read the nth time: another place, user or person each time. */
const SIDEVALG: Record<string, (n: number) => { filter: RevisjonsloggFilter; dagerSiden: number }> = {
  'en side': (n) => ({ filter: {}, dagerSiden: (n * 37) % DAGER }),
  'en bruker': (n) => ({ filter: { bruker: `bruker${(n * 7) % 500}` }, dagerSiden: (n * 37) % DAGER }),
  'en person': (n) => ({ filter: { personidentifikator: toNummer(n) }, dagerSiden: 0 }),
  'en dag': (n) => {
    const dag = 1 + ((n * 37) % (DAGER - 1));
    return { filter: { fra: toTid(dag), til: toTid(dag - 1) }, dagerSiden: 0 };
  },
  'en sak': (n) => ({ filter: { saksreferanse: `2026/${n * 701}` }, dagerSiden: 0 }),
  'det som ble avvist': (n) => ({ filter: { utfall: 'avvist' }, dagerSiden: (n * 37) % DAGER }),
  'det som ble vist': (n) => ({ filter: { utfall: 'vist' }, dagerSiden: (n * 37) % DAGER }),
  'det som feilet, som ingenting gjorde': () => ({ filter: { utfall: 'feilet' }, dagerSiden: 0 }),
  'en handling som de fleste er': (n) => ({ filter: { handling: 'OPPSLAG' }, dagerSiden: (n * 37) % DAGER }),
  'en handling som få er': (n) => ({ filter: { handling: SJELDNE.handling }, dagerSiden: (n * 37) % DAGER }),
  'en handling som ingen er': () => ({ filter: { handling: 'NOEDTILGANG' }, dagerSiden: 0 }),
  'et formål som mange har': (n) => ({ filter: { formaal: NOEN_HAR }, dagerSiden: (n * 37) % DAGER }),
  'et formål som få har': (n) => ({ filter: { formaal: SJELDNE.formaal }, dagerSiden: (n * 37) % DAGER }),
  'en pakke som få har': (n) => ({ filter: { pakke: SJELDNE.pakke }, dagerSiden: (n * 37) % DAGER }),
  'en pakke som ingen har': () => ({ filter: { pakke: 'presse' }, dagerSiden: 0 }),
  'en bruker med et formål som få har': (n) => ({
    filter: { bruker: `bruker${(n * 7) % 500}`, formaal: SJELDNE.formaal },
    dagerSiden: (n * 37) % DAGER,
  }),
};

async function time(navn: string, antall: number, work: (n: number) => Promise<unknown>): Promise<Maaling> {
  const ms: number[] = [];
  const started = performance.now();
  for (let n = 0; n < antall; n += 1) {
    const begun = performance.now();
    await work(n);
    ms.push(performance.now() - begun);
  }

  return { navn, samtidige: 1, ms, varighetMs: performance.now() - started };
}

function createDeps(leser: Pool, pool: Pool): Innsynsdeps {
  return {
    leser,
    pool,
    revisjonslogg: createRevisjonslogg(pool, KEY),
    noekler: [KEY],
    filKey: KEY,
    filMappe: '',
    formaalskatalog: Formaalskatalog.parse(JSON.parse(readFileSync(CONFIG, 'utf8'))),
    svarKey: KEY,
  };
}

/** Pools of the roles `revisjonsleser` and `portal`. */
export async function measureLesing(
  leser: Pool,
  portal: Pool,
): Promise<Pick<BenchResultat, 'maalinger' | 'forhold'>> {
  const sider: Maaling[] = [];
  for (const [navn, velg] of Object.entries(SIDEVALG)) {
    const read = (n: number) => {
      const { filter, dagerSiden } = velg(n);
      return listLogghandlinger(leser, toSidesoek(filter, [KEY], { topp: toTid(dagerSiden), etter: null }));
    };
    sider.push(await time(`loggen: ${navn}`, SIDER, read));
  }
  const deps = createDeps(leser, portal);
  const svar = { handlingId: '', saksreferanse: '', fra: toTid(DAGER), til: toTid(0), laget: toTid(0) };
  const innsyn = await time('innsyn for én person i to år', NUMRE.length, (n) =>
    makeSvar(deps, '', { ...svar, numre: [NUMRE[n] ?? ''] }, null),
  );
  const p95 = (maaling: Maaling) => getPercentile(maaling.ms, 0.95);
  const tregest = sider.reduce((a, b) => (p95(a) > p95(b) ? a : b));
  const mest = Math.max(...innsyn.ms);

  return {
    maalinger: [...sider, innsyn],
    forhold: [
      {
        tekst: `Den tregeste siden, ${tregest.navn}: ${Math.round(p95(tregest))} ms eller mindre i 19 av 20; grensen er ${KRAV.side} ms`,
        holder: p95(tregest) < KRAV.side,
      },
      {
        tekst: `Innsyn for den det tok lengst for: ${Math.round(mest)} ms; grensen er ${KRAV.innsyn} ms`,
        holder: mest < KRAV.innsyn,
      },
    ],
  };
}
