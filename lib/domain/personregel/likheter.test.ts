/** K05, K07: who lives where the user lives, beside her, and has her name in her kommune; and nothing of the graded. */
import { expect, test } from 'vitest';
import { listLikheter, readKjennetegn, readSettKjennetegn } from './likheter.ts';

type Avvik = {
  etternavn?: string;
  veg?: Record<string, unknown>;
  bosted?: Record<string, unknown>;
  mer?: Record<string, unknown>;
};

const createDokument = ({ etternavn = 'Havn', veg = {}, bosted = {}, mer = {} }: Avvik = {}) => ({
  navn: [{ erGjeldende: true, fornavn: 'A', etternavn }],
  bostedsadresse: [
    {
      erGjeldende: true,
      adressegradering: 'ugradert',
      vegadresse: {
        kommunenummer: '4601',
        adressenavn: 'Blåbærveien',
        adressenummer: { husnummer: '11' },
        bruksenhetsnummer: 'H0101',
        ...veg,
      },
      ...bosted,
    },
  ],
  ...mer,
});

const GATE = { adressenummer: { husnummer: '99' } };
const MATRIKKEL = {
  vegadresse: undefined,
  matrikkeladresse: { matrikkelnummer: { kommunenummer: '4601', gaardsnummer: 7, bruksnummer: 2 } },
};

test.each<[string, Avvik, string[]]>([
  ['the same home', {}, ['sammeAdresse', 'sammeEtternavn']],
  ['the same home, another name', { etternavn: 'Li' }, ['sammeAdresse']],
  [
    'letters of another size',
    { etternavn: 'HAVN', veg: { adressenavn: 'BLÅBÆRVEIEN' } },
    ['sammeAdresse', 'sammeEtternavn'],
  ],
  ['another home in the house', { etternavn: 'Li', veg: { bruksenhetsnummer: 'H0202' } }, ['naboadresse']],
  ['the house beside', { etternavn: 'Li', veg: { adressenummer: { husnummer: '13' } } }, ['naboadresse']],
  ['the house across', { etternavn: 'Li', veg: { adressenummer: { husnummer: '12' } } }, ['naboadresse']],
  ['three houses on', { etternavn: 'Li', veg: { adressenummer: { husnummer: '14' } } }, []],
  ['the same street elsewhere', { veg: { kommunenummer: '0301' } }, []],
  ['the name in the kommune', { veg: GATE }, ['sammeEtternavn']],
  ['an address that is past', { etternavn: 'Li', bosted: { erGjeldende: false } }, []],
  ['a farm', { etternavn: 'Li', bosted: MATRIKKEL }, []],
  [
    'nobody graded',
    { mer: { adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] } },
    [],
  ],
  ['nobody whose grading cannot be read', { mer: { adressebeskyttelse: [{ erGjeldende: true }] } }, []],
  [
    'nobody whose grading is spelt otherwise',
    { mer: { Adressebeskyttelse: [{ graderingsnivaa: 'fortrolig' }] } },
    [],
  ],
  ['no address that is a client’s', { bosted: { adressegradering: 'klientadresse' } }, []],
])('%s', (_, avvik, ventet) => {
  const [egne, sett] = [readKjennetegn(createDokument()), readSettKjennetegn(createDokument(avvik))];
  expect(listLikheter(egne, sett)).toEqual(ventet);
});

test('a graded user is compared with nobody, and a farm is its own neighbour only', () => {
  const gradert = createDokument({ mer: { adressebeskyttelse: [{ graderingsnivaa: 'strengtFortrolig' }] } });
  expect(listLikheter(readKjennetegn(gradert), readSettKjennetegn(createDokument()))).toEqual([]);
  const gaard = createDokument({ bosted: MATRIKKEL });
  expect(listLikheter(readKjennetegn(gaard), readSettKjennetegn(gaard))).toEqual([
    'sammeAdresse',
    'sammeEtternavn',
  ]);
});

test('a document that says nothing of these is like nobody, also another such', () => {
  expect(listLikheter(readKjennetegn({}), readSettKjennetegn({}))).toEqual([]);
});
