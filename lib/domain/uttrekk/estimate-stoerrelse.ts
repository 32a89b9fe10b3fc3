/** How many persons an order will give, by what earlier runs gave: the same criteria, or wider and narrower ones. */
import { isSammePersoner } from './avtrykk.ts';
import type { Bestilling, Utvalg } from './bestilling.ts';
import type { Stoerrelse } from './forhaandskontroll.ts';

/** A finished uttrekk of the last months, and how many persons the register named. */
export type Kjoering = { bestilling: Bestilling; antall: number };

/** People are born, move and die between two runs: a band is a tenth wider than what was counted. */
const SLAKK = 0.1;

type Rom = Utvalg['foedselsaar'];

const isRomVidere = (vid: Rom, smal: Rom): boolean =>
  vid === null ||
  (smal !== null &&
    (vid.fra === null || (smal.fra !== null && vid.fra <= smal.fra)) &&
    (vid.til === null || (smal.til !== null && vid.til >= smal.til)));

const isVerdiVidere = <T>(vid: T | null, smal: T | null): boolean => vid === null || vid === smal;

function isStedVidere(vid: Utvalg['sted'], smal: Utvalg['sted']): boolean {
  if (vid === null) return true;

  return (
    smal !== null &&
    vid.slag === smal.slag &&
    smal.kommuner.every((kommune) => vid.kommuner.includes(kommune))
  );
}

/** Whether everybody of `smal` is among those of `vid`. */
export function isVidere(vid: Utvalg, smal: Utvalg): boolean {
  return (
    smal.personstatustyper.every((type) => vid.personstatustyper.includes(type)) &&
    isStedVidere(vid.sted, smal.sted) &&
    isRomVidere(vid.foedselsaar, smal.foedselsaar) &&
    isRomVidere(vid.doedsaar, smal.doedsaar) &&
    isVerdiVidere(vid.kjoenn, smal.kjoenn) &&
    isVerdiVidere(vid.statsborgerskap, smal.statsborgerskap) &&
    isVerdiVidere(vid.sivilstandstype, smal.sivilstandstype)
  );
}

const toUtvalg = ({ kilde }: Bestilling): Utvalg | null => (kilde.slag === 'tilpasset' ? kilde.utvalg : null);
const minst = (antall: number): number => Math.floor(antall * (1 - SLAKK));
const hoeyst = (antall: number): number => Math.ceil(antall * (1 + SLAKK));

/**
 * The narrowest band that the runs give; null on the side that none of them says anything of.
 * @param kjoeringer newest first, of the same package
 */
export function estimateStoerrelse(bestilling: Bestilling, kjoeringer: readonly Kjoering[]): Stoerrelse {
  const samme = kjoeringer.find((kjoering) => isSammePersoner(kjoering.bestilling, bestilling));
  if (samme) return { minst: minst(samme.antall), hoeyst: hoeyst(samme.antall) };
  const utvalg = toUtvalg(bestilling);
  if (utvalg === null) return { minst: null, hoeyst: null };
  let band: Stoerrelse = { minst: null, hoeyst: null };
  for (const kjoering of kjoeringer) {
    const annet = toUtvalg(kjoering.bestilling);
    if (annet === null || kjoering.bestilling.pakke !== bestilling.pakke) continue;
    if (isVidere(annet, utvalg))
      band = { ...band, hoeyst: Math.min(band.hoeyst ?? Number.POSITIVE_INFINITY, hoeyst(kjoering.antall)) };
    if (isVidere(utvalg, annet)) band = { ...band, minst: Math.max(band.minst ?? 0, minst(kjoering.antall)) };
  }

  return band;
}
