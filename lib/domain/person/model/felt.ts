/**
 * The leaves of the person model: each is a zod schema with a note of what kind of value it is. Parsing and the
 * person view are both driven by these notes, so a field is described once and nowhere else.
 */
import { z } from 'zod';
import type { Kodeverknavn } from '#lib/domain/kodeverk/kodeverk.ts';

/** How an address object is written as lines; see `view/adresse.ts`. */
export type Adresseform =
  | 'veg'
  | 'matrikkel'
  | 'postboks'
  | 'frittFormat'
  | 'utenlandsk'
  | 'utenlandskFritt'
  | 'doedsbo';

/** Which end of an entry's period a date gives, where the egenskap has a date of its own. */
export type Periodeende = 'fra' | 'til';

/**
 * What is known of a field. `siffer`: the register's own number of digits, so that `307` is shown as `0307`.
 * `adresse`, `markoer` and `par` are notes on objects: written as one address; telling by being there;
 * two fields that make one code (`virksomhet/oppgave`).
 */
export type FeltMeta =
  | { slag: 'tekst' | 'heltall'; siffer?: number }
  | { slag: 'dato'; ende?: Periodeende }
  | { slag: 'tidspunkt' | 'boolsk' | 'personidentifikator' | 'markoer' }
  | { slag: 'kode'; kodeverk: Kodeverknavn }
  | { slag: 'navngitt'; kodeverk: 'land' | 'kommune' }
  | { slag: 'adresse'; form: Adresseform }
  | { slag: 'par'; kodeverk: Kodeverknavn };

/** The notes, by schema. Look-ups go through `findFeltMeta`. */
const feltMeta = z.registry<FeltMeta>();

/** What is known of this schema, or undefined for a plain object or list. */
export function findFeltMeta(schema: z.core.$ZodType): FeltMeta | undefined {
  return feltMeta.get(schema);
}

/** Free text. `siffer` pads a bare number to the register's width (post code, kommune). */
export const tekst = (siffer?: number) =>
  z.string().register(feltMeta, { slag: 'tekst', ...(siffer === undefined ? {} : { siffer }) });

/** Nine digits, kept as text. */
export const organisasjonsnummer = () => tekst(9);

/** A whole number; with `siffer` it is a numbered area whose leading zeros count (grunnkrets). */
export const heltall = (siffer?: number) =>
  z.number().register(feltMeta, { slag: 'heltall', ...(siffer === undefined ? {} : { siffer }) });

/** yyyy-MM-dd as delivered; `ende` says that it starts or ends the entry's period. */
export const dato = (ende?: Periodeende) =>
  z.string().register(feltMeta, { slag: 'dato', ...(ende === undefined ? {} : { ende }) });

/** ISO date-time with offset, up to nine decimals, as delivered. */
export const tidspunkt = () => z.string().register(feltMeta, { slag: 'tidspunkt' });

export const boolsk = () => z.boolean().register(feltMeta, { slag: 'boolsk' });

/** Eleven digits of a fødselsnummer or d-number. */
export const personidentifikator = () => z.string().register(feltMeta, { slag: 'personidentifikator' });

/** A code of an open list: our spelling when the list holds it, else as delivered. */
export const kode = (kodeverk: Kodeverknavn) => z.string().register(feltMeta, { slag: 'kode', kodeverk });

/** Country code, alpha-3 or (foreign addresses) alpha-2. */
export const land = () => z.string().register(feltMeta, { slag: 'navngitt', kodeverk: 'land' });

/** Municipality number, four digits, of today or of its time. */
export const kommune = () => z.string().register(feltMeta, { slag: 'navngitt', kodeverk: 'kommune' });

/** An object of the model. No field is required: a document with a hole is still a document. */
export const objekt = <Form extends z.core.$ZodLooseShape>(form: Form) => z.object(form).partial();

/** An object that is written as address lines; its other fields stand beside them. */
export const adresse = <Form extends z.core.$ZodLooseShape>(skrevet: Adresseform, form: Form) =>
  objekt(form).register(feltMeta, { slag: 'adresse', form: skrevet });

/** An object that says something by being there, even when it is empty (ukjentBosted). */
export const markoer = <Form extends z.core.$ZodLooseShape>(form: Form) =>
  objekt(form).register(feltMeta, { slag: 'markoer' });

/** Two text fields that together are one code, written `first/second`. */
export const par = <Form extends z.core.$ZodLooseShape>(kodeverk: Kodeverknavn, form: Form) =>
  objekt(form).register(feltMeta, { slag: 'par', kodeverk });

/** The six fields that every element may carry (freg-contract.md section 2, "Metadata M"). */
export const METADATA = {
  ajourholdstidspunkt: tidspunkt(),
  erGjeldende: boolsk(),
  kilde: tekst(),
  aarsak: tekst(),
  gyldighetstidspunkt: tidspunkt(),
  opphoerstidspunkt: tidspunkt(),
};

/** One egenskap: a list of elements with metadata, also where the register sends a single object. */
export const egenskap = <Form extends z.core.$ZodLooseShape>(form: Form) =>
  z.array(objekt({ ...form, ...METADATA }));
