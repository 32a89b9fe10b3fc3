/** What a row of a list asks the register about a person: as little as a row shows, and within the purpose. */
import type { Formaal } from '#lib/domain/formaal/formaal.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { RADEGENSKAPER } from './personrad.ts';

/** Without these no row can be shown: whose it is, and whether the person is protected. */
const ALLTID = ['identifikasjonsnummer', 'adressebeskyttelse'];

/** The values of `part`, each by its own name. */
export function toRaddeler(pakke: Pakke, formaal: Formaal): string[] {
  const iFormaalet = expandDeler(pakke, formaal.deler);
  const iPakken = egenskaperFor(pakke);

  return RADEGENSKAPER.filter(
    (egenskap) => iPakken.has(egenskap) && (ALLTID.includes(egenskap) || iFormaalet.has(egenskap)),
  );
}
