/** Tolerant reading: each oddity that freg-contract.md section 8.4 lists, and hostile documents. */
import { expect, test } from 'vitest';
import { parsePerson, UgyldigPersondokument } from './parse-person.ts';

const les = (dokument: unknown) => parsePerson(dokument);

test('an unknown field is kept with its path, at the top and inside an element', () => {
  const { ukjent, egenskaper } = les({
    nyEgenskap: { a: [{ b: 1 }] },
    navn: [{ fornavn: 'MILD', hendelsedataId: 'h1', originaltNavn: { kallenavn: 'x' } }],
  });
  expect(ukjent).toEqual([
    { sti: 'nyEgenskap.a[0].b', verdi: '1' },
    { sti: 'navn[0].hendelsedataId', verdi: 'h1' },
    { sti: 'navn[0].originaltNavn.kallenavn', verdi: 'x' },
  ]);
  expect(egenskaper.navn?.[0]?.fornavn).toBe('MILD');
});

test('an unknown code is kept as delivered', () => {
  expect(les({ status: [{ status: 'nyStatus' }] }).egenskaper.status?.[0]?.status).toBe('nyStatus');
});

test.each([
  ['STRENGT_FORTROLIG', 'strengtFortrolig'],
  ['UGRADERT', 'ugradert'],
  ['Klientadresse', 'klientadresse'],
  ['strengt fortrolig', 'strengtFortrolig'],
])('the legacy spelling %s is read as %s', (skrevet, lest) => {
  expect(
    les({ bostedsadresse: [{ adressegradering: skrevet }] }).egenskaper.bostedsadresse?.[0]?.adressegradering,
  ).toBe(lest);
});

test('numbers are read where text is expected, with the leading zeros of the register', () => {
  const { egenskaper, avvik } = les({
    identifikasjonsnummer: { foedselsEllerDNummer: 1890097401 },
    foedsel: { foedselsaar: 1990, foedekommuneINorge: 301 },
    bostedsadresse: { vegadresse: { poststed: { postnummer: 151 }, adressenummer: { husnummer: 7 } } },
  });
  expect(egenskaper.identifikasjonsnummer?.[0]?.foedselsEllerDNummer).toBe('01890097401');
  expect(egenskaper.foedsel?.[0]).toMatchObject({ foedselsaar: '1990', foedekommuneINorge: '0301' });
  expect(egenskaper.bostedsadresse?.[0]?.vegadresse).toMatchObject({
    poststed: { postnummer: '0151' },
    adressenummer: { husnummer: '7' },
  });
  expect(avvik).toEqual([]);
});

test('text is read where numbers and booleans are expected', () => {
  const { egenskaper } = les({
    foedselINorge: [{ rekkefoelgenummer: '21', erGjeldende: 'TRUE' }],
    oppholdsadresse: [{ adressenErUkjent: 'false' }],
  });
  expect(egenskaper.foedselINorge?.[0]).toMatchObject({ rekkefoelgenummer: 21, erGjeldende: true });
  expect(egenskaper.oppholdsadresse?.[0]?.adressenErUkjent).toBe(false);
});

test('empty text, null and empty lists are no values', () => {
  const { egenskaper, avvik, ukjent } = les({
    navn: [{ fornavn: 'A', mellomnavn: '', etternavn: '  ', forkortetNavn: null }],
    kjoenn: [],
    status: null,
    sivilstand: '',
  });
  expect(egenskaper.navn).toEqual([{ fornavn: 'A', erGjeldende: true }]);
  expect(Object.keys(egenskaper)).toEqual(['navn']);
  expect([avvik, ukjent]).toEqual([[], []]);
});

test('keys are found in any case', () => {
  const { egenskaper } = les({
    RettsligHandleevne: [{ rettsligHandleevneomfang: 'begrenset' }],
    utlendingsmyndighetenesidentifikasjonsnummer: [{ identifikasjonsnummer: 'D1' }],
    NAVN: [{ FORNAVN: 'A' }],
  });
  expect(egenskaper.rettsligHandleevne).toHaveLength(1);
  expect(egenskaper.utlendingsmyndighetenesIdentifikasjonsnummer?.[0]?.identifikasjonsnummer).toBe('D1');
  expect(egenskaper.navn?.[0]?.fornavn).toBe('A');
});

test('two spellings of one list are joined, and of one field the second is kept as unknown', () => {
  const { egenskaper, ukjent } = les({
    rettsligHandleevne: [{ kilde: 'a' }],
    RettsligHandleevne: [{ kilde: 'b' }],
    kjoenn: [{ kjoenn: 'mann', Kjoenn: 'kvinne' }],
  });
  expect(egenskaper.rettsligHandleevne?.map(({ kilde }) => kilde)).toEqual(['a', 'b']);
  expect(egenskaper.kjoenn?.[0]?.kjoenn).toBe('mann');
  expect(ukjent).toEqual([{ sti: 'kjoenn[0].Kjoenn', verdi: 'kvinne' }]);
});

test('a single object is read where a list is expected, and a list where one is expected', () => {
  const { egenskaper } = les({
    navn: { fornavn: 'A' },
    doedsfall: { doedsdato: '2020-01-01' },
    falskIdentitet: [{ erFalsk: true }],
    bostedsadresse: [{ vegadresse: [{ adressenavn: 'Mildveien' }] }],
    brukAvSamiskSpraak: [{ spraak: 'nordsamisk' }],
  });
  expect(egenskaper.navn?.[0]?.fornavn).toBe('A');
  expect(egenskaper.doedsfall?.[0]?.doedsdato).toBe('2020-01-01');
  expect(egenskaper.falskIdentitet?.[0]?.erFalsk).toBe(true);
  expect(egenskaper.bostedsadresse?.[0]?.vegadresse?.adressenavn).toBe('Mildveien');
  expect(egenskaper.brukAvSamiskSpraak?.[0]?.spraak).toEqual(['nordsamisk']);
});

test('one odd element never loses the rest: what cannot be read is kept with its path', () => {
  const { egenskaper, avvik } = les({
    navn: ['ikke et navn', { fornavn: 'A', etternavn: { del: 'B' } }, 7],
    foedselINorge: [{ rekkefoelgenummer: 'elleve' }],
    bostedsadresse: [{ vegadresse: [{ adressenavn: 'En' }, { adressenavn: 'To' }] }],
  });
  expect(egenskaper.navn).toEqual([{ fornavn: 'A', erGjeldende: true }]);
  expect(egenskaper.bostedsadresse?.[0]?.vegadresse?.adressenavn).toBe('En');
  expect(avvik).toEqual([
    { sti: 'navn[0]', verdi: 'ikke et navn' },
    { sti: 'navn[1].etternavn.del', verdi: 'B' },
    { sti: 'navn[2]', verdi: '7' },
    { sti: 'foedselINorge[0].rekkefoelgenummer', verdi: 'elleve' },
    { sti: 'bostedsadresse[0].vegadresse[1].adressenavn', verdi: 'To' },
  ]);
});

test('a missing erGjeldende means current, unless the element has ended or another one is current', () => {
  const { egenskaper } = les({
    navn: [{ fornavn: 'A' }, { fornavn: 'B', opphoerstidspunkt: '2020-01-01T00:00:00Z' }],
    status: [{ status: 'bosatt', erGjeldende: true }, { status: 'utflyttet' }],
  });
  expect(egenskaper.navn?.map(({ erGjeldende }) => erGjeldende)).toEqual([true, false]);
  expect(egenskaper.status?.map(({ erGjeldende }) => erGjeldende)).toEqual([true, false]);
});

test.each([[null], ['tekst'], [12], [[]], [undefined]])('%j at the top is no person', (topp) => {
  expect(() => les(topp)).toThrow(UgyldigPersondokument);
});

test('prototype keys are unknown fields like any other', () => {
  const { ukjent, egenskaper } = les(
    JSON.parse(
      '{"__proto__":{"navn":[{"fornavn":"X"}]},"constructor":"c","navn":[{"__proto__":{"y":1},"toString":"t"}]}',
    ),
  );
  expect(ukjent.map(({ sti }) => sti)).toEqual([
    '__proto__.navn[0].fornavn',
    'constructor',
    'navn[0].__proto__.y',
    'navn[0].toString',
  ]);
  expect(egenskaper.navn).toEqual([{ erGjeldende: true }]);
  expect(Object.hasOwn(Object.prototype, 'navn')).toBe(false);
});

test('a document nested a hundred thousand levels deep is read, and its value kept', () => {
  const dyp = JSON.parse(`${'['.repeat(100_000)}"dypt"${']'.repeat(100_000)}`);
  const { ukjent, avvik } = les({ ny: dyp, navn: dyp, status: [{ status: dyp }] });
  expect([...ukjent, ...avvik].map(({ verdi }) => verdi)).toEqual(['dypt', 'dypt', 'dypt']);
  expect(Math.max(...[...ukjent, ...avvik].map(({ sti }) => sti.length))).toBeLessThan(200);
});

test('reading is linear: ten times the elements take far less than a hundred times the time', () => {
  const dokument = (antall: number) => ({
    navn: Array.from({ length: antall }, (_, i) => ({
      fornavn: `N${i}`,
      ny: [{ a: i }],
      etternavn: ['x', 'y'],
    })),
    status: [{ status: 'S'.repeat(antall * 100) }],
  });
  /** The best of three, in milliseconds of work and not of the clock: other work on the machine is none of ours. */
  const maal = (antall: number): number => {
    const inn = dokument(antall);
    const tider = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      expect(les(inn).egenskaper.navn).toHaveLength(antall);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    });
    return Math.min(...tider);
  };
  const liten = Math.max(maal(1_000), 2);
  expect(maal(10_000)).toBeLessThan(liten * 60);
});
