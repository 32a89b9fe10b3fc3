/** Which calls a fault strikes: the same for the same seed, and no others than it was set for. */
import { expect, test } from 'vitest';
import { createFeilInjeksjon, FEIL, type Feilvalg, parseFeilvalg } from './feil.ts';

const KALL = { tjeneste: 'oppslag', nummer: '09852400284' } as const;

function listRammede(valg: Feilvalg, antall: number): boolean[] {
  const feil = createFeilInjeksjon(() => 0);
  feil.start(valg);
  return Array.from({ length: antall }, () => feil.findTreff(KALL).length > 0);
}

test('the same seed strikes the same calls, another seed others', () => {
  const valg: Feilvalg = { feil: 'status-500', andel: 0.2, froe: 7 };
  expect(listRammede(valg, 200)).toEqual(listRammede(valg, 200));
  expect(listRammede(valg, 200)).not.toEqual(listRammede({ ...valg, froe: 8 }, 200));
});

test('a share strikes about that share of the calls', () => {
  const rammet = listRammede({ feil: 'status-500', andel: 0.2 }, 10_000).filter(Boolean).length;
  expect(rammet).toBeGreaterThan(1_800);
  expect(rammet).toBeLessThan(2_200);
  expect(listRammede({ feil: 'status-500', andel: 0 }, 100)).not.toContain(true);
  expect(listRammede({ feil: 'status-500' }, 100)).not.toContain(false);
});

test('antall is how many calls are struck, and then the fault is gone', () => {
  expect(listRammede({ feil: 'status-500', antall: 2 }, 4)).toEqual([true, true, false, false]);
});

test('the services beside the register fail only when they are named', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'status-500' });
  feil.start(parseFeilvalg({ feil: 'henger', tjeneste: 'krr' }));
  const listNavn = (tjeneste: 'krr' | 'maskinporten' | 'oppslag') =>
    feil.findTreff({ tjeneste, nummer: null }).map((treff) => treff.feil);
  expect(listNavn('oppslag')).toEqual(['status-500']);
  expect(listNavn('krr')).toEqual(['henger']);
  expect(listNavn('maskinporten')).toEqual([]);
});

test('a fault lasts as long as it was set for', () => {
  let naa = 0;
  const feil = createFeilInjeksjon(() => naa);
  feil.start({ feil: 'henger', varighetMs: 100 });
  expect(feil.findTreff(KALL)).toEqual([{ feil: 'henger', verdi: 0 }]);
  naa = 100;
  expect(feil.findTreff(KALL)).toEqual([]);
  expect(feil.list()).toEqual([]);
});

test('a fault for one service or one number leaves the others alone', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'status-500', tjeneste: 'entydigsoek' });
  feil.start({ feil: 'feil-person', nummer: KALL.nummer });
  expect(feil.findTreff(KALL).map((treff) => treff.feil)).toEqual(['feil-person']);
  expect(feil.findTreff({ tjeneste: 'entydigsoek', nummer: null }).map((treff) => treff.feil)).toEqual([
    'status-500',
  ]);
  expect(feil.findTreff({ tjeneste: null, nummer: null })).toEqual([]);
});

test('faults can be listed, replaced and cancelled', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'forsinkelse-ms' });
  feil.start({ feil: 'henger' });
  feil.start({ feil: 'forsinkelse-ms', verdi: 5 });
  expect(feil.list()).toEqual([{ feil: 'henger' }, { feil: 'forsinkelse-ms', verdi: 5 }]);
  feil.cancel('henger');
  expect(feil.findTreff(KALL)).toEqual([{ feil: 'forsinkelse-ms', verdi: 5 }]);
  feil.cancel();
  expect(feil.list()).toEqual([]);
});

test('options from outside are read whole or refused with a sentence', () => {
  const valg = {
    feil: 'drypp',
    andel: 0.5,
    tjeneste: 'xsd',
    nummer: KALL.nummer,
    antall: 1,
    varighetMs: 2,
    froe: 3,
    verdi: 4,
  };
  expect(parseFeilvalg(valg)).toEqual(valg);
  for (const feil of Object.keys(FEIL)) expect(parseFeilvalg({ feil })).toEqual({ feil });
  expect(() => parseFeilvalg({ feil: 'toString' })).toThrow(/Ukjent feil/);
  expect(() => parseFeilvalg({ feil: 'henger', andel: 1.1 })).toThrow(/andel/);
  expect(() => parseFeilvalg({ feil: 'henger', antall: '1' })).toThrow(/antall/);
  expect(() => parseFeilvalg({ feil: 'henger', tjeneste: 'alt' })).toThrow(/Ukjent tjeneste/);
  expect(() => parseFeilvalg({ feil: 'henger', nummer: '1' })).toThrow(/elleve/);
  expect(() => parseFeilvalg({ feil: 'henger', annet: 1 })).toThrow(/Ukjent valg: annet/);
  expect(() => parseFeilvalg(null)).toThrow();
});
