import { expect, it } from 'vitest';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { createFlat } from './flat-person.ts';
import { getUttrekksfelter, UTTREKKSFELTER } from './uttrekksfelter.ts';

const NUMMER = '12838442208';
const DOKUMENT = {
  identifikasjonsnummer: [
    {
      erGjeldende: true,
      foedselsEllerDNummer: '52838442290',
      status: 'opphoert',
      identifikatortype: 'dNummer',
    },
    { erGjeldende: true, foedselsEllerDNummer: NUMMER, status: 'iBruk', identifikatortype: 'foedselsnummer' },
  ],
  navn: [
    {
      erGjeldende: true,
      gyldighetstidspunkt: '2015-06-01T00:00:00+02:00',
      fornavn: 'Kari',
      mellomnavn: 'Mo',
      etternavn: 'Lie',
    },
    {
      erGjeldende: false,
      gyldighetstidspunkt: '1984-03-12T00:00:00+01:00',
      fornavn: 'Kari',
      etternavn: 'Mo',
    },
  ],
  foedsel: [{ erGjeldende: true, foedselsdato: '1984-03-12', foedekommuneINorge: '1201' }],
  statsborgerskap: [
    { erGjeldende: true, gyldighetstidspunkt: '1984-03-12T00:00:00+01:00', statsborgerskap: 'SWE' },
    { erGjeldende: true, gyldighetstidspunkt: '2001-03-12T00:00:00+01:00', statsborgerskap: 'NOR' },
  ],
  familierelasjon: [
    { erGjeldende: true, relatertPersonsRolle: 'barn', relatertPerson: '01912099999' },
    { erGjeldende: true, relatertPersonsRolle: 'mor', relatertPerson: '02815599999' },
    { erGjeldende: true, relatertPersonsRolle: 'barn', relatertPerson: '03912299999' },
  ],
  bostedsadresse: [
    {
      erGjeldende: true,
      flyttedato: '2019-05-05',
      gyldighetstidspunkt: '2019-05-05T00:00:00+02:00',
      grunnkrets: 307,
      vegadresse: {
        kommunenummer: '0301',
        adressenavn: 'Storgata',
        adressenummer: { husnummer: '7', husbokstav: 'B' },
        bruksenhetsnummer: 'H0101',
        poststed: { postnummer: '0155', poststedsnavn: 'OSLO' },
      },
    },
    {
      erGjeldende: false,
      flyttedato: '1999-01-01',
      gyldighetstidspunkt: '1999-01-01T00:00:00+01:00',
      matrikkeladresse: { matrikkelnummer: { kommunenummer: '1201', gaardsnummer: 7, bruksnummer: 12 } },
    },
  ],
};

function read(ider: string[], perDato: string | null = null, dokument: object = DOKUMENT) {
  const flat = createFlat(getUttrekksfelter(ider), 'offentlig-med-hjemmel', perDato);
  return flat(maskPerson(parsePerson(dokument), 'ingen').person);
}

it('reads what is current, the number in use and the newest first', () => {
  expect(
    read([
      'nummer.identifikasjonsnummer',
      'navn.heltNavn',
      'foedsel.foedselsaar',
      'foedsel.foedekommunenavn',
      'statsborgerskap.statsborgerskap',
      'statsborgerskap.land',
      'familie.mor',
      'familie.far',
      'familie.barn',
    ]),
  ).toEqual([
    NUMMER,
    'Kari Mo Lie',
    '1984',
    'Bergen',
    'NOR | SWE',
    'Norge',
    '02815599999',
    null,
    '01912099999 | 03912299999',
  ]);
});

it('reads an address with a street and one with a matrikkel into the same columns', () => {
  const ider = [
    'adressetype',
    'adressenavn',
    'husnummer',
    'husbokstav',
    'matrikkelnummer',
    'postnummer',
    'kommunenummer',
    'kommunenavn',
    'fraDato',
    'grunnkrets',
  ].map((id) => `bosted.${id}`);
  expect(read(ider)).toEqual([
    'vegadresse',
    'Storgata',
    '7',
    'B',
    null,
    '0155',
    '0301',
    'Oslo',
    '2019-05-05',
    '0307',
  ]);
  expect(read(ider, '2010-01-01')).toEqual([
    'matrikkeladresse',
    null,
    null,
    null,
    '7/12',
    null,
    '1201',
    'Bergen',
    '1999-01-01',
    null,
  ]);
});

it('reads what held on the day, and nothing from before there was anything', () => {
  expect(read(['navn.etternavn', 'statsborgerskap.statsborgerskap'], '2000-01-01')).toEqual(['Mo', 'SWE']);
  expect(read(['navn.etternavn', 'statsborgerskap.statsborgerskap'], '2020-01-01')).toEqual([
    'Lie',
    'NOR | SWE',
  ]);
  expect(read(['navn.etternavn', 'bosted.kommunenummer'], '1980-01-01')).toEqual([null, null]);
});

it('leaves a withheld address as empty as one that never was', () => {
  const [foerste] = DOKUMENT.bostedsadresse;
  const skjult = { ...DOKUMENT, bostedsadresse: [{ ...foerste, adressegradering: 'klientadresse' }] };
  const { bostedsadresse: _, ...uten } = DOKUMENT;
  const ider = UTTREKKSFELTER.map(({ id }) => id);
  expect(read(ider, null, skjult)).toEqual(read(ider, null, uten));
});

it('gives nothing of what the package does not have', () => {
  const flat = (pakke: 'offentlig-uten-hjemmel' | 'offentlig-med-hjemmel') =>
    createFlat(getUttrekksfelter(['familie.mor', 'navn.etternavn']), pakke, null)(parsePerson(DOKUMENT));
  expect(flat('offentlig-med-hjemmel')).toEqual(['02815599999', 'Lie']);
  expect(flat('offentlig-uten-hjemmel')).toEqual([null, 'Lie']);
});
