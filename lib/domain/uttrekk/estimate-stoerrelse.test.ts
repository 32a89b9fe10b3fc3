/** How many it will be: by the same criteria, by wider and by narrower ones, and by none. */
import { expect, test } from 'vitest';
import type { Bestilling, Utvalg } from './bestilling.ts';
import { estimateStoerrelse, isVidere, type Kjoering } from './estimate-stoerrelse.ts';
import { createBestilling, withUtvalg } from './test-bestilling.ts';

const kjoering = (bestilling: Bestilling, antall: number): Kjoering => ({ bestilling, antall });
const utvalg = (annet: Partial<Utvalg>): Utvalg => {
  const { kilde } = withUtvalg(annet);
  if (kilde.slag !== 'tilpasset') throw new TypeError('not tilpasset');

  return kilde.utvalg;
};

test('the newest run of the same persons decides, with a tenth to each side', () => {
  const annetInnhold = createBestilling({ innhold: { slag: 'identifikatorer' }, navn: 'I går' });
  const kjoeringer = [kjoering(annetInnhold, 1_000), kjoering(createBestilling(), 500)];
  expect(estimateStoerrelse(createBestilling(), kjoeringer)).toEqual({ minst: 900, hoeyst: 1_100 });
});

test('wider runs say the most and narrower ones the least', () => {
  const kjoeringer = [
    kjoering(withUtvalg({ foedselsaar: null }), 5_000),
    kjoering(withUtvalg({ foedselsaar: null, sted: null }), 90_000),
    kjoering(withUtvalg({ kjoenn: 'kvinne' }), 400),
    kjoering(withUtvalg({ sted: { slag: 'bosted', kommuner: ['1103'] } }), 7),
  ];
  expect(estimateStoerrelse(createBestilling(), kjoeringer)).toEqual({ minst: 360, hoeyst: 5_500 });
});

test('nothing is said by runs of other packages, of everything, or that are neither wider nor narrower', () => {
  const kjoeringer = [
    kjoering(createBestilling({ pakke: 'finans' }), 10),
    kjoering(createBestilling({ kilde: { slag: 'komplett', sekvensnummer: null } }), 10),
    kjoering(withUtvalg({ foedselsaar: { fra: 1992, til: 1999 } }), 10),
  ];
  expect(estimateStoerrelse(createBestilling(), kjoeringer)).toEqual({ minst: null, hoeyst: null });
});

const PERSONER = ['0301', '1103'].flatMap((kommune) =>
  [1980, 1990, 2000].flatMap((aar) =>
    (['mann', 'kvinne'] as const).map((kjoenn) => ({ kommune, aar, kjoenn })),
  ),
);
const har = ({ sted, foedselsaar, kjoenn }: Utvalg) =>
  PERSONER.filter(
    (person) =>
      (sted === null || sted.kommuner.includes(person.kommune)) &&
      (foedselsaar === null ||
        ((foedselsaar.fra ?? 0) <= person.aar && person.aar <= (foedselsaar.til ?? 3_000))) &&
      (kjoenn === null || kjoenn === person.kjoenn),
  );

test('over all pairs of criteria: wider means that nobody of the narrower is missing', () => {
  const steder = [null, ['0301'], ['0301', '1103']].map(
    (kommuner) => kommuner && { slag: 'bosted' as const, kommuner },
  );
  const aar = [null, { fra: 1980, til: 1990 }, { fra: 1990, til: null }, { fra: null, til: 1980 }];
  const alle = steder.flatMap((sted) =>
    aar.flatMap((foedselsaar) =>
      ([null, 'mann', 'kvinne'] as const).map((kjoenn) => utvalg({ sted, foedselsaar, kjoenn })),
    ),
  );
  let videre = 0;
  for (const en of alle)
    for (const annen of alle) {
      if (!isVidere(en, annen)) continue;
      expect(har(annen).every((person) => har(en).includes(person))).toBe(true);
      videre += 1;
    }
  expect(videre).toBeGreaterThan(alle.length);
});
