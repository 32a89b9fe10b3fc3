/**
 * Which egenskap lies in which tab, and in which order: one table. Every egenskap of the model lies in at least one
 * tab besides Oversikt (a test holds it); post addresses lie both with the addresses and with the ways to make
 * contact. Oversikt is a selection of the same sections, current entries only.
 * Source: product.md section 4.
 */

import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import type { Egenskap } from '../person-model.ts';
import { FANER, type Fane, type FaneId, type Felt, type Seksjon } from '../person-view.ts';

export const EGENSKAPER_I_FANE: Readonly<Record<FaneId, readonly Egenskap[]>> = {
  oversikt: [
    'navn',
    'identifikasjonsnummer',
    'foedsel',
    'status',
    'bostedsadresse',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
    'sivilstand',
    'familierelasjon',
    'statsborgerskap',
  ],
  identitet: [
    'identifikasjonsnummer',
    'navn',
    'foedsel',
    'foedselINorge',
    'kjoenn',
    'identitetsgrunnlag',
    'falskIdentitet',
    'legitimasjonsdokument',
    'utenlandskPersonidentifikasjon',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
  ],
  adresser: [
    'adressebeskyttelse',
    'bostedsadresse',
    'deltBosted',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
  ],
  familie: ['familierelasjon', 'foreldreansvar'],
  sivilstand: ['sivilstand'],
  status: ['status', 'doedsfall', 'statsborgerskap', 'bibehold'],
  flytting: ['innflytting', 'utflytting', 'opphold', 'oppholdPaaSvalbard'],
  vergemaal: ['vergemaalEllerFremtidsfullmakt', 'rettsligHandleevne', 'fratattRettsligHandleevne'],
  kontakt: ['postadresse', 'postadresseIUtlandet', 'preferertKontaktadresse', 'kontaktinformasjonForDoedsbo'],
  andre: ['brukAvSamiskSpraak', 'forholdTilSametingetsValgmanntall'],
};

/** How many current relations of each role: the overview's line about the family. Fields `antall.<rolle>`. */
function countRoller(seksjon: Seksjon): Felt[] {
  const roller = seksjon.gjeldende.flatMap(({ felter }) =>
    felter.flatMap(({ felt, verdi }) =>
      felt === 'relatertPersonsRolle' && verdi.slag === 'kode' ? [verdi.kode] : [],
    ),
  );
  const kjente: readonly string[] = KODEVERK.rolle;
  const telt = [...kjente, 'andre'].map((rolle) => ({
    felt: `antall.${rolle}`,
    tall: roller.filter((r) => (kjente.includes(r) ? r : 'andre') === rolle).length,
  }));
  return telt
    .filter(({ tall }) => tall > 0)
    .map(({ felt, tall }) => ({ felt, verdi: { slag: 'heltall', tall } }));
}

function toOversikt(seksjon: Seksjon): Seksjon {
  if (seksjon.egenskap !== 'familierelasjon') return { ...seksjon, historikk: [] };
  const felter = countRoller(seksjon);
  const antall = { gjeldende: true, felter, metadata: [], fra: null, til: null, skjermet: false };
  return { ...seksjon, gjeldende: felter.length === 0 ? [] : [antall], historikk: [] };
}

/** All tabs in their order, each with its sections in theirs. */
export function toFaner(seksjoner: readonly Seksjon[]): Fane[] {
  const avEgenskap = new Map(seksjoner.map((seksjon) => [seksjon.egenskap, seksjon]));
  return FANER.map((fane) => ({
    fane,
    seksjoner: EGENSKAPER_I_FANE[fane].flatMap((egenskap) => {
      const seksjon = avEgenskap.get(egenskap);
      if (seksjon === undefined) return [];
      return fane === 'oversikt' ? toOversikt(seksjon) : seksjon;
    }),
  }));
}
