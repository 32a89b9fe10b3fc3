import {
  createBosted,
  createGammelRad,
  createPoststed,
  createRad,
  createScenario,
  createScenariodokument,
  createVegadresse,
  type Scenario,
} from './bygg.ts';

import { NUMMER } from './nummer.ts';

const FLYTTING = { aarsak: 'Flytting innenlands' };

function createMatrikkelbosted(flyttedato: string, kommunenummer: string, postnummer: string) {
  return {
    matrikkeladresse: {
      bruksenhetsnummer: 'H0101',
      bruksenhetstype: 'bolig',
      matrikkelnummer: { kommunenummer, gaardsnummer: 47, bruksnummer: 3, festenummer: 0 },
      undernummer: 1,
      adressetilleggsnavn: 'Prøvegard nordre',
      poststed: createPoststed(postnummer),
    },
    adressegradering: 'ugradert',
    flyttedato,
  };
}

function createFlyttetOfte() {
  const gammel = (dato: string, kommune: string, gate: string, nr: string, post: string) =>
    createGammelRad(dato, createBosted(dato, kommune, gate, nr, post), FLYTTING);
  return createScenariodokument(
    {
      nummer: NUMMER['flyttet-ofte'],
      foedt: '1951-02-17',
      kjoenn: 'mann',
      fornavn: 'REISELYSTEN',
      etternavn: 'KOFFERT',
    },
    {
      status: [
        createRad('1999-01-15', { status: 'bosatt' }, { aarsak: 'Innvandring' }),
        createGammelRad('1994-08-01', { status: 'utflyttet' }, { aarsak: 'Utvandring' }),
        createGammelRad('1951-02-17', { status: 'bosatt' }, { aarsak: 'Fødsel' }),
      ],
      bostedsadresse: [
        createRad(
          '2022-10-01',
          createBosted('2022-10-01', '3205', 'Fossetunet', '9D', '2000', { bruksenhet: 'H0503' }),
          { aarsak: 'Kommuneendring', kilde: 'Matrikkelen', ajourholdsdag: 19_723 },
        ),
        createGammelRad(
          '2022-10-01',
          createBosted('2022-10-01', '3030', 'Fossetunet', '9D', '2000', { bruksenhet: 'H0503' }),
          FLYTTING,
        ),
        createGammelRad('2018-05-04', createMatrikkelbosted('2018-05-04', '5021', '7340'), FLYTTING),
        gammel('2011-09-12', '1601', 'Lerkestien', '33', '7043'),
        createGammelRad(
          '2008-03-03',
          { ukjentBosted: { bostedskommune: '1201' }, adressegradering: 'ugradert' },
          { aarsak: 'Ukjent bosted' },
        ),
        gammel('2004-06-30', '1201', 'Ulvesmuget', '1', '5003'),
        gammel('1999-01-15', '0219', 'Bekkeringen', '18A', '1338'),
        createGammelRad('1990-11-20', createBosted('1990-11-20', '1902', 'Nordlia', '6', '9008'), {
          ...FLYTTING,
          opphoert: '1994-08-01',
        }),
        gammel('1985-02-02', '0906', 'Strandveien', '77', '4838'),
        gammel('1979-12-01', '0709', 'Bøkebakken', '4', '3256'),
        gammel('1974-07-01', '0401', 'Humlekroken', '10', '2317'),
        createGammelRad('1971-08-20', createMatrikkelbosted('1971-08-20', '1431', '6843'), FLYTTING),
        createGammelRad('1951-02-17', createBosted('1951-02-17', '1103', 'Fyrsvingen', '2', '4014'), {
          aarsak: 'Fødsel',
        }),
      ],
      oppholdsadresse: [
        createRad(
          '2025-01-10',
          {
            ...createVegadresse('0301', 'Pendlergata', '5', '0182', 'H0201'),
            adressegradering: 'ugradert',
            oppholdsadressedato: '2025-01-10',
            oppholdAnnetSted: 'pendler',
          },
          { aarsak: 'Oppholdsadresse og opphold annet sted' },
        ),
        createGammelRad(
          '1997-05-01',
          {
            utenlandskAdresse: {
              adressenavn: 'Provgatan 3',
              postkode: '412 50',
              byEllerStedsnavn: 'Göteborg',
              landkode: 'SE',
            },
            adressegradering: 'ugradert',
            oppholdsadressedato: '1997-05-01',
            oppholdAnnetSted: 'utenriks',
          },
          { opphoert: '1999-01-15' },
        ),
      ],
      postadresse: [
        createRad(
          '2022-10-15',
          {
            adressegradering: 'ugradert',
            postboksadresse: {
              postbokseier: 'C/O FLYTTEKASSE',
              postboks: 'Postboks 77',
              poststed: createPoststed('2000'),
            },
          },
          { aarsak: 'Postadresse' },
        ),
        createGammelRad(
          '2012-01-02',
          {
            adressegradering: 'ugradert',
            postadresseIFrittFormat: {
              adresselinje: ['POSTBOKS 5', 'LERKESTIEN'],
              poststed: createPoststed('7043'),
            },
          },
          { aarsak: 'Postadresse' },
        ),
      ],
      innflytting: [
        createRad(
          '1999-01-15',
          { fraflyttingsland: 'SWE', fraflyttingsstedIUtlandet: 'Göteborg' },
          { aarsak: 'Innvandring' },
        ),
      ],
      utflytting: [
        createGammelRad(
          '1994-08-01',
          { tilflyttingsland: 'SWE', tilflyttingsstedIUtlandet: 'Göteborg', utflyttingsdato: '1994-08-01' },
          { aarsak: 'Utvandring' },
        ),
      ],
    },
  );
}

function createReform() {
  const bosted = createBosted('2005-05-01', '3201', 'Reformveien', '11', '1338');
  return createScenariodokument(
    {
      nummer: NUMMER['kommunereform-uten-flytting'],
      foedt: '1969-11-11',
      kjoenn: 'mann',
      fornavn: 'BOFAST',
      etternavn: 'GRANITT',
    },
    {
      bostedsadresse: [
        createRad(
          '2005-05-01',
          { ...bosted, stemmekrets: 1 },
          { aarsak: 'Kommuneendring', kilde: 'Matrikkelen', ajourholdsdag: 19_723 },
        ),
        createGammelRad(
          '2005-05-01',
          { ...bosted, ...createVegadresse('3024', 'Reformveien', '11', '1338') },
          { aarsak: 'Kommuneendring', kilde: 'Matrikkelen', ajourholdsdag: 18_262 + 730 },
        ),
        createGammelRad(
          '2005-05-01',
          { ...bosted, ...createVegadresse('0219', 'Reformveien', '11', '1338') },
          FLYTTING,
        ),
      ],
    },
  );
}

export const FLYTTING_SCENARIOER: readonly Scenario[] = [
  createScenario(
    'flyttet-ofte',
    'Tretten bostedsadresser av alle slag, gamle kommunenumre, opphold i utlandet',
    createFlyttetOfte,
  ),
  createScenario(
    'kommunereform-uten-flytting',
    'Samme adresse under tre kommunenumre, aldri flyttet',
    createReform,
  ),
];
