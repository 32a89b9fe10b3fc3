import {
  createBosted,
  createGammelRad,
  createRad,
  createScenario,
  createScenariodokument,
  type Scenario,
} from './bygg.ts';

import { NUMMER } from './nummer.ts';

const FLYTTING = { aarsak: 'Flytting innenlands' };

function createUtflyttet() {
  return createScenariodokument(
    {
      nummer: NUMMER.utflyttet,
      foedt: '1968-12-12',
      kjoenn: 'kvinne',
      fornavn: 'EVENTYRLIG',
      etternavn: 'KANO',
    },
    {
      status: [
        createRad('2015-03-01', { status: 'utflyttet' }, { aarsak: 'Utvandring' }),
        createGammelRad('1968-12-12', { status: 'bosatt' }, { aarsak: 'Fødsel' }),
      ],
      bostedsadresse: [
        createGammelRad('2001-05-05', createBosted('2001-05-05', '1103', 'Sildeneset', '3', '4014'), {
          ...FLYTTING,
          opphoert: '2015-03-01',
        }),
      ],
      utflytting: [
        createRad(
          '2015-03-01',
          { tilflyttingsland: 'ESP', tilflyttingsstedIUtlandet: 'Alicante', utflyttingsdato: '2015-03-01' },
          { aarsak: 'Utvandring' },
        ),
      ],
      postadresseIUtlandet: [
        createRad(
          '2015-03-01',
          {
            adressegradering: 'ugradert',
            utenlandskAdresse: {
              adressenavn: 'Calle de Prueba 14',
              postkode: '03001',
              byEllerStedsnavn: 'Alicante',
              landkode: 'ES',
            },
          },
          { aarsak: 'Postadresse' },
        ),
      ],
    },
  );
}

function createUtenlandskAdresse() {
  return createScenariodokument(
    {
      nummer: NUMMER['utenlandsk-adresse'],
      foedt: '1972-06-15',
      kjoenn: 'kvinne',
      fornavn: 'BEREIST',
      etternavn: 'GLOBUS',
    },
    {
      oppholdsadresse: [
        createRad(
          '2024-09-01',
          {
            utenlandskAdresse: {
              adressenavn: 'Probestraße 8',
              bygning: 'B',
              etasjenummer: '3',
              boenhet: '12',
              postkode: '20095',
              byEllerStedsnavn: 'Hamburg',
              landkode: 'DE',
              region: 'Hamburg',
              coAdressenavn: 'GLOBUS C/O KARTVERK',
            },
            adressegradering: 'ugradert',
            oppholdsadressedato: '2024-09-01',
            oppholdAnnetSted: 'utenriks',
          },
          { aarsak: 'Oppholdsadresse og opphold annet sted' },
        ),
      ],
      postadresseIUtlandet: [
        createRad(
          '2024-09-01',
          {
            adressegradering: 'ugradert',
            utenlandskAdresseIFrittFormat: {
              adresselinje: ['Postfach 1234', 'Probestraße 8'],
              postkode: '20095',
              byEllerStedsnavn: 'Hamburg',
              landkode: 'DE',
            },
          },
          { aarsak: 'Postadresse' },
        ),
        createGammelRad(
          '2019-01-01',
          {
            adressegradering: 'ugradert',
            utenlandskAdresse: {
              adressenavn: 'Rruga e Provës 2',
              byEllerStedsnavn: 'Pristina',
              landkode: 'XK',
            },
          },
          { opphoert: '2020-01-01' },
        ),
      ],
    },
  );
}

function createUkjentBosted() {
  return createScenariodokument(
    {
      nummer: NUMMER['ukjent-bosted'],
      foedt: '1966-10-04',
      kjoenn: 'mann',
      fornavn: 'OMSTREIFENDE',
      etternavn: 'LØVETANN',
    },
    {
      bostedsadresse: [
        createRad(
          '2020-02-02',
          { adressegradering: 'ugradert', ukjentBosted: { bostedskommune: '5501' } },
          { aarsak: 'Ukjent bosted' },
        ),
        createGammelRad(
          '2009-10-10',
          createBosted('2009-10-10', '1902', 'Nordlysgata', '1', '9008'),
          FLYTTING,
        ),
      ],
    },
  );
}

export const UTLANDET: readonly Scenario[] = [
  createScenario('utflyttet', 'Utflyttet til Spania i 2015', createUtflyttet),
  createScenario(
    'utenlandsk-adresse',
    'Bosatt, men med opphold og postadresse i utlandet',
    createUtenlandskAdresse,
  ),
  createScenario('ukjent-bosted', 'Bosatt med ukjent bosted i Tromsø', createUkjentBosted),
];
