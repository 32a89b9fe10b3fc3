/** F-11: what an owner's orders may say together. Pairs of orders are held against a population that is known. */
import { expect, test } from 'vitest';
import { createRandom } from '#lib/domain/test-random.ts';
import { PERSONSTATUSTYPER, type Utvalg } from './bestilling.ts';
import { canSkilleUt, type TidligereOrdre } from './can-skille-ut.ts';
import { listGodkjenningsgrunner } from './decide-godkjenning.ts';
import { estimateStoerrelse, type Kjoering } from './estimate-stoerrelse.ts';
import { FAA_PERSONER } from './grenser.ts';
import { withUtvalg } from './test-bestilling.ts';

const UKJENT = { minst: null, hoeyst: null };
const tidligere = (antall: number | null, utvalg: Partial<Utvalg> = {}): TidligereOrdre[] => [
  { bestilling: withUtvalg(utvalg), antall },
];
const bortsettFraEttAar = withUtvalg({ foedselsaar: { fra: 1990, til: 1994 } });

test.each([
  ['a part of it, of as good as the same number', tidligere(100), { minst: 80, hoeyst: 110 }, true],
  ['a part of it, of a number that differs by enough', tidligere(100), { minst: 10, hoeyst: 80 }, false],
  ['a part of it, of which nobody knows how many', tidligere(100), UKJENT, true],
  ['a part of one that is not finished', tidligere(null), { minst: 10, hoeyst: 80 }, true],
  ['one that has more', tidligere(300, { foedselsaar: null }), { minst: 290, hoeyst: 310 }, true],
  ['other people', tidligere(100, { kjoenn: 'mann', foedselsaar: { fra: 1995, til: 1999 } }), UKJENT, false],
  ['other places', tidligere(100, { sted: { slag: 'bosted', kommuner: ['4601'] } }), UKJENT, false],
  ['nothing', [], UKJENT, false],
  ['the same again', [{ bestilling: bortsettFraEttAar, antall: 100 }], { minst: 90, hoeyst: 110 }, false],
])('held against %s', (_navn, ordre, stoerrelse, ventet) => {
  expect(canSkilleUt(bortsettFraEttAar, stoerrelse, ordre)).toBe(ventet);
});

test('other citizens may be the same people, and more things than one may differ where numbers are known', () => {
  const svenske = withUtvalg({ statsborgerskap: 'SWE' });
  expect(canSkilleUt(svenske, UKJENT, tidligere(100, { statsborgerskap: 'DNK' }))).toBe(true);
  const annet = tidligere(100, { kjoenn: 'mann', foedselsaar: { fra: 1992, til: 1999 } });
  expect(canSkilleUt(svenske, UKJENT, annet)).toBe(false);
  expect(canSkilleUt(svenske, { minst: 90, hoeyst: 110 }, annet)).toBe(true);
});

type Person = { status: string; kommune: string; aar: number; kjoenn: string; sivilstand: string };

const KOMMUNER = ['0301', '1103', '4601'];
const SIVILSTAND = ['gift', 'ugift'];

const isAmong = ({ personstatustyper, sted, foedselsaar, kjoenn, sivilstandstype }: Utvalg, person: Person) =>
  personstatustyper.some((type) => type === person.status) &&
  (sted === null || sted.kommuner.includes(person.kommune)) &&
  (foedselsaar === null ||
    ((foedselsaar.fra ?? 0) <= person.aar && person.aar <= (foedselsaar.til ?? 9999))) &&
  (kjoenn === null || kjoenn === person.kjoenn) &&
  (sivilstandstype === null || sivilstandstype === person.sivilstand);

test('F-11: of pairs of orders, none that differ by few goes without four eyes', () => {
  const random = createRandom(20_260_601);
  const pick = <T>(valg: readonly T[]): T => valg[Math.floor(random() * valg.length)] as T;
  const some = <T>(valg: readonly T[]): T[] => {
    const noen = valg.filter(() => random() < 0.6);
    return noen.length === 0 ? [pick(valg)] : noen;
  };
  const personer = Array.from(
    { length: 400 },
    (): Person => ({
      status: pick(PERSONSTATUSTYPER),
      kommune: pick(KOMMUNER),
      aar: 1990 + Math.floor(random() * 6),
      kjoenn: random() < 0.9 ? 'kvinne' : 'mann',
      sivilstand: pick(SIVILSTAND),
    }),
  );
  const createUtvalg = (): Partial<Utvalg> => {
    const fra = 1990 + Math.floor(random() * 6);
    return {
      personstatustyper: some(PERSONSTATUSTYPER),
      sted: random() < 0.3 ? null : { slag: 'bosted', kommuner: some(KOMMUNER) },
      foedselsaar: random() < 0.3 ? null : { fra, til: random() < 0.3 ? null : Math.min(1995, fra + 4) },
      kjoenn: random() < 0.5 ? null : pick(['kvinne', 'mann'] as const),
      sivilstandstype: random() < 0.6 ? null : pick(SIVILSTAND),
    };
  };
  const toUtvalg = (bestilling: ReturnType<typeof withUtvalg>): Utvalg => {
    if (bestilling.kilde.slag !== 'tilpasset') throw new TypeError('not tilpasset');
    return bestilling.kilde.utvalg;
  };
  let [faa, flagget] = [0, 0];
  for (let n = 0; n < 6_000; n += 1) {
    const utvalg = createUtvalg();
    // Half of the pairs differ in one thing, as those of somebody who tries.
    const [navn, verdi] = pick(Object.entries(createUtvalg()));
    const foer = withUtvalg(utvalg);
    const naa = withUtvalg(random() < 0.5 ? { ...utvalg, [navn]: verdi } : createUtvalg());
    const [a, b] = [foer, naa].map((bestilling) =>
      personer.filter((person) => isAmong(toUtvalg(bestilling), person)),
    ) as [Person[], Person[]];
    const felles = a.filter((person) => b.includes(person)).length;
    const ulike = a.length + b.length - 2 * felles;
    const kjoeringer: Kjoering[] = [{ bestilling: foer, antall: a.length }];
    if (random() < 0.5) kjoeringer.push({ bestilling: naa, antall: b.length });
    const stoerrelse = estimateStoerrelse(naa, kjoeringer);
    const skiller = canSkilleUt(naa, stoerrelse, [{ bestilling: foer, antall: a.length }]);
    const likt = JSON.stringify(toUtvalg(foer)) === JSON.stringify(toUtvalg(naa));
    if (felles > 0 && ulike < FAA_PERSONER && !likt) {
      faa += 1;
      const grunner = listGodkjenningsgrunner(naa, stoerrelse, { erPlan: false, kanSkilleUt: skiller });
      expect(grunner.length, JSON.stringify([foer, naa])).toBeGreaterThan(0);
    } else if (skiller) flagget += 1;
  }
  expect(faa).toBeGreaterThan(200);
  // Those that differ by many are asked about too where nobody can tell, and not by habit.
  expect(flagget).toBeLessThan(3_000);
});
