/** Children in special situations: twins, shared custody, a newborn with a temporary name. */
import {
  createBosted,
  createHjem,
  createRad,
  createScenario,
  createScenariodokument,
  createVegadresse,
  type Scenario,
} from './bygg.ts';
import { createAnsvar, createRelasjon, createSivilstand } from './familiebygg.ts';
import { NUMMER } from './nummer.ts';

const TVILLINGMOR = NUMMER['tvilling-mor'];
const TVILLINGER = [NUMMER['tvilling-1'], NUMMER['tvilling-2']] as const;
const TVILLINGDATO = '2008-12-01';

function createTvilling(nr: 0 | 1) {
  return createScenariodokument(
    {
      nummer: TVILLINGER[nr],
      foedt: TVILLINGDATO,
      kjoenn: nr === 0 ? 'kvinne' : 'mann',
      fornavn: nr === 0 ? 'KLAR' : 'KVIKK',
      etternavn: 'SVALE',
    },
    {
      foedselINorge: [
        createRad(
          TVILLINGDATO,
          { foedselsinstitusjonsnavn: 'Rolig fødestue', rekkefoelgenummer: 21 + nr },
          { aarsak: 'Fødsel' },
        ),
      ],
      familierelasjon: [createRelasjon(TVILLINGDATO, TVILLINGMOR, 'mor', 'barn')],
      foreldreansvar: [createAnsvar(TVILLINGDATO, 'mor', TVILLINGER[nr], TVILLINGMOR)],
    },
  );
}

function createTvillingmor() {
  return createScenariodokument(
    { nummer: TVILLINGMOR, foedt: '1979-07-14', kjoenn: 'kvinne', fornavn: 'TÅLMODIG', etternavn: 'SVALE' },
    {
      familierelasjon: TVILLINGER.map((barn) => createRelasjon(TVILLINGDATO, barn, 'barn', 'mor')),
      foreldreansvar: TVILLINGER.map((barn) => createAnsvar(TVILLINGDATO, 'mor', barn, TVILLINGMOR)),
    },
  );
}

const DELT_BARN = NUMMER['delt-bosted-barn'];
const DELT_MOR = NUMMER['delt-bosted-mor'];
const DELT_FAR = NUMMER['delt-bosted-far'];
const DELT_FOEDT = '2014-05-16';
const MORS_HJEM = createBosted('2019-02-01', '4601', 'Måkeberget', '12', '5018');
const FARS_HJEM = createBosted('2019-02-10', '4601', 'Teglkroken', '40C', '5033', { bruksenhet: 'H0302' });

function createDeltBarn() {
  const delt = {
    ...createVegadresse('4601', 'Teglkroken', '40C', '5033', 'H0302'),
    adressegradering: 'ugradert',
    startdatoForKontrakt: '2019-03-01',
  };
  return createScenariodokument(
    { nummer: DELT_BARN, foedt: DELT_FOEDT, kjoenn: 'mann', fornavn: 'LEKEN', etternavn: 'TROMMELSTIKKE' },
    {
      familierelasjon: [
        createRelasjon(DELT_FOEDT, DELT_FAR, 'far', 'barn'),
        createRelasjon(DELT_FOEDT, DELT_MOR, 'mor', 'barn'),
      ],
      foreldreansvar: [
        createAnsvar(DELT_FOEDT, 'felles', DELT_BARN, DELT_FAR),
        createAnsvar(DELT_FOEDT, 'felles', DELT_BARN, DELT_MOR),
      ],
      bostedsadresse: [createRad('2019-02-01', MORS_HJEM, { aarsak: 'Flytting innenlands' })],
      deltBosted: [createRad('2019-03-01', delt, { aarsak: 'Delt bosted' })],
    },
  );
}

function createDeltForelder(erMor: boolean) {
  const nummer = erMor ? DELT_MOR : DELT_FAR;
  const dato = erMor ? '2019-02-01' : '2019-02-10';
  return createScenariodokument(
    {
      nummer,
      foedt: erMor ? '1986-02-03' : '1985-09-25',
      kjoenn: erMor ? 'kvinne' : 'mann',
      fornavn: erMor ? 'ORDENTLIG' : 'RYDDIG',
      etternavn: 'TROMMELSTIKKE',
    },
    {
      familierelasjon: [createRelasjon(DELT_FOEDT, DELT_BARN, 'barn', erMor ? 'mor' : 'far')],
      foreldreansvar: [createAnsvar(DELT_FOEDT, 'felles', DELT_BARN, nummer)],
      bostedsadresse: [createRad(dato, erMor ? MORS_HJEM : FARS_HJEM, { aarsak: 'Flytting innenlands' })],
    },
  );
}

const NYFOEDT = NUMMER['nyfoedt-midlertidig-navn'];
const NYFOEDT_DATO = '2025-12-18';

function createNyfoedt() {
  const mor = NUMMER.navneendring;
  return createScenariodokument(
    { nummer: NYFOEDT, foedt: NYFOEDT_DATO, kjoenn: 'kvinne', fornavn: 'FRODIG*PIKE', etternavn: 'MOLTEBÆR' },
    {
      foedselINorge: [
        createRad(
          NYFOEDT_DATO,
          { foedselsinstitusjonsnavn: 'Varm fødestue', rekkefoelgenummer: 11 },
          { aarsak: 'Fødsel' },
        ),
      ],
      familierelasjon: [createRelasjon(NYFOEDT_DATO, mor, 'mor', 'barn')],
      foreldreansvar: [createAnsvar(NYFOEDT_DATO, 'mor', NYFOEDT, mor)],
      bostedsadresse: [createRad(NYFOEDT_DATO, createHjem(NYFOEDT_DATO, NYFOEDT), { aarsak: 'Fødsel' })],
    },
  );
}

function createNavneendring() {
  const foedt = '1990-08-08';
  const rad = (dato: string, fornavn: string, etternavn: string, gjeldende: boolean) =>
    createRad(
      dato,
      { fornavn, etternavn },
      { gjeldende, aarsak: dato === foedt ? 'Fødsel' : 'Navneendring' },
    );
  return createScenariodokument(
    { nummer: NUMMER.navneendring, foedt, kjoenn: 'kvinne', fornavn: 'FRODIG', etternavn: 'MOLTEBÆR' },
    {
      navn: [
        rad('2021-03-15', 'FRODIG', 'MOLTEBÆR', true),
        rad('2014-10-01', 'FRODIG', 'SYKKELBJELLE', false),
        rad(foedt, 'GODSLIG', 'SYKKELBJELLE', false),
      ],
      sivilstand: [createSivilstand(foedt, 'ugift', undefined, { aarsak: 'Fødsel' })],
      familierelasjon: [createRelasjon(NYFOEDT_DATO, NYFOEDT, 'barn', 'mor')],
      foreldreansvar: [createAnsvar(NYFOEDT_DATO, 'mor', NYFOEDT, NUMMER.navneendring)],
    },
  );
}

export const BARN: readonly Scenario[] = [
  createScenario(
    'navneendring',
    'Har byttet både fornavn og etternavn; mor til det nyfødte barnet',
    createNavneendring,
  ),
  createScenario('tvilling-1', 'Første tvilling (rekkefølgenummer 21)', () => createTvilling(0)),
  createScenario('tvilling-2', 'Andre tvilling (rekkefølgenummer 22)', () => createTvilling(1)),
  createScenario('tvilling-mor', 'Tvillingenes mor, med foreldreansvaret alene', createTvillingmor),
  createScenario('delt-bosted-barn', 'Barn som bor fast hos både mor og far (delt bosted)', createDeltBarn),
  createScenario('delt-bosted-mor', 'Moren til barnet med delt bosted', () => createDeltForelder(true)),
  createScenario('delt-bosted-far', 'Faren til barnet med delt bosted', () => createDeltForelder(false)),
  createScenario(
    'nyfoedt-midlertidig-navn',
    'Født 18. desember 2025, ennå med midlertidig navn etter moren',
    createNyfoedt,
  ),
];
