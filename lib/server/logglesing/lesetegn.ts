/**
 * A reading of the revisjonslogg that goes on over several pages is one act. What it asks for and how far it has come
 * travels with the browser, sealed and bound to the reader: the server keeps nothing, and nobody can add to another's act.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { open, seal } from '#lib/server/crypto.ts';
import { getEnv } from '#lib/server/env.ts';

const USE = 'logglesing';

const Lesning = z.object({
  handlingId: z.string(),
  /** As it was asked for, with the reason. */
  filter: RevisjonsloggFilter,
  topp: z.string(),
  etter: z.object({ tidspunkt: z.string(), radId: z.string() }).nullable(),
});
export type Lesning = z.infer<typeof Lesning>;

/** What is read: the log, by those who may, or one's own acts. A token for the one is none for the other. */
export type Lest = 'logg' | 'egne';

const bind = (lest: Lest, brukerId: string) => `${lest} ${brukerId}`;

export function toLesetegn(lest: Lest, lesning: Lesning, brukerId: string): string {
  return seal(getEnv().OPPSLAG_KEY, USE, bind(lest, brukerId), JSON.stringify(lesning)).toString('base64url');
}

/** Throws UGYLDIG_INNHOLD for a token that was not made for this user. */
export function readLesetegn(lest: Lest, videre: string, brukerId: string): Lesning {
  try {
    return Lesning.parse(
      JSON.parse(open(getEnv().OPPSLAG_KEY, USE, bind(lest, brukerId), Buffer.from(videre, 'base64url'))),
    );
  } catch {
    throw new AppError('UGYLDIG_INNHOLD');
  }
}
