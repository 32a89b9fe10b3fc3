/**
 * Whether a document fits the criteria of an entydig søk: all must fit (freg-contract.md section 4.1). Assumptions:
 * the address criteria must fit one and the same address among bosteds-, oppholds- and delt bosted, and an address
 * that is fortrolig is never confirmed by a search.
 */
import type { EntydigKriterier, Persondokument } from '../befolkning.ts';
import { getObjekt, getTekst, listElementer } from '../dokumentlesing.ts';
import type { Innhold } from '../element.ts';
import { toFonetisk } from './fonetikk.ts';
import { listOrd } from './navneindeks.ts';

const SOEKBARE_ADRESSER = ['bostedsadresse', 'oppholdsadresse', 'deltBosted'] as const;

/** What isTreff reads in a document for these criteria. */
export function listSoekteEgenskaper(kriterier: EntydigKriterier): Set<string> {
  const { postnummer, adressenavn, husnummer } = kriterier;
  const hasAdressekriterium =
    postnummer !== undefined || adressenavn !== undefined || husnummer !== undefined;
  return new Set([
    'navn',
    'foedsel',
    'identifikasjonsnummer',
    'utenlandskPersonidentifikasjon',
    'legitimasjonsdokument',
    'utlendingsmyndighetenesIdentifikasjonsnummer',
    ...(hasAdressekriterium ? SOEKBARE_ADRESSER : []),
  ]);
}

export function isTreff(dokument: Persondokument, kriterier: EntydigKriterier): boolean {
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
    hasNavn(dokument, kriterier) &&
    hasAdresse(dokument, kriterier)
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

function isAktuell(element: Innhold, historisk: boolean): boolean {
  return historisk || element.erGjeldende === true;
}

/** First word in fornavn, last in etternavn, the others anywhere; a single word may stand anywhere. */
function hasNavn(dokument: Persondokument, { navn, soekFonetisk, historisk }: EntydigKriterier): boolean {
  if (navn === undefined) return true;
  const toSammenligning = (ord: string) => (soekFonetisk ? toFonetisk(ord) : ord);
  const soekt = listOrd(navn).map(toSammenligning);
  return listElementer(dokument, 'navn').some((element) => {
    if (!isAktuell(element, historisk)) return false;
    const [fornavn = [], mellomnavn = [], etternavn = []] = ['fornavn', 'mellomnavn', 'etternavn'].map(
      (felt) => listOrd(getTekst(element, felt)).map(toSammenligning),
    );
    const alle = [...fornavn, ...mellomnavn, ...etternavn];
    if (!soekt.every((ord) => alle.includes(ord))) return false;
    return soekt.length < 2 || (fornavn.includes(soekt[0] ?? '') && etternavn.includes(soekt.at(-1) ?? ''));
  });
}

const MINSTE_PREFIKS = 3;

function hasAdresse(dokument: Persondokument, kriterier: EntydigKriterier): boolean {
  const { postnummer, adressenavn, husnummer, historisk } = kriterier;
  if (postnummer === undefined && adressenavn === undefined && husnummer === undefined) return true;
  return SOEKBARE_ADRESSER.some((egenskap) =>
    listElementer(dokument, egenskap).some((element) => {
      const gradering = getTekst(element, 'adressegradering');
      if (!isAktuell(element, historisk) || gradering === 'fortrolig' || gradering === 'strengtFortrolig')
        return false;
      const vegadresse = getObjekt(element, 'vegadresse');
      const adresse = 'vegadresse' in element ? vegadresse : getObjekt(element, 'matrikkeladresse');
      const navn = getTekst(adresse, 'adressenavn') || getTekst(adresse, 'adressetilleggsnavn');
      return (
        (postnummer === undefined || getTekst(getObjekt(adresse, 'poststed'), 'postnummer') === postnummer) &&
        (adressenavn === undefined || hasAdressenavn(navn, adressenavn)) &&
        (husnummer === undefined ||
          toHusnummer(adresse) === husnummer.replaceAll(' ', '').toLocaleUpperCase('nb'))
      );
    }),
  );
}

function hasAdressenavn(navn: string, soekt: string): boolean {
  const fullt = navn.toLocaleUpperCase('nb');
  const start = soekt.trim().toLocaleUpperCase('nb');
  return fullt !== '' && (fullt === start || (start.length >= MINSTE_PREFIKS && fullt.startsWith(start)));
}

function toHusnummer(adresse: Innhold): string {
  const nummer = getObjekt(adresse, 'adressenummer');
  return (getTekst(nummer, 'husnummer') + getTekst(nummer, 'husbokstav')).toLocaleUpperCase('nb');
}
