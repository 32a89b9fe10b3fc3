/** What stands in the way of an order: each rule alone, and none where there is none (P-07, Z-02, Z-03). */
import { expect, test } from 'vitest';
import shipped from '#config/formaal.json' with { type: 'json' };
import { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Bestilling } from './bestilling.ts';
import { decideBestilling } from './decide-bestilling.ts';
import { createBestilling, withUtvalg } from './test-bestilling.ts';

const formaalskatalog = Formaalskatalog.parse(shipped);
const RETTIGHETER = {
  roller: ['analytiker' as const],
  pakker: [...PAKKER],
  skjermingsrett: 'ingen' as const,
  skjermede: false,
};

function decide(bestilling: Bestilling, rettigheter: Partial<typeof RETTIGHETER> = {}) {
  return decideBestilling(bestilling, {
    rettigheter: { ...RETTIGHETER, ...rettigheter },
    formaalskatalog,
    iDag: '2026-11-21',
  });
}
const koder = (bestilling: Bestilling, rettigheter = {}) =>
  decide(bestilling, rettigheter).konflikter.map(({ kode, felt, verdi }) =>
    [kode, felt, verdi].filter((del) => del !== null).join(' '),
  );

test('an order that is right has nothing in its way, and asks for its fields and the grading only', () => {
  expect(decide(createBestilling())).toEqual({
    konflikter: [],
    deler: ['adressebeskyttelse', 'foedsel', 'bostedsadresse'],
  });
});

test('F-12: every order asks for the grading where the package has it, and never for nothing', () => {
  for (const pakke of PAKKER) {
    for (const innhold of [
      { slag: 'identifikatorer' as const },
      { slag: 'dokumenter' as const },
      { slag: 'felter' as const, felter: ['navn.fornavn'], perDato: null },
    ]) {
      const formaal = formaalskatalog.find(
        (et) => et.til.includes('uttrekk') && et.pakker.includes(pakke),
      )?.id;
      if (formaal === undefined) continue;
      const { deler } = decide(createBestilling({ pakke, innhold, formaal }));
      expect(deler.length, pakke).toBeGreaterThan(0);
      expect(expandDeler(pakke, deler).has('adressebeskyttelse'), `${pakke} ${innhold.slag}`).toBe(
        egenskaperFor(pakke).has('adressebeskyttelse'),
      );
    }
  }
});

test('a date asks for historikk as well', () => {
  const innhold = { slag: 'felter' as const, felter: ['foedsel.foedselsaar'], perDato: '2020-01-01' };
  expect(decide(createBestilling({ innhold })).deler).toEqual(['adressebeskyttelse', 'foedsel', 'historikk']);
});

test.each<[string, Bestilling, object, string[]]>([
  ['another role', createBestilling(), { roller: ['leder'] }, ['manglerRolle ']],
  ['a package not hers', createBestilling(), { pakker: ['finans'] }, ['manglerPakke pakke']],
  ['an unknown purpose', createBestilling({ formaal: 'nysgjerrighet' }), {}, ['ukjentFormaal formaal']],
  ['a purpose of oppslag', createBestilling({ formaal: 'bosted' }), {}, ['formaalIkkeTilDette formaal']],
  [
    'a purpose of other packages',
    createBestilling({ formaal: 'grunnopplysninger' }),
    {},
    ['formaalIkkeForPakken formaal'],
  ],
  ['no case', createBestilling({ saksreferanse: '' }), {}, ['manglerSaksreferanse saksreferanse']],
  [
    'a package without uttrekk',
    createBestilling({ pakke: 'presse', formaal: 'grunnopplysninger', innhold: { slag: 'identifikatorer' } }),
    {},
    ['manglerTjeneste kilde tilpasset'],
  ],
  [
    'komplett without the right to it',
    createBestilling({
      pakke: 'finans',
      formaal: 'grunnopplysninger',
      kilde: { slag: 'komplett', sekvensnummer: null },
      innhold: { slag: 'identifikatorer' },
    }),
    {},
    ['manglerTjeneste kilde komplett'],
  ],
  [
    'a year of death of the living',
    withUtvalg({ doedsaar: { fra: 2020, til: null } }),
    {},
    ['doedsaarUtenDoed kilde.utvalg.doedsaar'],
  ],
  [
    'a year to come',
    withUtvalg({ foedselsaar: { fra: 2027, til: null } }),
    {},
    ['aarIFremtiden kilde.utvalg.foedselsaar'],
  ],
  [
    'death before birth',
    withUtvalg({
      personstatustyper: ['doed'],
      foedselsaar: { fra: 1990, til: null },
      doedsaar: { fra: null, til: 1989 },
    }),
    {},
    ['doedFoerFoedt kilde.utvalg.doedsaar'],
  ],
  [
    'a kommune that never was',
    withUtvalg({ sted: { slag: 'opphold', kommuner: ['0301', '9998'] } }),
    {},
    ['ukjentKommune kilde.utvalg.sted.kommuner 9998'],
  ],
  [
    'a country that is none',
    withUtvalg({ statsborgerskap: 'QQQ' }),
    {},
    ['ukjentLand kilde.utvalg.statsborgerskap QQQ'],
  ],
  [
    'an unknown sivilstand',
    withUtvalg({ sivilstandstype: 'samboer' }),
    {},
    ['ukjentSivilstand kilde.utvalg.sivilstandstype samboer'],
  ],
  [
    'a field that is none',
    createBestilling({ innhold: { slag: 'felter', felter: ['alt'], perDato: null } }),
    {},
    ['ukjentFelt innhold.felter alt'],
  ],
  [
    'a field beyond the purpose',
    createBestilling({ innhold: { slag: 'felter', felter: ['navn.fornavn'], perDato: null } }),
    {},
    ['feltIkkeIFormaalet innhold.felter navn.fornavn'],
  ],
  [
    'a field beyond the package',
    createBestilling({
      pakke: 'finans',
      formaal: 'grunnopplysninger',
      innhold: { slag: 'felter', felter: ['oppholdstillatelse.type'], perDato: null },
    }),
    {},
    ['feltIkkeIPakken innhold.felter oppholdstillatelse.type'],
  ],
  [
    'a date to come',
    createBestilling({ innhold: { slag: 'felter', felter: ['foedsel.foedselsaar'], perDato: '2026-11-22' } }),
    {},
    ['datoIFremtiden innhold.perDato'],
  ],
  [
    'a date without historikk in the purpose',
    createBestilling({
      formaal: 'innkalling',
      innhold: { slag: 'felter', felter: ['navn.fornavn'], perDato: '2020-01-01' },
    }),
    {},
    ['historikkIkkeIFormaalet innhold.perDato'],
  ],
  [
    'documents in the cells of a sheet',
    createBestilling({ innhold: { slag: 'dokumenter' }, formater: ['csv', 'ndjson', 'xlsx'] }),
    {},
    ['formatPasserIkke formater xlsx'],
  ],
  [
    'the number of a person in a text',
    createBestilling({ navn: 'om 218180 12345', saksreferanse: '21.81.80.12345' }),
    {},
    ['personnummerITekst navn', 'personnummerITekst saksreferanse'],
  ],
])('refused: %s', (_, bestilling, rettigheter, ventet) => {
  expect(koder(bestilling, rettigheter)).toEqual(ventet);
});

test('everything that is wrong is told at once', () => {
  const { kilde } = withUtvalg({ statsborgerskap: 'QQQ', doedsaar: { fra: 2020, til: null } });
  expect(koder(createBestilling({ kilde, saksreferanse: '', formater: ['xlsx'] }))).toHaveLength(3);
});

test('a kommune and a country of earlier are known', () => {
  const utvalg = { sted: { slag: 'bosted' as const, kommuner: ['1601'] }, statsborgerskap: 'SUN' };
  expect(koder(withUtvalg(utvalg))).toEqual([]);
});
