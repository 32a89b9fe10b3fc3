/**
 * The files of the status page, with the headers that keep it to itself: it runs its own script and nothing else, and
 * asks this port and nobody else.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Fil = { innhold: string; headere: Record<string, string> };

const read = (navn: string): string => readFileSync(new URL(navn, import.meta.url), 'utf8');

const SIDE = read('statusside.html');
const [, STIL = ''] = /<style>([\s\S]*)<\/style>/.exec(SIDE) ?? [];

const FELLES = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
const REGLER = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STIL).digest('base64')}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FILER: ReadonlyMap<string, Fil> = new Map([
  [
    '/',
    {
      innhold: SIDE,
      headere: {
        ...FELLES,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': REGLER,
      },
    },
  ],
  [
    '/statusside.js',
    {
      innhold: read('statusside.js'),
      headere: { ...FELLES, 'content-type': 'text/javascript; charset=utf-8' },
    },
  ],
]);

/** The file at the path, without its query; undefined when the page has none there. */
export function findFil(sti: string): Fil | undefined {
  return FILER.get(sti);
}
