/** Which calls a fault strikes: the same for the same seed, and no others than it was set for. */
import { expect, test } from 'vitest';
import { createFeilInjeksjon, type Feilvalg } from './feil.ts';

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
  feil.start({ feil: 'henger', tjeneste: 'krr' });
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
  feil.start({ feil: 'henger', nummer: KALL.nummer });
  expect(feil.findTreff(KALL)).toEqual([{ feil: 'henger', verdi: 0, nummer: KALL.nummer }]);
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

test('the same fault with other limits stands beside, and both go when it is cancelled', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'status-500', tjeneste: 'soek' });
  feil.start({ feil: 'status-500', tjeneste: 'krr' });
  feil.start({ feil: 'status-500', tjeneste: 'krr', andel: 0.5 });
  expect(feil.list()).toHaveLength(2);
  feil.cancel('status-500');
  expect(feil.isAktiv()).toBe(false);
});

test('a fault for one pakke leaves the others alone', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'status-503', pakke: 'finans' });
  expect(feil.findTreff({ ...KALL, pakke: 'finans' })).toHaveLength(1);
  expect(feil.findTreff({ ...KALL, pakke: 'eid' })).toEqual([]);
  expect(feil.findTreff(KALL)).toEqual([]);
});

test('a call that a fault can do nothing to is not counted as struck', () => {
  const feil = createFeilInjeksjon(() => 0);
  const batch = { tjeneste: 'uttrekkBatch', mal: 'uttrekk/{jobbid}/batch/{batchnr}', nummer: null } as const;
  feil.start({ feil: 'bulk-mangler', antall: 1 });
  feil.start({ feil: 'batch-tom', verdi: 1, antall: 1 });
  expect(feil.findTreff({ ...KALL, mal: 'personer/{personidentifikator}' })).toEqual([]);
  const enkelt = { tjeneste: 'arkiv', mal: 'personer/arkiv/{dokumentidentifikator}', nummer: null } as const;
  expect(feil.findTreff(enkelt)).toEqual([]);
  expect(feil.findTreff({ ...batch, batchnr: 0 })).toEqual([]);
  expect(feil.findTreff({ ...batch, batchnr: 1 })).toEqual([{ feil: 'batch-tom', verdi: 1 }]);
  expect(feil.list().map((valg) => valg.feil)).toEqual(['bulk-mangler']);
});

test('faults of connections and servers strike no call, and only the server they are for', () => {
  const feil = createFeilInjeksjon(() => 0);
  feil.start({ feil: 'tregt-haandtrykk', antall: 1 });
  feil.start({ feil: 'tilkobling-nektes', tjeneste: 'maskinporten' });
  expect(feil.findTreff(KALL)).toEqual([]);
  expect(feil.findForbindelsestreff('krr')).toEqual([]);
  expect(feil.findForbindelsestreff('register')).toEqual([{ feil: 'tregt-haandtrykk', verdi: 5_000 }]);
  expect(feil.findForbindelsestreff('register')).toEqual([]);
  expect(feil.listTilstand('register')).toEqual([]);
  expect(feil.listTilstand('maskinporten')).toEqual(['tilkobling-nektes']);
});

test('who listens is told of every start and cancel, and when a fault has lasted its time', async () => {
  const feil = createFeilInjeksjon(Date.now);
  let sagt = 0;
  const slutt = feil.subscribe(() => {
    sagt += 1;
  });
  feil.start({ feil: 'henger' });
  feil.cancel();
  expect(sagt).toBe(2);
  slutt();
  await new Promise<void>((resolve) => {
    feil.subscribe(() => {
      if (feil.list().length === 0) resolve();
    });
    feil.start({ feil: 'henger', varighetMs: 1 });
  });
  expect(sagt).toBe(2);
});
