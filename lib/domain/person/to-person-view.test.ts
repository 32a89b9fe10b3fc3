/** The head, the banners, the states of a section and the order of its entries. */
import { expect, test } from 'vitest';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { FANER, type PersonView, type Seksjon } from './person-view.ts';
import { maskPerson } from './skjerming.ts';
import { toPersonView, type ViewValg } from './to-person-view.ts';
import { EGENSKAPER_I_FANE, toFaner } from './view/faner.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);
const VALG: ViewValg = {
  spurtEtter: alle,
  iPakken: alle,
  historikk: () => 'verdi',
  forespurtNummer: null,
  naa: new Date('2026-11-21T12:00:00Z'),
};
const view = (dokument: unknown, valg: Partial<ViewValg> = {}): PersonView =>
  toPersonView(maskPerson(parsePerson(dokument), 'fortrolig'), { ...VALG, ...valg });

function seksjon(sett: PersonView, egenskap: string): Seksjon {
  const funnet = sett.seksjoner.find((s) => s.egenskap === egenskap);
  if (funnet === undefined) throw new Error(`no section ${egenskap}`);
  return funnet;
}

const M = { erGjeldende: true };
const FOER = { erGjeldende: false };

test('every egenskap of the model lies in a tab besides Oversikt', () => {
  const plassert = FANER.filter((fane) => fane !== 'oversikt').flatMap((fane) => EGENSKAPER_I_FANE[fane]);
  expect(EGENSKAPER.filter((egenskap) => !plassert.includes(egenskap))).toEqual([]);
});

test('the head has the name as registered, the number in use, and the age from foedsel, not from the number', () => {
  const { hode } = view({
    navn: [{ ...M, fornavn: 'Åse-Lill', mellomnavn: 'VAN', etternavn: 'elv' }],
    identifikasjonsnummer: [
      { ...FOER, status: 'opphoert', foedselsEllerDNummer: '41890098765' },
      { ...M, status: 'iBruk', foedselsEllerDNummer: '01890097401' },
    ],
    foedsel: [{ ...M, foedselsdato: '2000-11-22', foedselsaar: '2000' }],
  });
  expect(hode).toEqual({
    navn: 'Åse-Lill VAN elv',
    identifikasjonsnummer: '01890097401',
    foedselsdato: '2000-11-22',
    foedselsaar: '2000',
    alder: 25,
    merker: ['flereIdentifikasjonsnummer'],
  });
});

test.each([
  ['the day before', '2000-11-22', 25],
  ['the birthday itself', '2000-11-21', 26],
  ['a date in the future', '2027-01-01', null],
  ['an unpadded date', '2000-1-1', 26],
  ['no date', 'ukjent', null],
])('age on %s', (_, foedselsdato, alder) => {
  expect(view({ foedsel: [{ ...M, foedselsdato }] }).hode.alder).toBe(alder);
});

test('age changes at midnight in Norway', () => {
  const foedsel = [{ ...M, foedselsdato: '2000-11-22' }];
  expect(view({ foedsel }, { naa: new Date('2026-11-21T22:59:00Z') }).hode.alder).toBe(25);
  expect(view({ foedsel }, { naa: new Date('2026-11-21T23:00:00Z') }).hode.alder).toBe(26);
});

test('a dead person has no age, and a banner with the date when there is one', () => {
  const foedsel = [{ ...M, foedselsdato: '1950-01-01' }];
  const medDato = view({ foedsel, doedsfall: { ...M, doedsdato: '2020-02-02' } });
  expect([medDato.hode.alder, medDato.bannere]).toEqual([
    null,
    [{ banner: 'doed', doedsdato: '2020-02-02' }],
  ]);
  const utenDato = view({ foedsel, status: [{ ...M, status: 'doed' }], doedsfall: M });
  expect(utenDato.bannere).toEqual([{ banner: 'doed', doedsdato: null }]);
  expect(utenDato.hode.merker).toEqual(['doed']);
  expect(view({ foedsel, doedsfall: { ...FOER, doedsdato: '2020-02-02' } }).hode.alder).toBe(76);
});

test('an opphørt person without name and birth has a head, a mark and a banner', () => {
  const sett = view({
    identifikasjonsnummer: [{ ...M, status: 'opphoert', foedselsEllerDNummer: '01890097401' }],
    status: [{ ...M, status: 'opphoert' }],
  });
  expect(sett.hode).toMatchObject({
    navn: null,
    foedselsdato: null,
    foedselsaar: null,
    alder: null,
    merker: ['opphoert'],
  });
  expect(sett.bannere).toEqual([{ banner: 'opphoert' }]);
});

test('a person with a birth year only has no age and no invented date', () => {
  expect(view({ foedsel: [{ ...M, foedselsaar: '1950' }] }).hode).toMatchObject({
    foedselsdato: null,
    foedselsaar: '1950',
    alder: null,
  });
});

test('the banner about another number comes only when the current number differs from the one asked for', () => {
  const dokument = {
    identifikasjonsnummer: [{ ...M, status: 'iBruk', foedselsEllerDNummer: '01890097401' }],
  };
  const bannere = (forespurtNummer: string | null, d: unknown = dokument) =>
    view(d, { forespurtNummer }).bannere;
  expect(bannere('41890098765')).toEqual([{ banner: 'annetNummer' }]);
  expect(bannere('01890097401')).toEqual([]);
  expect(bannere(null)).toEqual([]);
  expect(bannere('41890098765', {})).toEqual([]);
});

test('a false identity has banner and mark unless the register denies it', () => {
  expect(view({ falskIdentitet: { erFalsk: true } }).bannere).toEqual([{ banner: 'falskIdentitet' }]);
  expect(view({ falskIdentitet: { rettIdentitetErUkjent: true } }).hode.merker).toEqual(['falskIdentitet']);
  expect(view({ falskIdentitet: { erFalsk: false } }).bannere).toEqual([]);
});

test.each([
  ['voksen', ['underVergemaal']],
  ['nyType', ['underVergemaal']],
  ['stadfestetFremtidsfullmakt', []],
  ['forvaltningUtenforVergemaal', []],
])('vergemaaltype %s gives the marks %j', (vergemaaltype, merker) => {
  expect(view({ vergemaalEllerFremtidsfullmakt: [{ ...M, vergemaaltype }] }).hode.merker).toEqual(merker);
});

test('current and historical entries are sorted newest first, undated ones last, whatever the delivered order', () => {
  const navn = (fornavn: string, dato: string | undefined, meta: object) => ({
    ...meta,
    fornavn,
    ...(dato === undefined ? {} : { gyldighetstidspunkt: dato }),
  });
  const sett = seksjon(
    view({
      navn: [
        navn('gammel', '2001-01-01T00:00:00+01:00', FOER),
        navn('udatert', undefined, FOER),
        navn('nyest', '2020-01-01T00:00:00.123456789Z', M),
        navn('midt', '2010-06-01T00:00:00+02:00', FOER),
        navn('rar', 'i fjor', FOER),
      ],
    }),
    'navn',
  );
  const fornavn = (oppfoeringer: Seksjon['gjeldende']) =>
    oppfoeringer.map(({ felter }) =>
      felter.map(({ verdi }) => (verdi.slag === 'tekst' ? verdi.tekst : '')).join(),
    );
  expect(fornavn(sett.gjeldende)).toEqual(['nyest']);
  expect(fornavn(sett.historikk)).toEqual(['midt', 'gammel', 'udatert', 'rar']);
});

test('a period is the egenskap’s own dates, else those of the metadata, and never guessed', () => {
  const sett = view({
    opphold: [
      {
        ...M,
        oppholdFra: '2020-01-01',
        oppholdTil: '2022-01-01',
        gyldighetstidspunkt: '2019-12-01T00:00:00Z',
      },
    ],
    navn: [{ ...FOER, fornavn: 'A', gyldighetstidspunkt: '2000-01-01T00:00:00Z' }],
  });
  expect(seksjon(sett, 'opphold').gjeldende[0]).toMatchObject({ fra: '2020-01-01', til: '2022-01-01' });
  expect(seksjon(sett, 'navn').historikk[0]).toMatchObject({ fra: '2000-01-01T00:00:00Z', til: null });
});

test('an empty section says why: not in the package before not asked for before not registered', () => {
  const uten = (navn: string) => new Set([...alle].filter((egenskap) => egenskap !== navn));
  const tilstand = (valg: Partial<ViewValg>, dokument: unknown = {}) =>
    seksjon(view(dokument, valg), 'opphold').tilstand;
  expect(tilstand({})).toBe('ikkeRegistrert');
  expect(tilstand({ spurtEtter: uten('opphold') })).toBe('ikkeSpurtEtter');
  expect(tilstand({ spurtEtter: uten('opphold'), iPakken: uten('opphold') })).toBe('ikkeIPakken');
  expect(tilstand({ iPakken: uten('opphold') }, { opphold: [{ ...M, oppholdFra: '2020-01-01' }] })).toBe(
    'verdi',
  );
});

test('history says why there is none to show', () => {
  const dokument = { opphold: [{ ...M, oppholdFra: '2020-01-01' }] };
  for (const tilstand of ['verdi', 'ikkeIPakken', 'ikkeSpurtEtter'] as const) {
    expect(seksjon(view(dokument, { historikk: () => tilstand }), 'opphold').historikkTilstand).toBe(
      tilstand,
    );
  }
});

test('an element of metadata alone is still an entry', () => {
  const sett = view({ fratattRettsligHandleevne: [{ ...M, kilde: 'K' }] });
  expect(seksjon(sett, 'fratattRettsligHandleevne').gjeldende[0]?.metadata).toEqual([
    { felt: 'kilde', verdi: { slag: 'tekst', tekst: 'K' } },
  ]);
  expect(sett.hode.merker).toEqual(['fratattRettsligHandleevne']);
});

test('Oversikt shows current entries of the same sections, and counts the family instead of listing it', () => {
  const rolle = (relatertPersonsRolle: string, meta: object) => ({ ...meta, relatertPersonsRolle });
  const sett = view({
    navn: [
      { ...M, fornavn: 'A' },
      { ...FOER, fornavn: 'B' },
    ],
    familierelasjon: [
      rolle('barn', M),
      rolle('barn', M),
      rolle('barn', FOER),
      rolle('mor', M),
      rolle('tante', M),
    ],
  });
  const oversikt = toFaner(sett.seksjoner)[0]?.seksjoner ?? [];
  expect(oversikt[0]?.gjeldende).toEqual(seksjon(sett, 'navn').gjeldende);
  expect(oversikt.every(({ historikk }) => historikk.length === 0)).toBe(true);
  expect(oversikt.find(({ egenskap }) => egenskap === 'familierelasjon')?.gjeldende[0]?.felter).toEqual([
    { felt: 'antall.mor', verdi: { slag: 'heltall', tall: 1 } },
    { felt: 'antall.barn', verdi: { slag: 'heltall', tall: 2 } },
    { felt: 'antall.andre', verdi: { slag: 'heltall', tall: 1 } },
  ]);
});

test('what the portal does not know stands under andre with its path', () => {
  expect(view({ nytt: { a: 1 }, foedselINorge: [{ rekkefoelgenummer: 'x' }] }).andre).toEqual([
    { sti: 'nytt.a', verdi: '1' },
    { sti: 'foedselINorge[0].rekkefoelgenummer', verdi: 'x' },
  ]);
});

test('a municipality has the name of the year of the entry, and of the birth where it is a birth', () => {
  const navn = (dokument: object, egenskap: string) =>
    seksjon(view(dokument), egenskap).gjeldende[0]?.felter.find(({ verdi }) => verdi.slag === 'navngitt')
      ?.verdi;
  const ukjentBosted = { bostedskommune: '1806' };
  const bosted = (dag: string) => ({ bostedsadresse: [{ ...M, ukjentBosted, flyttedato: dag }] });
  expect(navn(bosted('1955-01-01'), 'bostedsadresse')).toMatchObject({ kode: '1806', navn: 'Svolvær' });
  expect(navn(bosted('2020-01-01'), 'bostedsadresse')).toMatchObject({ kode: '1806', navn: 'Narvik' });
  const foedsel = [
    {
      ...M,
      foedselsdato: '1940-01-01',
      foedekommuneINorge: '1806',
      gyldighetstidspunkt: '2020-01-01T00:00:00Z',
    },
  ];
  expect(navn({ foedsel }, 'foedsel')).toMatchObject({ navn: 'Svolvær' });
});
