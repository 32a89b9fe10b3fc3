/** a feed of gaps, read in pages from any place, counts each entry once; what it has lost is said. */
import { expect, test } from 'vitest';
import { applyFeedside, type Feedhendelse, type Feedplass, toLesested } from './apply-feedside.ts';

const NUMMER = '21818012345';
const INNHOLD = { type: 'endringINavn', tidspunkt: null, hendelsesdokument: null, persondokument: null };
const toHendelse = (sekvensnummer: number): Feedhendelse => ({
  sekvensnummer,
  nummer: NUMMER,
  innhold: INNHOLD,
});

/** A page as the register gives it. */
function list(feed: readonly number[], fra: number, maks: number) {
  const hendelser = feed.filter((seq) => seq >= fra).slice(0, maks);
  return { fra, hendelser: hendelser.map(toHendelse), erSiste: hendelser.length < maks };
}

test('two that follow from different places each read every entry from their own place once, in whatever pages', () => {
  const feed = Array.from({ length: 40 }, (_, at) => at * 3 + (at % 5 === 0 ? 1 : 0));
  for (const maks of [2, 3, 7, 39, 40, 41, 100])
    for (const start of [0, 1, 50, 117, 500]) {
      const plasser: Feedplass[] = [
        { neste: 0, sett: null },
        { neste: start, sett: null },
      ];
      const lest: number[][] = [[], []];
      for (let erSiste = false; !erSiste; ) {
        const side = list(feed, Math.min(...plasser.map(toLesested)), maks);
        erSiste = side.erSiste;
        for (const [nr, plass] of plasser.entries()) {
          const framgang = applyFeedside(plass, side);
          if (framgang === null) continue;
          expect(framgang.hull).toBe(false);
          lest[nr]?.push(...framgang.nye.map(({ sekvensnummer }) => sekvensnummer));
          plasser[nr] = { neste: framgang.neste, sett: framgang.sett };
        }
      }
      expect(lest, `${maks} fra ${start}`).toEqual([feed, feed.filter((seq) => seq >= start)]);
    }
});

test('the same page again is nothing new', () => {
  const side = list([3, 5, 9], 3, 10);
  const etter = applyFeedside({ neste: 3, sett: null }, side);
  expect(etter).toMatchObject({ neste: 10, sett: 9, hull: false });
  expect(applyFeedside({ neste: 10, sett: 9 }, side)).toEqual({ nye: [], neste: 10, sett: 9, hull: false });
});

test('a feed without the last entry that was seen has a hole, which is said once', () => {
  const etter = applyFeedside({ neste: 10, sett: 9 }, list([12], 9, 10));
  expect(etter).toEqual({ nye: [toHendelse(12)], neste: 13, sett: 12, hull: true });
  const tom = applyFeedside({ neste: 10, sett: 9 }, list([], 9, 10));
  expect(tom).toEqual({ nye: [], neste: 10, sett: null, hull: true });
  expect(applyFeedside({ neste: 10, sett: null }, list([], 10, 10))).toMatchObject({ hull: false });
});

test('an entry about nobody is a hole, once', () => {
  const side = { fra: 3, hendelser: [{ sekvensnummer: 3, nummer: null, innhold: INNHOLD }], erSiste: true };
  expect(applyFeedside({ neste: 3, sett: null }, side)).toMatchObject({ neste: 4, hull: true });
  expect(applyFeedside({ neste: 4, sett: 3 }, side)).toMatchObject({ nye: [], hull: false });
});

test('a page that ends before the place, or begins after it, says nothing', () => {
  expect(applyFeedside({ neste: 50, sett: 40 }, list([1, 2, 3], 1, 2))).toBeNull();
  expect(applyFeedside({ neste: 5, sett: 4 }, list([5, 6], 5, 10))).toBeNull();
});
