/** What a test, or a process of its own, runs the duty with. For tests only. */
import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { createDeps, type Testplass } from '#lib/server/uttrekk/motor/test-motor.ts';
import { runOppdateringer } from './run-oppdateringer.ts';

const TILGANG = path.join(import.meta.dirname, '../../../../config/tilgang.json');

/** One run of the duty, as a worker that has just started makes it. */
export async function runPlikt(
  plass: Testplass,
  {
    andreNoekler = [],
    fulgte = [],
    hendelserTilbake = 0,
  }: { andreNoekler?: readonly string[]; fulgte?: readonly Pakke[]; hendelserTilbake?: number } = {},
): Promise<void> {
  const deps = createDeps(plass);
  const tilgang = Tilgang.parse(JSON.parse(readFileSync(TILGANG, 'utf8')));
  const noekler: Revisjonsnoekler = [plass.revisjonKey, ...andreNoekler];
  await runOppdateringer({ ...deps, noekler, tilgang, fulgte, hendelserTilbake }).finally(deps.close);
}
