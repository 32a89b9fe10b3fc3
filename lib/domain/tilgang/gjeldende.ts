/**
 * Which rights a user has at a moment: what her groups give, less what has been taken from her here, and what she has
 * been given here and holds now. The one function that says so, asked at every request (security.md S-04).
 */
import { kreverBekreftelse, listRettigheter, type Rettighet, sumRettigheter } from './rettighet.ts';
import { type Rettigheter, type Tilgang, toRettigheter } from './tilgang.ts';

/** A right given to a user in the portal, that nobody has withdrawn. `til` is the first moment at which it is gone. */
export type Tildeling = { rettighet: Rettighet; fra: Date; til: Date; bekreftet: boolean };

/** What is known of a user's access. A barred user has none, whatever else is here. */
export type Tilgangsgrunnlag = {
  grupper: readonly string[];
  fratatt: readonly string[];
  tildelinger: readonly Tildeling[];
  sperret: boolean;
};

export type Tildelingsstatus = 'gjelder' | 'venterPaaBekreftelse' | 'ikkeBegynt' | 'utloept';

/** Where a grant stands at a moment. Only `gjelder` gives anything. */
export function findStatus({ rettighet, fra, til, bekreftet }: Tildeling, naa: Date): Tildelingsstatus {
  if (naa >= til) return 'utloept';
  if (kreverBekreftelse(rettighet) && !bekreftet) return 'venterPaaBekreftelse';
  return naa < fra ? 'ikkeBegynt' : 'gjelder';
}

/** What her groups give her at `naa` that has not been taken away. */
export function listFraGrupper(
  { grupper, fratatt }: Pick<Tilgangsgrunnlag, 'grupper' | 'fratatt'>,
  tilgang: Tilgang,
  naa: Date,
): Rettighet[] {
  const fra = toRettigheter(grupper, tilgang, naa);
  return listRettigheter(fra).filter((rettighet) => !fratatt.includes(rettighet));
}

/** The last day of a right from her groups, as an ISO date; null where one of those that give it is without end. */
export function findGruppeslutt(
  { grupper }: Pick<Tilgangsgrunnlag, 'grupper'>,
  rettighet: Rettighet,
  tilgang: Tilgang,
  naa: Date,
): string | null {
  const gir = (navn: string) => listRettigheter(toRettigheter([navn], tilgang, naa)).includes(rettighet);
  const slutt = grupper.filter(gir).map((navn) => tilgang.grupper[navn]?.til ?? null);
  return slutt.includes(null) ? null : (slutt.toSorted().at(-1) ?? null);
}

/** The rights that count at `naa`. */
export function findGjeldende(grunnlag: Tilgangsgrunnlag, tilgang: Tilgang, naa: Date): Rettigheter {
  if (grunnlag.sperret) return sumRettigheter([]);
  // Most users have nothing but their groups, and every request of theirs asks.
  if (grunnlag.fratatt.length === 0 && grunnlag.tildelinger.length === 0)
    return toRettigheter(grunnlag.grupper, tilgang, naa);
  const gitt = grunnlag.tildelinger.filter((tildeling) => findStatus(tildeling, naa) === 'gjelder');
  return sumRettigheter([
    ...listFraGrupper(grunnlag, tilgang, naa),
    ...gitt.map(({ rettighet }) => rettighet),
  ]);
}
