/**
 * Which uttrekk she was in, by their membership files: they outlive the files that were downloaded (security.md 7.7). Rule:
 * an uttrekk whose membership cannot be read is counted and said, never taken for one that she was not in.
 */
import 'server-only';
import { z } from 'zod';
import type { Innsynsrad } from '#lib/domain/innsyn/to-linjer.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Innsynsdeps } from '#lib/server/innsyn/deps.ts';
import { listUttrekksrader, type Periode } from '#lib/server/innsyn/list-rader.ts';
import { log } from '#lib/server/log/log.ts';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { isMedlem } from '#lib/server/uttrekk/filer/medlemskap.ts';

/** Files that are looked into at the same time. */
const SAMTIDIG = 4;

const Medlemskap = z.object({
  uttrekk_id: z.string(),
  antall: z.coerce.number().int(),
  sjekksum: z.instanceof(Buffer),
  noekkel: z.instanceof(Buffer),
});
type Medlemskap = z.infer<typeof Medlemskap>;

type Funn = { rader: Innsynsrad[]; ubesvarte: number; erAvkortet: boolean };

/** Whether any of the references is in the file; null when the file does not say. */
async function isMed(
  { filKey, filMappe }: Innsynsdeps,
  medlemskap: Medlemskap | undefined,
  refs: readonly Buffer[],
): Promise<boolean | null> {
  if (medlemskap === undefined) return null;
  const uttrekkId = medlemskap.uttrekk_id;
  try {
    const fil = { ...medlemskap, noekkel: unwrapNoekkel(filKey, uttrekkId, medlemskap.noekkel) };
    for (const ref of refs)
      if (await isMedlem({ uttrekkId, sti: toMappesti(filMappe, uttrekkId) }, fil, ref)) return true;

    return false;
  } catch (error) {
    log.error('innsyn.medlemskap-uleselig', { requestId: uttrekkId, error });

    return null;
  }
}

/** The rows of the uttrekk that she was in, and how many of those in the period cannot be answered for. */
export async function findIUttrekk(
  deps: Innsynsdeps,
  refs: readonly Buffer[],
  periode: Periode,
): Promise<Funn> {
  const { uttrekk, erAvkortet } = await listUttrekksrader(deps.leser, periode);
  const medlemskap = await query(
    deps.pool,
    Medlemskap,
    'select uttrekk_id, antall, sjekksum, noekkel from uttrekk.medlemskap where uttrekk_id::text = any($1)',
    [[...uttrekk.keys()]],
  );
  const kjente = new Map(medlemskap.map((ett) => [ett.uttrekk_id, ett]));
  const funn: Funn = { rader: [], ubesvarte: 0, erAvkortet };
  const koe = [...uttrekk.entries()];
  const arbeid = async (): Promise<void> => {
    for (let neste = koe.pop(); neste !== undefined; neste = koe.pop()) {
      const [uttrekkId, rader] = neste;
      const erMed = await isMed(deps, kjente.get(uttrekkId), refs);
      if (erMed === null) funn.ubesvarte += 1;
      else if (erMed) funn.rader.push(...rader);
    }
  };
  await Promise.all(Array.from({ length: SAMTIDIG }, arbeid));

  return funn;
}
