/** Every way the register can fail to answer, as a word that the user has a text for (`oppslag.feil.<grunn>`). */
import 'server-only';
import type { KildeFeil } from '#lib/domain/oppslag/oppslag.ts';
import type { FregSvar } from '#lib/server/freg/freg-svar.ts';

type Uten = Exclude<FregSvar, { kind: 'funnet' } | { kind: 'ikkeFunnet' }>;

const GRUNN = {
  ugyldigForespoersel: 'avvistAvKilden',
  ugyldigDel: 'avvistAvKilden',
  ikkeAutentisert: 'ikkeAutentisert',
  manglerTilgang: 'manglerTilgang',
  opptatt: 'opptatt',
  tidsavbrudd: 'tidsavbrudd',
  utilgjengelig: 'utilgjengelig',
  sertifikat: 'sertifikat',
  blokkertAvBrannmur: 'blokkertAvBrannmur',
  ugyldigSvar: 'ugyldigSvar',
  // Nobody is there to read it.
  avbrutt: 'tidsavbrudd',
} as const satisfies Record<Uten['kind'], KildeFeil>;

/** The word, and how long the register asks us to wait where it does. */
export function toKildefeil(svar: Uten): { grunn: KildeFeil; proevIgjenOmMs: number | null } {
  return { grunn: GRUNN[svar.kind], proevIgjenOmMs: svar.kind === 'opptatt' ? svar.proevIgjenOmMs : null };
}
