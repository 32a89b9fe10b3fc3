/**
 * What the figures of `Driftsstatus` mean: fine, soon a fault, or a fault. The limits stand here alone; the page shows
 * them and docs/drift.md repeats them for whoever writes alarms.
 */
import type { Driftsstatus } from './drift.ts';

export const DRIFTSOMRAADER = [
  'sertifikat',
  'kretser',
  'krr',
  'svartid',
  'kvote',
  'uttrekk',
  'hendelser',
  'revisjonslogg',
  'klokke',
  'grupper',
  'ukjente',
  'disk',
] as const;
export type Driftsomraade = (typeof DRIFTSOMRAADER)[number];
export type Driftsnivaa = 'ok' | 'varsel' | 'feil';

/** Warned of from 90 days (security.md R-16); at 14 it is a fault, since a new one takes days to get. */
export const SERTIFIKAT_DAGER = { varsel: 90, feil: 14 };
/** Fewer calls than this say nothing of the register's speed. */
export const SVARTID = { minstAntall: 20, andelInnen: 0.95 };
export const KVOTE_ANDEL = 0.9;
/** An uttrekk that nobody has taken for this long: no worker is there. */
export const KOE_MINUTTER = 5;
/** The feed is read each minute; not read for so long, uttrekk that are held up to date say so to their orderers. */
export const HENDELSER_MINUTTER = 15;
/** Clocks that are apart (security.md A-21). At a minute the portal is not ready to serve: sign-in and grants have both times. */
export const KLOKKE_MS = { varsel: 1_000, feil: 60_000 };
/** Share of the volume that is free. */
export const DISK_ANDEL = { varsel: 0.15, feil: 0.05 };

function vurderSertifikat({ dagerIgjen }: Driftsstatus['sertifikat']): Driftsnivaa {
  if (dagerIgjen === null || dagerIgjen < SERTIFIKAT_DAGER.feil) return 'feil';
  return dagerIgjen < SERTIFIKAT_DAGER.varsel ? 'varsel' : 'ok';
}

function vurderKrr(krr: Driftsstatus['krr']): Driftsnivaa {
  if (krr?.some(({ erStanset }) => erStanset)) return 'feil';
  return krr?.some(({ siste }) => siste?.svarte === false) ? 'varsel' : 'ok';
}

function vurderSvartider(svartider: Driftsstatus['svartider']): Driftsnivaa {
  const isSlow = svartider.some(
    ({ antall, innenGrensen }) => antall >= SVARTID.minstAntall && innenGrensen / antall < SVARTID.andelInnen,
  );
  return isSlow ? 'varsel' : 'ok';
}

function vurderDisk({ ledigeBytes, alleBytes }: Driftsstatus['disk']): Driftsnivaa {
  if (ledigeBytes < alleBytes * DISK_ANDEL.feil) return 'feil';
  return ledigeBytes < alleBytes * DISK_ANDEL.varsel ? 'varsel' : 'ok';
}

function vurderUttrekk({ eldsteIKoe, kanKontrolleres }: Driftsstatus['uttrekk'], lest: string): Driftsnivaa {
  const isStuck = eldsteIKoe !== null && Date.parse(lest) - Date.parse(eldsteIKoe) > KOE_MINUTTER * 60_000;
  return isStuck || !kanKontrolleres ? 'feil' : 'ok';
}

function isBehind({ eldste }: Driftsstatus['hendelser'], lest: string): boolean {
  return eldste !== null && Date.parse(lest) - Date.parse(eldste) > HENDELSER_MINUTTER * 60_000;
}

function vurderLogg({ uavklarteSisteDoegn, alarmer }: Driftsstatus['revisjonslogg']): Driftsnivaa {
  if (alarmer.length > 0) return 'feil';
  return uavklarteSisteDoegn > 0 ? 'varsel' : 'ok';
}

function vurderKlokke({ avvikMs }: Driftsstatus['klokke']): Driftsnivaa {
  if (avvikMs > KLOKKE_MS.feil) return 'feil';
  return avvikMs > KLOKKE_MS.varsel ? 'varsel' : 'ok';
}

/** The level of each area. */
export function vurderDrift(status: Driftsstatus): Record<Driftsomraade, Driftsnivaa> {
  const { kvote, uttrekk, revisjonslogg, lest } = status;
  return {
    sertifikat: vurderSertifikat(status.sertifikat),
    kretser: status.aapneKretser.length > 0 ? 'feil' : 'ok',
    krr: vurderKrr(status.krr),
    svartid: vurderSvartider(status.svartider),
    kvote: kvote.brukt > kvote.grense * KVOTE_ANDEL ? 'varsel' : 'ok',
    uttrekk: vurderUttrekk(uttrekk, lest),
    hendelser: isBehind(status.hendelser, lest) ? 'varsel' : 'ok',
    revisjonslogg: vurderLogg(revisjonslogg),
    klokke: vurderKlokke(status.klokke),
    grupper: status.grupper.length > 0 ? 'varsel' : 'ok',
    ukjente: status.ukjente.length > 0 ? 'varsel' : 'ok',
    disk: vurderDisk(status.disk),
  };
}
