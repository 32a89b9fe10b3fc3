/** The budget of first-load JavaScript: how a build is read, and that a broken or unread budget is told. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { BUDGETS, findOverBudget, measureFirstLoad, showFirstLoad } from './first-load.ts';

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** A build with these chunks and routes, in the form that Next writes. */
function build(chunks: Record<string, Buffer>, routes: Record<string, string[]>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'frp-bygg-'));
  roots.push(root);
  mkdirSync(path.join(root, '.next', 'diagnostics'), { recursive: true });
  for (const [name, content] of Object.entries(chunks))
    writeFileSync(path.join(root, '.next', name), content);
  const stats = Object.entries(routes).map(([route, names]) => ({
    route,
    firstLoadUncompressedJsBytes: 1,
    firstLoadChunkPaths: names.map((name) => `.next/${name}`),
  }));
  writeFileSync(path.join(root, '.next', 'diagnostics', 'route-bundle-stats.json'), JSON.stringify(stats));
  return root;
}

const FELLES = Buffer.from('const felles = 1;'.repeat(500));
/** Random bytes do not pack: their weight is their length and a little. */
const tung = (bytes: number): Buffer => randomBytes(bytes);

test('a route weighs the sum of its chunks, each packed', () => {
  const root = build({ 'a.js': FELLES, 'b.js': tung(1_000) }, { '/': ['a.js', 'b.js'], '/annen': ['a.js'] });
  const felles = gzipSync(FELLES).length;
  expect(felles).toBeLessThan(FELLES.length / 10);
  const [start, annen] = measureFirstLoad(root);
  expect(start).toMatchObject({ route: '/', budget: 190_000 });
  expect(start?.bytes).toBeGreaterThanOrEqual(felles + 1_000);
  expect(annen).toEqual({ route: '/annen', bytes: felles, budget: null });
});

test('a page over its budget is told with both figures, and one within is not', () => {
  const root = build(
    { 'lett.js': FELLES, 'tung.js': tung(195_000) },
    {
      ...Object.fromEntries(Object.keys(BUDGETS).map((route) => [route, ['lett.js']])),
      '/': ['tung.js'],
      '/oppslag/[oppslagId]': ['tung.js'],
      '/annen': ['tung.js', 'lett.js'],
    },
  );
  expect(findOverBudget(measureFirstLoad(root))).toEqual([
    expect.stringMatching(/^\/: 195,\d kB, og budsjettet er 190,0 kB$/),
  ]);
});

test('a budget for a page that is not in the build is told: a moved page must take its budget along', () => {
  const andre = Object.keys(BUDGETS).filter((side) => side !== '/oppslag/[oppslagId]');
  const root = build({ 'a.js': FELLES }, Object.fromEntries(andre.map((side) => [side, ['a.js']])));
  expect(findOverBudget(measureFirstLoad(root))).toEqual([
    '/oppslag/[oppslagId]: siden er ikke i bygget, så budsjettet holder ingenting',
  ]);
});

test('a list that is missing, of another form, or names a chunk that is not there, is a fault and not a zero', () => {
  expect(() => measureFirstLoad(tmpdir())).toThrow();
  expect(() => measureFirstLoad(build({}, { '/': ['borte.js'] }))).toThrow();
  expect(() => measureFirstLoad(build({}, { '/': [] }))).toThrow();
});

test('a size is shown in thousands of bytes', () => {
  expect(showFirstLoad({ route: '/', bytes: 185_616, budget: 190_000 })).toBe('/  185,6 kB av 190,0 kB');
  expect(showFirstLoad({ route: '/logg-inn', bytes: 1_000, budget: null })).toBe('/logg-inn  1,0 kB');
});
