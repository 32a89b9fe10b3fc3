/**
 * A document as it goes into a file of documents: as the register delivered it, without what masking withholds and
 * without what the package does not have. Where anything was withheld only what the model knows is written, so that no
 * unknown field can say what the known ones may not (security.md decision 7).
 */
import 'server-only';
import { listGjeldende } from '#lib/domain/person/gjeldende.ts';
import type { Person } from '#lib/domain/person/parse-person.ts';
import { EGENSKAPER, type Element } from '#lib/domain/person/person-model.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';

/** Single objects on the wire, lists in the model. */
const ENKELTE: ReadonlySet<string> = new Set(['doedsfall', 'falskIdentitet']);
const egenskapAvNavn = new Map(EGENSKAPER.map((egenskap) => [egenskap.toLowerCase(), egenskap]));

const countTekster = (elementer: readonly Element[]): number =>
  elementer.reduce(
    (sum, e) => sum + Number(e.aarsak !== undefined) + Number(e.kilde !== undefined) + Number('embete' in e),
    0,
  );

/** Whether masking took anything but the rows of adressebeskyttelse, which nobody gets. */
function isUroert(lest: Person, masket: Person): boolean {
  if (lest.ukjent.length !== masket.ukjent.length || lest.avvik.length !== masket.avvik.length) return false;
  return EGENSKAPER.every((egenskap) => {
    if (egenskap === 'adressebeskyttelse') return true;
    const foer: readonly Element[] = lest.egenskaper[egenskap] ?? [];
    const etter: readonly Element[] = masket.egenskaper[egenskap] ?? [];
    return foer.length === etter.length && countTekster(foer) === countTekster(etter);
  });
}

/** @param lest the document read, @param masket the same after `maskPerson` */
export function toDokumentLevert(
  dokument: PersonDokument,
  lest: Person,
  masket: Person,
  pakke: Pakke,
): Record<string, unknown> {
  const iPakken = egenskaperFor(pakke);
  if (isUroert(lest, masket)) {
    return Object.fromEntries(
      Object.entries(dokument).filter(([navn]) => {
        const egenskap = egenskapAvNavn.get(navn.toLowerCase());
        return egenskap === undefined || (egenskap !== 'adressebeskyttelse' && iPakken.has(egenskap));
      }),
    );
  }
  return Object.fromEntries(
    Object.entries(masket.egenskaper)
      .filter(([egenskap]) => iPakken.has(egenskap))
      .map(([egenskap, elementer]) => [
        egenskap,
        ENKELTE.has(egenskap) ? (listGjeldende<Element>(elementer)[0] ?? elementer?.[0]) : elementer,
      ]),
  );
}
