/** Each fault over real TLS: what a client sees of it, and that it is over when it is cancelled. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FEIL, type FeilNavn } from './feilliste.ts';
import { NUMMER, PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

let proeve: Proeveregister;
beforeAll(async () => {
  proeve = await startProeveregister(PROEVEBEFOLKNING);
});
afterAll(() => proeve.stop());
afterEach(() => proeve.feil.cancel());

const STI = `offentlig-med-hjemmel/api/v1/personer/${NUMMER.ola}?part=navn`;
const proevd = new Set<string>();

/** The answer while the fault is on. */
function tryFeil(feil: FeilNavn, verdi?: number, kall?: Proevekall) {
  proevd.add(feil);
  proeve.feil.start(verdi === undefined ? { feil } : { feil, verdi });
  return proeve.call(STI, kall);
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
  await expect(tryFeil('henger', undefined, { tidsfristMs: 200 })).rejects.toThrow(/abort/i);
  expect(proeve.register.kall().siste.map(({ status }) => status)).toEqual([0]);
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

test('every fault of the list has been tried', () => {
  expect([...proevd].sort()).toEqual(Object.keys(FEIL).sort());
});
