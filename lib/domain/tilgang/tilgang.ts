/**
 * From the identity provider's groups to rights in the portal, by configuration. A group that the configuration does
 * not name gives nothing, and nothing is given without a group (security.md Z-03, S-04: called on every request).
 */
import { z } from 'zod';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Rolle, Skjermingsrett } from '#lib/domain/session/session.ts';
import { ROLLER } from '#lib/domain/session/session.ts';

/** What one group gives. Strengt fortrolig is no value here: nobody can be given it. */
const Gruppe = z.strictObject({
  roller: z.array(z.enum(ROLLER)).default([]),
  pakker: z.array(z.enum(PAKKER)).default([]),
  skjermingsrett: z.enum(['ingen', 'fortrolig']).default('ingen'),
  /** The right to look up those on the skjermingsliste (security.md Z-07). */
  skjermede: z.boolean().default(false),
  /** The last day on which it gives anything, in Norway; absent for one that is without end. */
  til: z.iso.date().optional(),
});

/** `config/tilgang.json`: group name to what it gives. A misspelt role, package or key does not load. */
export const Tilgang = z.strictObject({ grupper: z.record(z.string().min(1), Gruppe) });
export type Tilgang = z.infer<typeof Tilgang>;

export type Rettigheter = {
  roller: Rolle[];
  pakker: Pakke[];
  skjermingsrett: Skjermingsrett;
  skjermede: boolean;
};

/** Whether a group still gives what it says: to the end of its last day. */
const gir = ({ til }: { til?: string | undefined }, naa: Date): boolean =>
  til === undefined || toNorskDag(naa) <= til;

/** A group that soon gives nothing more. `til` is its last day. */
export type Gruppeslutt = { gruppe: string; til: string };

/** How long before its last day a group is told of: time enough to decide whether it should go on. */
const VARSEL_DAGER = 14;
const DAG_MS = 24 * 60 * 60_000;

/** The groups whose last day is today or within fourteen days, the first to end first. */
export function listSluttende({ grupper }: Tilgang, naa: Date): Gruppeslutt[] {
  const grense = toNorskDag(new Date(naa.getTime() + VARSEL_DAGER * DAG_MS));
  return Object.entries(grupper)
    .flatMap(([gruppe, { til }]) =>
      til !== undefined && gir({ til }, naa) && til <= grense ? [{ gruppe, til }] : [],
    )
    .toSorted((a, b) => a.til.localeCompare(b.til) || a.gruppe.localeCompare(b.gruppe));
}

/**
 * The sum of what the groups give at `naa`, each right once, in the order of `ROLLER` and `PAKKER`.
 * @param groups the names as the identity provider spells them; compared exactly
 */
export function toRettigheter(groups: readonly string[], tilgang: Tilgang, naa: Date): Rettigheter {
  const egne = Object.entries(tilgang.grupper)
    .filter(([navn, gruppe]) => groups.includes(navn) && gir(gruppe, naa))
    .map(([, gruppe]) => gruppe);
  return {
    roller: ROLLER.filter((rolle) => egne.some(({ roller }) => roller.includes(rolle))),
    pakker: PAKKER.filter((pakke) => egne.some(({ pakker }) => pakker.includes(pakke))),
    skjermingsrett: egne.some(({ skjermingsrett }) => skjermingsrett === 'fortrolig') ? 'fortrolig' : 'ingen',
    skjermede: egne.some(({ skjermede }) => skjermede),
  };
}
