/** Every rule on every file of a tree: one list of faults, and the number of files that were seen. */
import { findForbiddenPackages, findForbiddenWords } from './doors.ts';
import { findLockFaults, readLockFile } from './lock-file.ts';
import { findReachFaults } from './reach.ts';
import { findWallBreaches } from './rooms.ts';
import { findShapeFaults, isAsciiPath } from './shape.ts';
import { listFiles } from './source-file.ts';

export type Fault = { path: string; sentence: string };

const RULES = [findWallBreaches, findForbiddenPackages, findForbiddenWords, findShapeFaults];

/** @param root the repository, or a tree of the same form in a test */
export function findFaults(root: string): { faults: Fault[]; scanned: number } {
  const { sources, paths } = listFiles(root);
  const faults = sources.flatMap((file) =>
    RULES.flatMap((rule) => rule(file).map((sentence) => ({ path: file.path, sentence }))),
  );
  faults.push(...findReachFaults(sources));
  for (const path of paths.filter((file) => !isAsciiPath(file)))
    faults.push({ path, sentence: 'file names are ASCII' });
  for (const sentence of findLockFaults(readLockFile(root)))
    faults.push({ path: 'package-lock.json', sentence });
  return { faults, scanned: sources.length };
}
