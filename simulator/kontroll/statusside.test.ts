/** The status page keeps to itself, and its script finds what it looks for. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findFil } from './statusside.ts';

const side = findFil('/');
const skript = findFil('/statusside.js');
const html = side?.innhold ?? '';

test('the page has no script of its own, asks only its own port, and its one style is the one that is allowed', () => {
  const regler = side?.headere['content-security-policy'] ?? '';
  const [, stil = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const avtrykk = createHash('sha256').update(stil).digest('base64');
  expect(regler).toContain("default-src 'none'");
  expect(regler).toContain(`style-src 'sha256-${avtrykk}'`);
  expect(regler).not.toContain('unsafe');
  expect([...html.matchAll(/<script[^>]*>/g)].map(([merke]) => merke)).toEqual([
    '<script type="module" src="/statusside.js">',
  ]);
  expect(html).not.toMatch(/ style=| on[a-z]+=|https?:\/\//);
  expect(skript?.innhold).not.toMatch(/innerHTML|https?:\/\//);
});

test('every element that the script looks for is on the page, once', () => {
  const soekt = [...(skript?.innhold ?? '').matchAll(/(?:find|tegn)\('([a-zæøå-]+)'/g)].map(([, id]) => id);
  expect(new Set(soekt).size).toBeGreaterThan(15);
  for (const id of soekt) expect(html.split(` id="${id}"`), id).toHaveLength(2);
});

test('every field has a label, every heading its section, and there is nothing at other addresses', () => {
  for (const [, id] of html.matchAll(/<(?:select|input)[^>]* id="([^"]+)"/g))
    expect(html).toContain(`<label for="${id}"`);
  for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(html).toContain(`<h2 id="${id}"`);
  expect(findFil('/statusside.ts')).toBeUndefined();
  expect(findFil('/../package.json')).toBeUndefined();
});
