/**
 * The two conditions of entydigsoek that are judged on the one document found, not by an index.
 * Source: freg-contract.md section 4.2 (adressenavn alone; the seed's navn of one word).
 */
import { type Element, isElement, isGjeldende } from './feltregler.ts';

function listElementer(dokument: Element, egenskap: string, historisk: boolean): Element[] {
  const liste = dokument[egenskap];
  return Array.isArray(liste) ? liste.filter(isElement).filter((e) => historisk || isGjeldende(e)) : [];
}

/** Whether `ord` is a whole word in one of the person's names. */
export function hasNavneord(dokument: Element, ord: string, historisk: boolean): boolean {
  const soekt = ord.trim().toLocaleUpperCase('nb');
  return listElementer(dokument, 'navn', historisk).some(({ fornavn, mellomnavn, etternavn }) =>
    [fornavn, mellomnavn, etternavn].some(
      (del) => typeof del === 'string' && del.toLocaleUpperCase('nb').split(/\s+/).includes(soekt),
    ),
  );
}

/** Whether the person lives or stays in a street of the name (or that begins so) at an address without husnummer. */
export function hasAdresseUtenHusnummer(dokument: Element, adressenavn: string, historisk: boolean): boolean {
  const soekt = adressenavn.trim().toLocaleUpperCase('nb');
  return ['bostedsadresse', 'oppholdsadresse', 'deltBosted', 'postadresse']
    .flatMap((egenskap) => listElementer(dokument, egenskap, historisk))
    .some(
      ({ vegadresse }) =>
        isElement(vegadresse) &&
        vegadresse.adressenummer === undefined &&
        typeof vegadresse.adressenavn === 'string' &&
        vegadresse.adressenavn.toLocaleUpperCase('nb').startsWith(soekt),
    );
}
