/** A source file as the architecture rules see it: where it lies, what it imports, what it says without its comments. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOMS = [
  'app',
  'components',
  'lib',
  'messages',
  'portal',
  'worker',
  'simulator',
  'e2e',
  'bench',
  'scripts',
  'config',
];
const SOURCE = /\.(ts|tsx|mjs)$/;
const SKIPPED = new Set(['node_modules', '.next', '.data', '.test-data', '.git']);

export type SourceFile = {
  /** Relative to the repository, with forward slashes. */
  path: string;
  text: string;
  /** The text without comments: what the rules read, so that a comment may name what it forbids. */
  code: string;
  /** Repository paths for our own files (`lib/domain/feil.ts`), package names as written otherwise. */
  imports: string[];
  isTest: boolean;
};

const IMPORT_FORMS = [
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require|vi\.mock)\(\s*['"]([^'"]+)['"]/g,
];

/** Good enough for source that Biome has formatted: a `//` or `/*` inside a string is only cut when a space precedes it. */
export const stripComments = (text: string): string =>
  text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, '$1').replace(/(^|\s)\/\/[^\n]*/g, '$1');

function toRepositoryPath(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  return specifier;
}

export function toSourceFile(filePath: string, text: string): SourceFile {
  const code = stripComments(text);
  const found = IMPORT_FORMS.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
  return {
    path: filePath,
    text,
    code,
    imports: [...new Set(found)].map((specifier) => toRepositoryPath(filePath, specifier)),
    isTest: /\.(test|spec)\.tsx?$|\.fixture\.ts$|\/test-[^/]*\.ts$|\/proeve\//.test(filePath),
  };
}

/** Every file of the rooms, sources and others: `[repository path, text]`, with the text of sources only. */
export function listFiles(root: string): { sources: SourceFile[]; paths: string[] } {
  const paths: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const child = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && (folder || ROOMS.includes(entry.name))) walk(child);
      } else paths.push(child);
    }
  };
  walk('');
  const sources = paths
    .filter((file) => SOURCE.test(file) && !file.endsWith('.d.ts'))
    .map((file) => toSourceFile(file, readFileSync(path.join(root, file), 'utf8')));
  return { sources, paths };
}
