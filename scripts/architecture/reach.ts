/**
 * What is drawn on the server never has a person in its hands (security.md N-14, ADR 0034): a page, and all that it imports
 * in any number of steps, reaches only the parts of lib/server that are named here. None of them asks the register or KRR,
 * and none keeps what they answered. Such answers leave by POST to our own /api.
 */
import { SERVER_BASE, serverPartOf } from './rooms.ts';
import type { SourceFile } from './source-file.ts';

const MAY_BE_REACHED = [
  ...SERVER_BASE,
  'i18n',
  'formaal',
  'uttrekksfelter',
  'session',
  'db',
  'http',
  'revisjonslogg',
  // Who is asked to explain, and that a nødtilgang was given: about colleagues, and nobody in the register.
  'kontroll',
  'noedtilgang/list-varsler',
];

const isDrawn = ({ path, isTest }: SourceFile): boolean =>
  path.startsWith('app/') && !path.startsWith('app/api/') && !isTest;

const mayBeReached = (path: string): boolean =>
  !path.startsWith('lib/server/') ||
  MAY_BE_REACHED.includes(serverPartOf(path)) ||
  MAY_BE_REACHED.some((part) => path === `lib/server/${part}.ts`);

/** The way from a file to each that it may not reach, the shortest first. */
function findWays(from: string, importsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const ways = new Map([[from, from]]);
  for (const [file, way] of ways)
    for (const to of importsOf.get(file) ?? []) if (!ways.has(to)) ways.set(to, `${way} > ${to}`);

  return [...ways].filter(([file]) => !mayBeReached(file)).map(([, way]) => way);
}

/** One sentence for each file that is drawn and reaches too far, with the way it goes. */
export function findReachFaults(sources: readonly SourceFile[]): { path: string; sentence: string }[] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));

  return sources.filter(isDrawn).flatMap(({ path }) => {
    const [way] = findWays(path, importsOf);
    return way ? [{ path, sentence: `what is drawn may not reach so far: ${way}` }] : [];
  });
}
