/** the firewall's page is halved down to the offender, and everybody else is fetched, in order. */
import { expect, test } from 'vitest';
import type { Arkivsvar, FregFeil } from '#lib/server/freg/freg-svar.ts';
import { hentPoster } from './hent-poster.ts';

const ider = Array.from({ length: 1_000 }, (_, nr) => `id-${nr}`);
const BLOKKERT: FregFeil = { kind: 'blokkertAvBrannmur', supportId: '123456789' };

function createRegister(stoppes: (id: string) => boolean) {
  const kall: number[] = [];
  const call = async (spurt: readonly string[]): Promise<Arkivsvar | FregFeil> => {
    kall.push(spurt.length);
    if (spurt.some(stoppes)) return BLOKKERT;
    return { kind: 'arkiv', poster: spurt.map((id) => ({ id, dokument: { id } })), uteblitt: 0 };
  };

  return { kall, call };
}

test.each([0, 1, 499, 500, 999])('one offender, at %i, is found and left out', async (plass) => {
  const { kall, call } = createRegister((id) => id === `id-${plass}`);
  const svar = await hentPoster(ider, call);
  expect(svar).toEqual({
    kind: 'poster',
    poster: ider.map((id, nr) => ({ id, dokument: nr === plass ? null : { id } })),
    uteblitt: 0,
    stoppet: 1,
  });
  expect(kall.length).toBeLessThanOrEqual(21);
});

test('two offenders are both found', async () => {
  const { call } = createRegister((id) => id === 'id-3' || id === 'id-700');
  const svar = await hentPoster(ider, call);
  expect(svar).toMatchObject({ kind: 'poster', stoppet: 2 });
});

test('a firewall that stops everything is no fault of the identifiers: nobody is left out for it', async () => {
  const { kall, call } = createRegister(() => true);
  expect(await hentPoster(ider, call)).toEqual(BLOKKERT);
  expect(kall.length).toBeLessThan(30);
});

test('another fault in one half is the fault of the chunk: nothing half is kept', async () => {
  const feil: FregFeil = { kind: 'tidsavbrudd' };
  const svar = await hentPoster(ider, async (spurt) => {
    if (spurt.includes('id-999') && spurt.length < 1_000) return feil;
    return spurt.length === 1_000 ? BLOKKERT : { kind: 'arkiv', poster: [], uteblitt: 0 };
  });
  expect(svar).toEqual(feil);
});
