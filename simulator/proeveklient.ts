/** A client of the running simulator for tests: an oppslag as one of the organisations, and the control port. */
import { request } from 'node:https';
import { getKlient } from './pki/ensure-pki.ts';
import type { Simulator } from './simulator.ts';

/** `pakkesti` of the package that most tests use. */
export const MED_HJEMMEL = 'offentlig-med-hjemmel/api';

export function createProeveklient(simulator: Simulator) {
  /** The number of a named person; the ordinary mother when nobody is named. */
  function getNummer(navn = 'ordinaer-mor'): string {
    const person = simulator.scenariopersoner.find((en) => en.navn === navn);
    if (!person) throw new Error(`Ukjent scenarioperson ${navn}`);
    return person.nummer;
  }

  /** An oppslag with the certificate `fil` on a connection of its own. Rejects when there is no answer. */
  function getPerson(
    fil: string,
    pakkesti: string,
    nummer = getNummer(),
  ): Promise<{ status: number; kropp: string }> {
    return new Promise((resolve, reject) => {
      const kall = request(`${simulator.url.register}/folkeregisteret/${pakkesti}/v1/personer/${nummer}`, {
        ca: simulator.pki.ca,
        agent: false,
        ...getKlient(simulator.pki, fil),
      });
      kall.on('error', reject);
      kall.on('response', async (svar) => {
        const deler = await svar.toArray();
        resolve({ status: svar.statusCode ?? 0, kropp: Buffer.concat(deler).toString() });
      });
      kall.end();
    });
  }

  /** A request to the control port, with `kropp` as JSON when there is one. */
  function sendKontroll(metode: string, sti: string, kropp?: unknown): Promise<Response> {
    const json = { body: JSON.stringify(kropp), headers: { 'content-type': 'application/json' } };
    return fetch(`${simulator.url.kontroll}${sti}`, { method: metode, ...(kropp === undefined ? {} : json) });
  }

  return { getNummer, getPerson, sendKontroll };
}
