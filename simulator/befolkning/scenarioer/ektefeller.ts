/** Divorce and a new marriage, in the documents of all three. */
import { createScenario, createScenariodokument, type Scenario } from './bygg.ts';
import { createRelasjon, createSivilstand } from './familiebygg.ts';
import { NUMMER } from './nummer.ts';

const GJENGIFT = NUMMER['skilt-og-gift-igjen'];
const TIDLIGERE = NUMMER['skilt-og-gift-igjen-tidligere'];
const NY = NUMMER['skilt-og-gift-igjen-ny'];

/** The marriage of 2001 as either of the two has it, newest first. */
function listSkilsmisse(annen: string, sisteGjelder: boolean) {
  return [
    createSivilstand('2009-06-01', 'skilt', annen, { gjeldende: sisteGjelder, aarsak: 'Skilsmisse' }),
    createSivilstand('2008-05-15', 'separert', annen, { gjeldende: false, aarsak: 'Separasjon' }),
    createSivilstand('2001-09-08', 'gift', annen, { gjeldende: false, aarsak: 'Vigsel' }),
  ];
}

const ektefelle = 'ektefelleEllerPartner';
const createTidligereEktefelle = (annen: string) =>
  createRelasjon('2001-09-08', annen, ektefelle, ektefelle, { gjeldende: false, opphoert: '2009-06-01' });
const createNyEktefelle = (annen: string) => createRelasjon('2013-07-20', annen, ektefelle, ektefelle);
const createUgift = (dato: string) =>
  createSivilstand(dato, 'ugift', undefined, { gjeldende: false, aarsak: 'Fødsel' });

function createGjengift() {
  return createScenariodokument(
    { nummer: GJENGIFT, foedt: '1975-04-30', kjoenn: 'mann', fornavn: 'RASTLØS', etternavn: 'FJORD' },
    {
      familierelasjon: [createNyEktefelle(NY), createTidligereEktefelle(TIDLIGERE)],
      sivilstand: [
        createSivilstand('2013-07-20', 'gift', NY, { aarsak: 'Vigsel' }),
        ...listSkilsmisse(TIDLIGERE, false),
        createUgift('1975-04-30'),
      ],
    },
  );
}

function createTidligere() {
  return createScenariodokument(
    { nummer: TIDLIGERE, foedt: '1977-10-19', kjoenn: 'kvinne', fornavn: 'SELVSTENDIG', etternavn: 'LUPIN' },
    {
      familierelasjon: [createTidligereEktefelle(GJENGIFT)],
      sivilstand: [...listSkilsmisse(GJENGIFT, true), createUgift('1977-10-19')],
    },
  );
}

function createNy() {
  return createScenariodokument(
    { nummer: NY, foedt: '1979-01-23', kjoenn: 'kvinne', fornavn: 'HJERTELIG', etternavn: 'FJORD' },
    {
      familierelasjon: [createNyEktefelle(GJENGIFT)],
      sivilstand: [
        createSivilstand('2013-07-20', 'gift', GJENGIFT, { aarsak: 'Vigsel' }),
        createUgift('1979-01-23'),
      ],
    },
  );
}

export const EKTEFELLER: readonly Scenario[] = [
  createScenario('skilt-og-gift-igjen', 'Gift, separert, skilt og gift på nytt', createGjengift),
  createScenario(
    'skilt-og-gift-igjen-tidligere',
    'Den tidligere ektefellen, fortsatt skilt',
    createTidligere,
  ),
  createScenario('skilt-og-gift-igjen-ny', 'Den nye ektefellen', createNy),
];
