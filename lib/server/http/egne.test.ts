/** An answer without a row has room for what its schema names and for nothing else. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';
import { Bestillingssvar, Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import {
  Mottakere,
  Sammenligninger,
  Sideendring,
  Uttrekksliste,
  Uttrekksside,
} from '#lib/domain/uttrekk/uttrekk.ts';
import { Maler } from '#lib/domain/uttrekk/uttrekksmal.ts';
import { Egne } from './egne.ts';

const Lukket = z.strictObject({ id: z.string(), rader: z.array(z.strictObject({ antall: z.int() })) });

test('what the schema names is sent, and one key more is refused at any depth', () => {
  expect(new Egne(Lukket, { id: 'a', rader: [{ antall: 1 }] }).json).toBe(
    '{"id":"a","rader":[{"antall":1}]}',
  );
  const [mer, dypere] = [
    { id: 'a', rader: [], navn: 'SMIDIG KOPP' },
    { id: 'a', rader: [{ antall: 1, navn: 'SMIDIG KOPP' }] },
  ];
  expect(() => new Egne(Lukket, mer)).toThrow(z.ZodError);
  expect(() => new Egne(Lukket, dypere)).toThrow(z.ZodError);
});

test.each<[string, z.ZodType<unknown>]>([
  ['at the top', z.object({ id: z.string() })],
  ['in a list', z.strictObject({ rader: z.array(z.object({ id: z.string() })) })],
  ['in one of several', z.strictObject({ svar: z.union([z.string(), z.looseObject({ id: z.string() })]) })],
  ['behind a null', z.strictObject({ svar: z.object({ id: z.string() }).nullable() })],
])('a schema that is open %s answers nothing', (_, schema) => {
  expect(() => new Egne(schema, {})).toThrow('closed');
});

test('everything that is answered without a row is closed', () => {
  const svar = [
    MittOppslag.array(),
    Uttrekksside,
    Sideendring,
    Uttrekksliste,
    Forhaandskontroll,
    Bestillingssvar,
    Mottakere,
    Sammenligninger,
    Maler,
  ];
  // Nothing is a valid answer of any of them, so that only the schema can be what is refused.
  for (const schema of svar) expect(() => new Egne<unknown>(schema, undefined)).toThrow(z.ZodError);
});
