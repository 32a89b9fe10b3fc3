/** Which rights count when: against a slow rule of one right at one moment, over random users and times. */
import { expect, test } from 'vitest';
import shipped from '#config/tilgang.json' with { type: 'json' };
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import { findGjeldende, findStatus, type Tildeling, type Tilgangsgrunnlag } from './gjeldende.ts';
import { kreverBekreftelse, listRettigheter, RETTIGHETER, type Rettighet } from './rettighet.ts';
import { Tilgang } from './tilgang.ts';

const tilgang = Tilgang.parse(shipped);
const NAA = new Date('2026-11-21T12:00:00Z');
const DAG_MS = 86_400_000;

/** Numbers that are the same at every run. */
function createRandom(seed: number): (max: number) => number {
  let tilstand = seed;
  return (max) => {
    tilstand = (Math.imul(tilstand, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((tilstand / 2 ** 32) * max);
  };
}

const toGruppe = (rettighet: string): string =>
  rettighet === 'skjermingsrett:fortrolig'
    ? 'folkeregister-fortrolig'
    : `folkeregister-${rettighet.replace('rolle:', '').replace(':', '-')}`;

function createGrunnlag(random: (max: number) => number): Tilgangsgrunnlag {
  const some = () => RETTIGHETER.filter(() => random(4) === 0);
  const tildelinger = some().map((rettighet): Tildeling => {
    // Often at the very moment: an end belongs to what comes after it.
    const fra = new Date(NAA.getTime() + (random(5) - 3) * DAG_MS);
    return {
      rettighet,
      fra,
      til: new Date(fra.getTime() + (1 + random(4)) * DAG_MS),
      bekreftet: random(2) === 0,
    };
  });
  return {
    grupper: [...some().map(toGruppe), 'ukjent'],
    fratatt: some(),
    tildelinger,
    sperret: random(8) === 0,
  };
}

/** The rule in words, for one right. */
function holds({ grupper, fratatt, tildelinger, sperret }: Tilgangsgrunnlag, rettighet: Rettighet): boolean {
  if (sperret) return false;
  if (grupper.includes(toGruppe(rettighet)) && !fratatt.includes(rettighet)) return true;
  for (const tildeling of tildelinger) {
    const nok =
      tildeling.bekreftet || !['rolle:administrator', 'skjermingsrett:fortrolig'].includes(rettighet);
    if (tildeling.rettighet === rettighet && nok && tildeling.fra <= NAA && NAA < tildeling.til) return true;
  }
  return false;
}

test('S-04: what counts is what groups give and nobody took, and what was given and holds now; random users', () => {
  const random = createRandom(4);
  const sett = { sperret: 0, fratatt: 0, utloept: 0, gitt: 0 };
  for (let nr = 0; nr < 3_000; nr += 1) {
    const grunnlag = createGrunnlag(random);
    const ventet = RETTIGHETER.filter((rettighet) => holds(grunnlag, rettighet));
    expect(listRettigheter(findGjeldende(grunnlag, tilgang, NAA))).toEqual(ventet);
    sett.sperret += Number(grunnlag.sperret);
    sett.fratatt += Number(grunnlag.fratatt.some((en) => grunnlag.grupper.includes(toGruppe(en))));
    sett.utloept += Number(grunnlag.tildelinger.some((en) => findStatus(en, NAA) === 'utloept'));
    sett.gitt += Number(ventet.some((en) => !grunnlag.grupper.includes(toGruppe(en))));
  }
  for (const antall of Object.values(sett)) expect(antall).toBeGreaterThan(200);
});

test('a grant is gone at its end and not a millisecond before, and has not begun before its start', () => {
  const fra = new Date(NAA.getTime() - DAG_MS);
  const tildeling: Tildeling = { rettighet: 'pakke:finans', fra, til: NAA, bekreftet: false };
  const at = (ms: number) => findStatus(tildeling, new Date(ms));
  expect(at(fra.getTime() - 1)).toBe('ikkeBegynt');
  expect(at(fra.getTime())).toBe('gjelder');
  expect(at(NAA.getTime() - 1)).toBe('gjelder');
  expect(at(NAA.getTime())).toBe('utloept');
});

test('what needs four eyes waits for them, also after it has begun', () => {
  const rest = { fra: new Date(0), til: new Date(NAA.getTime() + DAG_MS), bekreftet: false };
  const ventende = RETTIGHETER.filter(
    (rettighet) => findStatus({ rettighet, ...rest }, NAA) === 'venterPaaBekreftelse',
  );
  expect(ventende).toEqual(['rolle:administrator', 'skjermingsrett:fortrolig']);
  expect(RETTIGHETER.filter(kreverBekreftelse)).toEqual(ventende);
});

test('every right has one name', () => {
  expect(new Set(RETTIGHETER).size).toBe(ROLLER.length + PAKKER.length + 2);
});
