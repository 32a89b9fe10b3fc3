/**
 * The worker's duty: the rules over each quarter of an hour of the revisjonslogg, and the draw over each week. A period
 * is read when no row can come into it any more, saved once, and gives the same cases if it is read again (D-07, D-09).
 */
import 'server-only';
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Kilde } from '#lib/domain/kontroll/sak.ts';
import { trekkStikkproeve } from '#lib/domain/kontroll/trekk-stikkproeve.ts';
import { listRegler, vurderSpor } from '#lib/domain/kontroll/vurder-spor.ts';
import { query } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { listSubjektRefs } from '#lib/server/revisjonslogg/noekler.ts';
import type { Kontrolljobb } from './kontrolldeps.ts';
import { listSporAv, listTrekkbare, readGrunnlag } from './read-spor.ts';
import { type NySak, type Periode, savePeriode } from './save-periode.ts';

const MINUTT_MS = 60_000;
const DOEGN_MS = 24 * 60 * MINUTT_MS;
const LENGDE_MS: Record<Kilde, number> = { signal: 15 * MINUTT_MS, stikkproeve: 7 * DOEGN_MS };
/** Rows that come late: an act that nobody ended is UNRESOLVED after two minutes, and a transaction lives for one. */
const SLAKK_MS = 5 * MINUTT_MS;
/** A first run begins here, and not with the log's first day. */
const FOERSTE_DAGER = 7;
/** Periods at a time: after a long stop the rest is done at the next call. */
const MAKS_PERIODER = 200;
/** The first Monday of the epoch: weeks are counted from it, in UTC. */
const MANDAG_MS = 4 * DOEGN_MS;

function floorTo(kilde: Kilde, tid: Date): Date {
  const [lengde, start] = [LENGDE_MS[kilde], kilde === 'stikkproeve' ? MANDAG_MS : 0];
  return new Date(Math.floor((tid.getTime() - start) / lengde) * lengde + start);
}

const Tid = z.object({ tid: z.date().nullable() });

/** Where the next period of its kind begins; null when there is no log to read. */
async function findNeste({ pool, logg }: Kontrolljobb, kilde: Kilde, naa: Date): Promise<Date | null> {
  const [siste] = await query(pool, Tid, 'select max(til) as tid from kontroll.periode where kilde = $1', [
    kilde,
  ]);
  if (siste?.tid) return siste.tid;
  const [foerste] = await query(
    logg,
    Tid,
    'select min(tidspunkt) as tid from revisjonslogg.rad where tidspunkt >= $1',
    [new Date(naa.getTime() - FOERSTE_DAGER * DOEGN_MS)],
  );
  return foerste?.tid ? floorTo(kilde, foerste.tid) : null;
}

type Beregnet = { periode: Periode; saker: NySak[] };
type Tidsrom = { fra: Date; til: Date };

/** What the rules find in one period. Reads, and writes nothing: run twice it gives the same. */
export async function computeSignaler(
  { logg, valg, noekler }: Kontrolljobb,
  { fra, til }: Tidsrom,
): Promise<Beregnet> {
  const lokkereferanser = new Set(
    valg.lokkepersoner.flatMap((nummer) =>
      listSubjektRefs(noekler, nummer).map((ref) => ref.toString('hex')),
    ),
  );
  const regler = listRegler(lokkereferanser);
  const grunnlag = await readGrunnlag(logg, { fra, til }, valg);
  const kandidater = vurderSpor(grunnlag, regler, valg);
  const frister = {
    hast: new Date(til.getTime() + valg.hastefristTimer * 60 * MINUTT_MS),
    vanlig: new Date(til.getTime() + valg.fristDager * DOEGN_MS),
  };
  const versjoner = Object.fromEntries(regler.map(({ id, versjon }) => [id, versjon]));
  return {
    periode: { kilde: 'signal', fra, til, grunnlag: { regler: versjoner, spor: grunnlag.nye.length } },
    saker: kandidater.map(({ haster, ...sak }) => ({
      ...sak,
      frist: haster ? frister.hast : frister.vanlig,
    })),
  };
}

/** The draw of one week; null until a checkpoint after it gives the seed, which nobody can choose. */
export async function computeStikkproeve(
  { logg, valg }: Kontrolljobb,
  { fra, til }: Tidsrom,
): Promise<Beregnet | null> {
  const [sjekkpunkt] = await query(
    logg,
    z.object({ note: z.string() }),
    'select note from revisjonslogg.sjekkpunkt where tidspunkt >= $1 order by nummer limit 1',
    [til],
  );
  if (!sjekkpunkt) return null;
  const toHex = (tekst: string) => hash('sha256', tekst);
  const froe = toHex(sjekkpunkt.note);
  const uke = await listTrekkbare(logg, fra, til);
  const trukket = new Set(
    trekkStikkproeve(
      uke.map(({ handling_id, bruker, handling }) => ({ handlingId: handling_id, bruker, handling })),
      valg.stikkproeve,
      froe,
      toHex,
    ),
  );
  const rader = uke.filter(({ handling_id }) => trukket.has(handling_id)).map(({ rad_id }) => rad_id);
  const frist = new Date(til.getTime() + valg.fristDager * DOEGN_MS);
  const spor = rader.length === 0 ? [] : await listSporAv(logg, fra, til, rader);
  return {
    periode: {
      kilde: 'stikkproeve',
      fra,
      til,
      grunnlag: { froe, handlinger: uke.length, ...valg.stikkproeve },
    },
    saker: spor.map((ett) => ({ spor: ett, treff: [], poeng: 0, forklart: 0, frist })),
  };
}

/**
 * Where a period that begins at `fra` ends; null while it is not over. A time in which nothing was logged is one period,
 * however long: a night costs what a quarter of an hour does.
 */
async function findSlutt({ logg }: Kontrolljobb, kilde: Kilde, fra: Date, naa: Date): Promise<Date | null> {
  const ferdig = new Date(naa.getTime() - SLAKK_MS);
  const slutt = new Date(fra.getTime() + LENGDE_MS[kilde]);
  if (slutt > ferdig) return null;
  if (kilde === 'stikkproeve') return slutt;
  const grense = floorTo(kilde, ferdig);
  const [neste] = await query(
    logg,
    Tid,
    'select min(tidspunkt) as tid from revisjonslogg.rad where tidspunkt >= $1 and tidspunkt < $2',
    [fra, grense],
  );
  const stille = neste?.tid ? floorTo(kilde, neste.tid) : grense;
  return stille > fra ? stille : slutt;
}

/** Tells those who watch the portal that somebody looked at a person who was laid out (D-06). */
function tellOfLokkepersoner(saker: readonly NySak[]): void {
  const antall = saker.filter(({ treff }) => treff.some(({ regel }) => regel === 'lokkeperson')).length;
  if (antall > 0) log.warn('kontroll.lokkeperson', { antall });
}

/** Does the next period of a kind; false when there is none that is over. */
async function runNeste(jobb: Kontrolljobb, kilde: Kilde, naa: Date): Promise<boolean> {
  const fra = await findNeste(jobb, kilde, naa);
  if (fra === null) return false;
  const til = await findSlutt(jobb, kilde, fra, naa);
  if (til === null) return false;
  const compute = kilde === 'signal' ? computeSignaler : computeStikkproeve;
  const beregnet = await compute(jobb, { fra, til });
  if (beregnet === null) return false;
  const isVaar = await savePeriode(jobb.pool, beregnet.periode, beregnet.saker);
  if (isVaar && beregnet.saker.length > 0) {
    log.info('kontroll.saker', { antall: beregnet.saker.length });
    tellOfLokkepersoner(beregnet.saker);
  }
  return true;
}

/** Does every period that is over and not done. Any number of workers may. */
export async function runKontroll(jobb: Kontrolljobb, naa: Date): Promise<void> {
  for (const kilde of ['signal', 'stikkproeve'] as const)
    for (let antall = 0; antall < MAKS_PERIODER; antall += 1) if (!(await runNeste(jobb, kilde, naa))) break;
}
