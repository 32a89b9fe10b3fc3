import { expect, test } from 'vitest';
import { createBackoffMs, parseRetryAfter } from './retry-after.ts';

const NAA = Date.parse('2026-11-21T12:00:00Z');

test.each([
  ['0', 0],
  ['5', 5_000],
  ['119', 119_000],
  ['999', 120_000],
  ['1000', 1_000],
  ['1500', 1_500],
  [' 1500 ', 1_500],
  ['600000', 120_000],
  ['99999999999999999999999', 120_000],
  ['Sat, 21 Nov 2026 12:00:07 GMT', 7_000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['Sun, 22 Nov 2026 12:00:00 GMT', 120_000],
  ['Sat, 41 Nov 2026 12:00:00 GMT', null],
  ['2026-11-21', null],
  ['om 5 minutter', null],
  ['1.5', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])(
  'R-01: Retry-After %s asks for %s ms: milliseconds from 1000 up, else seconds, never more than 120 s',
  (header, ms) => {
    expect(parseRetryAfter(header, NAA)).toBe(ms);
  },
);

test('R-02: the backoff is spread over all of its range, which doubles to its limit', () => {
  const grenser = { minMs: 200, maksMs: 2_000 };
  expect([1, 2, 3, 4, 5, 9].map((forsoek) => createBackoffMs(grenser, forsoek, () => 1))).toEqual([
    200, 400, 800, 1600, 2000, 2000,
  ]);
  expect(createBackoffMs(grenser, 3, () => 0)).toBe(0);
  const tideler = Array.from({ length: 1000 }, (_, i) => createBackoffMs(grenser, 4, () => i / 1000)).map(
    (ms) => Math.floor(ms / 160),
  );
  for (let tidel = 0; tidel < 10; tidel++) {
    expect(tideler.filter((kandidat) => kandidat === tidel).length).toBeGreaterThan(90);
  }
});
