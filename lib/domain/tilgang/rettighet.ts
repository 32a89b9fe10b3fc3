/**
 * One right by name, as it is given, taken away and told of, and the rules that keep duties apart (security.md Z-12). No
 * schema library here: the browser uses the lists.
 */
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER, type Rolle } from '#lib/domain/session/session.ts';
import type { Rettigheter } from './tilgang.ts';

export type Rettighet = `rolle:${Rolle}` | `pakke:${Pakke}` | 'skjermingsrett:fortrolig' | 'skjermede';

/** Every right that can be given, in the order of lists. */
export const RETTIGHETER: readonly Rettighet[] = [
  ...ROLLER.map((rolle) => `rolle:${rolle}` as const),
  'skjermingsrett:fortrolig',
  'skjermede',
  ...PAKKER.map((pakke) => `pakke:${pakke}` as const),
];

/** Rights that nobody has before a second person has confirmed them. */
const MED_FIRE_OEYNE: ReadonlySet<Rettighet> = new Set(['rolle:administrator', 'skjermingsrett:fortrolig']);

export const kreverBekreftelse = (rettighet: Rettighet): boolean => MED_FIRE_OEYNE.has(rettighet);

/** Who reads persons, or orders or approves that they are read. */
const LESENDE: readonly Rettighet[] = [
  'rolle:saksbehandler',
  'rolle:analytiker',
  'rolle:leder',
  'skjermingsrett:fortrolig',
  'skjermede',
];

/**
 * Two rights that one user may not have at once: those who give access or watch it do not read, and those who watch do
 * not give. Symmetric.
 */
export function erUforenlige(en: Rettighet, annen: Rettighet): boolean {
  const holder = (a: Rettighet, b: Rettighet): boolean =>
    (a === 'rolle:administrator' && (LESENDE.includes(b) || b === 'rolle:personvernombud')) ||
    (a === 'rolle:personvernombud' && LESENDE.includes(b));
  return holder(en, annen) || holder(annen, en);
}

/** The same rights one by one, in the order of `RETTIGHETER`. */
export function listRettigheter({ roller, pakker, skjermingsrett, skjermede }: Rettigheter): Rettighet[] {
  const egne = new Set<Rettighet>([
    ...roller.map((rolle) => `rolle:${rolle}` as const),
    ...pakker.map((pakke) => `pakke:${pakke}` as const),
    ...(skjermingsrett === 'fortrolig' ? (['skjermingsrett:fortrolig'] as const) : []),
    ...(skjermede ? (['skjermede'] as const) : []),
  ]);
  return RETTIGHETER.filter((rettighet) => egne.has(rettighet));
}

/** The rights together, each once, in the order of `ROLLER` and `PAKKER`. */
export function sumRettigheter(rettigheter: readonly Rettighet[]): Rettigheter {
  const har = (rettighet: Rettighet): boolean => rettigheter.includes(rettighet);
  return {
    roller: ROLLER.filter((rolle) => har(`rolle:${rolle}`)),
    pakker: PAKKER.filter((pakke) => har(`pakke:${pakke}`)),
    skjermingsrett: har('skjermingsrett:fortrolig') ? 'fortrolig' : 'ingen',
    skjermede: har('skjermede'),
  };
}
