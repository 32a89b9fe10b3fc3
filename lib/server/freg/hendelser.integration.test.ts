/** The feed over real TLS: in order or no answer, 304 and 406 by their own names, and one attempt each. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FregClient } from './create-freg-client.ts';
import { FEED_SIDE } from './read-hendelser.ts';
import type { TestRegister } from './test-register.ts';
import { ANNET_NUMMER, listLekkasjer, NUMMER, sendJson, startTestRegister } from './test-register.ts';

const PAKKE = 'offentlig-med-hjemmel';
const ULESELIG = { kind: 'ugyldigSvar', grunn: 'ikkeJson' };

let register: TestRegister;
let client: FregClient;
beforeEach(async () => {
  register = await startTestRegister();
  client = register.createClient();
});
afterEach(() => register.close());

const toPost = (sekvensnummer: unknown, nummer: unknown = NUMMER) => ({
  sekvensnummer,
  hendelse: { folkeregisteridentifikator: nummer, hendelsetype: 'endringINoeNytt', nytt: { felt: 1 } },
});
/** A kind that the portal does not know is as good as any. */
const INNHOLD = { type: 'endringINoeNytt', tidspunkt: null, hendelsesdokument: null, persondokument: null };
const list = (fra: number, etag: string | null = null) => client.listHendelser({ pakke: PAKKE, fra, etag });
const answer = (status: number, body: unknown, headers = {}) =>
  register.script((_req, res) => sendJson(res, status, body, headers));

test('a page has its entries in order, gaps and unknown kinds among them, and its ETag', async () => {
  answer(200, [toPost(7), toPost(19, ANNET_NUMMER), toPost(20, null), toPost(21, '12')], {
    etag: '"a1"',
  });
  expect(await list(7)).toEqual({
    kind: 'hendelser',
    hendelser: [
      { sekvensnummer: 7, nummer: NUMMER, innhold: INNHOLD },
      { sekvensnummer: 19, nummer: ANNET_NUMMER, innhold: INNHOLD },
      { sekvensnummer: 20, nummer: null, innhold: INNHOLD },
      { sekvensnummer: 21, nummer: null, innhold: INNHOLD },
    ],
    etag: '"a1"',
  });
  expect(register.kall[0]?.url.split('/v1/')[1]).toBe('hendelser/feed?seq=7');
  expect(register.kall[0]?.headers).not.toHaveProperty('if-none-match');
  answer(200, []);
  expect(await list(7)).toEqual({ kind: 'hendelser', hendelser: [], etag: null });
});

test('what an entry says is read as it stands, and what cannot be is left out', async () => {
  const hendelse = {
    folkeregisteridentifikator: NUMMER,
    hendelsetype: 'endringINavn',
    hendelsesdokument: '55591b51b20518f4f22bf1edd6aa9f25',
    persondokument: '8f475708c3d855defca884f4af6e49ae',
    ajourholdstidspunkt: '2017-06-20T09:26:03.689+02:00',
  };
  const rart = {
    hendelsetype: '<b>x</b>',
    hendelsesdokument: '../1',
    persondokument: 7,
    ajourholdstidspunkt: '2017-99-20T09:26:03Z',
  };
  answer(200, [
    { sekvensnummer: 1, hendelse },
    { sekvensnummer: 2, hendelse: { ...hendelse, ...rart } },
  ]);
  const { hendelsetype, hendelsesdokument, persondokument, ajourholdstidspunkt } = hendelse;
  const innhold = { hendelsesdokument, persondokument, type: hendelsetype, tidspunkt: ajourholdstidspunkt };
  const uten = { type: 'ukjent', tidspunkt: null, hendelsesdokument: null, persondokument: null };
  expect(await list(1)).toMatchObject({ hendelser: [{ innhold }, { innhold: uten }] });
});

test('the ETag is sent back as it came, and 304 says that nothing has happened', async () => {
  register.script((req, res) =>
    req.headers['if-none-match'] === '"a1"' ? res.writeHead(304).end() : sendJson(res, 200, []),
  );
  expect(await list(7, '"a1"')).toEqual({ kind: 'uendret' });
  expect(await list(7, '"b2"')).toEqual({ kind: 'hendelser', hendelser: [], etag: null });
});

test('an ETag that could not stand in a header is not kept', async () => {
  answer(200, [], { etag: 'W/"x" y' });
  expect(await list(7)).toMatchObject({ etag: null });
});

test.each([
  ['an entry from before the place asked for', [toPost(6)]],
  ['entries out of order', [toPost(9), toPost(8)]],
  ['an entry twice', [toPost(9), toPost(9)]],
  ['a number that a double cannot hold', [toPost(2 ** 53)]],
  ['a number as text', [toPost('9')]],
  ['an entry without a hendelse', [{ sekvensnummer: 9 }]],
  [
    'more than a page',
    Array.from({ length: FEED_SIDE + 1 }, (_, at) => ({ sekvensnummer: at + 7, hendelse: {} })),
  ],
  ['an object', { hendelser: [] }],
])('R-19: %s is no answer', async (_hva, body) => {
  answer(200, body);
  expect(await list(7)).toEqual(ULESELIG);
});

test('R-19: 406 is a place too old, a fault is a fault, and neither is asked again here', async () => {
  answer(406, { kode: null });
  expect(await list(0)).toEqual({ kind: 'forGammel' });
  answer(500, {});
  expect(await list(0)).toEqual({ kind: 'utilgjengelig', grunn: 'tjenerfeil' });
  answer(200, '[{"sekvensnummer":7,');
  expect(await list(7)).toEqual({ kind: 'ugyldigSvar', grunn: 'avkortet' });
  expect(register.kall).toHaveLength(1);
});

test('how far the feed has come is a bare number', async () => {
  answer(200, '12345');
  expect(await client.getSisteSekvensnummer({ pakke: PAKKE })).toEqual({
    kind: 'sekvensnummer',
    sekvensnummer: 12_345,
  });
  expect(register.kall[0]?.url.split('/v1/')[1]).toBe('hendelser/siste/sekvensnummer');
  for (const annet of ['-1', '1.5', '9007199254740993', '"7"', '{"sekvensnummer":7}']) {
    answer(200, annet);
    expect(await client.getSisteSekvensnummer({ pakke: PAKKE }), annet).toEqual(ULESELIG);
  }
});

test('R-20: nothing of an entry stands in a log line', async () => {
  answer(200, [toPost(7)]);
  await list(7);
  answer(406, { melding: NUMMER });
  await list(7);
  const kall = register.logg.filter(({ hendelse }) => hendelse === 'freg.kall');
  expect(kall.map(({ mal, kode }) => [mal, kode])).toEqual([
    ['GET hendelser/feed', 'hendelser'],
    ['GET hendelser/feed', 'forGammel'],
  ]);
  expect(listLekkasjer(register.logg)).toEqual([]);
});

const ID = '55591b51b20518f4f22bf1edd6aa9f25';
const hent = () => client.getHendelse({ pakke: PAKKE, id: ID, numre: [NUMMER] });
const toDokument = (hendelse: Record<string, unknown>, id: unknown = ID) => ({
  dokumentidentifikator: id,
  skjemaversjon: '1.0',
  hendelse: { folkeregisteridentifikator: NUMMER, hendelsestype: 'endringINavn', ...hendelse },
});

test('the document of a hendelse says what it changed, and nothing of what it was changed to is kept', async () => {
  const navn = { entitet: 'navn', entitetsendring: 'registrereNy' };
  answer(
    200,
    toDokument({ egenskapshendelse: [{ ...navn, navn: { etternavn: 'LYKT' } }, { entitet: 7 }, null] }),
  );
  expect(await hent()).toEqual({ kind: 'hendelse', egenskapshendelser: [navn] });
  expect(register.kall[0]?.url.split('/v1/')[1]).toBe(`hendelser/${ID}`);
  answer(200, toDokument({}));
  expect(await hent()).toEqual({ kind: 'hendelse', egenskapshendelser: [] });
});

test("R-12: another's hendelse, or another one of hers, is no answer", async () => {
  const feilPerson = { kind: 'ugyldigSvar', grunn: 'feilPerson' };
  answer(200, toDokument({ folkeregisteridentifikator: ANNET_NUMMER }));
  expect(await hent()).toEqual(feilPerson);
  answer(200, toDokument({}, 'a'.repeat(32)));
  expect(await hent()).toEqual(feilPerson);
  for (const odde of [{ dokumentidentifikator: ID }, toDokument({ egenskapshendelse: 'navn' })]) {
    answer(200, odde);
    expect(await hent()).toEqual(ULESELIG);
  }
  await expect(client.getHendelse({ pakke: PAKKE, id: '../feed', numre: [NUMMER] })).rejects.toThrow();
});
