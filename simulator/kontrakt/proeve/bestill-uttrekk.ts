/**
 * Orders the job that an outcome of uttrekk presupposes. Time is made to pass, so that a job gets ready and the jobs of
 * the outcome before are gone: no more than ten may run at once.
 */
import { PAKKER, type PakkeId } from '../pakker.ts';
import type { Klient } from './klient.ts';
import type { Jobb } from './oppskrift.ts';

const DOEGN = 24 * 60 * 60_000;
const MINUTT = 60_000;
const MAKS = 10;

export type Bestiller = { klient: Klient; pass(ms: number): void };

/** The id of the job, or "" when there is none to ask for. */
export async function bestillUttrekk(bestiller: Bestiller, pakke: PakkeId, jobb: Jobb): Promise<string> {
  bestiller.pass(DOEGN);
  const annen = pakke === 'finans' ? 'eid' : 'finans';
  if (jobb === 'ingen') return '';
  if (jobb === 'fullt') {
    for (let nr = 0; nr < MAKS; nr++) await bestill(bestiller.klient, pakke);
    return '';
  }
  const id = await bestill(bestiller.klient, jobb === 'iAnnenPakke' ? annen : pakke);
  if (jobb !== 'ny') bestiller.pass(MINUTT);
  return id;
}

/** komplett where the pakke has it, so that both kinds of batches are seen. */
async function bestill(klient: Klient, pakke: PakkeId): Promise<string> {
  const erKomplett = pakke === 'offentlig-med-hjemmel';
  const { tekst } = await klient.call({
    metode: erKomplett ? 'GET' : 'POST',
    sti: `/folkeregisteret/${PAKKER[pakke].sti}/v1/uttrekk/${erKomplett ? 'komplett' : 'tilpasset'}`,
    klient: 'virksomhet',
    headere: { 'content-type': 'application/json' },
    kropp: erKomplett ? '' : '{"personstatustyper":["bosatt","aktiv"]}',
  });
  const svar: { jobbId?: string } = JSON.parse(tekst);
  if (svar.jobbId === undefined) throw new Error(`Uttrekk ble ikke bestilt: ${tekst}`);
  return svar.jobbId;
}
