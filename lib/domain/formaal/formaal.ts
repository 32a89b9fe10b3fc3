/**
 * The purposes an oppslag may have, as the organisation configures them. A purpose decides which parts are asked for:
 * named ones, never everything (security.md Z-09, Z-11, P-07). A catalogue that breaks a rule does not load.
 */
import { z } from 'zod';
import { expandDeler, limitDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { DELER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

/** What a purpose is a purpose of: looking up persons that a case names, or ordering an uttrekk of many. */
const FORMAALSBRUK = ['oppslag', 'uttrekk'] as const;
export type Formaalsbruk = (typeof FORMAALSBRUK)[number];

const Formaal = z
  .strictObject({
    /** Ours, stable: it stands in the revisjonslogg. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    navn: z.string().trim().min(1).max(120),
    /** The legal basis, in words that a receipt can quote. */
    hjemmel: z.string().trim().min(1).max(200),
    pakker: z.array(z.enum(PAKKER)).min(1),
    /** What is asked for unless the user says otherwise, in the register's words for `part`. */
    deler: z.array(z.enum(DELER)).min(1),
    kreverSaksreferanse: z.boolean(),
    /** Few purposes are a reason to fetch many: an uttrekk must be named, oppslag need not. */
    til: z.array(z.enum(FORMAALSBRUK)).min(1).default(['oppslag']),
  })
  .refine(({ pakker, deler }) => pakker.every((pakke) => asksForSomething(pakke, deler)), {
    path: ['deler'],
    message: 'every package of the purpose must have something of what it asks for',
  })
  .refine(({ pakker, deler }) => pakker.every((pakke) => asksForGradering(pakke, deler)), {
    path: ['deler'],
    message: 'a purpose must ask for adressebeskyttelse where the package has it: masking depends on it',
  });
export type Formaal = z.infer<typeof Formaal>;

/** Sending no part, or historikk alone, would leave the choice to the register. */
function asksForSomething(pakke: Pakke, deler: readonly string[]): boolean {
  return limitDeler(pakke, deler).deler.some((del) => del !== 'historikk');
}

/** The rules for protected persons need the grading of every person that is shown (security.md Z-03, Z-08; docs/adr/0011). */
function asksForGradering(pakke: Pakke, deler: readonly string[]): boolean {
  return (
    !egenskaperFor(pakke).has('adressebeskyttelse') || expandDeler(pakke, deler).has('adressebeskyttelse')
  );
}

export const Formaalskatalog = z
  .array(Formaal)
  .min(1)
  .refine((katalog) => new Set(katalog.map(({ id }) => id)).size === katalog.length, {
    message: 'two purposes have the same id',
  });
export type Formaalskatalog = z.infer<typeof Formaalskatalog>;

/** The purpose with this id. `undefined` for an id that the catalogue does not have. */
export function findFormaal(katalog: Formaalskatalog, id: string): Formaal | undefined {
  return katalog.find((formaal) => formaal.id === id);
}

/** What the browser knows of a purpose. */
export type FormaalView = Pick<Formaal, 'id' | 'navn' | 'hjemmel' | 'pakker' | 'kreverSaksreferanse' | 'til'>;

/** The fields that cross to the browser, by name. */
export function toFormaalView({ id, navn, hjemmel, pakker, kreverSaksreferanse, til }: Formaal): FormaalView {
  return { id, navn, hjemmel, pakker, kreverSaksreferanse, til };
}
