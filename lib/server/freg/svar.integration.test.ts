/** Every answer that the register, or what stands in front of it, can give, over real TLS. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FregClient } from './create-freg-client.ts';
import type { TestRegister } from './test-register.ts';
import {
  ANNET_NUMMER,
  createDokument,
  listLekkasjer,
  NUMMER,
  OPPSLAG,
  sendJson,
  startTestRegister,
} from './test-register.ts';

let register: TestRegister;
let client: FregClient;
beforeAll(async () => {
  register = await startTestRegister();
  client = register.createClient();
});
afterAll(() => register.close());

function ask(answer: (res: ServerResponse) => void) {
  register.script((_req, res) => answer(res));
  return client.getPerson(OPPSLAG);
}
const askJson = (status: number, body: unknown, headers?: Record<string, string>) =>
  ask((res) => sendJson(res, status, body, headers));

/** The four shapes of freg-contract.md section 1.3, each with the number in its text, as real ones may have. */
const FORMER = [
  { body: { kode: 'FREG-001', melding: `Feil for ${NUMMER}` }, kode: 'FREG-001' },
  {
    body: {
      httpStatus: 403,
      alvorlighetsgrad: 'WARNING',
      feilkode: 'ske.folkeregister.KonsumentManglerTilgangException',
      feilmelding: `Ukjent ${NUMMER}`,
      tilleggsinformasjon: { ident: NUMMER },
    },
    kode: 'ske.folkeregister.KonsumentManglerTilgangException',
  },
  { body: { code: 'NOT_FOUND', message: NUMMER, httpStatus: 404, feilreferanse: NUMMER }, kode: 'NOT_FOUND' },
  { body: { feilmelding: `Ukjent person ${NUMMER}` }, kode: null },
  { body: { kode: NUMMER, melding: 'et nummer er ingen kode' }, kode: null },
  { body: [{ feilkode: 'X' }], kode: null },
  { body: '', kode: null },
  { body: '{"kode":', kode: null },
];
const STATUSER = [
  { status: 400, kind: 'ugyldigForespoersel' },
  { status: 401, kind: 'ikkeAutentisert' },
  { status: 403, kind: 'manglerTilgang' },
  { status: 406, kind: 'ugyldigDel' },
];

test.each(STATUSER)(
  'R-03: $status is $kind in every error shape, asked once, and only the code is kept',
  async (rad) => {
    for (const { body, kode } of FORMER) {
      expect(await askJson(rad.status, body)).toEqual({ kind: rad.kind, kode });
      expect(register.kall).toHaveLength(1);
    }
  },
);

test('R-03: 404 is "the register did not find", in every error shape, asked once', async () => {
  for (const { body } of FORMER) {
    expect(await askJson(404, body)).toEqual({ kind: 'ikkeFunnet' });
    expect(register.kall).toHaveLength(1);
  }
});

test('a status that the contract does not have is no answer, and a redirect is not followed', async () => {
  for (const status of [204, 301, 302, 307, 405, 410, 415]) {
    const svar = await askJson(status, '', { location: `${register.baseUrl}/annet` });
    expect(svar).toEqual({ kind: 'ugyldigSvar', grunn: 'uventetStatus' });
    expect(register.kall).toHaveLength(1);
  }
});

test('a person is handed over as delivered, unknown fields included, with how it was got', async () => {
  const dokument = { ...createDokument(), nyttFelt: [{ rart: null }] };
  const svar = await askJson(200, dokument, { 'x-request-id': 'a1b2c3d4-e5f6' });
  expect(svar).toEqual({
    kind: 'funnet',
    dokument,
    identitetKontrollert: true,
    forsoek: 1,
    ms: expect.any(Number),
    fregRequestId: 'a1b2c3d4-e5f6',
  });
});

test('the call is a plain GET: no cookie is sent back, no compression asked for, nothing of the user told', async () => {
  await askJson(200, createDokument(), { 'set-cookie': 'MRHSession=abc; path=/' });
  await client.getPerson(OPPSLAG);
  expect(register.kall.map((kall) => Object.keys(kall.headers).sort())).toEqual(
    Array.from({ length: 2 }, () => ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']),
  );
  expect(register.kall[1]?.headers).toMatchObject({
    accept: 'application/json',
    'accept-encoding': 'identity',
  });
  expect(register.kall[1]?.url).toBe(
    `/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/${NUMMER}?part=person-basis`,
  );
});

const WAF = `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with
 your administrator.<br><br>Your support ID is: <b>1234567890123456789</b><br></body></html>`;

test.each([200, 403, 404, 503])(
  'R-13: the firewall page with status %i is named, with its support id, and not retried',
  async (status) => {
    const blokkert = { kind: 'blokkertAvBrannmur', supportId: '1234567890123456789' };
    expect(await askJson(status, WAF, { 'content-type': 'text/html; charset=utf-8' })).toEqual(blokkert);
    expect(await askJson(status, WAF)).toEqual(blokkert);
    expect(register.kall).toHaveLength(1);
  },
);

test('R-13: an HTML page without support id is the firewall below 500, and a fault of the server above', async () => {
  const html = { 'content-type': 'text/html' };
  expect(await askJson(403, '<!DOCTYPE html><p>Nei', html)).toEqual({
    kind: 'blokkertAvBrannmur',
    supportId: null,
  });
  expect(await askJson(502, '<html>Bad gateway', html)).toEqual({
    kind: 'utilgjengelig',
    grunn: 'tjenerfeil',
  });
  expect(register.kall).toHaveLength(3);
});

const UGYLDIGE: [string, string, string | Buffer, Record<string, string>][] = [
  ['innholdstype', 'XML', '<person/>', { 'content-type': 'application/xml' }],
  ['innholdstype', 'JSON called text', '{}', { 'content-type': 'text/plain' }],
  ['ikkeJson', 'words', 'hei', {}],
  ['ikkeJson', 'an empty body', '', {}],
  ['ikkeJson', 'a list', '[]', {}],
  ['ikkeJson', 'null', 'null', {}],
  ['innholdskoding', 'gzip', gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }],
  ['forStort', 'more than the cap', `{"a":"${'x'.repeat(100_001)}"}`, {}],
];
test.each(UGYLDIGE)(
  'R-13: an answer is refused as %s when it is %s, and not asked for again',
  async (grunn, _hva, body, headers) => {
    expect(await askJson(200, body, headers)).toEqual({ kind: 'ugyldigSvar', grunn });
    expect(register.kall).toHaveLength(1);
  },
);

test('R-13: a body without an announced length is cut off at the cap while it comes', async () => {
  let sent = 0;
  const svar = await ask((res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    const write = (): void => {
      while (!res.destroyed && sent < 100_000_000) {
        sent += 10_000;
        if (!res.write('x'.repeat(10_000))) return void res.once('drain', write);
      }
    };
    write();
  });
  expect(svar).toEqual({ kind: 'ugyldigSvar', grunn: 'forStort' });
  expect(sent).toBeLessThan(20_000_000);
});

test('R-13: a truncated document is asked for again, and never shown in part', async () => {
  const halv = JSON.stringify(createDokument()).slice(0, -40);
  expect(await askJson(200, halv)).toEqual({ kind: 'ugyldigSvar', grunn: 'avkortet' });
  expect(register.kall).toHaveLength(3);
  register.script((_req, res, nummer) => sendJson(res, 200, nummer === 1 ? halv : createDokument()));
  expect(await client.getPerson(OPPSLAG)).toMatchObject({ kind: 'funnet', forsoek: 2 });
});

test('R-13: a byte order mark and a charset do no harm', async () => {
  const svar = await askJson(200, `\uFEFF${JSON.stringify(createDokument())}`, {
    'content-type': 'application/json;charset=UTF-8',
  });
  expect(svar.kind).toBe('funnet');
});

test('R-12: an answer about somebody else is discarded whole, and told of as an error', async () => {
  register.logg.length = 0;
  expect(await askJson(200, createDokument(ANNET_NUMMER))).toEqual({
    kind: 'ugyldigSvar',
    grunn: 'feilPerson',
  });
  expect(register.logg).toMatchObject([{ nivaa: 'error', kode: 'ugyldigSvar:feilPerson', status: 200 }]);
  register.script((_req, res) => sendJson(res, 200, createDokument(ANNET_NUMMER)));
  const kriterier = { identifikasjonsnummer: NUMMER, navn: 'Sjelden Fjelltopp' };
  const entydig = await client.findEntydig({ pakke: 'finans', kriterier, deler: ['person-basis'] });
  expect(entydig).toEqual({ kind: 'ugyldigSvar', grunn: 'feilPerson' });
});

test('R-12: an entydig hit by name says that its identity was not compared', async () => {
  register.script((_req, res) => sendJson(res, 200, createDokument()));
  const kriterier = { navn: 'Sjelden Fjelltopp', foedselsdato: '1988-08-05' };
  const svar = await client.findEntydig({
    pakke: 'offentlig-med-hjemmel',
    kriterier,
    deler: ['person-basis'],
  });
  expect(svar).toMatchObject({ kind: 'funnet', identitetKontrollert: false });
  expect(register.kall[0]?.url).toContain(
    '/personer/entydigsoek?foedselsdato=19880805&navn=Sjelden%20Fjelltopp&part=',
  );
});

test('R-20: nothing that was logged here holds a number, a name or an address, and a planted line is found', async () => {
  await askJson(500, { kode: 'FREG-001', melding: NUMMER });
  expect(register.logg.some((entry) => entry.kode === 'utilgjengelig:tjenerfeil:FREG-001')).toBe(true);
  expect(listLekkasjer(register.logg)).toEqual([]);
  const plantet = { nivaa: 'info', hendelse: 'freg.kall', kode: `GET personer/${NUMMER}` } as const;
  expect(listLekkasjer([...register.logg, plantet])).toHaveLength(1);
});
