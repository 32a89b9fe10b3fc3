/** Faults before there is a request, over real TLS: what a client's connection ends in, and that it heals. */

import { once } from 'node:events';
import { Agent } from 'node:https';
import { connect as connectTcp, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listenLocally } from './listen.ts';
import { NUMMER, PROEVEBEFOLKNING } from './register/proeve/befolkning.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './register/proeve/register.ts';

let proeve: Proeveregister;
let naa = 0;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING, { naa: () => naa });
});
afterAll(() => proeve.stop());
afterEach(() => proeve.feil.cancel());

/** The status of a lookup, or the code of what ended the connection. */
async function tryKall(kall?: Proevekall): Promise<number | string> {
  try {
    return (await proeve.call(`offentlig-med-hjemmel/api/v1/personer/${NUMMER.ola}`, kall)).status;
  } catch (feil) {
    return feil instanceof Error && 'code' in feil ? String(feil.code) : String(feil);
  }
}

test.each([
  ['tls-ny-noekkel', 200],
  ['tls-ny-ca', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['tls-utloept', 'CERT_HAS_EXPIRED'],
  ['tls-feil-navn', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['tilkobling-nektes', 'ECONNREFUSED'],
  ['brutt-haandtrykk', 'ECONNRESET'],
] as const)('with %s a call ends in %s, and without it in 200', async (feil, ventet) => {
  proeve.feil.start({ feil });
  expect(await tryKall()).toBe(ventet);
  proeve.feil.cancel();
  expect(await tryKall()).toBe(200);
});

test('tls-ny-noekkel shows another certificate, and tls-ny-ca one that fremmed-ca.pem vouches for', async () => {
  const { pki } = proeve;
  expect(await tryKall({ ca: pki.fremmedCa })).not.toBe(200);
  proeve.feil.start({ feil: 'tls-ny-ca' });
  expect(await tryKall({ ca: pki.fremmedCa })).toBe(200);
  expect(pki.tjenervarianter['ny-noekkel'].key).not.toBe(pki.tjener.key);
});

test('tls-tilbakekalt stops the client that reads crl.pem, and no other', async () => {
  const { crl } = proeve.pki;
  expect(await tryKall({ crl })).toBe(200);
  proeve.feil.start({ feil: 'tls-tilbakekalt' });
  expect(await tryKall({ crl })).toBe('CERT_REVOKED');
  expect(await tryKall()).toBe(200);
});

test('klientsertifikat-tilbakekalt refuses the portal’s certificate and takes the one that replaces it', async () => {
  expect(await tryKall({ klient: 'virksomhet-ny' })).toBe(200);
  proeve.feil.start({ feil: 'klientsertifikat-tilbakekalt' });
  expect(await tryKall()).toMatch(/ECONNRESET|REVOKED/);
  expect(await tryKall({ klient: 'virksomhet-ny' })).toBe(200);
  expect(await tryKall({ klient: 'kommune' })).toBe(200);
});

test('a kept connection is cut when the certificate changes, so that the next call sees it', async () => {
  const agent = new Agent({ keepAlive: true });
  expect(await tryKall({ agent })).toBe(200);
  const [socket] = Object.values(agent.freeSockets).flat();
  expect(socket).toBeDefined();
  const lukket = socket && once(socket, 'close');
  proeve.feil.start({ feil: 'tls-utloept' });
  await lukket;
  expect(await tryKall({ agent })).toBe('CERT_HAS_EXPIRED');
  agent.destroy();
});

test('tregt-haandtrykk lets TLS begin late, the first n times, and lets a client give up meanwhile', async () => {
  proeve.feil.start({ feil: 'tregt-haandtrykk', verdi: 150, antall: 2 });
  const utaalmodig = connectTcp(proeve.register.port, '127.0.0.1');
  await once(utaalmodig, 'connect');
  utaalmodig.destroy();
  const foer = performance.now();
  expect(await tryKall()).toBe(200);
  expect(performance.now() - foer).toBeGreaterThanOrEqual(149);
  expect(proeve.feil.list()).toEqual([]);
});

test('tilkobling-nektes lasts as long as it was set for', async () => {
  proeve.feil.start({ feil: 'tilkobling-nektes', varighetMs: 20 });
  // It stands for as long as its clock says so, however long the machine takes.
  expect(await tryKall()).toBe('ECONNREFUSED');
  const friskt = new Promise<void>((resolve) => {
    const slutt = proeve.feil.subscribe(() => {
      slutt();
      resolve();
    });
  });
  naa += 20;
  await friskt;
  expect(await tryKall()).toBe(200);
});

test('a port that somebody else has taken meanwhile is told, and the register can still be stopped', async () => {
  const logget: string[] = [];
  const uheldig = await startProeveregister(PROEVEBEFOLKNING, { logg: (melding) => logget.push(melding) });
  const { port } = uheldig.register;
  uheldig.feil.start({ feil: 'tilkobling-nektes' });
  const inntrenger = createServer();
  await listenLocally(inntrenger, port);
  uheldig.feil.cancel();
  await expect.poll(() => logget).toEqual([expect.stringContaining('EADDRINUSE')]);
  await uheldig.stop();
  inntrenger.close();
});

test('a register that is stopped stays stopped when its faults are taken away', async () => {
  const stoppet = await startProeveregister(PROEVEBEFOLKNING);
  const { port } = stoppet.register;
  stoppet.feil.start({ feil: 'tilkobling-nektes' });
  await stoppet.stop();
  stoppet.feil.cancel();
  const forsoek = connectTcp(port, '127.0.0.1');
  const [feil] = await once(forsoek, 'error');
  expect(feil.code).toBe('ECONNREFUSED');
});
