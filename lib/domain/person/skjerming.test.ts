/** Z-05: each masking rule, by searching the whole view for strings that only the withheld values hold. */
import { expect, test } from 'vitest';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import type { PersonView } from './person-view.ts';
import { type Innsyn, maskPerson, STEDER } from './skjerming.ts';
import { createDokument } from './test-dokument.ts';
import { toPersonView } from './to-person-view.ts';
import { toFaner } from './view/faner.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function view(dokument: unknown, rett: Innsyn, spurtEtter: ReadonlySet<string> = alle): PersonView {
  return toPersonView(maskPerson(parsePerson(dokument), rett), {
    spurtEtter,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });
}

const M = { erGjeldende: true, kilde: 'KILDE' };
const FOER = { erGjeldende: false, kilde: 'KILDE' };

function vei(navn: string, gradering: string | undefined, meta: object = M) {
  return {
    ...meta,
    ...(gradering === undefined ? {} : { adressegradering: gradering }),
    vegadresse: { adressenavn: `HEMMELIG-${navn}`, kommunenummer: '4601', poststed: { postnummer: '5003' } },
    grunnkrets: 4711,
    adresseIdentifikatorFraMatrikkelen: `HEMMELIG-ID-${navn}`,
  };
}

/** A whole person; everything that tells a place of living holds HEMMELIG. */
function person(graderinger: readonly unknown[], tag = 'ugradert'): Record<string, unknown> {
  return {
    identifikasjonsnummer: [{ ...M, status: 'iBruk', foedselsEllerDNummer: '01890097401' }],
    navn: [{ ...M, aarsak: 'Adressebeskyttelse HEMMELIG', fornavn: 'MILD', etternavn: 'ELV' }],
    status: [{ ...M, kilde: 'Kripos HEMMELIG', status: 'bosatt' }],
    adressebeskyttelse: graderinger,
    bostedsadresse: [vei('NAA', tag), vei('FOER', tag, FOER)],
    deltBosted: [{ ...vei('DELT', tag), startdatoForKontrakt: '2020-01-01' }],
    oppholdsadresse: [
      { ...M, adressegradering: tag, utenlandskAdresse: { adressenavn: 'HEMMELIG UT', landkode: 'SE' } },
    ],
    postadresse: [vei('POST', tag), vei('POSTFOER', 'ugradert', FOER)],
    postadresseIUtlandet: [
      { ...M, adressegradering: tag, utenlandskAdresseIFrittFormat: { adresselinje: ['HEMMELIG POST UT'] } },
    ],
    preferertKontaktadresse: [
      { ...M, valg: 'postadresse', kontaktadresseIFrittFormat: { adresselinje: ['HEMMELIG P'] } },
    ],
    kontaktinformasjonForDoedsbo: [{ ...M, adresse: { adresselinje: ['HEMMELIG BO'], postnummer: '5003' } }],
    innflytting: [{ ...M, fraflyttingsstedIUtlandet: 'HEMMELIG INN' }],
    utflytting: [{ ...M, tilflyttingsstedIUtlandet: 'HEMMELIG UTFLYTTET' }],
    oppholdPaaSvalbard: [{ ...M, fraflyttingskommunenummer: '4601', startdato: '2020-02-02' }],
    vergemaalEllerFremtidsfullmakt: [{ ...M, vergemaaltype: 'voksen', embete: 'HEMMELIG embete' }],
    sivilstand: [{ ...M, sivilstand: 'gift', sted: 'Synlig kirke' }],
    nyEgenskap: [{ adresse: 'HEMMELIG NY' }],
  };
}

const rad = (graderingsnivaa: unknown, meta: object = M) => ({ ...meta, graderingsnivaa });
const hits = (v: PersonView, tekst: string | RegExp) =>
  [...JSON.stringify(v).matchAll(new RegExp(tekst, 'g'))].length;
/** What no view may hold for a protected person seen without the right. */
const SPOR =
  /HEMMELIG|4601|5003|4711|"SE"|Bergen|fortrolig"?,|strengtFortrolig|"skjermet":true|"skjermet"[,}]/i;

test('the search finds what it looks for in the view of a person without protection', () => {
  const sett = view(person([]), 'ingen');
  expect(hits(sett, 'HEMMELIG')).toBeGreaterThan(10);
  expect(hits(sett, '4601')).toBeGreaterThan(0);
  expect(hits(sett, SPOR)).toBeGreaterThan(20);
});

test.each<[string, readonly unknown[]]>([
  ['fortrolig', [rad('fortrolig')]],
  ['strengtFortrolig', [rad('strengtFortrolig')]],
  ['FORTROLIG in the legacy spelling', [rad('FORTROLIG')]],
  ['STRENGT_FORTROLIG in the legacy spelling', [rad('STRENGT_FORTROLIG')]],
  ['a grading that the portal does not know', [rad('HEMMELIGSTEMPLET')]],
  ['a row without a grading', [rad(undefined)]],
  ['a grading that cannot be read', [rad({ HEMMELIG: 1 })]],
  ['a row that is no object', ['HEMMELIG']],
  ['a second spelling of the grading', [{ ...rad('ugradert'), Graderingsnivaa: 'fortrolig' }]],
  ['a row without erGjeldende', [rad('fortrolig', {})]],
  [
    'such a row beside one that is current',
    [rad('ugradert'), rad('fortrolig', { opphoerstidspunkt: '2099-01-01T00:00:00Z' })],
  ],
  ['an erGjeldende that cannot be read', [rad('fortrolig', { erGjeldende: 'kanskje' })]],
])('Z-05: without the right, nothing of a place is in the view of a person with %s', (_, graderinger) => {
  const sett = view(person(graderinger), 'ingen');
  expect(hits(sett, SPOR)).toBe(0);
  expect(sett.bannere).toEqual([]);
  expect(hits(sett, 'Synlig kirke')).toBeGreaterThan(0);
});

test('Z-05: without the right, a protected person and one with nothing registered give the same view, to the byte', () => {
  for (const nivaa of ['fortrolig', 'strengtFortrolig', 'klientadresse']) {
    const vernet = person([rad(nivaa)], nivaa);
    const uregistrert = {
      ...Object.fromEntries(Object.entries(vernet).filter(([navn]) => !STEDER.some((sted) => sted === navn))),
      navn: [{ ...M, fornavn: 'MILD', etternavn: 'ELV' }],
      status: [{ erGjeldende: true, status: 'bosatt' }],
      vergemaalEllerFremtidsfullmakt: [{ ...M, vergemaaltype: 'voksen' }],
      adressebeskyttelse: [],
      nyEgenskap: [],
    };
    expect(JSON.stringify(view(vernet, 'ingen'))).toBe(JSON.stringify(view(uregistrert, 'ingen')));
  }
});

test('without the right, every place and adressebeskyttelse is neutral when empty, for anyone', () => {
  const seksjoner = view({ navn: [{ ...M, fornavn: 'A' }] }, 'ingen').seksjoner;
  for (const navn of [...STEDER, 'adressebeskyttelse']) {
    const seksjon = seksjoner.find(({ egenskap }) => egenskap === navn);
    expect([navn, seksjon?.tilstand, seksjon?.historikkTilstand]).toEqual([
      navn,
      'ingenOpplysninger',
      'ingenOpplysninger',
    ]);
  }
  expect(seksjoner.find(({ egenskap }) => egenskap === 'opphold')?.tilstand).toBe('ikkeRegistrert');
});

test('what was not asked for says so, whether the person is protected or not', () => {
  const uten = new Set(['navn']);
  const tilstand = (dokument: unknown) =>
    view(dokument, 'ingen', uten).seksjoner.find((s) => s.egenskap === 'bostedsadresse')?.tilstand;
  expect(tilstand(person([rad('strengtFortrolig')]))).toBe('ikkeSpurtEtter');
  expect(tilstand({})).toBe('ikkeSpurtEtter');
});

test('with the right, a fortrolig person has a banner, the grading, and addresses that are said to be withheld', () => {
  const sett = view(person([rad('fortrolig')], 'fortrolig'), 'fortrolig');
  expect(hits(sett, /HEMMELIG-|HEMMELIG (UT|POST|P|BO|INN|NY)|4601|5003|4711/)).toBe(0);
  expect(sett.bannere).toEqual([{ banner: 'fortrolig' }]);
  const adresser = toFaner(sett.seksjoner).find(({ fane }) => fane === 'adresser')?.seksjoner ?? [];
  expect(adresser[0]?.gjeldende[0]?.felter[0]?.verdi).toMatchObject({ kode: 'fortrolig', kjent: true });
  expect(adresser[1]?.tilstand).toBe('skjermet');
  expect(adresser[1]?.gjeldende).toEqual([
    { gjeldende: true, felter: [], metadata: [], fra: null, til: null, skjermet: true },
  ]);
  expect(adresser[1]?.historikk).toHaveLength(1);
  expect(hits(sett, 'HEMMELIG embete')).toBe(1);
  expect(sett.andre).toEqual([]);
});

test('with the right, strengtFortrolig stays withheld and only the current open postadresse is shown', () => {
  const sett = view(person([rad('strengtFortrolig')]), 'fortrolig');
  expect(sett.bannere).toEqual([{ banner: 'strengtFortrolig' }]);
  expect(hits(sett, 'HEMMELIG-(NAA|FOER|DELT|POSTFOER|ID-NAA)')).toBe(0);
  expect(hits(sett, 'HEMMELIG (UT|POST|P|BO|INN|NY|embete)')).toBe(0);
  expect(hits(sett, 'HEMMELIG-POST"')).toBeGreaterThan(0);
});

test.each(['fortrolig', 'strengtFortrolig', 'klientadresse', 'KLIENTADRESSE', 'nyGrad'])(
  'an address tagged %s on a person without grading is withheld alone',
  (tag) => {
    const dokument = {
      ...person([]),
      bostedsadresse: [
        vei('TAGGET', tag),
        { ...FOER, adressegradering: 'ugradert', vegadresse: { adressenavn: 'AAPEN' } },
      ],
      nyEgenskap: [],
    };
    for (const rett of ['ingen', 'fortrolig'] as const) {
      const sett = view(dokument, rett);
      expect(hits(sett, 'TAGGET')).toBe(0);
      expect(hits(sett, 'AAPEN')).toBeGreaterThan(0);
      expect(hits(sett, 'HEMMELIG-POST"')).toBeGreaterThan(0);
      expect(hits(sett, '"skjermet":true') > 0).toBe(rett === 'fortrolig');
      expect(sett.bannere).toEqual([]);
    }
  },
);

test('an address without a tag is shown, and one whose tag cannot be read is not', () => {
  const uten = { bostedsadresse: [vei('A', undefined)] };
  expect(hits(view(uten, 'ingen'), 'HEMMELIG-A')).toBeGreaterThan(0);
  const ulesbar = { bostedsadresse: [{ ...vei('A', undefined), adressegradering: { nivaa: 'x' } }] };
  expect(hits(view(ulesbar, 'fortrolig'), 'HEMMELIG')).toBe(0);
});

test('a grading of the past shows current addresses, and its own row only with the right', () => {
  const dokument = {
    ...person([rad('fortrolig', FOER)]),
    bostedsadresse: [vei('NAA', 'ugradert'), vei('DA', 'fortrolig', FOER)],
  };
  const uten = view(dokument, 'ingen');
  expect(hits(uten, 'HEMMELIG-NAA')).toBeGreaterThan(0);
  expect(hits(uten, 'HEMMELIG-DA')).toBe(0);
  expect(hits(uten, '"fortrolig"')).toBe(0);
  expect(hits(uten, 'HEMMELIG NY')).toBe(0);
  expect(uten.bannere).toEqual([]);
  const med = view(dokument, 'fortrolig');
  expect(hits(med, '"fortrolig"')).toBe(1);
  expect(hits(med, 'HEMMELIG-DA')).toBe(0);
});

test('unknown fields are withheld from everyone for a person who was graded once, though nothing else is', () => {
  for (const rett of ['ingen', 'fortrolig'] as const) {
    const sett = view(person([rad('fortrolig', FOER)]), rett);
    expect(sett.andre).toEqual([]);
    expect(hits(sett, 'HEMMELIG-NAA')).toBeGreaterThan(0);
  }
  expect(hits(view(person([rad('ugradert')]), 'ingen'), 'HEMMELIG NY')).toBe(1);
});

test('free text of the register that speaks of protection is withheld from those without the right', () => {
  expect(hits(view(person([]), 'ingen'), 'Adressebeskyttelse HEMMELIG|Kripos')).toBe(0);
  expect(hits(view(person([]), 'fortrolig'), 'Adressebeskyttelse HEMMELIG|Kripos')).toBeGreaterThan(1);
});

test('60 random documents: a graded person shows no value of any place without the right', () => {
  for (let froe = 1; froe <= 60; froe += 1) {
    const dokument: Record<string, object[]> = {
      ...createDokument(froe),
      adressebeskyttelse: [rad('fortrolig')],
    };
    const hemmelig = STEDER.flatMap((sted) => [
      ...JSON.stringify(dokument[sted] ?? []).matchAll(/Tekst\d+z/g),
    ]);
    const sett = JSON.stringify(view(dokument, 'ingen'));
    expect(
      hemmelig.filter(([verdi]) => sett.includes(`"${verdi}"`) || sett.includes(` ${verdi}`)),
      `seed ${froe}`,
    ).toEqual([]);
  }
});

/** How many values of a place the view holds in clear. */
const count = (sett: PersonView) => hits(sett, /HEMMELIG-/);

test('avdekket: the places of a fortrolig person and a klientadresse are shown, the history too', () => {
  const fortrolig = view(person([rad('fortrolig')], 'fortrolig'), 'avdekket');
  expect(count(fortrolig)).toBe(count(view(person([]), 'fortrolig')));
  expect(count(fortrolig)).toBeGreaterThan(5);
  expect(fortrolig.bannere).toEqual([{ banner: 'fortrolig' }]);
  expect(count(view(person([], 'klientadresse'), 'avdekket'))).toBe(count(fortrolig));
});

test('Z-05: avdekket shows nothing of strengt fortrolig, of an unknown grading, or of one that cannot be read', () => {
  for (const dokument of [
    person([rad('strengtFortrolig')], 'fortrolig'),
    person([rad('fortrolig'), rad('strengtFortrolig')], 'fortrolig'),
    person([rad('nyttNivaa')], 'fortrolig'),
    person([rad('fortrolig')], 'strengtFortrolig'),
    person([rad('fortrolig')], 'nyttNivaa'),
    { ...person([rad('fortrolig')], 'fortrolig'), adressebeskyttelse: [{ ...M, graderingsnivaa: { a: 1 } }] },
  ]) {
    expect(count(view(dokument, 'avdekket'))).toBe(0);
  }
});
