/**
 * What an answer was an answer to, sealed and bound to whoever asked. It travels with the browser, so that a decision about
 * one answer can be about no other, and the server keeps nobody's number between the two.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { open, seal } from '#lib/server/crypto.ts';

const USE = 'innsyn';

const Svar = z.object({
  /** The act of the search. */
  handlingId: z.uuid(),
  numre: z.array(z.string()),
  fra: z.string(),
  til: z.string(),
  laget: z.string(),
  saksreferanse: z.string(),
});
/** `laget` is when the log was read: whatever is said of the answer later is about the log as it was then. */
export type Svar = z.infer<typeof Svar>;

export const toSvarId = (key: string, brukerId: string, svar: Svar): string =>
  seal(key, USE, brukerId, JSON.stringify(svar)).toString('base64url');

/** The answer that the id names. Throws UGYLDIG_INNHOLD for one that was not made for this user. */
export function readSvarId(key: string, brukerId: string, svarId: string): Svar {
  try {
    return Svar.parse(JSON.parse(open(key, USE, brukerId, Buffer.from(svarId, 'base64url'))));
  } catch {
    throw new AppError('UGYLDIG_INNHOLD');
  }
}
