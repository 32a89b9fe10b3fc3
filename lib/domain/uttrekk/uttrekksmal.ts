/** Orders kept for another time: templates, and plans by which a template is ordered again until a date. */
import { z } from 'zod';
import { Bestilling } from './bestilling.ts';

export const INTERVALLER = ['dag', 'uke', 'maaned'] as const;
export type Intervall = (typeof INTERVALLER)[number];

/** A plan may not outlive what somebody still remembers: a year. */
export const MAKS_PLANDAGER = 366;

/** `neste` is when it is ordered next, ISO; `slutter` the last day, a date. */
const Uttrekksplan = z.strictObject({
  intervall: z.enum(INTERVALLER),
  neste: z.iso.datetime(),
  slutter: z.iso.date(),
});

/** The answer of everything under /api/uttrekk/maler: all templates of the user, by name. */
export const Maler = z.strictObject({
  maler: z.array(z.strictObject({ malId: z.uuid(), bestilling: Bestilling, plan: Uttrekksplan.nullable() })),
});
export type Maler = z.infer<typeof Maler>;

/** The first time after `naa` that a plan which was due at `neste` is due again. A month keeps its day where it has it. */
export function findNesteKjoering(neste: Date, intervall: Intervall, naa: Date): Date {
  for (let steg = 1; ; steg += 1) {
    const dato = addIntervall(neste, intervall, steg);
    if (dato > naa) return dato;
  }
}

function addIntervall(fra: Date, intervall: Intervall, antall: number): Date {
  const dato = new Date(fra);
  if (intervall === 'dag') dato.setUTCDate(dato.getUTCDate() + antall);
  else if (intervall === 'uke') dato.setUTCDate(dato.getUTCDate() + 7 * antall);
  else {
    const dag = dato.getUTCDate();
    dato.setUTCDate(1);
    dato.setUTCMonth(dato.getUTCMonth() + antall);
    const sisteDag = new Date(Date.UTC(dato.getUTCFullYear(), dato.getUTCMonth() + 1, 0)).getUTCDate();
    dato.setUTCDate(Math.min(dag, sisteDag));
  }
  return dato;
}
