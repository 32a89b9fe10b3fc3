/** Each fault over real TLS: what a client sees of it, and that it is over when it is cancelled. */
import { once } from 'node:events';
import { Agent } from 'node:https';
import { connect } from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { getKlient } from '../pki/ensure-pki.ts';
import type { FeilNavn } from './feilliste.ts';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

let proeve: Proeveregister;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING);
});
afterAll(() => proeve.stop());
afterEach(() => proeve.feil.cancel());

const STI = `offentlig-med-hjemmel/api/v1/personer/${NUMMER.ola}?part=navn`;

/** The answer while the fault is on. */
function tryFeil(feil: FeilNavn, verdi?: number, kall?: Proevekall) {
  proeve.feil.start(verdi === undefined ? { feil } : { feil, verdi });
  return proeve.call(STI, kall);
}

/** All that comes on one connection, as it comes. */
async function callRaatt(): Promise<string> {
  const { pki, register } = proeve;
  const socket = connect({
    ...getKlient(pki, 'virksomhet'),
    ca: pki.ca,
    port: register.port,
    servername: 'localhost',
  });
  socket.end(`GET /folkeregisteret/${STI} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return Buffer.concat(await socket.toArray()).toString('utf8');
}

test.each([
  ['status-400', 400],
  ['status-401', 401],
  ['status-403', 403],
  ['status-404', 404],
  ['status-406', 406],
] as const)('%s has the status and the shape of the register', async (feil, status) => {
  const svar = await tryFeil(feil);
  expect(svar.status).toBe(status);
  expect(JSON.parse(svar.tekst)).toMatchObject({
    httpStatus: status,
    feilmelding: expect.stringMatching(/./),
  });
});

test.each([
  ['status-500', 500],
  ['status-503', 503],
] as const)('%s is FREG-001', async (feil, status) => {
  const svar = await tryFeil(feil);
  expect(svar.status).toBe(status);
  expect(JSON.parse(svar.tekst).kode).toBe('FREG-001');
});

test.each([
  ['status-429', undefined, '1000'],
  ['retry-after-ms', undefined, '1500'],
  ['retry-after-s', 7, '7'],
] as const)('%s is 429 without a body and with Retry-After', async (feil, verdi, retryAfter) => {
  const svar = await tryFeil(feil, verdi);
  expect([svar.status, svar.headere['retry-after'], svar.tekst]).toEqual([429, retryAfter, '']);
});

test.each([
  ['brannmur-html-403', 403],
  ['brannmur-html-200', 200],
] as const)('%s is a page with a support id and not of the register', async (feil, status) => {
  const svar = await tryFeil(feil);
  expect(svar.status).toBe(status);
  expect(svar.headere['content-type']).toMatch(/^text\/html/);
  expect(svar.tekst).toMatch(/^<html>.*requested URL was rejected.*support ID is: \d+/);
});

test('forsinkelse-ms makes the answer late and leaves it whole', async () => {
  const foer = performance.now();
  const svar = await tryFeil('forsinkelse-ms', 80);
  expect(performance.now() - foer).toBeGreaterThanOrEqual(79);
  expect(JSON.parse(svar.tekst).navn).toHaveLength(1);
});

test('forsinkelse-ms goes together with another fault', async () => {
  proeve.feil.start({ feil: 'status-500' });
  expect((await tryFeil('forsinkelse-ms', 1)).status).toBe(500);
});

test('avkortet-json is a 200 whose JSON stops in the middle', async () => {
  const svar = await tryFeil('avkortet-json');
  expect(svar.status).toBe(200);
  expect(svar.tekst.length).toBeGreaterThan(20);
  expect(() => JSON.parse(svar.tekst)).toThrow();
});

test('feil-innholdstype is the right JSON under a wrong name', async () => {
  const svar = await tryFeil('feil-innholdstype');
  expect(svar.headere['content-type']).toBe('text/plain');
  expect(JSON.parse(svar.tekst).navn).toHaveLength(1);
});

test('feil-person is the document of another person', async () => {
  const svar = await tryFeil('feil-person');
  const numre = JSON.parse(svar.tekst).identifikasjonsnummer.map(
    (e: Record<string, string>) => e.foedselsEllerDNummer,
  );
  expect(numre).toEqual([NUMMER.fortrolig]);
});

test('stort-svar is as many bytes of valid JSON as it was told', async () => {
  const svar = await tryFeil('stort-svar', 1_000_003);
  expect(svar.headere['content-length']).toBe('1000003');
  expect(Buffer.byteLength(svar.tekst)).toBe(1_000_003);
  expect(() => JSON.parse(svar.tekst)).not.toThrow();
});

test('drypp comes one byte at a time until it is whole', async () => {
  const foer = performance.now();
  const svar = await tryFeil('drypp', 1);
  expect(JSON.parse(svar.tekst).navn).toHaveLength(1);
  expect(performance.now() - foer).toBeGreaterThan(Buffer.byteLength(svar.tekst) * 0.8);
});

test('brutt-forbindelse breaks off in the middle of the body', async () => {
  await expect(tryFeil('brutt-forbindelse')).rejects.toThrow(/aborted|ECONNRESET/);
});

test('henger never answers, and the call is remembered without a status', async () => {
  proeve.register.resetKall();
  proeve.feil.start({ feil: 'henger', antall: 1 });
  const taalmodighet = new AbortController();
  const henger = proeve.call(STI, { signal: taalmodighet.signal });
  await expect.poll(() => proeve.register.kall().siste.map(({ status }) => status)).toEqual([0]);
  // Whoever asks afterwards is answered; the first would have had its answer by now.
  expect((await proeve.call(STI)).status).toBe(200);
  taalmodighet.abort();
  await expect(henger).rejects.toThrow(/abort/i);
});

test('tomt-svar is a 200 with nothing in it', async () => {
  const svar = await tryFeil('tomt-svar');
  expect([svar.status, svar.tekst]).toEqual([200, '']);
});

test('ukjent-felt adds an egenskap that no contract knows', async () => {
  const dokument = JSON.parse((await tryFeil('ukjent-felt')).tekst);
  expect(dokument.nyOpplysning).toHaveLength(1);
  expect(dokument.navn).toHaveLength(1);
});

test('a fault for one number leaves other persons and searches for others alone', async () => {
  proeve.feil.start({ feil: 'status-404', nummer: NUMMER.ola });
  const soek = `offentlig-med-hjemmel/api/v1/personer/entydigsoek?navn=A%20RULLETRAPP&identifikasjonsnummer=`;
  expect((await proeve.call(STI)).status).toBe(404);
  expect((await proeve.call(`${soek}${NUMMER.ola}`)).status).toBe(404);
  expect((await proeve.call(`${soek}${NUMMER.fortrolig}`)).status).toBe(200);
});

test('without faults the answer is whole again', async () => {
  await tryFeil('status-500');
  proeve.feil.cancel();
  expect((await proeve.call(STI)).status).toBe(200);
});

test.each(['lengde-for-stor', 'brutt-etter-behandling', 'brutt-foer-behandling'] as const)(
  '%s gives no whole answer',
  async (feil) => {
    await expect(tryFeil(feil)).rejects.toThrow(/aborted|ECONNRESET|hang up/);
  },
);

test('lengde-for-liten promises half of what it sends', async () => {
  proeve.feil.start({ feil: 'lengde-for-liten' });
  const raatt = await callRaatt();
  const [hode = '', kropp = ''] = raatt.split('\r\n\r\n');
  const lovet = Number(/^content-length: (\d+)/im.exec(hode)?.[1]);
  expect(lovet).toBe(Buffer.byteLength(kropp) >> 1);
  expect(JSON.parse(kropp).navn).toHaveLength(1);
});

test('lukket-etterpaa is a whole answer that says the connection lives, and then its end', async () => {
  const koble = new Agent({ keepAlive: true });
  const svar = await tryFeil('lukket-etterpaa', undefined, { agent: koble });
  expect(JSON.parse(svar.tekst).navn).toHaveLength(1);
  expect(svar.headere.connection).toBe('keep-alive');
  const [socket] = Object.values(koble.freeSockets).flat();
  if (socket) await once(socket, 'close');
  koble.destroy();
});

test('bom puts a byte order mark before the right answer', async () => {
  const svar = await tryFeil('bom');
  expect(svar.tekst.codePointAt(0)).toBe(0xfeff);
  expect(JSON.parse(svar.tekst.slice(1)).navn).toHaveLength(1);
});

test('klokke-skjev dates the answer ahead, or behind', async () => {
  for (const sekunder of [600, -600]) {
    const svar = await tryFeil('klokke-skjev', sekunder);
    const avvik = Date.parse(svar.headere.date ?? '') - Date.now() - sekunder * 1_000;
    expect(Math.abs(avvik)).toBeLessThan(60_000);
    proeve.feil.cancel();
  }
});

test('gzip-bombe is small on the wire and as large as it was told when it is unpacked', async () => {
  const storrelse = 128 * 1024 * 1024;
  const { headere, bytes } = await tryFeil('gzip-bombe', storrelse);
  expect(headere['content-encoding']).toBe('gzip');
  expect(bytes.length).toBeLessThan(storrelse / 500);
  expect(gunzipSync(bytes)).toHaveLength(storrelse);
});

test('faults of different kinds add up; of those that answer, the first that was set counts', async () => {
  for (const feil of ['status-503', 'brannmur-html-200', 'avkortet-json', 'feil-innholdstype'] as const)
    proeve.feil.start({ feil });
  const svar = await proeve.call(STI);
  expect([svar.status, svar.headere['content-type']]).toEqual([503, 'text/plain']);
  expect(svar.tekst).toMatch(/^\{"kode":"FREG-001"/);
  expect(() => JSON.parse(svar.tekst)).toThrow();
});

test('a fault for one pakke leaves the others alone', async () => {
  proeve.feil.start({ feil: 'status-503', pakke: 'finans' });
  expect((await proeve.call(STI)).status).toBe(200);
  expect((await proeve.call(STI.replace('offentlig-med-hjemmel/api', 'api/finans'))).status).toBe(503);
});
