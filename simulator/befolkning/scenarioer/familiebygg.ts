/** Entries about family and marriage for the scenario files. */
import type { Innhold } from '../element.ts';
import { createRad, type Radvalg } from './bygg.ts';

type Rolle = 'mor' | 'far' | 'medmor' | 'barn' | 'ektefelleEllerPartner';

/** A relation to a person with a number: the other's role, then one's own. */
export function createRelasjon(
  dato: string,
  relatertPerson: string,
  rolle: Rolle,
  minRolle: Rolle,
  valg: Radvalg = {},
): Innhold {
  const innhold = { relatertPerson, relatertPersonsRolle: rolle, minRolleForPerson: minRolle };
  return createRad(dato, innhold, {
    aarsak: rolle === 'ektefelleEllerPartner' ? 'Vigsel' : 'Fødsel',
    ...valg,
  });
}

export function createAnsvar(
  dato: string,
  ansvar: string,
  ansvarssubjekt: string,
  ansvarlig: string,
): Innhold {
  return createRad(dato, { ansvar, ansvarssubjekt, ansvarlig }, { aarsak: 'Fødsel' });
}

export function createSivilstand(
  dato: string,
  sivilstand: string,
  annen?: string,
  valg: Radvalg = {},
): Innhold {
  const vigsel = sivilstand === 'gift' ? { myndighet: 'ANSATT_I_KOMMUNE', kommune: '0301' } : {};
  return createRad(
    dato,
    { sivilstand, sivilstandsdato: dato, ...vigsel, relatertVedSivilstand: annen },
    valg,
  );
}
