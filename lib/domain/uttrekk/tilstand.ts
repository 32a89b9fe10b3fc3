/**
 * The states of an uttrekk and the only moves between them: each move is one update of one row, guarded by the state it
 * comes from (product.md section 6, security.md section 8.2).
 */

export const TILSTANDER = [
  'utkast',
  'venterPaaGodkjenning',
  'avslaatt',
  'iKoe',
  'bestilt',
  'venterPaaRegisteret',
  'henter',
  'ferdigstiller',
  'klar',
  'ufullstendig',
  'ukjent',
  'avbrutt',
  'feilet',
  'utloept',
] as const;
export type Tilstand = (typeof TILSTANDER)[number];

/** Where the uttrekk may go from each state. The first five words belong to the portal, the rest to the worker. */
export const OVERGANGER: Record<Tilstand, readonly Tilstand[]> = {
  utkast: ['venterPaaGodkjenning', 'iKoe', 'avbrutt'],
  venterPaaGodkjenning: ['iKoe', 'avslaatt', 'utkast', 'avbrutt'],
  avslaatt: ['utkast'],
  iKoe: ['bestilt', 'ukjent', 'avbrutt', 'feilet'],
  bestilt: ['venterPaaRegisteret', 'henter', 'ukjent', 'avbrutt', 'feilet'],
  venterPaaRegisteret: ['henter', 'ukjent', 'avbrutt', 'feilet'],
  henter: ['ferdigstiller', 'ukjent', 'avbrutt', 'feilet'],
  ferdigstiller: ['klar', 'ufullstendig', 'avbrutt', 'feilet'],
  klar: ['utloept'],
  ufullstendig: ['utloept'],
  // Whether the order reached the register is not known: a person decides.
  ukjent: ['iKoe', 'avbrutt', 'feilet'],
  avbrutt: ['utloept'],
  feilet: ['iKoe', 'utloept'],
  utloept: [],
};

/** The states in which the worker has something to do. */
export const I_ARBEID: readonly Tilstand[] = [
  'iKoe',
  'bestilt',
  'venterPaaRegisteret',
  'henter',
  'ferdigstiller',
];

/** The states in which there is, or was, something to give out. */
export const MED_RESULTAT: readonly Tilstand[] = ['klar', 'ufullstendig', 'utloept'];

/** What the user wants of an uttrekk that is under way; the worker follows within one chunk. */
export const OENSKER = ['kjoer', 'pause', 'avbryt'] as const;
export type Oenske = (typeof OENSKER)[number];

/** Whether the move is one of the table. */
export function isOvergang(fra: Tilstand, til: Tilstand): boolean {
  return OVERGANGER[fra].includes(til);
}
