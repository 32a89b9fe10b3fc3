/**
 * A person's document: every egenskap the register would hold, in the order of its answers. Empty ones are absent
 * (freg-contract.md section 2: no null, no []).
 */
import type { Persondokument } from './befolkning.ts';
import { createAdressebeskyttelse } from './deler/adressebeskyttelse.ts';
import { createBostedsadresser, createDeltBosted } from './deler/bostedsadresse.ts';
import * as familie from './deler/familie.ts';
import * as identitet from './deler/identitet.ts';
import * as kontaktadresser from './deler/kontaktadresser.ts';
import * as opphold from './deler/opphold.ts';
import { createSivilstand } from './deler/sivilstand.ts';
import * as vergemaal from './deler/vergemaal.ts';
import type { Innhold } from './element.ts';
import { type Person, toPerson } from './person.ts';
import type { Skjelett } from './skjelett.ts';

type Del = readonly [egenskap: string, create: (person: Person) => Innhold[] | Innhold | undefined];

const DELER: readonly Del[] = [
  ['identifikasjonsnummer', identitet.createIdentifikasjonsnummer],
  ['status', identitet.createStatus],
  ['identitetsgrunnlag', identitet.createIdentitetsgrunnlag],
  ['kjoenn', identitet.createKjoenn],
  ['foedsel', identitet.createFoedsel],
  ['foedselINorge', identitet.createFoedselINorge],
  ['familierelasjon', familie.createFamilierelasjon],
  ['sivilstand', createSivilstand],
  ['doedsfall', identitet.findDoedsfall],
  ['navn', identitet.createNavn],
  ['adressebeskyttelse', createAdressebeskyttelse],
  ['bostedsadresse', createBostedsadresser],
  ['deltBosted', createDeltBosted],
  ['oppholdsadresse', kontaktadresser.createOppholdsadresser],
  ['postadresse', kontaktadresser.createPostadresser],
  ['postadresseIUtlandet', kontaktadresser.createPostadresserIUtlandet],
  ['kontaktinformasjonForDoedsbo', vergemaal.createDoedsbokontakter],
  ['innflytting', opphold.createInnflytting],
  ['utflytting', opphold.createUtflytting],
  ['foreldreansvar', familie.createForeldreansvar],
  ['statsborgerskap', opphold.createStatsborgerskap],
  ['opphold', opphold.createOpphold],
  ['utenlandskPersonidentifikasjon', identitet.createUtenlandskPersonidentifikasjon],
  ['utlendingsmyndighetenesIdentifikasjonsnummer', opphold.createDufNummer],
  ['legitimasjonsdokument', identitet.createLegitimasjonsdokument],
  ['vergemaalEllerFremtidsfullmakt', vergemaal.createVergemaal],
  ['rettsligHandleevne', vergemaal.createRettsligHandleevne],
  ['brukAvSamiskSpraak', vergemaal.createSamiskSpraak],
];

/** What is left of a person who no longer is one in the register (section 2.1: no name, no birth). */
const DELER_AV_OPPHOERT = new Set(['identifikasjonsnummer', 'status', 'sivilstand']);

/**
 * Builds the document of the person at index `nr`; `naaDag` is the simulator's today as a day number. With `bare` only
 * those egenskaper are made: what a search has to look at.
 */
export function createDokument(
  s: Skjelett,
  nr: number,
  naaDag: number,
  bare?: ReadonlySet<string>,
): Persondokument {
  const person = toPerson(s, nr, naaDag);
  const dokument: Persondokument = {};
  for (const [egenskap, create] of DELER) {
    if (bare !== undefined && !bare.has(egenskap)) continue;
    if (person.slag === 'opphoert' && !DELER_AV_OPPHOERT.has(egenskap)) continue;
    const verdi = create(person);
    if (verdi === undefined || (Array.isArray(verdi) && verdi.length === 0)) continue;
    dokument[egenskap] = verdi;
  }
  return dokument;
}
