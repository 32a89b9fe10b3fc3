/** The calls of an uttrekk over real TLS: an order is sent at most once, and only `{}` ends a job. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#lib/domain/feil.ts';
import type { FregClient } from './create-freg-client.ts';
import { TIDSGRENSER } from './freg-config.ts';
import type { TestRegister } from './test-register.ts';
import {
  ANNET_NUMMER,
  createDokument,
  listLekkasjer,
  NUMMER,
  sendJson,
  startTestRegister,
} from './test-register.ts';

const PAKKE = 'offentlig-med-hjemmel';
const JOBB = '7f0c9a52-0d9e-4c0e-9a77-3a1f5a0f2c11';
const UTVALG = {
  personstatustyper: ['bosatt' as const],
  foedselsaar: { fra: 1990, til: null },
  doedsaar: null,
  kjoenn: 'kvinne' as const,
  statsborgerskap: null,
  sivilstandstype: null,
};
const STED = { slag: 'bosted', kommune: '0301' };
const FREG_FEIL = { kode: 'FREG-001', melding: 'Feil i tjenesten.' };
const RASK = { forsoekMs: 200, totalMs: 400 };

let register: TestRegister;
let client: FregClient;
// A register of its own for each test: breaker and clock start afresh.
beforeEach(async () => {
  register = await startTestRegister();
  client = register.createClient();
});
afterEach(() => register.close());

const bestill = (klient = client) => klient.bestillTilpasset({ pakke: PAKKE, utvalg: UTVALG, sted: STED });
const hentBatch = (slag: 'tilpasset' | 'komplett' = 'tilpasset') =>
  client.getBatch({ pakke: PAKKE, slag, jobbId: JOBB, batchNr: 3 });

test('a tilpasset order is one POST in the shape of the contract', async () => {
  const bodies: unknown[] = [];
  register.script(async (req, res) => {
    bodies.push(JSON.parse(Buffer.concat(await req.toArray()).toString()));
    sendJson(res, 200, { jobbId: JOBB });
  });
  expect(await bestill()).toEqual({ kind: 'bestilt', jobbId: JOBB });
  expect(bodies).toEqual([
    {
      personstatustyper: ['bosatt'],
      kommunenummer: { bostedskommunenummer: '0301' },
      foedselsaarFraOgMed: '1990',
      kjoenn: 'kvinne',
    },
  ]);
  expect(register.kall.map(({ url }) => url)).toEqual([
    '/folkeregisteret/offentlig-med-hjemmel/api/v1/uttrekk/tilpasset',
  ]);
});

test('a komplett order names its sekvensnummer, or none for the latest', async () => {
  register.script((_req, res) => sendJson(res, 200, { jobbId: JOBB }));
  await client.bestillKomplett({ pakke: PAKKE, sekvensnummer: '42' });
  await client.bestillKomplett({ pakke: PAKKE, sekvensnummer: null });
  expect(register.kall.map(({ url }) => url.split('/v1/')[1])).toEqual([
    'uttrekk/komplett?feedsekvensnr=42',
    'uttrekk/komplett',
  ]);
});

test.each([
  ['reset after it was sent', 'brutt'],
  ['never answered', 'henger'],
  [500, FREG_FEIL],
  [502, ''],
  [504, ''],
  [200, { jobbId: '../x' }],
  [200, '{"jobbId": "7f0'],
])('R-03: an order whose answer is lost (%s) is unknown, and is not sent again', async (hva, body) => {
  const rask = register.createClient({
    tidsgrenser: { ...TIDSGRENSER, uttrekkTilpasset: RASK, uttrekkKomplett: RASK },
  });
  register.script((req, res) => {
    if (body === 'brutt') req.socket.destroy();
    else if (typeof hva === 'number') sendJson(res, hva, body);
  });
  expect(await bestill(rask)).toEqual({ kind: 'ukjentUtfall' });
  expect(await rask.bestillKomplett({ pakke: PAKKE, sekvensnummer: null })).toEqual({ kind: 'ukjentUtfall' });
  expect(register.kall).toHaveLength(2);
});

test('R-03: an order that nobody was there to take is tried again, and says so', async () => {
  const borte = register.createClient({ baseUrl: 'https://127.0.0.1:1' });
  expect(await bestill(borte)).toEqual({ kind: 'utilgjengelig', grunn: 'forbindelse' });
  expect(register.ventet).toHaveLength(2);
});

test.each([
  [429, { kind: 'opptatt', proevIgjenOmMs: 7000 }],
  [503, { kind: 'opptatt', proevIgjenOmMs: 7000 }],
  [400, { kind: 'ugyldigForespoersel', kode: null }],
  [403, { kind: 'manglerTilgang', kode: null }],
])('an order answered with %i was refused, and is not sent again here', async (status, svar) => {
  register.script((_req, res) => sendJson(res, status, {}, { 'retry-after': '7000' }));
  const rask = register.createClient({ tidsgrenser: { ...TIDSGRENSER, uttrekkTilpasset: RASK } });
  const utfall = await bestill(rask);
  expect(utfall).toEqual(status === 503 ? { kind: 'utilgjengelig', grunn: 'tjenerfeil' } : svar);
  expect(register.kall).toHaveLength(1);
});

test('R-09: a batch has identifiers, is not ready, is gone, or is the end; nothing else ends a job', async () => {
  const svar = async (status: number, body: unknown, slag: 'tilpasset' | 'komplett' = 'tilpasset') => {
    register.script((_req, res) => sendJson(res, status, body));
    return await hentBatch(slag);
  };
  const id = 'a'.repeat(32);
  expect(await svar(200, { foedselsEllerDNummer: [NUMMER, ANNET_NUMMER, NUMMER] })).toEqual({
    kind: 'batch',
    ider: [NUMMER, ANNET_NUMMER, NUMMER],
  });
  expect(await svar(200, { dokumentidentifikator: [id] }, 'komplett')).toEqual({ kind: 'batch', ider: [id] });
  expect(await svar(200, {})).toEqual({ kind: 'slutt' });
  expect(await svar(200, { foedselsEllerDNummer: [] })).toEqual({ kind: 'slutt' });
  expect(await svar(404, { feilmelding: 'ikke ferdig' })).toEqual({ kind: 'ikkeKlar' });
  expect(await svar(410, { feilmelding: 'finnes ikke' })).toEqual({ kind: 'borte' });
  const uleselig = { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  expect(await svar(200, { feilmelding: 'x' })).toEqual(uleselig);
  expect(await svar(200, { foedselsEllerDNummer: [NUMMER, '12'] })).toEqual(uleselig);
  expect(await svar(200, { dokumentidentifikator: [id] })).toEqual(uleselig);
  expect(await svar(200, [])).toEqual(uleselig);
  expect(await svar(500, {})).toEqual({ kind: 'utilgjengelig', grunn: 'tjenerfeil' });
});

test.each([404, 410])('R-13: a page of the firewall with %i says nothing of the batch', async (status) => {
  register.script((_req, res) =>
    sendJson(res, status, '<html>The requested URL was rejected. Your support ID is: 123456789</html>', {
      'content-type': 'text/html',
    }),
  );
  expect(await hentBatch()).toEqual({ kind: 'blokkertAvBrannmur', supportId: '123456789' });
});

test('R-11: documents of the archive follow the ids asked for, and what has no row is counted', async () => {
  const [en, to, tre] = ['a', 'b', 'c'].map((tegn) => tegn.repeat(32)) as [string, string, string];
  register.script((_req, res) =>
    sendJson(res, 200, {
      oppslag: [
        { dokumentidentifikator: to, feilmelding: { feilmelding: 'Ukjent dokumentid.' } },
        { dokumentidentifikator: en, folkeregisterperson: createDokument() },
      ],
    }),
  );
  expect(await client.hentArkiv({ pakke: PAKKE, deler: ['navn'], ider: [en, to, tre] })).toEqual({
    kind: 'arkiv',
    poster: [
      { id: en, dokument: createDokument() },
      { id: to, dokument: null },
      { id: tre, dokument: null },
    ],
    uteblitt: 1,
  });
  await expect(client.hentArkiv({ pakke: PAKKE, deler: [], ider: ['a b'] })).rejects.toBeInstanceOf(AppError);
});

test('a client that is told to makes one attempt at a bulk call: whoever holds the row spaces the next', async () => {
  register.script((_req, res) => sendJson(res, 500, FREG_FEIL));
  const en = register.createClient({ bulk: { forbindelser: 2, forsoek: 1 } });
  await en.hentMange({ pakke: PAKKE, deler: ['navn'], numre: [NUMMER] });
  expect(register.kall).toHaveLength(1);
});

test('R-20: neither job, criteria nor identifiers stand in a log line', async () => {
  register.script((_req, res) => sendJson(res, 400, { feilmelding: NUMMER }));
  await bestill();
  await hentBatch();
  await client.hentArkiv({ pakke: PAKKE, deler: [], ider: ['a'.repeat(32)] });
  expect(register.logg.length).toBeGreaterThan(3);
  expect(listLekkasjer(register.logg)).toEqual([]);
  expect(JSON.stringify(register.logg)).not.toMatch(/7f0c9a52|0301|aaaa/);
});
