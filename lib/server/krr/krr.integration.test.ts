/** KRR and Maskinporten over real TLS: tokens, refusals, faults, and that no answer is ever one about somebody. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseKrrperson } from '#lib/domain/kontaktoppslag/parse-krrperson.ts';
import { NUMMER } from '../../../simulator/befolkning/scenarioer/nummer.ts';
import type { KrrClient } from './create-krr-client.ts';
import { LEVETID, startTestKrr, type TestKrr } from './test-krr.ts';

const MOR = NUMMER['ordinaer-mor'];
let krr: TestKrr;
let client: KrrClient;
let foer: ReturnType<TestKrr['countKall']>;

beforeAll(async () => {
  krr = await startTestKrr();
});
afterAll(() => krr?.stop());
beforeEach(() => {
  client = krr.createClient();
  foer = krr.countKall();
});
afterEach(() => krr.feil.cancel());

const ask = (nummer: string = MOR, signal = new AbortController().signal, hos = client) =>
  hos.getPerson({ nummer, signal, requestId: 'test' });
const readJwk = () => readFileSync(join(krr.mappe, 'maskinporten', 'virksomhet.jwk.json'), 'utf8');
/** Calls since the test began. */
const count = () => {
  const naa = krr.countKall();
  return { maskinporten: naa.maskinporten - foer.maskinporten, krr: naa.krr - foer.krr };
};

test.each([
  ['postkasse', 'kanVarsles', 'ordinaer-mor'],
  ['epost-utloept', 'kanVarsles', 'skilt-og-gift-igjen'],
  ['begge-utloept', 'kanIkkeVarsles', 'skilt-og-gift-igjen-ny'],
  ['uten-kontaktinformasjon', 'kanIkkeVarsles', 'fiendtlig-navn'],
  ['reservert', 'reservert', 'delt-bosted-mor'],
  ['slettet', 'slettet', 'utflyttet'],
  ['ikke-registrert', 'ikkeRegistrert', 'ukjent-bosted'],
] as const)('%s: %s', async (_tilstand, konklusjon, person) => {
  const svar = await ask(NUMMER[person]);
  expect(svar).toMatchObject({ kind: 'post', post: { personidentifikator: NUMMER[person] } });
  expect('post' in svar && parseKrrperson(svar.post, new Date())).toMatchObject({ konklusjon, andre: [] });
});

test('a person whom KRR has never heard of is not in it, and that is an answer', async () => {
  expect(await ask('13867312345')).toEqual({
    kind: 'post',
    post: expect.objectContaining({ personidentifikator: '13867312345', status: 'IKKE_REGISTRERT' }),
  });
});

test('R-15: one token for as long as it lives, asked for once however many wait for it', async () => {
  const svar = await Promise.all(Array.from({ length: 8 }, () => ask()));
  expect(svar.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'post'));
  await ask();
  expect(count()).toEqual({ maskinporten: 1, krr: 9 });
  krr.moveClock(LEVETID * 1000);
  expect(await ask()).toMatchObject({ kind: 'post' });
  expect(count()).toEqual({ maskinporten: 2, krr: 10 });
});

test('29: Maskinporten that is away is not noticed until the token ends, then it is no answer, and nobody mends it but itself (R-15)', async () => {
  await ask();
  krr.feil.start({ feil: 'status-503', tjeneste: 'maskinporten' });
  // So far into its life that a new one is asked for, and not so far that this one cannot be used.
  krr.moveClock(LEVETID * 1000 - 15_000);
  expect(await ask()).toMatchObject({ kind: 'post' });
  krr.moveClock(10_000);
  expect(await ask()).toEqual({ kind: 'utilgjengelig', grunn: 'tjenerfeil' });
  krr.feil.cancel();
  expect(await ask()).toMatchObject({ kind: 'post' });
});

test('a token that KRR refuses is exchanged for another, once', async () => {
  krr.feil.start({ feil: 'token-ugyldig', tjeneste: 'maskinporten', antall: 1 });
  expect(await ask()).toMatchObject({ kind: 'post' });
  expect(count()).toEqual({ maskinporten: 2, krr: 2 });
  krr.feil.start({ feil: 'status-401', tjeneste: 'krr' });
  expect(await ask()).toMatchObject({ kind: 'ikkeAutentisert' });
  expect(count()).toEqual({ maskinporten: 3, krr: 4 });
});

test('each attempt at a token is a new grant: what was sent is not sent again', async () => {
  krr.feil.start({ feil: 'status-503', tjeneste: 'maskinporten', antall: 1 });
  expect(await ask()).toMatchObject({ kind: 'post' });
  expect(count()).toEqual({ maskinporten: 2, krr: 1 });
});

test.each([
  ['status-500', { kind: 'utilgjengelig', grunn: 'tjenerfeil' }, 2],
  ['status-403', { kind: 'manglerTilgang' }, 1],
  ['tilkobling-nektes', { kind: 'utilgjengelig' }, 0],
  ['avkortet-json', { kind: 'ugyldigSvar' }, 2],
] as const)('KRR with %s is %j, never an answer', async (feil, utfall, kall) => {
  krr.feil.start({ feil, tjeneste: 'krr' });
  expect(await ask()).toMatchObject(utfall);
  expect(count().krr).toBe(kall);
});

test('a KRR that does not answer is given up in time', async () => {
  krr.feil.start({ feil: 'henger', tjeneste: 'krr' });
  expect(await ask(MOR, undefined, krr.createClient({ forsoekMs: 100 }))).toEqual({ kind: 'tidsavbrudd' });
});

test('how the two did is known without asking: a refused token is Maskinporten that gave none, not KRR that failed', async () => {
  const svarte = (hos = client) => hos.listTjenester().map(({ siste }) => siste?.svarte ?? null);
  expect(svarte()).toEqual([null, null]);
  krr.feil.start({ feil: 'status-400', tjeneste: 'maskinporten' });
  await ask();
  expect(svarte()).toEqual([false, null]);
  krr.feil.cancel();
  await ask();
  // Who went before the answer came says nothing of it.
  await ask(MOR, AbortSignal.abort());
  expect(svarte()).toEqual([true, true]);
  krr.feil.start({ feil: 'status-500', tjeneste: 'krr' });
  for (let antall = 0; antall < 20; antall += 1) await ask();
  expect(client.listTjenester()).toMatchObject([
    { tjeneste: 'maskinporten', erStanset: false },
    { tjeneste: 'krr', siste: { svarte: false }, erStanset: true },
  ]);
});

test('one blink is tried again, and fields that nobody knows come along', async () => {
  krr.feil.start({ feil: 'status-503', tjeneste: 'krr', antall: 1 });
  krr.feil.start({ feil: 'ukjent-felt', tjeneste: 'krr' });
  expect(await ask()).toMatchObject({ kind: 'post', post: { nytt_felt: 'ny' } });
});

test('who has gone is not asked for', async () => {
  await ask();
  expect(await ask(MOR, AbortSignal.abort())).toEqual({ kind: 'avbrutt' });
});

test('a key that is exchanged is taken into use, and a bad one is a fault of KRR alone', async () => {
  const jwkFile = join(krr.mappe, 'noekkel.json');
  writeFileSync(jwkFile, JSON.stringify({ ...JSON.parse(readJwk()), kid: 'en-annen' }));
  const egen = krr.createClient({ jwkFile });
  expect(await ask(MOR, undefined, egen)).toMatchObject({ kind: 'ugyldigForespoersel' });
  writeFileSync(jwkFile, 'ikke en nøkkel');
  expect(await ask(MOR, undefined, egen)).toEqual({ kind: 'sertifikat', grunn: 'uleselig' });
  writeFileSync(jwkFile, readJwk());
  expect(await ask(MOR, undefined, egen)).toMatchObject({ kind: 'post' });
});

test('a client is not made with a key that cannot be used, and nothing of the file is told', () => {
  const jwkFile = join(krr.mappe, 'daarlig.json');
  for (const innhold of ['hemmelig', '{}', '{"kty":"RSA","kid":"hemmelig","d":"hemmelig"}']) {
    writeFileSync(jwkFile, innhold);
    expect(() => krr.createClient({ jwkFile })).toThrow(/MASKINPORTEN_JWK_FILE/);
    expect(() => krr.createClient({ jwkFile })).not.toThrow(/hemmelig/);
  }
});

test('N-09: no line of the log holds a number, a token, an address or what KRR said', () => {
  expect(krr.logg.length).toBeGreaterThan(20);
  expect(JSON.stringify(krr.logg)).not.toMatch(/\d{9}|eyJ|localhost|127\.0|digdir|Bearer|\/token\?/i);
});
