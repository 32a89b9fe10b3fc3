/**
 * The model's schemas as a plan to walk by: made once for each schema, since asking zod what a schema is costs more
 * than reading the value it describes. The one place that looks inside the schemas.
 */
import { z } from 'zod';
import { type FeltMeta, findFeltMeta } from './felt.ts';

export type Blad = { art: 'blad'; meta: FeltMeta | undefined };
export type Liste = { art: 'liste'; element: Plan };
export type Objekt = {
  art: 'objekt';
  meta: FeltMeta | undefined;
  /** In the schema's order. */
  felter: readonly (readonly [navn: string, plan: Plan])[];
  eksakt: ReadonlyMap<string, Plan>;
  /** Lower case to the register's spelling: keys are matched exactly first, then without regard to case. */
  foldet: ReadonlyMap<string, string>;
};
export type Plan = Blad | Liste | Objekt;

const planer = new WeakMap<z.core.$ZodType, Plan>();

function createObjekt(schema: z.ZodObject): Objekt {
  const felter = Object.entries(schema.shape).map(([navn, felt]) => [navn, getPlan(felt)] as const);

  return {
    art: 'objekt',
    meta: findFeltMeta(schema),
    felter,
    eksakt: new Map(felter),
    foldet: new Map(felter.map(([navn]) => [navn.toLowerCase(), navn])),
  };
}

/** The schema below `.optional()`. */
export function unwrapSchema(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

function createPlan(optional: z.core.$ZodType): Plan {
  const schema = unwrapSchema(optional);
  if (schema instanceof z.ZodArray) return { art: 'liste', element: getPlan(schema.element) };
  if (schema instanceof z.ZodObject) return createObjekt(schema);

  return { art: 'blad', meta: findFeltMeta(schema) };
}

/** The plan of a schema of the person model; `.optional()` is looked through. */
export function getPlan(schema: z.core.$ZodType): Plan {
  const kjent = planer.get(schema);
  if (kjent !== undefined) return kjent;
  const plan = createPlan(schema);
  planer.set(schema, plan);

  return plan;
}

/** The plan of a schema that is an object. Throws for any other: a fault in the model. */
export function getObjektplan(schema: z.ZodObject): Objekt {
  const plan = getPlan(schema);
  if (plan.art !== 'objekt') throw new TypeError('the schema is not an object');

  return plan;
}
