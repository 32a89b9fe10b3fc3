/** What a stream tells, and when it ends: only what is new, a beat when nothing is, and no longer than it may. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Egne } from './egne.ts';
import { type Blikk, type Stromtider, tell } from './strom.ts';

const Side = z.strictObject({ tall: z.int() });
type Side = z.infer<typeof Side>;
const blikk = (tall: number, ferdig = false): Blikk<Side> => {
  const verdi = { tall };

  return { verdi, svar: new Egne(Side, verdi), ferdig };
};
/** By how much; it cannot be told of a fall. */
const toEndring = (foer: Side, naa: Side) =>
  naa.tall < foer.tall ? null : new Egne(Side, { tall: naa.tall - foer.tall });
const NAA: Stromtider = { blikk: 0, hjerteslag: 60_000, session: 60_000, levetid: 60_000 };

/** Everything that is told of these looks, each one later than the other. */
async function listen(
  blikkene: readonly Blikk<Side>[],
  tider: Partial<Stromtider> = {},
  isLevende = async () => true,
  signal = new AbortController().signal,
): Promise<string[]> {
  const [first, ...resten] = blikkene;
  const look = async () => resten.shift() ?? Promise.reject(new Error('looked too often'));
  const fortalt: string[] = [];
  const alle = { ...NAA, ...tider };
  for await (const event of tell(first ?? blikk(0), look, toEndring, isLevende, alle, signal))
    fortalt.push(event);

  return fortalt;
}

test('what has not changed is not told again, what has is told as a change, and the end is told', async () => {
  expect(await listen([blikk(1), blikk(1), blikk(5), blikk(5), blikk(6), blikk(2), blikk(3, true)])).toEqual([
    'event: side\ndata: {"tall":1}\n\n',
    'event: endring\ndata: {"tall":4}\n\n',
    'event: endring\ndata: {"tall":1}\n\n',
    'event: side\ndata: {"tall":2}\n\n',
    'event: endring\ndata: {"tall":1}\n\n',
    'event: slutt\ndata: ferdig\n\n',
  ]);
});

test('while nothing happens there is a beat', async () => {
  expect(await listen([blikk(1), blikk(1), blikk(1, true)], { hjerteslag: 0 })).toEqual([
    'event: side\ndata: {"tall":1}\n\n',
    ': \n\n',
    ': \n\n',
    'event: slutt\ndata: ferdig\n\n',
  ]);
});

test('S-04: it ends with the session, before the next look', async () => {
  expect(await listen([blikk(1)], { session: 0 }, async () => false)).toEqual([
    'event: side\ndata: {"tall":1}\n\n',
    'event: slutt\ndata: session\n\n',
  ]);
});

test('it is cut when it has lived long enough, without a word, so that the browser asks again', async () => {
  expect(await listen([blikk(1)], { levetid: 0 })).toEqual(['event: side\ndata: {"tall":1}\n\n']);
});

test('it ends when the browser has gone', async () => {
  const gone = new AbortController();
  gone.abort();
  await expect(listen([blikk(1)], {}, undefined, gone.signal)).rejects.toMatchObject({ name: 'AbortError' });
});

test('what the look throws ends it', async () => {
  await expect(listen([blikk(1)])).rejects.toThrow('looked too often');
});
