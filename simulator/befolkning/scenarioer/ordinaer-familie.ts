/** The ordinary family of four: everybody points back, the home is one. */
import {
  createBosted,
  createGammelRad,
  createRad,
  createScenario,
  createScenariodokument,
  createVegadresse,
  type Scenario,
} from './bygg.ts';
import { createAnsvar, createRelasjon, createSivilstand } from './familiebygg.ts';
import { NUMMER } from './nummer.ts';

const MOR = NUMMER['ordinaer-mor'];
const FAR = NUMMER['ordinaer-far'];
const BARN = [NUMMER['ordinaert-barn-1'], NUMMER['ordinaert-barn-2']] as const;
const FOEDT = ['2012-06-21', '2015-09-02'] as const;
const BRYLLUP = '2010-08-14';
const FLYTTING = { aarsak: 'Flytting innenlands' };

const FELLES_HJEM = createBosted('2016-11-01', '3107', 'Solsikkeveien', '14B', '1606', {
  bruksenhet: 'H0201',
});
const FOERSTE_HJEM = createBosted('2010-05-20', '0301', 'Granittgata', '3', '0557', { bruksenhet: 'H0402' });

/** The home that the four share, and the copy under the number the municipality had until 2024. */
function listFellesBosteder() {
  const foer = { ...FELLES_HJEM, ...createVegadresse('3004', 'Solsikkeveien', '14B', '1606', 'H0201') };
  return [
    createRad('2016-11-01', FELLES_HJEM, {
      aarsak: 'Kommuneendring',
      kilde: 'Matrikkelen',
      ajourholdsdag: 19_723,
    }),
    createGammelRad('2016-11-01', foer, FLYTTING),
  ];
}

function createForelder(erMor: boolean) {
  const [meg, annen] = erMor ? [MOR, FAR] : [FAR, MOR];
  const minRolle = erMor ? 'mor' : 'far';
  const foedt = erMor ? '1984-03-12' : '1982-11-05';
  return createScenariodokument(
    {
      nummer: meg,
      foedt,
      kjoenn: erMor ? 'kvinne' : 'mann',
      fornavn: erMor ? 'SMIDIG' : 'TROFAST',
      etternavn: 'KOPP',
    },
    {
      familierelasjon: [
        createRelasjon(FOEDT[1], BARN[1], 'barn', minRolle),
        createRelasjon(FOEDT[0], BARN[0], 'barn', minRolle),
        createRelasjon(BRYLLUP, annen, 'ektefelleEllerPartner', 'ektefelleEllerPartner'),
      ],
      sivilstand: [
        createSivilstand(BRYLLUP, 'gift', annen, { aarsak: 'Vigsel' }),
        createSivilstand(foedt, 'ugift', undefined, { gjeldende: false, aarsak: 'Fødsel' }),
      ],
      ...(erMor
        ? {
            navn: [
              createRad(
                BRYLLUP,
                { fornavn: 'SMIDIG', mellomnavn: 'PÆRE', etternavn: 'KOPP' },
                { aarsak: 'Navneendring' },
              ),
              createGammelRad(foedt, { fornavn: 'SMIDIG', etternavn: 'PÆRE' }, { aarsak: 'Fødsel' }),
            ],
          }
        : {}),
      bostedsadresse: [
        ...listFellesBosteder(),
        createGammelRad('2010-05-20', FOERSTE_HJEM, FLYTTING),
        ...(erMor
          ? [
              createGammelRad(
                '2003-08-15',
                createBosted('2003-08-15', '1601', 'Syrinbakken', '21', '7030'),
                FLYTTING,
              ),
              createGammelRad(
                '1991-06-01',
                createBosted('1991-06-01', '0403', 'Kongleveien', '5A', '2315'),
                FLYTTING,
              ),
              createGammelRad('1984-03-12', createBosted('1984-03-12', '0502', 'Elvestien', '8', '2815'), {
                aarsak: 'Fødsel',
              }),
            ]
          : [
              createGammelRad('1982-11-05', createBosted('1982-11-05', '1101', 'Havrejordet', '2', '4370'), {
                aarsak: 'Fødsel',
              }),
            ]),
      ],
      foreldreansvar: [
        createAnsvar(FOEDT[1], 'felles', BARN[1], meg),
        createAnsvar(FOEDT[0], 'felles', BARN[0], meg),
      ],
    },
  );
}

function createBarn(nr: 0 | 1) {
  const foedt = FOEDT[nr];
  const foersteHjem = createGammelRad(foedt, { ...FOERSTE_HJEM, flyttedato: foedt }, { aarsak: 'Fødsel' });
  return createScenariodokument(
    {
      nummer: BARN[nr],
      foedt,
      kjoenn: nr === 0 ? 'kvinne' : 'mann',
      fornavn: nr === 0 ? 'MUNTER' : 'VÅKEN',
      etternavn: 'KOPP',
    },
    {
      familierelasjon: [createRelasjon(foedt, FAR, 'far', 'barn'), createRelasjon(foedt, MOR, 'mor', 'barn')],
      foedselINorge: [
        createRad(
          foedt,
          { foedselsinstitusjonsnavn: 'Trivelig fødestue', rekkefoelgenummer: 11 },
          { aarsak: 'Fødsel' },
        ),
      ],
      bostedsadresse: [...listFellesBosteder(), foersteHjem],
      foreldreansvar: [
        createAnsvar(foedt, 'felles', BARN[nr], FAR),
        createAnsvar(foedt, 'felles', BARN[nr], MOR),
      ],
    },
  );
}

export const ORDINAER_FAMILIE: readonly Scenario[] = [
  createScenario(
    'ordinaer-mor',
    'Mor i en vanlig familie: pikenavn, ektefelle, to barn og flere tidligere adresser',
    () => createForelder(true),
  ),
  createScenario('ordinaer-far', 'Far i samme familie', () => createForelder(false)),
  createScenario('ordinaert-barn-1', 'Eldste barn i samme familie', () => createBarn(0)),
  createScenario('ordinaert-barn-2', 'Yngste barn i samme familie', () => createBarn(1)),
];
