/** What is sealed opens for its owner and for nobody else. */
import { createHmac, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTidsid, createToken, hashToken, mark, open, seal } from './crypto.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER = Buffer.alloc(32, 2).toString('base64');

test('what was sealed opens again with the same key, use and owner', () => {
  expect(open(KEY, 'a', 'owner', seal(KEY, 'a', 'owner', 'Blåbærveien 1'))).toBe('Blåbærveien 1');
});

test('another key, use or owner opens nothing', () => {
  const sealed = seal(KEY, 'a', 'owner', 'secret');
  expect(() => open(OTHER, 'a', 'owner', sealed)).toThrow();
  expect(() => open(KEY, 'b', 'owner', sealed)).toThrow();
  expect(() => open(KEY, 'a', 'another', sealed)).toThrow();
});

test('a change of any byte is refused', () => {
  const sealed = seal(KEY, 'a', 'owner', 'secret');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => open(KEY, 'a', 'owner', changed)).toThrow();
  }
});

test('two seals of one text differ, and neither holds it', () => {
  const [first, second] = [seal(KEY, 'a', 'o', 'secret'), seal(KEY, 'a', 'o', 'secret')];
  expect(first.equals(second)).toBe(false);
  expect(first.includes('secret')).toBe(false);
});

test('no nonce comes twice, however many are sealed', () => {
  const noncer = Array.from({ length: 1000 }, () => seal(KEY, 'a', 'o', '').subarray(0, 12).toString('hex'));
  expect(new Set(noncer).size).toBe(1000);
});

test('a mark is the same for the same text and key, and tells uses apart', () => {
  expect(mark(KEY, 'a', '1').equals(mark(KEY, 'a', '1'))).toBe(true);
  expect(mark(KEY, 'a', '1').equals(mark(KEY, 'b', '1'))).toBe(false);
  expect(mark(KEY, 'a', '1').equals(mark(OTHER, 'a', '1'))).toBe(false);
});

test('a mark is HMAC-SHA256 of the text under the key of its use, whatever its length', () => {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(KEY, 'base64'), '', 'folkeregisterportalen/a', 32));
  for (const text of [
    '',
    'æ',
    'æøåæøx',
    ...[10, 11, 12, 11, 54, 55, 56, 63, 64, 65, 1_365, 1_366, 5_000].flatMap((length) => [
      'x'.repeat(length),
      '€'.repeat(length),
    ]),
  ])
    expect(mark(KEY, 'a', text)).toEqual(createHmac('sha256', key).update(text).digest());
});

test('S-02: a session token has 256 bits and never comes twice', () => {
  const tokens = new Set(Array.from({ length: 1000 }, createToken));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBe(32);
});

test('the hash of a token is not the token', () => {
  expect(hashToken('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('an id that begins with the time is a UUID of version 7, and no two are alike', () => {
  const foer = Date.now();
  const ider = Array.from({ length: 1_000 }, createTidsid);
  const etter = Date.now();
  expect(new Set(ider).size).toBe(1_000);
  for (const id of ider) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const tid = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(tid >= foer && tid <= etter).toBe(true);
  }
});
