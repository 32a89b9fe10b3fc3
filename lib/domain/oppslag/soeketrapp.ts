/**
 * The register's recommended ladder of searches (freg-contract.md section 4.3): name with date, name with address, name
 * with both; each first on what is current and then on what was; and the same once more by sound. It stops at the first
 * unique hit. A step is only made where the package gives rett til treff for its criteria.
 */
import { findRettTilTreff } from '#lib/domain/rettighetspakke/rett-til-treff.ts';
import type { Kriterier, Trinn } from './oppslag.ts';

/** What each rung is made of, besides the name; the first word says what must be there. */
const GRUNNLAG = {
  foedselsdato: ['foedselsdato'],
  adresse: ['adressenavn', 'husnummer', 'postnummer'],
  foedselsdatoOgAdresse: ['foedselsdato', 'adressenavn', 'husnummer', 'postnummer'],
} as const satisfies Record<Trinn['grunnlag'], readonly (keyof Kriterier)[]>;

const HAR_ADRESSE = (kriterier: Kriterier) => Boolean(kriterier.adressenavn || kriterier.postnummer);
const HAR_DATO = (kriterier: Kriterier) => Boolean(kriterier.foedselsdato);
const KREVER: Record<Trinn['grunnlag'], (kriterier: Kriterier) => boolean> = {
  foedselsdato: HAR_DATO,
  adresse: HAR_ADRESSE,
  foedselsdatoOgAdresse: (kriterier) => HAR_DATO(kriterier) && HAR_ADRESSE(kriterier),
};
const GRUNNLAGENE = ['foedselsdato', 'adresse', 'foedselsdatoOgAdresse'] as const;
const UTVALG = ['gjeldende', 'historisk'] as const;

/** The criteria of one rung, out of all that were given. */
export function toKriterier({ grunnlag, opplysningsgrunnlag, fonetisk }: Trinn, alle: Kriterier): Kriterier {
  const valgte = Object.fromEntries(
    GRUNNLAG[grunnlag].flatMap((felt) => (alle[felt] ? [[felt, alle[felt]]] : [])),
  );

  return { navn: alle.navn, ...valgte, opplysningsgrunnlag, ...(fonetisk ? { soekFonetisk: true } : {}) };
}

/**
 * The rungs to try, in order, for normalised criteria. Empty when there is no name, or nothing that gives rett til treff.
 * An identifier is no rung: with one there is nothing to search for.
 */
export function listTrinn(pakke: string, kriterier: Kriterier): Trinn[] {
  if (!kriterier.navn) return [];
  const trinn = [false, true].flatMap((fonetisk) =>
    GRUNNLAGENE.filter((grunnlag) => KREVER[grunnlag](kriterier)).flatMap((grunnlag) =>
      UTVALG.map((opplysningsgrunnlag): Trinn => ({ grunnlag, opplysningsgrunnlag, fonetisk })),
    ),
  );

  return trinn.filter((ett) => findRettTilTreff(pakke, toKriterier(ett, kriterier)).kombinasjon !== null);
}
