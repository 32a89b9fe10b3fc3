/**
 * What a browser must fetch of JavaScript before a page of the build works: the build's own list for each route
 * (`.next/diagnostics/route-bundle-stats.json`), packed as it travels. In bytes; a kB is 1 000.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** The most that a page may weigh, in bytes. A route that is not here is free to grow. */
export const BUDGETS: Readonly<Record<string, number>> = {
  '/': 190_000,
  '/soek': 190_000,
  '/bulk': 190_000,
  '/oppslag/[oppslagId]': 230_000,
  '/innsyn': 190_000,
  '/uttrekk': 190_000,
  '/uttrekk/ny': 195_000,
  '/uttrekk/[uttrekkId]': 200_000,
  '/revisjonslogg': 190_000,
  '/mine-oppslag': 190_000,
  '/kontroll': 190_000,
  '/kontroll/[sakId]': 190_000,
  '/kontroll/enhet': 190_000,
  '/forklaring/[sakId]': 190_000,
  '/tilgang': 190_000,
  '/tilgang/brukere/[brukerId]': 195_000,
  '/tilgang/gjennomgang': 190_000,
  '/tilgang/matrise': 190_000,
  '/tilgang/pakker': 190_000,
  '/tilgang/vis-som': 230_000,
};

const RouteStats = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()).min(1) }));

/** `budget` is null for a route without one. */
export type FirstLoad = { route: string; bytes: number; budget: number | null };

/**
 * Weighs every route of a build.
 * @param root the folder that holds `.next`
 * @throws when the list is missing or of another form, or a file of it is: then nothing has been weighed
 */
export function measureFirstLoad(root: string): FirstLoad[] {
  const file = path.join(root, '.next', 'diagnostics', 'route-bundle-stats.json');
  const weights = new Map<string, number>();
  const weigh = (chunk: string): number => {
    const known = weights.get(chunk);
    if (known !== undefined) return known;
    const weight = gzipSync(readFileSync(path.join(root, chunk))).length;
    weights.set(chunk, weight);
    return weight;
  };
  return RouteStats.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ route, firstLoadChunkPaths }) => ({
    route,
    bytes: firstLoadChunkPaths.reduce((sum, chunk) => sum + weigh(chunk), 0),
    budget: BUDGETS[route] ?? null,
  }));
}

const toKb = (bytes: number): string => `${(bytes / 1_000).toFixed(1).replace('.', ',')} kB`;

/** One sentence for each budget that is broken; a budget for a page that is not in the build is broken too. */
export function findOverBudget(sizes: readonly FirstLoad[]): string[] {
  const missing = Object.keys(BUDGETS).filter((route) => !sizes.some((size) => size.route === route));
  return [
    ...missing.map((route) => `${route}: siden er ikke i bygget, så budsjettet holder ingenting`),
    ...sizes
      .filter(({ bytes, budget }) => budget !== null && bytes > budget)
      .map(({ route, bytes, budget }) => `${route}: ${toKb(bytes)}, og budsjettet er ${toKb(budget ?? 0)}`),
  ];
}

/** `/  185,6 kB av 190,0 kB`, a line a route. */
export function showFirstLoad({ route, bytes, budget }: FirstLoad): string {
  return `${route}  ${toKb(bytes)}${budget === null ? '' : ` av ${toKb(budget)}`}`;
}
