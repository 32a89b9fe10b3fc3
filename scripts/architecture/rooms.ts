/**
 * Which room may import which: the walls of docs/ARCHITECTURE.md as a table. A room that is not in the table may import
 * nothing, so a new room starts with a decision.
 */
import { ROOMS, type SourceFile } from './source-file.ts';

/** What a use case may use. */
const USE_CASE = ['db', 'freg', 'revisjonslogg', 'session', 'http'];
/** The parts of lib/server that every other part may use, and they each other. */
export const SERVER_BASE = ['env', 'once', 'crypto', 'config', 'log', 'versjon'];
/** Parts that are not a use case, with what they may use besides. Every other part is a use case. */
const SERVER_PARTS: Record<string, readonly string[]> = {
  ...Object.fromEntries(SERVER_BASE.map((part) => [part, []])),
  i18n: ['session'],
  formaal: ['session'],
  db: [],
  // Those that must be able to leave the framework: no session, no HTTP.
  freg: [],
  // An answer of Maskinporten or KRR is judged as one of the register is.
  krr: ['freg'],
  revisjonslogg: ['db', 'http'],
  session: ['db', 'revisjonslogg', 'http'],
  http: ['db', 'session', 'revisjonslogg'],
  // A row of a list is a person, shown by the same rules; a hit list is read as bulk.
  oppslag: [...USE_CASE, 'personregel'],
  bulk: [...USE_CASE, 'oppslag', 'personregel'],
  soek: [...USE_CASE, 'oppslag', 'bulk'],
  avdekking: [...USE_CASE, 'oppslag', 'personregel'],
  kontaktoppslag: [...USE_CASE, 'krr', 'oppslag', 'personregel'],
  // The same reasons cannot be used twice for either.
  noedtilgang: [...USE_CASE, 'personregel', 'avdekking'],
  // A search for a person needs a reason, by the same rules; one's own acts lead to what is kept of them.
  logglesing: [...USE_CASE, 'avdekking', 'oppslag'],
  // «Vis som» shows an example by the rules of an oppslag.
  tilgang: [...USE_CASE, 'oppslag'],
  drift: [...USE_CASE, 'krr'],
  start: [...USE_CASE, 'oppslag', 'soek', 'krr'],
  // The tab of an oppslag: what the feed said of the person, and the document of that moment.
  hendelse: [...USE_CASE, 'oppslag', 'personregel'],
  // The feed is read once, and what it says is kept there.
  uttrekk: [...USE_CASE, 'hendelse'],
  // Each list counts what waits in it.
  venter: [...USE_CASE, 'kontroll', 'tilgang', 'uttrekk'],
  // Whom the membership files of uttrekk name.
  innsyn: [...USE_CASE, 'uttrekk'],
  // And so does whoever must tell those affected by a breach; the list goes out as a download does.
  brudd: [...USE_CASE, 'uttrekk'],
  // The worker's duties call use cases.
  jobs: [...USE_CASE, 'hendelse', 'uttrekk', 'kontroll', 'tilgang'],
};

/** What a screen may use. */
const SCREEN = [
  'components/ui',
  'components/person',
  'components/shell',
  'lib/client',
  'lib/domain',
  'messages',
];

const ALLOWED: Record<string, readonly string[]> = {
  app: ['app', 'components', 'lib/client', 'lib/domain', 'lib/server', 'messages', 'portal'],
  'components/ui': [],
  'components/person': ['components/ui', 'lib/domain', 'lib/client', 'messages'],
  // A row of a list leads to an oppslag.
  'components/bulk': [...SCREEN, 'components/oppslag'],
  'components/soek': [...SCREEN, 'components/oppslag'],
  // What is told of the log is told in the log's words.
  'components/mine-oppslag': [...SCREEN, 'components/revisjonslogg'],
  'components/kontroll': [...SCREEN, 'components/revisjonslogg'],
  'components/*': SCREEN,
  'lib/client': ['lib/domain'],
  'lib/domain': [],
  'lib/server': ['lib/domain', 'messages'],
  messages: [],
  // Next's build has the rest of the portal: what this process loaded of it besides would be there twice.
  portal: [],
  worker: ['lib/server', 'lib/domain'],
  simulator: [],
  e2e: ['simulator', 'messages', 'scripts'],
  bench: ['lib', 'scripts', 'simulator'],
  scripts: ['lib/server', 'lib/domain', 'messages', 'simulator'],
};

/** Tests may start what they need around them. Those of the simulator may not: it shares nothing with the portal. */
const ALSO_FOR_TESTS: Record<string, readonly string[]> = {
  'lib/server': ['simulator', 'scripts'],
  'lib/client': ['messages'],
  // What the register can say is tried on what reads it and on what draws it.
  'lib/domain': ['messages', 'config', 'simulator'],
  'components/person': ['simulator'],
  messages: ['lib/domain'],
};

/**
 * `components/oppslag/x.tsx` is in the room `components/oppslag`, `lib/server/freg/x.ts` in `lib/server`. Files at the
 * root (proxy.ts, instrumentation.ts, *.config.ts) are the framework's and live by the rules of app; the tools' configurations by those of scripts.
 */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (second === '') return /^(vitest|playwright)\.config\.ts$/.test(first) ? 'scripts' : 'app';
  return first === 'lib' || first === 'components' ? `${first}/${second}` : first;
}

/** `lib/server/session.ts` and `lib/server/session/store.ts` are both the part `session`. */
export const serverPartOf = (file: string): string => (file.split('/')[2] ?? '').replace(/\.ts$/, '');

function mayImport(from: SourceFile, to: string): boolean {
  const [fromRoom, toRoom] = [roomOf(from.path), roomOf(to)];
  if (fromRoom === 'lib/server' && toRoom === 'lib/server') {
    const [fromPart, toPart] = [serverPartOf(from.path), serverPartOf(to)];
    return (
      fromPart === toPart ||
      [...SERVER_BASE, ...(SERVER_PARTS[fromPart] ?? USE_CASE)].includes(toPart) ||
      from.isTest
    );
  }
  if (fromRoom === toRoom) return true;
  const key = fromRoom in ALLOWED || !fromRoom.startsWith('components/') ? fromRoom : 'components/*';
  const allowed = [...(ALLOWED[key] ?? []), ...(from.isTest ? (ALSO_FOR_TESTS[key] ?? []) : [])];
  return allowed.some((room) => to === room || to.startsWith(`${room}/`));
}

/** One sentence for each import that breaks a wall. */
export function findWallBreaches(file: SourceFile): string[] {
  return file.imports
    .filter((to) => ROOMS.includes(to.split('/')[0] ?? '') && to.includes('/') && !mayImport(file, to))
    .map((to) => `may not import ${to}`);
}
