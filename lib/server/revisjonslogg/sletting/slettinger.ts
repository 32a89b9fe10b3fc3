/**
 * Which sealed rows may be gone: those that two persons have said so of, in two rows of the log itself. Each names every
 * leaf that is gone by then, those of earlier deletions too, so that what stands in the log's own oldest rows may be
 * deleted in its turn. A row that is gone and not named was taken away (security.md A-18).
 */
import 'server-only';
import { z } from 'zod';
import type { Omraade } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { type Radform, toBlad } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import type { Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

const Innhold = z.object({
  maaned: z.string().regex(/^\d{4}-\d{2}$/),
  /** Leaves from the first up to but not with the second. */
  blader: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])),
});
export type Slettingsinnhold = z.infer<typeof Innhold>;

export type Slettingssteg = 'foreslaatt' | 'godkjent';

/** One step of a deletion, as its row says it. */
export type Steg = Slettingsinnhold & {
  rad: Radform;
  steg: Slettingssteg;
  handlingId: string;
  bruker: string;
  brukerId: string | null;
};

/** Null for a row that says nothing that can be followed. */
export function findSteg(rad: Radform): Steg | null {
  const [, , , , handlingId, , slag, , bruker, brukerId, , , , , , utfall, innhold] = rad;
  const parsed = Innhold.safeParse(JSON.parse(innhold));
  if (slag !== 'RETENTION' || (utfall !== 'foreslaatt' && utfall !== 'godkjent') || !parsed.success)
    return null;

  return { ...parsed.data, rad, steg: utfall, handlingId, bruker, brukerId };
}

/** Two different persons, by name and by number. */
export const isAnother = (a: Steg | { bruker: string; brukerId: string | null }, b: Steg): boolean =>
  a.bruker !== b.bruker && (a.brukerId === null || a.brukerId !== b.brukerId);

/** Proposals with the approval of exactly what was proposed, by another person. */
export function listGodkjente(steg: readonly Steg[]): { forslag: Steg; godkjenning: Steg }[] {
  return steg.flatMap((forslag) => {
    const godkjenning = steg.find(
      (other) =>
        other.steg === 'godkjent' &&
        other.handlingId === forslag.handlingId &&
        isAnother(other, forslag) &&
        other.maaned === forslag.maaned &&
        JSON.stringify(other.blader) === JSON.stringify(forslag.blader),
    );

    return forslag.steg === 'foreslaatt' && godkjenning ? [{ forslag, godkjenning }] : [];
  });
}

/** Whether the row stands in the log as it was sealed. What the leaf is worth, its root says. */
async function isSealed(kilde: Kilde, { rad }: Steg): Promise<boolean> {
  const indeks = await kilde.findIndeks(rad[0]);
  if (indeks === null) return false;
  for await (const hash of kilde.listHasher(indeks, indeks + 1)) return toBlad(rad).equals(hash);

  return false;
}

export async function listSteg(kilde: Kilde): Promise<Steg[]> {
  const found: Steg[] = [];
  for await (const rad of kilde.listSlettingsrader()) {
    const steg = findSteg(rad);
    if (steg) found.push(steg);
  }

  return found;
}

/** The deletions that two persons stand behind, in rows that are sealed. */
export async function listSlettinger(kilde: Kilde): Promise<Slettingsinnhold[]> {
  const found: Slettingsinnhold[] = [];
  for (const { forslag, godkjenning } of listGodkjente(await listSteg(kilde))) {
    if ((await isSealed(kilde, forslag)) && (await isSealed(kilde, godkjenning))) found.push(forslag);
  }

  return found;
}

/** The leaves that may be without a row. */
export function createSlettetvakt(slettinger: readonly Slettingsinnhold[]): (indeks: number) => boolean {
  const omraader: Omraade[] = slettinger.flatMap(({ blader }) => blader.map(([fra, til]) => ({ fra, til })));

  return (indeks) => omraader.some(({ fra, til }) => indeks >= fra && indeks < til);
}
