/**
 * The one decision before a user's access is changed (security.md Z-12): nobody changes her own, nobody is given two
 * rights that must be apart, and what needs four eyes is confirmed by somebody who neither gave nor gets it. A right that
 * has not begun or is not confirmed yet counts as held: it would be there before anybody looked again.
 */
import { findStatus, listFraGrupper, type Tilgangsgrunnlag } from './gjeldende.ts';
import { erUforenlige, type Rettighet } from './rettighet.ts';
import type { Tilgang } from './tilgang.ts';
import { MAKS_DAGER } from './varighet.ts';

/** Why not. Each has a text: `tilgang.avslag.<avslag>`. */
export const TILGANGSAVSLAG = [
  'egenTilgang',
  'uforenlig',
  'harAllerede',
  'forLangTid',
  'egenTildeling',
  'ikkeFraGruppe',
] as const;
export type Tilgangsavslag = (typeof TILGANGSAVSLAG)[number];

const DAG_MS = 86_400_000;

export type Mottaker = Tilgangsgrunnlag & { brukerId: string };

/** Everything that she has or will have without anybody asking again. */
const listHeldt = (mottaker: Mottaker, tilgang: Tilgang, naa: Date): Rettighet[] => [
  ...listFraGrupper(mottaker, tilgang, naa),
  ...mottaker.tildelinger
    .filter((tildeling) => findStatus(tildeling, naa) !== 'utloept')
    .map(({ rettighet }) => rettighet),
];

/** Whether a group or a grant gives it as long: one that ends sooner may be followed by another. */
const hasSaaLenge = (
  mottaker: Mottaker,
  { rettighet, til }: { rettighet: Rettighet; til: Date },
  tilgang: Tilgang,
): boolean =>
  listFraGrupper(mottaker, tilgang, new Date(til.getTime() - 1)).includes(rettighet) ||
  mottaker.tildelinger.some((tildeling) => tildeling.rettighet === rettighet && tildeling.til >= til);

/** Whether `aktoerId` may give the right until `til`; null when she may. */
export function decideTildeling(
  { aktoerId, rettighet, til }: { aktoerId: string; rettighet: Rettighet; til: Date },
  mottaker: Mottaker,
  { tilgang, naa }: { tilgang: Tilgang; naa: Date },
): Tilgangsavslag | null {
  if (aktoerId === mottaker.brukerId) return 'egenTilgang';
  if (til <= naa || til.getTime() - naa.getTime() > MAKS_DAGER * DAG_MS) return 'forLangTid';
  if (hasSaaLenge(mottaker, { rettighet, til }, tilgang)) return 'harAllerede';
  const heldt = listHeldt(mottaker, tilgang, naa);
  return heldt.some((en) => erUforenlige(en, rettighet)) ? 'uforenlig' : null;
}

/** Whether `aktoerId` may be the second pair of eyes on what `gittAv` gave; null when she may. */
export function decideBekreftelse(
  { aktoerId, gittAv, rettighet }: { aktoerId: string; gittAv: string; rettighet: Rettighet },
  mottaker: Mottaker,
  { tilgang, naa }: { tilgang: Tilgang; naa: Date },
): Tilgangsavslag | null {
  if (aktoerId === mottaker.brukerId) return 'egenTilgang';
  if (aktoerId === gittAv) return 'egenTildeling';
  // Her groups may have changed since it was given.
  return listHeldt(mottaker, tilgang, naa).some((en) => erUforenlige(en, rettighet)) ? 'uforenlig' : null;
}

/** Whether a right from a group may be taken away here; null when it may. */
export function decideFratakelse(
  { aktoerId, rettighet }: { aktoerId: string; rettighet: Rettighet },
  mottaker: Mottaker,
  { tilgang, naa }: { tilgang: Tilgang; naa: Date },
): Tilgangsavslag | null {
  if (aktoerId === mottaker.brukerId) return 'egenTilgang';
  return listFraGrupper(mottaker, tilgang, naa).includes(rettighet) ? null : 'ikkeFraGruppe';
}

/** Whether anything else of her access may be changed: a grant withdrawn, the user barred, her unit, her sessions. */
export const decideAnnet = (aktoerId: string, { brukerId }: Mottaker): Tilgangsavslag | null =>
  aktoerId === brukerId ? 'egenTilgang' : null;
