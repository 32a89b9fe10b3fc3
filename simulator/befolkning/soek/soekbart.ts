/**
 * What searches look at in a document: names, birth, addresses, status. One reading of it for everybody who searches,
 * so that an index and a document can never mean different things.
 */
import type { Persondokument } from '../befolkning.ts';
import { getObjekt, getTekst, listElementer } from '../dokumentlesing.ts';
import type { Innhold } from '../element.ts';

export const ADRESSESLAG = ['bostedsadresse', 'oppholdsadresse', 'deltBosted'] as const;
export type Adresseslag = (typeof ADRESSESLAG)[number];

/** A Norwegian address; a part that the address does not have is ''. */
export type SoekbarAdresse = {
  slag: Adresseslag;
  gjeldende: boolean;
  klientadresse: boolean;
  kommunenummer: string;
  postnummer: string;
  /** In upper case. */
  gate: string;
  /** Number and letter in upper case: 14B. */
  husnummer: string;
};

/** A name or search text as words in upper case. */
export function listOrd(tekst: string): string[] {
  return toStore(tekst)
    .split(/\s+/)
    .filter((ord) => ord !== '');
}

/** Upper case as every search compares: Norwegian has no rule of its own, and the general one is much faster. */
export function toStore(tekst: string): string {
  return tekst.toUpperCase();
}

/** Number and letter without spaces: `14 b` is 14B. */
export function toHusnummer(tekst: string): string {
  return toStore(tekst.replaceAll(' ', ''));
}

/** Whether the person's addresses are protected: then none of them is, whatever its own tag (section 2.2). */
export function isVernet(dokument: Persondokument): boolean {
  return listElementer(dokument, 'adressebeskyttelse').some(
    (e) => e.erGjeldende === true && isFortrolig(getTekst(e, 'graderingsnivaa')),
  );
}

function isFortrolig(gradering: string): boolean {
  const store = toStore(gradering);
  return store === 'FORTROLIG' || store === 'STRENGTFORTROLIG';
}

/** The Norwegian addresses of a document, those that are fortrolig only with `fortrolige`. */
export function listAdresser(dokument: Persondokument, fortrolige = false): SoekbarAdresse[] {
  return ADRESSESLAG.flatMap((slag) =>
    listElementer(dokument, slag).flatMap((element) => {
      const gradering = getTekst(element, 'adressegradering');
      if (!fortrolige && isFortrolig(gradering)) return [];
      const adresse = toAdresse(element);
      return adresse === undefined
        ? []
        : [
            {
              slag,
              gjeldende: element.erGjeldende === true,
              klientadresse: toStore(gradering) === 'KLIENTADRESSE',
              ...adresse,
            },
          ];
    }),
  );
}

function toAdresse(element: Innhold) {
  const veg = getObjekt(element, 'vegadresse');
  if ('vegadresse' in element) return createAdresse(veg, getTekst(veg, 'kommunenummer'));
  const matrikkel = getObjekt(element, 'matrikkeladresse');
  if ('matrikkeladresse' in element)
    return createAdresse(matrikkel, getTekst(getObjekt(matrikkel, 'matrikkelnummer'), 'kommunenummer'));
  const kommunenummer = getTekst(getObjekt(element, 'ukjentBosted'), 'bostedskommune');
  return kommunenummer === '' ? undefined : { kommunenummer, postnummer: '', gate: '', husnummer: '' };
}

function createAdresse(adresse: Innhold, kommunenummer: string) {
  const nummer = getObjekt(adresse, 'adressenummer');
  return {
    kommunenummer,
    postnummer: getTekst(getObjekt(adresse, 'poststed'), 'postnummer'),
    gate: toStore(getTekst(adresse, 'adressenavn') || getTekst(adresse, 'adressetilleggsnavn')),
    husnummer: toHusnummer(getTekst(nummer, 'husnummer') + getTekst(nummer, 'husbokstav')),
  };
}
