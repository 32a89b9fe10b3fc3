/** D-03: a sign-in is told by kind of browser, and by nothing that tells two machines of a kind apart. */
import { expect, test } from 'vitest';
import { findNettleser } from './nettleser.ts';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  [`${WINDOWS} ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Edge', 'Windows'],
  [`${WINDOWS} ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
  [`${WINDOWS} ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0`, 'Opera', 'Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/131.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/131.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 'Safari', 'iOS'],
  [`${IPHONE} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`, 'Firefox', 'iOS'],
])('%s', (brukeragent, nettleser, system) => {
  expect(findNettleser(brukeragent)).toEqual({ nettleser, system });
});

test('versions, models and languages leave nothing behind', () => {
  const kort = findNettleser(`${WINDOWS} Chrome/1.0 Safari/1 Edg/1.0`);
  expect(
    findNettleser(`${WINDOWS} (nb-NO; Surface 9; kari) Chrome/131.0.6778.86 Safari/537 Edg/131.0.1`),
  ).toEqual(kort);
});

test.each([null, '', 'curl/8.5.0', 'node', 'Mozilla/5.0 (Windows NT 10.0)', 'Firefox/133.0'])(
  '%o is no kind that is known',
  (brukeragent) => {
    expect(findNettleser(brukeragent)).toBeNull();
  },
);
