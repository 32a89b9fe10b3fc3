/**
 * Whether a document fits the criteria of a search: all must fit (freg-contract.md sections 1.2 and 4.1). The indexes
 * say the same; a document decides where they cannot. Assumptions: the address criteria must fit one and the same
 * address, for an entydig søk among bosteds-, oppholds- and delt bosted, for a søk among bosteds- and, when asked for,
 * oppholdsadresse; an address that is fortrolig is never confirmed, a klientadresse only to who may see it.
 */
import type { EntydigKriterier, Persondokument, Soekekriterier } from '../befolkning.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import type { Innhold } from '../element.ts';
import { toFonetisk } from './fonetikk.ts';
import { type Adresseslag, isVernet, listAdresser, listOrd, type SoekbarAdresse } from './soekbart.ts';

/** What an address must be, in the form that `SoekbarAdresse` has. */
export type Adressekrav = {
  slag: readonly Adresseslag[];
  historisk: boolean;
  serKlientadresser: boolean;
  kommunenummer?: string | undefined;
  fylkesnummer?: string | undefined;
  postnummer?: string | undefined;
  /** In upper case; `heltNavn` when no more may follow. */
  gate?: string | undefined;
  heltNavn: boolean;
  husnummer?: string | undefined;
};

/** What isTreff reads in a document for these criteria. */
export function listSoekteEgenskaper(harAdressekrav: boolean): Set<string> {
  return new Set([
    'navn',
    'foedsel',
    'identifikasjonsnummer',
    'utenlandskPersonidentifikasjon',
    'legitimasjonsdokument',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    ...(harAdressekrav ? ['adressebeskyttelse', 'bostedsadresse', 'oppholdsadresse', 'deltBosted'] : []),
  ]);
}

/** Whether the document fits an entydig søk; `krav` is what its address must be, if anything. */
export function isTreff(
  dokument: Persondokument,
  kriterier: EntydigKriterier,
  krav: Adressekrav | undefined,
): boolean {
  return (
    hasIdentifikasjonsnummer(dokument, kriterier.identifikasjonsnummer) &&
    hasNummerMedLand(
      dokument,
      'utenlandskPersonidentifikasjon',
      'identifikasjonsnummer',
      kriterier.utenlandskpersonidentifikasjon,
    ) &&
    hasNummerMedLand(
      dokument,
      'legitimasjonsdokument',
      'identifikasjonsdokumentnummer',
      kriterier.legitimasjonsdokument,
    ) &&
    hasDufNummer(dokument, kriterier.utlendingsmyndighetenesIdentifikasjonsnummer) &&
    hasFoedselsdato(dokument, kriterier.foedselsdato) &&
    hasNavn(dokument, kriterier, true) &&
    (krav === undefined || hasAdresse(dokument, krav))
  );
}

function hasIdentifikasjonsnummer(dokument: Persondokument, nummer: string | undefined): boolean {
  if (nummer === undefined) return true;
  return listElementer(dokument, 'identifikasjonsnummer').some(
    (e) => getTekst(e, 'foedselsEllerDNummer') === nummer,
  );
}

/** `AFG-1458-4555`: the country, a hyphen, and a number that may hold hyphens. */
function hasNummerMedLand(
  dokument: Persondokument,
  egenskap: string,
  felt: string,
  soekt: string | undefined,
): boolean {
  if (soekt === undefined) return true;
  return listElementer(dokument, egenskap).some(
    (e) => `${getTekst(e, 'utstederland')}-${getTekst(e, felt)}` === soekt,
  );
}

function hasDufNummer(dokument: Persondokument, soekt: string | undefined): boolean {
  if (soekt === undefined) return true;
  const numre = listElementer(dokument, 'utlendingsmyndighetenesIdentifikasjonsnummer');
  return numre.some((e) => getTekst(e, 'identifikasjonsnummer') === soekt);
}

function hasFoedselsdato(dokument: Persondokument, soekt: string | undefined): boolean {
  if (soekt === undefined) return true;
  return listElementer(dokument, 'foedsel').some(
    (e) => getTekst(e, 'foedselsdato').replaceAll('-', '') === soekt,
  );
}

/**
 * Whether one of the names holds every word as a whole word. With `iRekkefoelge` two or more words must also begin in
 * fornavn and end in etternavn.
 */
export function hasNavn(
  dokument: Persondokument,
  { navn, soekFonetisk, historisk }: Pick<Soekekriterier, 'navn' | 'soekFonetisk' | 'historisk'>,
  iRekkefoelge: boolean,
): boolean {
  if (navn === undefined) return true;
  const toSammenligning = (ord: string) => (soekFonetisk ? toFonetisk(ord) : ord);
  const soekt = listOrd(navn).map(toSammenligning);
  return listElementer(dokument, 'navn').some((element) => {
    if (!historisk && element.erGjeldende !== true) return false;
    const { fornavn, alle, etternavn } = listNavneord(element, toSammenligning);
    if (!soekt.every((ord) => alle.includes(ord))) return false;
    if (!iRekkefoelge || soekt.length < 2) return true;
    return fornavn.includes(soekt[0] ?? '') && etternavn.includes(soekt.at(-1) ?? '');
  });
}

function listNavneord(element: Innhold, toSammenligning: (ord: string) => string) {
  const list = (felt: string) => listOrd(getTekst(element, felt)).map(toSammenligning);
  const fornavn = list('fornavn');
  const etternavn = list('etternavn');
  return { fornavn, etternavn, alle: [...fornavn, ...list('mellomnavn'), ...etternavn] };
}

export function hasAdresse(dokument: Persondokument, krav: Adressekrav): boolean {
  return !isVernet(dokument) && listAdresser(dokument).some((adresse) => isAdressetreff(adresse, krav));
}

function isAdressetreff(adresse: SoekbarAdresse, krav: Adressekrav): boolean {
  return (
    krav.slag.includes(adresse.slag) &&
    (krav.historisk || adresse.gjeldende) &&
    (krav.serKlientadresser || !adresse.klientadresse) &&
    (krav.kommunenummer === undefined || adresse.kommunenummer === krav.kommunenummer) &&
    (krav.fylkesnummer === undefined || adresse.kommunenummer.slice(0, 2) === krav.fylkesnummer) &&
    (krav.postnummer === undefined || adresse.postnummer === krav.postnummer) &&
    (krav.gate === undefined || hasGate(adresse.gate, krav.gate, krav.heltNavn)) &&
    (krav.husnummer === undefined || adresse.husnummer === krav.husnummer)
  );
}

export function hasGate(gate: string, soekt: string, heltNavn: boolean): boolean {
  return heltNavn ? gate !== '' && gate === soekt : gate.startsWith(soekt);
}
