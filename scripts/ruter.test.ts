/** Z-02: the list that the tests of access are made of has every route, and refuses one that does not say whom it is for. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { HANDLINGER } from '#lib/domain/session/session.ts';
import { isForRoller, listRuter, parseApi, parseSide, toSti } from './ruter.ts';

const { api, sider } = listRuter(path.join(import.meta.dirname, '..'));

test('Z-02: every route and page says whom it is for, by an act that there is', () => {
  expect(api.length).toBeGreaterThanOrEqual(35);
  expect(sider.length).toBeGreaterThanOrEqual(10);
  for (const { handling, mal } of [...api, ...sider])
    if (handling !== null) expect(HANDLINGER, mal).toContain(handling);
});

test('N-02: without a session there is sign-in and what machines ask, and nothing else', () => {
  const aapne = api.filter(({ handling }) => handling === null).map(({ metode, mal }) => `${metode} ${mal}`);
  expect(aapne).toEqual([
    'GET /api/auth/{nextauth}',
    'POST /api/auth/{nextauth}',
    'GET /api/internal/live',
    'GET /api/internal/metrics',
    'GET /api/internal/ready',
  ]);
  expect(sider.filter(({ handling }) => handling === null).map(({ mal }) => mal)).toEqual([
    '/logg-inn/igjen',
    '/logg-inn',
  ]);
});

test('S-05: what asks for a fresh sign-in is at least to approve, to download, to uncover, to give rights, to go past a rule and to export', () => {
  const nylige = api.filter(({ nyligInnlogging }) => nyligInnlogging).map(({ mal }) => mal);
  for (const mal of [
    '/api/oppslag/{oppslagId}/avdekking',
    '/api/uttrekk/{uttrekkId}/godkjenning',
    '/api/uttrekk/{uttrekkId}/filer/{filId}/nedlasting',
    '/api/tilgang/brukere/{brukerId}',
    '/api/noedtilgang',
    '/api/revisjonslogg/eksport',
  ])
    expect(nylige).toContain(mal);
});

test('a GET with a session only tells of what there is: a stream, a download', () => {
  for (const { metode, slag, handling, mal } of api)
    if (metode === 'GET' && handling !== null) expect(['strom', 'download'], mal).toContain(slag);
});

const FILE = 'app/api/sak/[sakId]/route.ts';
const GOD =
  "export const POST = route(\n  { mal: 'POST /api/sak/{sakId}', requires: 'oppslag' },\n  run,\n);\n";

test('a route is read as it is declared', () => {
  expect(parseApi(FILE, GOD)).toEqual([
    { metode: 'POST', mal: '/api/sak/{sakId}', slag: 'route', handling: 'oppslag', nyligInnlogging: false },
  ]);
  expect(parseApi(FILE, GOD.replace('requires', 'nyligInnlogging: true, requires'))[0]?.nyligInnlogging).toBe(
    true,
  );
  expect(toSti({ mal: '/api/sak/{sakId}/del' })).toMatch(/^\/api\/sak\/[0-9a-f-]{36}\/del$/);
  expect(isForRoller({ handling: 'oppslag' }, ['saksbehandler'])).toBe(true);
  expect(isForRoller({ handling: 'oppslag' }, ['leder'])).toBe(false);
});

for (const [feil, text, sentence] of [
  ['no act', GOD.replace(", requires: 'oppslag'", ''), 'says not which act'],
  [
    'another template',
    GOD.replace("'POST /api/sak/{sakId}'", "'POST /api/sak'"),
    'is logged as POST /api/sak',
  ],
  ['a handler of its own', GOD.replace('= route(', '= handle('), 'must be made by'],
  ['a function', `${GOD}export async function GET() {}\n`, 'an export that is not a route'],
  [
    'an act in a comment',
    GOD.replace("requires: 'oppslag'", "/* requires: 'oppslag' */"),
    'says not which act',
  ],
  ['nothing', '', 'an export that is not a route'],
] as const)
  test(`a route with ${feil} is a fault`, () => {
    expect(() => parseApi(FILE, text)).toThrow(sentence);
  });

test('a page for the signed-in must ask for an act or for a session', () => {
  const file = 'app/(innlogget)/sak/page.tsx';
  expect(parseSide(file, '<KontekstKrav handling="bulk">')).toEqual({ mal: '/sak', handling: 'bulk' });
  expect(parseSide(file, "if (!session.handlinger.includes('drift')) return")).toMatchObject({
    handling: 'drift',
  });
  expect(parseSide(file, "if (!session) redirect('/logg-inn');")).toMatchObject({ handling: 'session' });
  const ramme = "if (!session.handlinger.includes('drift')) return <IngenTilgang />;";
  const side = "<Liste kanEndre={session.handlinger.includes('uttrekk')} />";
  expect(parseSide(file, side, [ramme])).toMatchObject({ handling: 'drift' });
  expect(() => parseSide(file, 'export default () => <p />')).toThrow('says not whom it is for');
});
