/**
 * The duty that reads the feed, for uttrekk that are held up to date and for the index of hendelser: each minute, and when
 * one is switched on. Killed at any point it reads the same page again, which counts and keeps nothing twice. A package that fails does not keep the others.
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { log } from '#lib/server/log/log.ts';
import { isUttrekkStanset } from '#lib/server/revisjonslogg/forsegling/forseglingsstatus.ts';
import { Kvotefull } from '#lib/server/uttrekk/motor/run-kall.ts';
import { getEier } from '#lib/server/uttrekk/portal/eier.ts';
import type { Oppdateringsdeps } from './deps.ts';
import {
  deleteHoldt,
  deleteLoese,
  listHoldte,
  setFulgte,
  startFraBestilling,
  type Venter,
} from './holdte.ts';
import { readFeedside, startFoelgere } from './read-feedside.ts';

/** Pages of one package at a run: a mass event of a day is read in a few, and no run is long. */
const MAKS_SIDER = 100;

/** The indexes, and the uttrekk whose owners may still fetch what they hold. What the others hold is held no longer. */
async function listMedRett(deps: Oppdateringsdeps): Promise<Venter[]> {
  const medRett: Venter[] = [];
  for (const holdt of await listHoldte(deps.pool)) {
    if (holdt.uttrekkId === null) {
      medRett.push(holdt);
      continue;
    }
    const { rettigheter } = await getEier(deps, holdt.eierId);
    if (isAllowed(rettigheter.roller, 'uttrekk') && rettigheter.pakker.includes(holdt.pakke))
      medRett.push(holdt);
    else await deleteHoldt(deps.pool, holdt);
  }

  return medRett;
}

async function runPakke(deps: Oppdateringsdeps, pakke: Pakke, holdte: readonly Venter[]): Promise<void> {
  const nye = holdte.filter(({ neste }) => neste === null);
  if (nye.length > 0) await startFoelgere(deps, pakke, nye);
  for (let sider = 0; sider < MAKS_SIDER; sider += 1) if (!(await readFeedside(deps, pakke))) return;
}

/** Throws the last error of a package, after all have been read, so that the duty is tried again. */
export async function runOppdateringer(deps: Oppdateringsdeps): Promise<void> {
  await deleteLoese(deps.pool);
  await setFulgte(deps.pool, deps.fulgte);
  // Nothing new is fetched of many while the log is not sealed (security.md A-13).
  if (await isUttrekkStanset(deps.pool, new Date())) return;
  await startFraBestilling(deps.pool);
  let feil: unknown = null;
  for (const [pakke, holdte] of Map.groupBy(await listMedRett(deps), (holdt) => holdt.pakke)) {
    await runPakke(deps, pakke, holdte).catch((error: unknown) => {
      // The next minute has room again.
      if (error instanceof Kvotefull) return;
      log.error('uttrekk.hendelser-feilet', { error });
      feil = error;
    });
  }
  if (feil !== null) throw feil;
}
