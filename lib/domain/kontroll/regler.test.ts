/** D-01, D-03, D-05, D-08, D-10: each rule finds its snooper and explains why, and leaves the honest neighbour of each alone. */
import { describe, expect, test } from 'vitest';
import type { RegelId } from './sak.ts';
import type { Spor } from './spor.ts';
import { createSpor, DOEGN, etter, TEST_VALG } from './test-kontor.ts';
import { SNOKER, SNOKS_INNLOGGING, toGrunnlag } from './test-snoker.ts';
import { listRegler } from './vurder-spor.ts';

const REGLER = listRegler(new Set(['lokke']));

/** What one rule finds when all these are new. */
function find(id: RegelId, spor: readonly Spor[]) {
  const regel = REGLER.find((en) => en.id === id);
  return regel?.find(toGrunnlag(spor, spor), TEST_VALG) ?? [];
}

test('every rule has an id of its own, a version and a weight', () => {
  expect(REGLER.map(({ id }) => id).toSorted()).toEqual(Object.keys(TEST_VALG.vekter).toSorted());
  for (const { versjon } of REGLER) expect(versjon).toBeGreaterThan(0);
});

/** The behaviour of D-03 and the uttrekk of D-08; the others have their own requirements. */
const KRAV: Partial<Record<string, string>> = {
  mangePersoner: 'D-03',
  flereEnnAndre: 'D-03',
  flereEnnEllers: 'D-03',
  stoet: 'D-03',
  utenforArbeidstid: 'D-03',
  nyNettleser: 'D-03',
  nyttForsoek: 'D-03',
  avvistHosAnnen: 'D-03',
  liteUttrekk: 'D-08',
  gjentattNedlasting: 'D-08',
  bestiltEtterAvslag: 'D-08',
  aldriHentet: 'D-08',
};

test.each(Object.entries(SNOKER).map(([id, snok]) => [KRAV[id] ?? 'D-01', id, snok] as const))(
  '%s: %s finds its snooper',
  (_krav, id, snok) => {
    const regel = REGLER.find((en) => en.id === id)?.id ?? 'utenSak';
    expect(find(regel, snok()).length).toBeGreaterThan(0);
  },
);

/** What each rule found it by, as it is put into words. */
test('a hit carries the counts it was made of, and nobody', () => {
  expect(find('gjentattInnsyn', SNOKER.gjentattInnsyn()).map(({ verdier }) => verdier)).toEqual([
    { dager: 6, vindu: 30 },
  ]);
  expect(find('mangePersoner', SNOKER.mangePersoner()).map(({ verdier }) => verdier)).toEqual([
    { personer: 41, grense: 40 },
  ]);
  expect(find('flereEnnEllers', SNOKER.flereEnnEllers()).map(({ verdier }) => verdier)).toEqual([
    { personer: 30, dager: 25, hoeyst: 2 },
  ]);
  expect(find('stoet', SNOKER.stoet()).map(({ verdier }) => verdier)).toEqual([{ antall: 8, sekunder: 5 }]);
  for (const snok of Object.values(SNOKER))
    for (const regel of REGLER)
      for (const { verdier } of find(regel.id, snok()))
        expect(JSON.stringify(verdier)).not.toMatch(/snok|kari|\d{6}/);
});

describe('what is left alone', () => {
  const igjen = (avvik: (n: number) => Partial<Spor>) =>
    Array.from({ length: 6 }, (_, n) =>
      createSpor({ bruker: 'kari', subjekter: ['x'], tidspunkt: etter((n - 5) * DOEGN), ...avvik(n) }),
    );
  test.each<[RegelId, string, Spor[]]>([
    ['utenSak', 'a case with a number', [createSpor({ saksreferanse: '2026/1' })]],
    [
      'utenSak',
      'a search in the log, which has no case',
      [createSpor({ handling: 'LES_REVISJONSLOGG', saksreferanse: null })],
    ],
    [
      'utenforArbeidstid',
      'half past nine in the morning',
      [createSpor({ tidspunkt: '2026-09-16T07:30:00.000Z' })],
    ],
    ['naerstaaendeAvvist', 'another refusal', [createSpor({ slag: 'DENIED', utfall: 'manglerPakke' })]],
    [
      'populaerPerson',
      'nine of one unit',
      Array.from({ length: 9 }, (_, n) => createSpor({ bruker: `b${n}`, tidspunkt: etter(n) })),
    ],
    [
      'populaerPerson',
      'twelve over a year',
      Array.from({ length: 12 }, (_, n) => createSpor({ bruker: `b${n}`, tidspunkt: etter(n * 30 * DOEGN) })),
    ],
    [
      'mangePersoner',
      'the same forty persons over and over',
      Array.from({ length: 80 }, (_, n) =>
        createSpor({ subjekter: [`p${n % 40}`], tidspunkt: etter(n * 0.5) }),
      ),
    ],
    [
      'mangePersoner',
      'forty-five in a whole day',
      Array.from({ length: 45 }, (_, n) => createSpor({ subjekter: [`p${n}`], tidspunkt: etter(n * 10) })),
    ],
    [
      'flereEnnAndre',
      'as many as before, where the colleagues have a third of it',
      SNOKER.flereEnnAndre().flatMap((spor) =>
        spor.bruker.startsWith('kollega')
          ? Array.from({ length: 6 }, (_, n) => ({ ...spor, subjekter: [`${spor.subjekter}-${n}`] }))
          : [spor],
      ),
    ],
    [
      'flereEnnAndre',
      'with three colleagues at work, of whom the middle says nothing',
      SNOKER.flereEnnAndre().filter(({ bruker }) => bruker !== 'kollega-3'),
    ],
    [
      'flereEnnAndre',
      'thirty-one over two days',
      SNOKER.flereEnnAndre().map((spor, n) =>
        n % 2 === 0 ? spor : { ...spor, tidspunkt: '2026-09-15T08:00:00.000Z' },
      ),
    ],
    [
      'flereEnnEllers',
      'twenty-nine, however few she sees else',
      SNOKER.flereEnnEllers().filter(({ subjekter: [person] }) => person !== 'h0' && person !== 'h1'),
    ],
    [
      'flereEnnEllers',
      'one who has been here for nineteen days',
      SNOKER.flereEnnEllers().filter(({ tidspunkt }) => tidspunkt > etter(-19 * DOEGN - 1)),
    ],
    [
      'nyttForsoek',
      'another person, a colleague, and two hours later',
      [
        createSpor({ slag: 'DENIED', subjekter: ['x'] }),
        createSpor({ subjekter: ['y'], tidspunkt: etter(5) }),
        createSpor({ subjekter: ['x'], bruker: 'ola', tidspunkt: etter(5) }),
        createSpor({ subjekter: ['x'], tidspunkt: etter(120) }),
      ],
    ],
    [
      'aldriHentet',
      'one that was downloaded',
      SNOKER.aldriHentet().flatMap((spor) => [
        spor,
        createSpor({ ...spor, radId: 'x', handling: 'NEDLASTING', fil: 'f9', tidspunkt: etter(-DOEGN) }),
      ]),
    ],
    [
      'aldriHentet',
      'one that its owner deleted',
      SNOKER.aldriHentet().map((spor) => ({ ...spor, bruker: 'kari' })),
    ],
    [
      'stoet',
      'nine with time to read',
      Array.from({ length: 9 }, (_, n) => createSpor({ subjekter: [`p${n}`], tidspunkt: etter(n * 0.2) })),
    ],
    [
      'gjentattInnsyn',
      'the same person in one case after the other',
      igjen((n) => ({ saksreferanse: `2026/${n + 10}` })),
    ],
    ['gjentattInnsyn', 'six times in one day', igjen((n) => ({ tidspunkt: etter(n) }))],
    ['gjentattInnsyn', 'another employee each day', igjen((n) => ({ bruker: `b${n}` }))],
    [
      'avvistHosAnnen',
      'the same employee tries again',
      [createSpor({ slag: 'DENIED' }), createSpor({ tidspunkt: etter(5) })],
    ],
    [
      'avvistHosAnnen',
      'a colleague the day after',
      [createSpor({ slag: 'DENIED', bruker: 'ola' }), createSpor({ tidspunkt: etter(DOEGN) })],
    ],
    [
      'mangeAvdekkinger',
      'four in a week',
      Array.from({ length: 4 }, (_, n) => createSpor({ handling: 'AVDEKKING', tidspunkt: etter(n * DOEGN) })),
    ],
    ['liteUttrekk', 'twenty persons', [createSpor({ handling: 'UTTREKK_KLAR', utfall: 'klar', antall: 20 })]],
    [
      'gjentattNedlasting',
      'two files, twice each',
      Array.from({ length: 4 }, (_, n) => createSpor({ handling: 'NEDLASTING', fil: `f${n % 2}` })),
    ],
    [
      'bestiltEtterAvslag',
      'a colleague orders after the refusal',
      SNOKER.bestiltEtterAvslag().map((spor, n) => (n === 2 ? { ...spor, bruker: 'en-annen' } : spor)),
    ],
    [
      'loggleser',
      'three different persons',
      Array.from({ length: 3 }, (_, n) =>
        createSpor({ handling: 'LES_REVISJONSLOGG', subjekter: [`p${n}`] }),
      ),
    ],
    [
      'loggleser',
      'reading the log without a person',
      Array.from({ length: 9 }, () => createSpor({ handling: 'LES_REVISJONSLOGG', subjekter: [] })),
    ],
    ['beskyttetPerson', 'a person without a grading', [createSpor()]],
    ['sammeAdresse', 'somebody who lives elsewhere', [createSpor()]],
    [
      'naboadresse',
      'a neighbour who was not shown',
      [createSpor({ slag: 'DENIED', felter: ['personregler.naboadresse'] })],
    ],
    [
      'sammeEtternavn',
      'a list of many, where somebody has every name',
      [createSpor({ handling: 'BULK', felter: ['personregler.sammeEtternavn'] })],
    ],
    ['lokkeperson', 'somebody who exists', [createSpor()]],
  ])('%s: %s', (id, _hva, spor) => {
    expect(find(id, spor)).toEqual([]);
  });
});

test('K05: a list of many in which somebody of her own home stands is found too', () => {
  const spor = createSpor({ handling: 'SOEK', felter: ['personregler.sammeAdresse'] });
  expect(find('sammeAdresse', [spor])).toHaveLength(1);
});

test('D-03: a new kind of browser is told of at the first person seen in its session, and of nobody whose kinds are not known', () => {
  const oekt = SNOKS_INNLOGGING.oekt;
  const i = (minutt: number, avvik: Partial<Spor> = {}) =>
    createSpor({ oekt, tidspunkt: etter(minutt), ...avvik });
  const regel = REGLER.find(({ id }) => id === 'nyNettleser');
  const finn = (nye: Spor[], innlogging = SNOKS_INNLOGGING, foer: Spor[] = []) =>
    regel?.find({ nye, alle: [...foer, ...nye], dager: [], innlogginger: [innlogging] }, TEST_VALG) ?? [];
  const [avvist, foerste, andre] = [i(1, { slag: 'DENIED' }), i(2, { handling: 'SOEK' }), i(3)];
  expect(finn([avvist, foerste, andre])).toEqual([
    {
      spor: foerste,
      verdier: { nettleser: 'Firefox', system: 'Linux', innlogginger: 12, dager: 90 },
    },
  ]);
  // It was told of in the period before.
  expect(finn([andre], SNOKS_INNLOGGING, [foerste])).toEqual([]);
  // Her old machine, beside the new one.
  expect(finn([i(4, { oekt: 'aa' }), i(5, { oekt: null })])).toEqual([]);
  expect(finn([foerste], { ...SNOKS_INNLOGGING, kjent: true })).toEqual([]);
  expect(finn([foerste], { ...SNOKS_INNLOGGING, tidligere: 4 })).toEqual([]);
  expect(finn([foerste], { ...SNOKS_INNLOGGING, tidligere: 5 })).toHaveLength(1);
});

test('D-06: one look at a person who was laid out is found in a list of many too', () => {
  expect(
    find('lokkeperson', [createSpor({ handling: 'BULK', subjekter: ['a', 'lokke', 'b'] })]),
  ).toHaveLength(1);
});

test('D-04: a look at a grading is reviewed, and a refused avdekking as well as a given one', () => {
  const spor = [
    createSpor({ felter: ['adressebeskyttelse.graderingsnivaa'] }),
    createSpor({ felter: ['personregler.skjermet'] }),
    createSpor({ handling: 'AVDEKKING' }),
    createSpor({ handling: 'AVDEKKING', slag: 'DENIED' }),
    createSpor({ handling: 'NOEDTILGANG', utfall: 'gitt' }),
    // Giving it back is nothing to look at.
    createSpor({ handling: 'NOEDTILGANG', utfall: 'avsluttet' }),
  ];
  expect(find('beskyttetPerson', spor).map(({ verdier }) => verdier.slag)).toEqual([
    'gradering',
    'skjermetVist',
    'avdekkingGitt',
    'avdekkingAvvist',
    'noedtilgangGitt',
  ]);
});

test('a person with two numbers is the same person, whichever was asked for', () => {
  const avvist = createSpor({ bruker: 'ola', slag: 'DENIED', subjekter: ['dnummer'] });
  const vist = createSpor({ subjekter: ['aaeldst', 'dnummer'], tidspunkt: etter(10) });
  expect(find('avvistHosAnnen', [avvist, vist])).toHaveLength(1);
  const igjen = SNOKER.gjentattInnsyn().map((spor, n) => ({
    ...spor,
    subjekter: n % 2 === 0 ? ['aaeldst', 'b5'] : ['b5'],
  }));
  expect(find('gjentattInnsyn', igjen)).toHaveLength(1);
});

test('what nobody ended counts as shown', () => {
  expect(find('utenSak', [createSpor({ slag: 'UNRESOLVED', saksreferanse: '' })])).toHaveLength(1);
});
