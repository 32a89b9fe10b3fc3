/**
 * The proof that one row is in the log (security.md A-19): how long it takes to make, and how many bytes it is. The limit is
 * of the proof; the row that it is about goes with it, so that others can check without us, and is as long as it is.
 */
import type { Pool } from '#lib/server/db/pool.ts';
import { listBevisomraader } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Kontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createBevis } from '#lib/server/revisjonslogg/verifisering/create-bevis.ts';
import { withDatabasekilde } from '#lib/server/revisjonslogg/verifisering/database-kilde.ts';
import type { BenchResultat } from '../kjoer.ts';
import { getPercentile } from '../measure.ts';

const BEVIS = 200;
const KRAV = { ms: 50, bytes: 2_048 };
const MANGE = 100_000_000;
/** A hash as base64, and its end of line. */
const LINJE = 45;
const RADEN = /^extra .*\n/m;

type Maalt = { ms: number; bytes: number; utenRad: number };

async function measureOne(pool: Pool, id: string, noekkel: Kontrollnoekkel, mappe: string): Promise<Maalt> {
  const started = performance.now();
  const svar = await withDatabasekilde(pool, (kilde) => createBevis(kilde, id, [noekkel], mappe));
  const ms = performance.now() - started;
  if (!('bevis' in svar)) throw new Error(svar.grunn);

  return {
    ms,
    bytes: Buffer.byteLength(svar.bevis),
    utenRad: Buffer.byteLength(svar.bevis.replace(RADEN, '')),
  };
}

/**
 * @param pool of role `forsegler`; numbers of rows go from 1 to `rader`, all sealed
 * @param mappe the witness's folder
 */
export async function measureBevis(
  pool: Pool,
  rader: number,
  noekkel: Kontrollnoekkel,
  mappe: string,
): Promise<BenchResultat['forhold']> {
  const maalt: Maalt[] = [];
  for (let n = 0; n < BEVIS; n += 1) {
    const id = String(1 + Math.floor((n * rader) / BEVIS));
    maalt.push(await measureOne(pool, id, noekkel, mappe));
  }
  const p95 = getPercentile(
    maalt.map(({ ms }) => ms),
    0.95,
  );
  const stoerst = (navn: 'bytes' | 'utenRad'): number => Math.max(...maalt.map((ett) => ett[navn]));
  const flere = listBevisomraader(0, MANGE).length - listBevisomraader(0, rader).length;
  const avMange = stoerst('utenRad') + flere * LINJE;

  return [
    {
      tekst: `Bevis for én rad av ${rader}: ${p95.toFixed(1).replace('.', ',')} ms eller mindre i 19 av 20; grensen er ${KRAV.ms} ms`,
      holder: p95 <= KRAV.ms,
    },
    {
      tekst: `Beviset er ${stoerst('utenRad')} byte, og ville vært ${avMange} av ${MANGE} rader; grensen er ${KRAV.bytes}`,
      holder: avMange <= KRAV.bytes,
    },
    {
      tekst: `Med raden det er om, som hører til for at andre skal kunne regne etter: ${stoerst('bytes')} byte for målingens rader om én person, og ${stoerst('bytes') + flere * LINJE} av ${MANGE} rader`,
      holder: null,
    },
  ];
}
