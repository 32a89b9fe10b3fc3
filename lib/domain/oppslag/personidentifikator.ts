/**
 * What eleven digits look like. This is advice to the one who types, never a gate: the register is the authority, and
 * the only hard demand is eleven digits (`kriterier.ts`). Nothing about the person is read from the number.
 * Source: freg-contract.md section 6.
 */
import { idnr } from '@navikt/fnrvalidator';
import { cleanNummer } from './kriterier.ts';

export type PersonidentifikatorDom = {
  /** `ukjent`: not eleven digits, no real date, or a series that is neither (hjelpenummer, FH-nummer, other test series). */
  slag: 'foedselsnummer' | 'dNummer' | 'ukjent';
  /** By today's rule or the one from 2032; both are accepted side by side. */
  gyldigeKontrollsiffer: boolean;
  /** Month + 80: a number of the register's synthetic population. */
  syntetisk: boolean;
  /** The check digits are right by the rule from 2032 only. */
  regel2032: boolean;
};

const UKJENT: PersonidentifikatorDom = {
  slag: 'ukjent',
  gyldigeKontrollsiffer: false,
  syntetisk: false,
  regel2032: false,
};

const VEKTER_K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

/** Remainder 0 is today's rule; 1, 2 and 3 are what the rule from 2032 allows besides. */
function getRestK1(nummer: string): number {
  return VEKTER_K1.reduce((sum, vekt, plass) => sum + vekt * Number(nummer[plass]), 0) % 11;
}

/** Month + 40 is both the old hjelpenummer and a test series of others, so it says nothing. */
function isHjelpenummer(nummer: string): boolean {
  const maaned = Number(nummer.slice(2, 4));
  return maaned > 12 && maaned <= 80;
}

/**
 * Whether a number could be a living person's: the check digits are right and the series is none of a test population's.
 * Nothing but the production register's installation may have it in a list (security.md P-10).
 */
export function isVirkelig(nummer: string): boolean {
  const { slag, gyldigeKontrollsiffer, syntetisk } = judgePersonidentifikator(nummer);

  return slag !== 'ukjent' && gyldigeKontrollsiffer && !syntetisk;
}

/**
 * Judges a number as typed or pasted, with or without spaces, dots and invisible characters.
 * Never throws; a text that is not eleven digits is `ukjent`.
 */
export function judgePersonidentifikator(text: string): PersonidentifikatorDom {
  const nummer = cleanNummer(text);
  if (!/^\d{11}$/.test(nummer)) return UKJENT;
  const resultat = idnr(nummer);
  const feil = resultat.status === 'invalid' ? resultat.reasons : [];
  const gyldigeKontrollsiffer = !feil.includes("checksums don't match");
  const kjentSerie = !feil.includes('invalid date') && !isHjelpenummer(nummer);
  const erDNummer = Number(nummer[0]) >= 4;
  return {
    slag: kjentSerie ? (erDNummer ? 'dNummer' : 'foedselsnummer') : 'ukjent',
    gyldigeKontrollsiffer,
    syntetisk: kjentSerie && Number(nummer[2]) >= 8,
    regel2032: gyldigeKontrollsiffer && getRestK1(nummer) !== 0,
  };
}
