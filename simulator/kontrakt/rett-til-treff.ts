/**
 * Which combinations of criteria give the right to a hit in personer/entydigsoek, per pakke.
 * Source: freg-contract.md section 4.2; section 9 no 2 (the seed's form), 10 and 20.
 */
import type { Entydigsoek, Kriterium } from './entydigsoek.ts';
import type { Innstillinger } from './innstillinger.ts';
import type { PakkeId } from './pakker.ts';

/** Criteria that give the right together with navn, in every pakke. adressenavn without husnummer: see below. */
const FELLES: readonly Kriterium[] = ['identifikasjonsnummer', 'foedselsdato', 'adressenavn', 'postnummer'];
const EID: readonly Kriterium[] = [...FELLES, 'utenlandskpersonidentifikasjon', 'legitimasjonsdokument'];
const MED_HJEMMEL: readonly Kriterium[] = [...EID, 'utlendingsmyndighetenesIdentifikasjonsnummer'];

/** What navn may be combined with in the pakke. */
function listKombinasjoner(pakke: PakkeId): readonly Kriterium[] {
  if (pakke === 'offentlig-med-hjemmel') return MED_HJEMMEL;
  return pakke === 'eid' ? EID : FELLES;
}

/**
 * Why the search may answer, or undefined when it may not (400, assumption: the sources say only "Ugyldig parameter").
 * `utenHusnummer`: the only ground is navn and adressenavn, and then the address must have no husnummer.
 * `seedens`: not today's rule but the seed's, where identifikasjonsnummer needs only one more criterion.
 */
export function findRettTilTreff(
  pakke: PakkeId,
  { kriterier, navnOrd }: Entydigsoek,
  innstillinger: Innstillinger,
): 'dagens' | 'utenHusnummer' | 'seedens' | undefined {
  const has = (kriterium: Kriterium) => kriterier[kriterium] !== undefined;
  if (navnOrd >= 2) {
    const grunner = listKombinasjoner(pakke).filter(has);
    if (grunner.length === 1 && grunner[0] === 'adressenavn' && !has('husnummer')) return 'utenHusnummer';
    if (grunner.length > 0) return 'dagens';
  }
  const seedens = has('identifikasjonsnummer') && (has('navn') || has('adressenavn') || has('husnummer'));
  return seedens && innstillinger.tillatSeedensEntydigsoek ? 'seedens' : undefined;
}
