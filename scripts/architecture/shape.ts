/** The shape that files of a kind have: marked server files, routes that are declarations, short pages, ASCII names. */
import type { SourceFile } from './source-file.ts';

const MAX_LINES = 40;

/** Routes made neither by `route(...)`, nor by `strom(...)` for what is told as it happens, nor by `download(...)` for files, nor by `probe(...)` or `metrics(...)` for the machines that watch us: each with its reason. */
export const OTHER_ROUTES: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts':
    'next-auth answers its own addresses; lib/server/session.ts holds the rules',
};

const isRoute = (path: string): boolean => /^app\/.*\/route\.tsx?$/.test(path);

function findRouteFaults({ path, code }: SourceFile): string[] {
  if (!isRoute(path) || path in OTHER_ROUTES) return [];
  const exported = [...code.matchAll(/^export\s+(.*)$/gm)].map((match) => match[1] ?? '');
  const others = exported.filter(
    (text) => !/^const (GET|POST|PUT|PATCH|DELETE) = (route|probe|metrics|strom|download)\(/.test(text),
  );
  if (exported.length === 0) return ['a route exports what route(...) makes, and nothing else'];
  return others.map(
    (text) => `a route exports what route(...) makes, and nothing else: ${text.slice(0, 40)}`,
  );
}

/** One sentence for each thing about this file's form that breaks a rule. */
export function findShapeFaults(file: SourceFile): string[] {
  const { path, text, code, isTest } = file;
  const faults = findRouteFaults(file);
  if (path.startsWith('lib/server/') && !isTest && !/^\s*import 'server-only';/.test(code)) {
    faults.push("the first statement must be import 'server-only'");
  }
  const lines = text.trimEnd().split('\n').length;
  if (/^app\/.*(page|layout|route|error|loading|not-found)\.tsx?$/.test(path) && lines > MAX_LINES) {
    faults.push(
      `${lines} lines: routing files hold at most ${MAX_LINES}, the rest lives in components or lib/server`,
    );
  }
  if (
    /^(app|components|lib)\//.test(path) &&
    /(^|\/)(hooks|types|utils|context|services|actions)\//.test(path)
  ) {
    faults.push('folders are named after nouns of the domain, not after kinds of syntax');
  }
  return faults;
}

export const isAsciiPath = (path: string): boolean => /^[\x20-\x7e]+$/.test(path);
