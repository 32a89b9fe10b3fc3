/**
 * An answer with what is the user's own: her acts, her orders, the names of colleagues. The one answer with a body that
 * needs no row in the revisjonslogg: it says nothing of anybody in the register. Its schema is closed all the way down,
 * so a handler that tries to put more in it throws.
 */
import 'server-only';
import { z } from 'zod';
import { once } from '#lib/server/once.ts';

const getLukkede = once('http.lukkede', () => new WeakSet<z.ZodType>());

/** True when no object of the schema lets an unnamed key through. */
function isLukket(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return true;
  const { type, properties, additionalProperties }: Record<string, unknown> = { ...json };
  if (type === 'object' && properties !== undefined && additionalProperties !== false) return false;

  return Object.values(json).every(isLukket);
}

/** Throws TypeError for a schema that is open somewhere. Found out once for each schema. */
function checkLukket(schema: z.ZodType): void {
  const lukkede = getLukkede();
  if (lukkede.has(schema)) return;
  if (!isLukket(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
    throw new TypeError('the schema of an answer must be closed');
  lukkede.add(schema);
}

/** The value as text. Throws when it is not what the closed schema says. */
export function toEgneJson<T>(schema: z.ZodType<T>, value: NoInfer<T>): string {
  checkLukket(schema);

  return JSON.stringify(schema.parse(value));
}

/** 200. `json` is the very text that is sent. */
export class Egne<T> {
  readonly json: string;
  constructor(schema: z.ZodType<T>, value: NoInfer<T>) {
    this.json = toEgneJson(schema, value);
  }
}
