/** Sections of a document as every right would show them: what the tests of time start from. */
import { parsePerson } from '../parse-person.ts';
import { EGENSKAPER } from '../person-model.ts';
import type { Seksjon } from '../person-view.ts';
import { maskPerson } from '../skjerming.ts';
import { toPersonView } from '../to-person-view.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);

export function toSeksjoner(dokument: object): Seksjon[] {
  return toPersonView(maskPerson(parsePerson(dokument), 'fortrolig'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  }).seksjoner;
}

type Bosted = { dag: string; kommune: string; gate?: string; ekstra?: object };

/** One bostedsadresse on the wire; `ekstra` goes on top. */
export function createBosted({ dag, kommune, gate = 'Reformveien', ekstra = {} }: Bosted): object {
  return {
    erGjeldende: false,
    gyldighetstidspunkt: `${dag}T00:00:00+01:00`,
    adressegradering: 'ugradert',
    flyttedato: dag,
    vegadresse: {
      kommunenummer: kommune,
      adressenavn: gate,
      adressekode: `0${kommune}`,
      adressenummer: { husnummer: '11' },
      poststed: { postnummer: '1338', poststedsnavn: 'SANDVIKA' },
    },
    stemmekrets: Number(kommune) % 7,
    ...ekstra,
  };
}

/** The same home under three municipality numbers: nobody has moved. */
export const REFORM = {
  bostedsadresse: [
    createBosted({ dag: '2005-05-01', kommune: '3201', ekstra: { erGjeldende: true } }),
    createBosted({ dag: '2005-05-01', kommune: '3024' }),
    createBosted({ dag: '2005-05-01', kommune: '0219' }),
    createBosted({ dag: '1999-01-01', kommune: '0219', gate: 'Bekkeringen' }),
  ],
};
