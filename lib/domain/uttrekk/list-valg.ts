/**
 * What a user may do with an uttrekk now: by her roles and packages, by what she is to it, and by its state. The screen
 * shows what is on the list; the server asks for the same list before it does anything (security.md Z-02, Z-12, F-04).
 */
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import type { Bestilling } from './bestilling.ts';
import { canGodkjenne } from './decide-godkjenning.ts';
import { I_ARBEID, type Oenske, type Tilstand } from './tilstand.ts';
import { UTTREKKSVALG, type Uttrekksvalg } from './uttrekk.ts';

export type Bruker = { brukerId: string; rettigheter: Rettigheter };

/** As much of an uttrekk as decides who may do what. */
export type Uttrekksgrunnlag = {
  eierId: string;
  deltMed: readonly string[];
  pakke: Bestilling['pakke'];
  tilstand: Tilstand;
  oenske: Oenske;
  /** The time of its files is up, whether or not a worker has removed them yet. */
  erUtloept: boolean;
};

const FERDIG: readonly Tilstand[] = ['klar', 'ufullstendig', 'avbrutt', 'feilet', 'utloept'];
const KAN_ENDRES: readonly Tilstand[] = ['utkast', 'venterPaaGodkjenning', 'avslaatt'];
const KAN_DELES: readonly Tilstand[] = ['venterPaaGodkjenning', ...I_ARBEID, 'klar'];

/** Where nobody but its owner has anything to see. */
const BARE_EIERS: readonly Tilstand[] = ['utkast', 'avslaatt'];

/**
 * Whether the user may see the uttrekk at all: its owner; those whom she shares with, while they are analysts with the
 * package; and a leder who may approve it, as long as it waits for that.
 */
export function canSe(bruker: Bruker, uttrekk: Uttrekksgrunnlag): boolean {
  const { roller, pakker } = bruker.rettigheter;
  if (canGodkjenne(bruker, uttrekk) && uttrekk.tilstand === 'venterPaaGodkjenning') return true;
  if (!isAllowed(roller, 'uttrekk')) return false;
  if (bruker.brukerId === uttrekk.eierId) return true;

  return (
    uttrekk.deltMed.includes(bruker.brukerId) &&
    pakker.includes(uttrekk.pakke) &&
    !BARE_EIERS.includes(uttrekk.tilstand)
  );
}

/** In the order of `UTTREKKSVALG`; empty for who may not see it. */
export function listValg(bruker: Bruker, uttrekk: Uttrekksgrunnlag): Uttrekksvalg[] {
  if (!canSe(bruker, uttrekk)) return [];
  const { tilstand, oenske, erUtloept } = uttrekk;
  const erAnalytiker = isAllowed(bruker.rettigheter.roller, 'uttrekk');
  const erEier = erAnalytiker && bruker.brukerId === uttrekk.eierId;
  const harPakken = bruker.rettigheter.pakker.includes(uttrekk.pakke);
  const godkjenner = canGodkjenne(bruker, uttrekk) && tilstand === 'venterPaaGodkjenning';
  // With the package lost, what stops the work and removes files is still hers to do; what fetches persons is not.
  const henter = erAnalytiker && harPakken && (erEier || uttrekk.deltMed.includes(bruker.brukerId));
  const iArbeid = I_ARBEID.includes(tilstand) && oenske !== 'avbryt';
  const gjelder: Record<Uttrekksvalg, boolean> = {
    endre: erEier && KAN_ENDRES.includes(tilstand),
    bestill: erEier && harPakken && tilstand === 'utkast',
    godkjenn: godkjenner,
    avslaa: godkjenner,
    pause: erEier && iArbeid && oenske === 'kjoer',
    fortsett: erEier && harPakken && ((iArbeid && oenske === 'pause') || tilstand === 'feilet'),
    avbryt: erEier && (iArbeid || tilstand === 'utkast' || tilstand === 'venterPaaGodkjenning'),
    avklar: erEier && harPakken && tilstand === 'ukjent',
    bestillPaaNytt: henter && FERDIG.includes(tilstand),
    lastNed: henter && tilstand === 'klar' && !erUtloept,
    del: erEier && KAN_DELES.includes(tilstand),
    slett: erEier && (tilstand === 'klar' || tilstand === 'ufullstendig') && !erUtloept,
    sammenlign: henter && tilstand === 'klar' && !erUtloept,
    holdOppdatert: erEier && harPakken && tilstand === 'klar' && !erUtloept,
  };

  return UTTREKKSVALG.filter((valg) => gjelder[valg]);
}
