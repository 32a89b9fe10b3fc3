/**
 * Every page and every route of the portal, read from the files that make them, with who may use each. A file that does
 * not say it is a fault: what is not here is not tried by the tests of access, which are made of this list (security.md
 * Z-02, N-02, N-03, N-06).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { stripComments } from './architecture/source-file.ts';

export type ApiRute = {
  metode: string;
  /** With names of its parameters: `/api/oppslag/{oppslagId}`. */
  mal: string;
  /** `maskin` and `innlogging` are for those without a session; of the others each has its own gate. */
  slag: 'route' | 'strom' | 'download' | 'maskin' | 'innlogging';
  /** The act that the route declares; null where nobody is signed in. */
  handling: string | null;
  nyligInnlogging: boolean;
};

export type Siderute = {
  mal: string;
  /** The act that the page asks for, `session` for every signed-in user, null for a stranger too. */
  handling: string | null;
};

/** What a parameter is filled with: the form of an id, and nobody's. */
const INGENS_ID = '6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c';

/** A path that can be asked for. */
export const toSti = ({ mal }: { mal: string }): string => mal.replaceAll(/\{\w+\}/g, INGENS_ID);

/** Whether these roles may use it. A stranger has no roles and no session: see `handling`. */
export const isForRoller = (rute: { handling: string | null }, roller: readonly string[]): boolean =>
  rute.handling === null || isAllowed(roller, rute.handling);

/** `app/(innlogget)/oppslag/[oppslagId]/page.tsx` is `/oppslag/{oppslagId}`. */
function toMal(file: string): string {
  const parts = path.posix.dirname(file).split('/').slice(1);
  const named = parts.filter((part) => !part.startsWith('('));
  return `/${named.map((part) => part.replace(/^\[(?:\.\.\.)?(\w+)\]$/, '{$1}')).join('/')}`;
}

function parseMetode(mal: string, metode: string, declaration: string): ApiRute {
  const felles = { metode, mal, nyligInnlogging: /\bnyligInnlogging: true\b/.test(declaration) };
  const wrapper = /^(\w+)\(/.exec(declaration)?.[1] ?? '';
  if (wrapper === 'probe' || wrapper === 'metrics') return { ...felles, slag: 'maskin', handling: null };
  if (wrapper !== 'route' && wrapper !== 'strom' && wrapper !== 'download')
    throw new Error(`${metode} ${mal}: a route must be made by route(), strom() or download()`);
  const handling = /\brequires: '(\w+)'/.exec(declaration)?.[1];
  if (handling === undefined) throw new Error(`${metode} ${mal}: says not which act it requires`);
  const logged = /\bmal: '([^']+)'/.exec(declaration)?.[1];
  if (logged !== `${metode} ${mal}`) throw new Error(`${metode} ${mal}: is logged as ${logged}`);

  return { ...felles, slag: wrapper, handling };
}

/** The routes of one `route.ts`. Throws for one that does not declare who may call. */
export function parseApi(file: string, text: string): ApiRute[] {
  const mal = toMal(file);
  const code = stripComments(text);
  if (/export \{ signIn as GET, signIn as POST \}/.test(code))
    return ['GET', 'POST'].map((metode) => ({
      metode,
      mal,
      slag: 'innlogging',
      handling: null,
      nyligInnlogging: false,
    }));
  const [, ...parts] = code.split(/^export const (?=[A-Z]+ = )/m);
  const ruter = parts.map((part) => {
    const [metode = '', ...rest] = part.split(' = ');
    return parseMetode(mal, metode, rest.join(' = '));
  });
  const exports = code.match(/^export /gm)?.length ?? 0;
  if (ruter.length === 0 || exports !== ruter.length)
    throw new Error(`${mal}: has an export that is not a route`);

  return ruter;
}

/** How a page turns somebody away, and how it hands that to the frame that it is set in. */
const AVVISER = /handlinger\.includes\('(\w+)'\)\) return <IngenTilgang/;
const OVERLATER = /\bhandling="(\w+)"/;
const SPOER = /handlinger\.includes\('(\w+)'\)/;

/**
 * One page. Throws for one among those of the signed-in that neither names an act nor sends a stranger away.
 * @param rammer the files of the frames that it is set in
 */
export function parseSide(file: string, text: string, rammer: readonly string[] = []): Siderute {
  const mal = toMal(file);
  if (!file.startsWith('app/(innlogget)/')) return { mal, handling: null };
  const [side, ramme] = [stripComments(text), stripComments(rammer.join('\n'))];
  const found = AVVISER.exec(side) ?? OVERLATER.exec(side) ?? AVVISER.exec(ramme) ?? SPOER.exec(side);
  if (found?.[1] !== undefined) return { mal, handling: found[1] };
  if (`${side}${ramme}`.includes("redirect('/logg-inn')")) return { mal, handling: 'session' };
  throw new Error(`${mal}: the page says not whom it is for`);
}

/** The frames of a page: what it imports from its own room. */
function listRammer(root: string, file: string, text: string): string[] {
  return [...text.matchAll(/ from '(\.[^']*\.tsx)'/g)].map(([, specifier = '']) =>
    readFileSync(path.join(root, path.dirname(file), specifier), 'utf8'),
  );
}

const listFiler = (root: string, name: string): [string, string][] =>
  readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name)
    .map((file) => `app/${file}`)
    .sort()
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]);

/** Everything that can be reached. `root` is the repository. Throws for a file that does not say whom it is for. */
export function listRuter(root: string): { api: ApiRute[]; sider: Siderute[] } {
  return {
    api: listFiler(root, 'route.ts').flatMap(([file, text]) => parseApi(file, text)),
    sider: listFiler(root, 'page.tsx').map(([file, text]) =>
      parseSide(file, text, listRammer(root, file, text)),
    ),
  };
}
