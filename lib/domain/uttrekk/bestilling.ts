/**
 * What an uttrekk is an order of: whom, what about them, in which files, and why. The register's own words and limits
 * for whom (freg-contract.md section 1.2 no 13 and 14); what the register would refuse does not parse.
 */
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

/** `aktiv` covers midlertidig, ikkeBosatt, forsvunnet and foedselsregistrert. */
export const PERSONSTATUSTYPER = ['bosatt', 'utflyttet', 'doed', 'inaktiv', 'aktiv'] as const;

const Aar = z.int().min(1850).max(2100);

/** Both ends included; at least one is given. */
const Aarsrom = z
  .strictObject({ fra: Aar.nullable(), til: Aar.nullable() })
  .refine(({ fra, til }) => fra !== null || til !== null, { message: 'tomt' })
  .refine(({ fra, til }) => fra === null || til === null || fra <= til, { message: 'omvendt' });

/** Of a tilpasset uttrekk. `sted` is bosted or opphold, never both; each kommune becomes a job of its own at the register. */
export const Utvalg = z.strictObject({
  personstatustyper: z.array(z.enum(PERSONSTATUSTYPER)).min(1),
  sted: z
    .strictObject({
      slag: z.enum(['bosted', 'opphold']),
      kommuner: z
        .array(z.string().regex(/^\d{4}$/))
        .min(1)
        .max(400),
    })
    .nullable(),
  foedselsaar: Aarsrom.nullable(),
  doedsaar: Aarsrom.nullable(),
  kjoenn: z.enum(['mann', 'kvinne']).nullable(),
  /** ISO 3166-1 alpha-3. */
  statsborgerskap: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  /** The register's word, e.g. `gift`. */
  sivilstandstype: z.string().min(1).max(60).nullable(),
});
export type Utvalg = z.infer<typeof Utvalg>;

const Kilde = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('tilpasset'), utvalg: Utvalg }),
  /** Everything in the package up to and including the number; null for the latest. */
  z.strictObject({
    slag: z.literal('komplett'),
    sekvensnummer: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullable(),
  }),
]);

const Innhold = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('identifikatorer') }),
  z.strictObject({
    slag: z.literal('felter'),
    /** Ids of `felter/uttrekksfelter.ts`, in the order of the columns. */
    felter: z.array(z.string().min(1).max(80)).min(1).max(200),
    /** As the register holds the person for this date; null for now. */
    perDato: z.iso.date().nullable(),
  }),
  z.strictObject({ slag: z.literal('dokumenter') }),
]);
export type Innhold = z.infer<typeof Innhold>;

export const FORMATER = ['csv', 'xlsx', 'ndjson', 'parquet'] as const;
export type Format = (typeof FORMATER)[number];

export const Bestilling = z.strictObject({
  /** The user's own name of it. Holds no person: it stands in lists and in file names never. */
  navn: z.string().trim().min(1).max(80),
  kilde: Kilde,
  innhold: Innhold,
  formater: z.array(z.enum(FORMATER)).min(1),
  pakke: z.enum(PAKKER),
  formaal: z.string().min(1).max(60),
  saksreferanse: z.string().trim().max(60),
});
export type Bestilling = z.infer<typeof Bestilling>;
