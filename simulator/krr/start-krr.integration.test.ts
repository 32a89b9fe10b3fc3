/** KRR over real TLS, with tokens from a running Maskinporten: states, fields by scope, and every refusal. */
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { NUMMER } from '../befolkning/scenarioer/nummer.ts';
import { KRR_SCOPES } from '../maskinporten/klienter.ts';
import {
  callNabo,
  type Grantvalg,
  type Maskinportenproeve,
  SCOPE,
  startMaskinportenproeve,
} from '../maskinporten/proeve/maskinporten.ts';
import type { Nabo } from '../nabotjener.ts';
import { type Krrinnstillinger, STANDARD_KRR } from './innstillinger.ts';
import { ensurePostkasser, type Postkasse } from './postkasser.ts';
import { startKrr } from './start-krr.ts';
import { NAVNGITTE, TILSTANDER } from './tilstander.ts';

const START = Date.parse('2026-11-21T12:00:00Z');
const UKJENT = '13867312345';
const BEGGE = `${KRR_SCOPES.kontakt} ${KRR_SCOPES.digitalpost}`;
const UTEN_KONTAKT = ['personidentifikator', 'reservasjon', 'status'];
const befolkning = createBefolkning({ froe: 1, antall: 1_000, naa: new Date(START) });
let mp: Maskinportenproeve;
let mappe: string;
let postkasser: Postkasse[];
let krr: Nabo;
let token: string;
const startet: Nabo[] = [];

async function start(innstillinger: Partial<Krrinnstillinger> = {}): Promise<Nabo> {
  const nabo = await startKrr({
    port: 0,
    pki: { ...mp.pki, ...mp.pki.tjener },
    feil: mp.feil,
    befolkning,
    froe: 1,
    klokke: { naa: () => START },
    kontroll: mp.maskinporten.createKontroll({ krevUtenResource: false }),
    postkasser,
    innstillinger: { ...STANDARD_KRR, ...innstillinger },
    logg: () => {},
  });
  startet.push(nabo);
  return nabo;
}

beforeAll(async () => {
  mp = await startMaskinportenproeve(() => START);
  mappe = await mkdtemp(join(tmpdir(), 'krr-'));
  postkasser = await ensurePostkasser(mappe, new Date(START));
  krr = await start();
  token = await mp.getToken({ scope: BEGGE });
});
afterAll(async () => {
  for (const nabo of startet) await nabo.close();
  await mp.stop();
  await rm(mappe, { recursive: true });
});

type Valg = {
  til?: Nabo;
  sti?: string;
  bearer?: string;
  metode?: string;
  headere?: Record<string, string>;
};

function call(
  kropp: unknown,
  { til = krr, sti = '/rest/v2/personer', bearer = token, ...resten }: Valg = {},
) {
  return callNabo(
    { ca: mp.pki.ca, port: til.port, sti },
    {
      metode: resten.metode ?? 'POST',
      headere: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...resten.headere },
      ...(kropp === undefined ? {} : { kropp: typeof kropp === 'string' ? kropp : JSON.stringify(kropp) }),
    },
  );
}

async function listPersoner(numre: string[], valg: Valg & { felter?: Record<string, unknown> } = {}) {
  const svar = await call({ personidentifikatorer: numre, ...valg.felter }, valg);
  expect(svar.status, svar.tekst).toBe(200);
  return JSON.parse(svar.tekst).personer;
}
const getPerson = async (navn: keyof typeof NUMMER, valg: Valg & { grant?: Grantvalg } = {}) => {
  const bearer = valg.grant ? await mp.getToken(valg.grant) : undefined;
  const [person] = await listPersoner([NUMMER[navn]], { ...valg, ...(bearer ? { bearer } : {}) });
  return person;
};

const TID = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]$/);
const EPOST = {
  epostadresse: 'NULLstillt@default.digdir.no',
  epostadresse_oppdatert: TID,
  epostadresse_sist_verifisert: TID,
};
const MOBIL = {
  mobiltelefonnummer: '+4799999999',
  mobiltelefonnummer_oppdatert: TID,
  mobiltelefonnummer_sist_verifisert: TID,
};
const AKTIV = { reservasjon: 'NEI', status: 'AKTIV', varslingsstatus: 'KAN_VARSLES' };
const DUPLISERT = { epostadresse_duplisert: 'JA', mobiltelefonnummer_duplisert: 'JA' };
const RESERVERT = {
  reservasjon: 'JA',
  reservasjonstidspunkt: TID,
  reservasjon_oppdatert: TID,
  status: 'AKTIV',
  varslingsstatus: 'KAN_IKKE_VARSLES',
};
const BEGGE_KANALER = { kontaktinformasjon: { ...EPOST, ...MOBIL } };
const POST = {
  digital_post: {
    postkasseadresse: expect.stringMatching(/^simulert\.innbygger#[\dA-F]{4}$/),
    postkasseleverandoeradresse: expect.stringMatching(/^(984661185|922020175)$/),
  },
  sertifikat: expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
};

test.each([
  ['begge-ferske', 'tvilling-1', { ...AKTIV, ...BEGGE_KANALER }],
  ['postkasse', 'ordinaer-mor', { ...AKTIV, ...BEGGE_KANALER, ...POST, spraak: 'nb', spraak_oppdatert: TID }],
  ['bare-mobil', 'ordinaer-far', { ...AKTIV, kontaktinformasjon: MOBIL }],
  ['bare-epost', 'navneendring', { ...AKTIV, kontaktinformasjon: EPOST }],
  [
    'ubekreftet',
    'tvilling-2',
    { ...AKTIV, kontaktinformasjon: { epostadresse: EPOST.epostadresse, epostadresse_oppdatert: TID } },
  ],
  ['epost-utloept', 'skilt-og-gift-igjen', { ...AKTIV, ...BEGGE_KANALER }],
  ['mobil-utloept', 'skilt-og-gift-igjen-tidligere', { ...AKTIV, ...BEGGE_KANALER }],
  [
    'begge-utloept',
    'skilt-og-gift-igjen-ny',
    { ...AKTIV, varslingsstatus: 'KAN_IKKE_VARSLES', ...BEGGE_KANALER },
  ],
  ['duplisert', 'tvilling-mor', { ...AKTIV, kontaktinformasjon: { ...EPOST, ...MOBIL, ...DUPLISERT } }],
  ['uten-kontaktinformasjon', 'fiendtlig-navn', { ...AKTIV, varslingsstatus: 'KAN_IKKE_VARSLES' }],
  ['reservert-med-kontaktinformasjon', 'delt-bosted-mor', { ...RESERVERT, ...BEGGE_KANALER }],
  ['reservert', 'delt-bosted-far', RESERVERT],
  ['slettet', 'utflyttet', { status: 'SLETTET', varslingsstatus: 'KAN_IKKE_VARSLES' }],
] as const)('%s: everything that is said of %s', async (tilstand, navn, ventet) => {
  expect(NAVNGITTE.find(({ person }) => person === navn)?.tilstand).toBe(tilstand);
  expect(await getPerson(navn)).toEqual({ personidentifikator: NUMMER[navn], ...ventet });
});

test('every state has a named person', () => {
  expect(new Set(NAVNGITTE.map(({ tilstand }) => tilstand))).toEqual(new Set(Object.keys(TILSTANDER)));
});

test('what is stale is older than 18 months, and what is fresh is not', async () => {
  const grense = Date.parse('2025-05-21T12:00:00Z');
  const getSist = async (navn: keyof typeof NUMMER, kanal: string) => {
    const { kontaktinformasjon } = await getPerson(navn);
    return Date.parse(`${kontaktinformasjon[`${kanal}_sist_verifisert`]}:00`);
  };
  expect(await getSist('skilt-og-gift-igjen', 'epostadresse')).toBeLessThan(grense);
  expect(await getSist('skilt-og-gift-igjen', 'mobiltelefonnummer')).toBeGreaterThan(grense);
  expect(await getSist('skilt-og-gift-igjen-tidligere', 'epostadresse')).toBeGreaterThan(grense);
  expect(await getSist('skilt-og-gift-igjen-tidligere', 'mobiltelefonnummer')).toBeLessThan(grense);
});

test('the languages that people choose', async () => {
  for (const [navn, spraak] of [
    ['samisk-navn', 'se'],
    ['langt-navn', 'nn'],
    ['utenlandsk-adresse', 'en'],
  ] as const)
    expect(await getPerson(navn)).toMatchObject({ spraak, spraak_oppdatert: TID });
});

test('v1 answers for everybody; v2 leaves out who is not registered, unless asked', async () => {
  const numre = [UKJENT, NUMMER['ordinaer-far'], NUMMER['ukjent-bosted'], NUMMER.utflyttet];
  const listNumre = async (valg: Parameters<typeof listPersoner>[1]) =>
    (await listPersoner(numre, valg)).map(
      (person: { personidentifikator: string }) => person.personidentifikator,
    );
  const registrerte = [NUMMER['ordinaer-far'], NUMMER.utflyttet];
  expect(await listNumre({ sti: '/rest/v1/personer' })).toEqual(numre);
  expect(await listNumre({ sti: '/rest/v1/personer', felter: { inkluderIkkeRegistrerte: false } })).toEqual(
    numre,
  );
  expect(await listNumre({})).toEqual(registrerte);
  expect(await listNumre({ felter: { inkluderIkkeRegistrerte: false } })).toEqual(registrerte);
  expect(await listNumre({ felter: { inkluderIkkeRegistrerte: true } })).toEqual(numre);
  expect(await listPersoner([UKJENT], { sti: '/rest/v1/personer' })).toEqual([
    {
      personidentifikator: UKJENT,
      reservasjon: 'NEI',
      status: 'IKKE_REGISTRERT',
      varslingsstatus: 'KAN_IKKE_VARSLES',
    },
  ]);
});

test('the request of the document works as it stands, and the answer has the shape it shows', async () => {
  const seed = '{\n "personidentifikatorer" : [ "12838442208" ]\n \n}';
  const svar = await call(seed, { sti: '/rest/v1/personer' });
  expect(svar.status).toBe(200);
  expect(JSON.parse(svar.tekst).personer[0].personidentifikator).toBe('12838442208');
  expect(await getPerson('tvilling-2', { sti: '/rest/v1/personer' })).toMatchObject({
    reservasjon: 'NEI',
    status: 'AKTIV',
    kontaktinformasjon: { epostadresse: 'NULLstillt@default.digdir.no', epostadresse_oppdatert: TID },
  });
});

test('the scopes decide the fields, also the scopes of a supplier', async () => {
  const getFelter = async (grant: Grantvalg) =>
    Object.keys(await getPerson('ordinaer-mor', { grant })).sort();
  const kontakt = [
    ...UTEN_KONTAKT,
    'varslingsstatus',
    'kontaktinformasjon',
    'spraak',
    'spraak_oppdatert',
  ].sort();
  const post = [...UTEN_KONTAKT, 'digital_post', 'sertifikat'].sort();
  expect(await getFelter({ scope: KRR_SCOPES.kontakt })).toEqual(kontakt);
  expect(await getFelter({ scope: KRR_SCOPES.digitalpost })).toEqual(post);
  const claims = { consumer_org: '310445975' };
  expect(await getFelter({ scope: KRR_SCOPES.delegertKontakt, claims })).toEqual(kontakt);
  expect(await getFelter({ scope: KRR_SCOPES.delegertDigitalpost, claims })).toEqual(post);
});

test('each supplier of mailboxes has one certificate, and a second start gives the same', async () => {
  expect(postkasser.map(({ leverandoer }) => leverandoer)).toEqual(['984661185', '922020175']);
  for (const { leverandoer, sertifikat } of postkasser)
    expect(new X509Certificate(sertifikat).subject).toContain(`NTRNO-${leverandoer}`);
  expect(await ensurePostkasser(mappe, new Date(START))).toEqual(postkasser);
  const { sertifikat, digital_post } = await getPerson('ordinaer-mor');
  const leverandoer = postkasser.find((en) => en.leverandoer === digital_post.postkasseleverandoeradresse);
  expect(sertifikat).toBe(leverandoer?.sertifikat);
});

test('a number asked for twice is answered once, and an earlier number is not known', async () => {
  const { personidentifikator } = await getPerson('tvilling-1');
  expect(await listPersoner([NUMMER['tvilling-1'], NUMMER['tvilling-1']])).toHaveLength(1);
  expect(personidentifikator).toBe(NUMMER['tvilling-1']);
  expect(await listPersoner([NUMMER['dnummer-til-foedselsnummer-foer']])).toEqual([]);
});

test('a thousand numbers are answered, one more or none is 400', async () => {
  const numre = Array.from({ length: 1_001 }, (_, i) => String(10_000_000_000 + i));
  expect(await listPersoner(numre.slice(0, 1_000), { sti: '/rest/v1/personer' })).toHaveLength(1_000);
  for (const ugyldige of [numre, []])
    expect((await call({ personidentifikatorer: ugyldige })).status).toBe(400);
});

const feil = (status: number, title: string, pointer?: string) => ({
  errors: [
    {
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      status: String(status),
      title,
      ...(pointer ? { source: { pointer } } : {}),
    },
  ],
});
const ETT = { personidentifikatorer: [NUMMER['ordinaer-mor']] };

test.each<[string, unknown, Valg, number, string, string?]>([
  [
    'a number of ten digits',
    { personidentifikatorer: ['1234567890'] },
    {},
    400,
    'Invalid value',
    '/personidentifikatorer/0',
  ],
  [
    'a number that is not text',
    { personidentifikatorer: [1] },
    {},
    400,
    'Invalid value',
    '/personidentifikatorer',
  ],
  ['no numbers', {}, {}, 400, 'Invalid value', '/personidentifikatorer'],
  [
    'a flag that is text',
    { ...ETT, inkluderIkkeRegistrerte: 'ja' },
    {},
    400,
    'Invalid value',
    '/inkluderIkkeRegistrerte',
  ],
  ['what is not JSON', '{"personer": [},', {}, 400, 'Malformed request'],
  ['JSON that is no object', 'null', {}, 400, 'Malformed request'],
  ['a signed answer', ETT, { headere: { accept: 'application/jose' } }, 406, 'Not acceptable'],
  ['another kind of body', ETT, { headere: { 'content-type': 'text/plain' } }, 415, 'Unsupported media type'],
  ['a body of 300 000 bytes', { ...ETT, fyll: 'x'.repeat(300_000) }, {}, 413, 'Payload too large'],
  ['GET', undefined, { metode: 'GET' }, 405, 'Method not allowed'],
  ['another path', ETT, { sti: '/rest/v3/personer' }, 404, 'Not found'],
])('%s is refused', async (_navn, kropp, valg, status, tittel, peker) => {
  const svar = await call(kropp, valg);
  expect([svar.status, JSON.parse(svar.tekst)]).toEqual([status, feil(status, tittel, peker)]);
});

test('without a good token it is 401, with one for something else 403, and both say how to get in', async () => {
  const opak = 'SWDQ_pVct3HIzsIaC3zHDuMmIqffr4ORr508N3p0Mtg=';
  const utenTilgang = await call(ETT, { bearer: opak });
  expect([utenTilgang.status, JSON.parse(utenTilgang.tekst)]).toEqual([401, feil(401, 'Unauthorized')]);
  expect(utenTilgang.headere['www-authenticate']).toMatch(/^Bearer error="invalid_token"/);
  const uten = await callNabo(
    { ca: mp.pki.ca, port: krr.port, sti: '/rest/v2/personer' },
    { metode: 'POST', headere: { 'content-type': 'application/json' }, kropp: JSON.stringify(ETT) },
  );
  expect([uten.status, uten.headere['www-authenticate']]).toEqual([401, 'Bearer']);
  const feilScope = await call(ETT, { bearer: await mp.getToken({ scope: SCOPE }) });
  expect([feilScope.status, JSON.parse(feilScope.tekst)]).toEqual([403, feil(403, 'Forbidden')]);
  expect(feilScope.headere['www-authenticate']).toBe(
    `Bearer error="insufficient_scope", scope="${KRR_SCOPES.kontakt}"`,
  );
});

test('the headers are those recorded', async () => {
  expect((await call(ETT)).headere).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

test('each setting changes what it says', async () => {
  const minutter = await start({
    tidsformat: '+02:00',
    inkluderIkkeRegistrerte: true,
    avvisUgyldigNummer: false,
  });
  const utc = await start({ tidsformat: 'Z', leverNaarIkkeVarsles: false, reservasjonForSlettet: true });
  const getOppdatert = async (til: Nabo) =>
    (await getPerson('tvilling-1', { til })).kontaktinformasjon.epostadresse_oppdatert;
  const [vanlig, medMinutter, iUtc] = await Promise.all([krr, minutter, utc].map(getOppdatert));
  expect(medMinutter).toBe(vanlig.replace(/(\+\d\d)$/, '.000$1:00'));
  expect(iUtc).toBe(new Date(medMinutter).toISOString());
  expect(await listPersoner(['1234567890'], { til: minutter })).toMatchObject([
    { status: 'IKKE_REGISTRERT' },
  ]);
  expect(await getPerson('skilt-og-gift-igjen-ny', { til: utc })).not.toHaveProperty('kontaktinformasjon');
  expect(await getPerson('delt-bosted-mor', { til: utc })).not.toHaveProperty('kontaktinformasjon');
  expect(await getPerson('utflyttet', { til: utc })).toHaveProperty('reservasjon', 'NEI');
});

test('faults strike when KRR is named, or the number that is asked for', async () => {
  const sett = (valg: Omit<Parameters<typeof mp.feil.start>[0], 'tjeneste'>) =>
    mp.feil.start({ antall: 1, tjeneste: 'krr', ...valg });
  for (const status of [401, 403, 500, 503] as const) {
    sett({ feil: `status-${status}` });
    const svar = await call(ETT);
    expect([svar.status, JSON.parse(svar.tekst)]).toEqual([status, feil(status, 'Service failure')]);
    expect((await call(ETT)).status).toBe(200);
  }
  sett({ feil: 'avkortet-json' });
  const kuttet = await call(ETT);
  expect(() => JSON.parse(kuttet.tekst)).toThrow(SyntaxError);
  sett({ feil: 'ukjent-felt' });
  const nytt = JSON.parse((await call(ETT)).tekst);
  expect([nytt.nytt_felt, nytt.personer[0].nytt_felt, nytt.personer[0].status]).toEqual([
    'ny',
    'ny',
    'AKTIV',
  ]);
  sett({ feil: 'status-503', nummer: NUMMER['tvilling-1'] });
  expect((await call(ETT)).status).toBe(200);
  expect((await call({ personidentifikatorer: [NUMMER['tvilling-1']] })).status).toBe(503);
  mp.feil.cancel();
});
