/** Protected persons and addresses. */
import { SKJERMET_POSTADRESSE } from '../deler/adressebeskyttelse.ts';
import {
  createBosted,
  createGammelRad,
  createPoststed,
  createRad,
  createScenario,
  createScenariodokument,
  type Scenario,
} from './bygg.ts';

import { NUMMER } from './nummer.ts';

const FLYTTING = { aarsak: 'Flytting innenlands' };

/** The street names occur nowhere else, so a leak can be searched for. */
function createFortrolig() {
  const gradering = 'fortrolig';
  return createScenariodokument(
    {
      nummer: NUMMER.fortrolig,
      foedt: '1988-04-18',
      kjoenn: 'kvinne',
      fornavn: 'VAR',
      etternavn: 'SKYGGE',
    },
    {
      adressebeskyttelse: [
        createRad('2023-01-10', { graderingsnivaa: 'fortrolig' }, { aarsak: 'Adressebeskyttelse' }),
      ],
      bostedsadresse: [
        createRad(
          '2023-01-12',
          createBosted('2023-01-12', '1804', 'Hemmeliglykkja', '31', '8003', {
            gradering,
            bruksenhet: 'H0203',
          }),
          FLYTTING,
        ),
        createGammelRad(
          '2017-06-01',
          createBosted('2017-06-01', '4204', 'Gammelhemmeliglykkja', '17B', '4612', { gradering }),
          FLYTTING,
        ),
      ],
      oppholdsadresse: [
        createRad(
          '2023-02-01',
          {
            adressenErUkjent: true,
            adressegradering: gradering,
            oppholdsadressedato: '2023-02-01',
            oppholdAnnetSted: 'utenriks',
          },
          { aarsak: 'Oppholdsadresse og opphold annet sted' },
        ),
      ],
      postadresse: [
        createRad(
          '2023-01-12',
          {
            adressegradering: gradering,
            postboksadresse: {
              postbokseier: 'Posthemmeliglykkja',
              postboks: 'Postboks 318',
              poststed: createPoststed('8001'),
            },
          },
          { aarsak: 'Postadresse' },
        ),
      ],
    },
  );
}

function createStrengtFortrolig() {
  return createScenariodokument(
    {
      nummer: NUMMER['strengt-fortrolig'],
      foedt: '1992-11-27',
      kjoenn: 'kvinne',
      fornavn: 'TAUS',
      etternavn: 'MÅNE',
    },
    {
      adressebeskyttelse: [
        createRad('2022-09-05', { graderingsnivaa: 'strengtFortrolig' }, { aarsak: 'Adressebeskyttelse' }),
      ],
      bostedsadresse: undefined,
      postadresse: [
        createRad(
          '2022-09-05',
          { adressegradering: 'ugradert', postboksadresse: SKJERMET_POSTADRESSE },
          { aarsak: 'Adressebeskyttelse' },
        ),
      ],
    },
  );
}

function createKlientadresse() {
  return createScenariodokument(
    {
      nummer: NUMMER.klientadresse,
      foedt: '1995-03-09',
      kjoenn: 'mann',
      fornavn: 'NØYSOM',
      etternavn: 'KLEMENTIN',
    },
    {
      bostedsadresse: [
        createRad(
          '2021-02-01',
          createBosted('2021-02-01', '5001', 'Klientsvingen', '2', '7030', { gradering: 'klientadresse' }),
          FLYTTING,
        ),
        createGammelRad(
          '2015-08-10',
          createBosted('2015-08-10', '1601', 'Kløverenga', '6', '7050'),
          FLYTTING,
        ),
      ],
    },
  );
}

export const BESKYTTELSE: readonly Scenario[] = [
  createScenario(
    'fortrolig',
    'Adressebeskyttelse fortrolig; alle adresser inneholder «hemmeliglykkja»',
    createFortrolig,
  ),
  createScenario(
    'strengt-fortrolig',
    'Adressebeskyttelse strengt fortrolig: bare den åpne postadressen',
    createStrengtFortrolig,
  ),
  createScenario('klientadresse', 'Nåværende bostedsadresse er klientadresse', createKlientadresse),
];
