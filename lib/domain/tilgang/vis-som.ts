/** «Vis som»: as whom, on which example. The answer is a person view of nobody. */
import { z } from 'zod';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import { EKSEMPELGRADERINGER } from './graderinger.ts';

/** POST /api/tilgang/vis-som. */
export const VisSomRequest = z.strictObject({
  rolle: z.enum(ROLLER),
  pakke: z.enum(PAKKER),
  skjermingsrett: z.enum(['ingen', 'fortrolig']),
  gradering: z.enum(EKSEMPELGRADERINGER),
});
export type VisSomRequest = z.infer<typeof VisSomRequest>;

/** `ingenPersoner`: the role sees nobody. */
export type VisSom = { utfall: 'vist'; person: PersonView } | { utfall: 'ingenPersoner' };
