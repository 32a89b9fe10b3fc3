/** Jobs: when a batch is ready, whose a job is, how many may run, and when one is gone. */
import { expect, test } from 'vitest';
import { createJobblager, MAKS_JOBBER, STANDARD_UTTREKK, type Uttrekksinnhold } from './jobblager.ts';

const VIRKSOMHET = { organisasjon: '310445002', pakke: 'offentlig-med-hjemmel' };
const KOMMUNE = { organisasjon: '310445975', pakke: 'offentlig-med-hjemmel' };
const UKJENT_JOBB = '00000000-0000-4000-8000-000000000000';

/** Batch n holds the one text `n`. */
const withBatcher = (antallBatcher: number) => (): Uttrekksinnhold => ({
  antallBatcher,
  listBatch: (nr) => ({ dokumentidentifikator: [String(nr)] }),
});

function createProeve(innstillinger: Partial<typeof STANDARD_UTTREKK> = {}) {
  const klokke = { tid: 1_000 };
  const lager = createJobblager({ ...STANDARD_UTTREKK, ventMs: 0, ...innstillinger }, () => klokke.tid);
  const order = (antallBatcher = 1, eier = VIRKSOMHET) =>
    lager.create(eier, withBatcher(antallBatcher)) ?? 'for mange';
  const ask = (jobb: string, nr: number, eier = VIRKSOMHET) => {
    const svar = lager.findBatch(eier, jobb, nr);
    return svar.slag === 'data' ? svar.data : svar.slag;
  };
  return { klokke, lager, order, ask };
}

test('batches become ready one after another, and the end with the last of them', () => {
  const { klokke, order, ask } = createProeve({ ventMs: 1_000 });
  const jobb = order(3);
  const listKlare = () => [0, 1, 2, 3, 9].filter((nr) => ask(jobb, nr) !== 'ikkeKlar');
  expect(listKlare()).toEqual([]);
  klokke.tid += 999;
  expect(listKlare()).toEqual([]);
  klokke.tid += 1;
  expect(listKlare()).toEqual([0]);
  klokke.tid += 100;
  expect(listKlare()).toEqual([0, 1]);
  klokke.tid += 100;
  expect(listKlare()).toEqual([0, 1, 2, 3, 9]);
  expect([ask(jobb, 2), ask(jobb, 3), ask(jobb, 9)]).toEqual([{ dokumentidentifikator: ['2'] }, {}, {}]);
});

test('a job without persons is ready too, and empty from batch 0', () => {
  const { klokke, order, ask } = createProeve({ ventMs: 1_000 });
  const jobb = order(0);
  expect(ask(jobb, 0)).toBe('ikkeKlar');
  klokke.tid += 1_000;
  expect(ask(jobb, 0)).toEqual({});
});

test('a batch can be read again, also after the end', () => {
  const { order, ask } = createProeve();
  const jobb = order(2);
  expect([ask(jobb, 2), ask(jobb, 0), ask(jobb, 0)]).toEqual([
    {},
    { dokumentidentifikator: ['0'] },
    { dokumentidentifikator: ['0'] },
  ]);
});

test('a job is known to the organisation and the pakke that ordered it, and to nobody else', () => {
  const { order, ask } = createProeve();
  const jobb = order();
  expect(ask(jobb, 0, KOMMUNE)).toBe('finnesIkke');
  expect(ask(jobb, 0, { ...VIRKSOMHET, pakke: 'finans' })).toBe('finnesIkke');
  expect(ask(UKJENT_JOBB, 0)).toBe('finnesIkke');
  expect(ask(jobb.toUpperCase(), 0)).toEqual({ dokumentidentifikator: ['0'] });
});

test('an organisation has at most ten running jobs in all its pakker, and its own ten', () => {
  const { lager, order, ask } = createProeve();
  const jobber = Array.from({ length: MAKS_JOBBER }, (_, i) =>
    order(1, i % 2 === 0 ? VIRKSOMHET : { ...VIRKSOMHET, pakke: 'finans' }),
  );
  let laget = 0;
  const ellevte = lager.create(VIRKSOMHET, () => {
    laget += 1;
    return withBatcher(1)();
  });
  expect([ellevte, laget]).toEqual([undefined, 0]);
  expect(order(1, KOMMUNE)).not.toBe('for mange');
  ask(jobber[0] ?? '', 0);
  expect(order()).toBe('for mange');
  ask(jobber[0] ?? '', 1);
  expect(order()).not.toBe('for mange');
});

test('a job lives as long as it is asked for, and then it is gone and no longer counts', () => {
  const { klokke, order, ask } = createProeve({ levetidMs: 1_000 });
  const [foerste = '', ...andre] = Array.from({ length: MAKS_JOBBER }, () => order());
  klokke.tid += 999;
  ask(foerste, 0);
  expect(order()).toBe('for mange');
  klokke.tid += 1;
  expect(andre.map((jobb) => ask(jobb, 0))).toEqual(andre.map(() => 'finnesIkke'));
  expect(ask(foerste, 0)).toEqual({ dokumentidentifikator: ['0'] });
  klokke.tid += 1_000;
  expect(ask(foerste, 0)).toBe('finnesIkke');
});

test('read jobs do not pile up: the oldest of fifty gives way, one that is running never', () => {
  const { order, ask } = createProeve();
  const loepende = order();
  const leste = Array.from({ length: 60 }, () => {
    const jobb = order(0);
    ask(jobb, 0);
    return jobb;
  });
  const borte = leste.filter((jobb) => ask(jobb, 0) === 'finnesIkke');
  expect(borte).toEqual(leste.slice(0, 11));
  expect(ask(loepende, 0)).toEqual({ dokumentidentifikator: ['0'] });
});
