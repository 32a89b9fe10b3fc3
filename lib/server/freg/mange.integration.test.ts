/** Hit lists and bulk answers over real TLS: every number is accounted for, and nobody stands in another's row. */
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const TREDJE_NUMMER = '01819012345';
const PAKKE = 'offentlig-med-hjemmel';
let register: TestRegister;
let client: FregClient;
beforeAll(async () => {
  register = await startTestRegister();
  client = register.createClient();
});
afterAll(() => register.close());

function askMange(oppslag: unknown, numre = [NUMMER, ANNET_NUMMER]) {
  register.script((_req, res) => sendJson(res, 200, { oppslag }));
  return client.hentMange({ pakke: PAKKE, deler: ['navn'], numre });
}
const person = (nummer: string, dokument: object = createDokument(nummer)) => ({
  foedselsEllerDNummer: nummer,
  folkeregisterperson: dokument,
});

test('a bulk is one POST with the numbers in its body and not in its address', async () => {
  const bodies: string[] = [];
  register.script(async (req, res) => {
    bodies.push(Buffer.concat(await req.toArray()).toString());
    sendJson(res, 200, { oppslag: [person(NUMMER)] });
  });
  await client.hentMange({ pakke: PAKKE, deler: ['navn'], numre: [NUMMER] });
  expect(JSON.parse(bodies[0] ?? '')).toEqual({ foedselsEllerDNummer: [NUMMER] });
  expect(register.kall.map(({ url }) => url)).toEqual([
    '/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag?part=navn&somBestilt=true',
  ]);
});

test('46: while bulks hold all the connections they may, and more wait, a lookup goes before them (R-06)', async () => {
  const holdt: ServerResponse[] = [];
  register.script((req, res) => {
    if (req.method === 'POST') holdt.push(res);
    else sendJson(res, 200, createDokument());
  });
  const tidsgrenser = { ...TIDSGRENSER, bulkoppslag: { forsoekMs: 60_000, totalMs: 60_000 } };
  const taalmodig = register.createClient({ tidsgrenser });
  const bulker = Array.from({ length: 12 }, () =>
    taalmodig.hentMange({ pakke: PAKKE, deler: ['navn'], numre: [NUMMER] }),
  );
  await expect.poll(() => holdt.length).toBe(4);
  const svar = await taalmodig.getPerson({ pakke: PAKKE, deler: ['navn'], personidentifikator: NUMMER });
  expect(svar.kind).toBe('funnet');
  expect(holdt).toHaveLength(4);
  register.script((_req, res) => sendJson(res, 200, { oppslag: [person(NUMMER)] }));
  for (const res of holdt) sendJson(res, 200, { oppslag: [person(NUMMER)] });
  for (const { kind } of await Promise.all(bulker)) expect(kind).toBe('bulk');
});

test('R-11: posts follow the numbers asked for, whatever order, gaps, doubles and strangers the answer has', async () => {
  const svar = await askMange(
    [
      person(ANNET_NUMMER),
      person(TREDJE_NUMMER),
      person(ANNET_NUMMER, {}),
      null,
      { foedselsEllerDNummer: 7 },
    ],
    [NUMMER, ANNET_NUMMER],
  );
  expect(svar).toEqual({
    kind: 'bulk',
    poster: [
      { nummer: NUMMER, utfall: 'ikkeFunnet' },
      { nummer: ANNET_NUMMER, utfall: 'funnet', dokument: createDokument(ANNET_NUMMER) },
    ],
    uteblitt: 1,
  });
});

test('R-12: a document about somebody else is not kept', async () => {
  const svar = await askMange([person(NUMMER, createDokument(ANNET_NUMMER))], [NUMMER]);
  expect(svar).toEqual({ kind: 'bulk', poster: [{ nummer: NUMMER, utfall: 'feilPerson' }], uteblitt: 0 });
});

test.each([undefined, null, {}, 'x'])(
  'an answer without a list of posts (%j) is no answer',
  async (oppslag) => {
    expect(await askMange(oppslag)).toEqual({ kind: 'ugyldigSvar', grunn: 'ikkeJson' });
  },
);

test.each([[[]], [Array(1001).fill(NUMMER)], [['123']]])(
  'what the register would refuse is never sent',
  async (numre) => {
    register.script((_req, res) => sendJson(res, 200, {}));
    await expect(client.hentMange({ pakke: PAKKE, deler: ['navn'], numre })).rejects.toBeInstanceOf(AppError);
    expect(register.kall).toEqual([]);
  },
);

test('a bulk that is cut off or answered with 500 is asked for again: it only reads', async () => {
  register.script((_req, res, nummer) =>
    sendJson(res, nummer === 1 ? 500 : 200, { oppslag: [person(NUMMER)] }),
  );
  expect(await client.hentMange({ pakke: PAKKE, deler: ['navn'], numre: [NUMMER] })).toMatchObject({
    kind: 'bulk',
  });
  expect(register.kall).toHaveLength(2);
});

test.each([
  [
    { foedselsEllerDNummer: [NUMMER, ANNET_NUMMER, NUMMER] },
    { kind: 'treff', numre: [NUMMER, ANNET_NUMMER] },
  ],
  [{ foedselsEllerDNummer: [] }, { kind: 'treff', numre: [] }],
  [{}, { kind: 'treff', numre: [] }],
  [{ foedselsEllerDNummer: [NUMMER, '12'] }, { kind: 'ugyldigSvar', grunn: 'ikkeJson' }],
  [{ foedselsEllerDNummer: 'x' }, { kind: 'ugyldigSvar', grunn: 'ikkeJson' }],
])('a soek answered with %j', async (body, svar) => {
  register.script((_req, res) => sendJson(res, 200, body));
  expect(await client.soek({ pakke: PAKKE, kriterier: { navn: 'A B' } })).toEqual(svar);
});

test('R-20: neither numbers nor criteria stand in a log line', async () => {
  register.script((_req, res) => sendJson(res, 400, { feilmelding: `konkretiser ${NUMMER}` }));
  await client.soek({ pakke: PAKKE, kriterier: { navn: 'Sjelden Fjelltopp' } });
  await askMange([person(NUMMER)]);
  expect(listLekkasjer(register.logg)).toEqual([]);
});
