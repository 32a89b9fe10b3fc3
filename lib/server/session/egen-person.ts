/**
 * Who the signed-in user is as a person, and who is close to her. In clear only while a request is decided: in the session's
 * row it is sealed and bound to that session, it stands in no log, and it is gone with the row (security.md Z-04, P-05).
 */
import 'server-only';
import { z } from 'zod';
import { LIKHETER } from '#lib/domain/personregel/likheter.ts';
import { open, seal } from '#lib/server/crypto.ts';
import type { Pool } from '#lib/server/db/pool.ts';

const nummer = z.string().regex(/^\d{11}$/);

const EgenPerson = z.strictObject({
  /** Her own numbers: the one the identity provider gave, and when the register has been asked, all of them. */
  egne: z.array(nummer).min(1),
  /** Those close to her, each with all numbers that are known of her; null until the register has been asked. */
  naere: z.array(z.array(nummer)).nullable(),
  /** Keyed marks of where she lives and of her name there; absent until the register has been asked. */
  merker: z.record(z.enum(LIKHETER), z.array(z.string())).optional(),
});
export type EgenPerson = z.infer<typeof EgenPerson>;

const USE = 'egen-person';

/** The number that a claim of the identity provider holds; null for none, and for what is none. */
export function parseNummerkrav(krav: unknown): string | null {
  return nummer.safeParse(krav).data ?? null;
}

/** Keeps it in the session's row. `key` is OPPSLAG_KEY. */
export async function saveEgenPerson(
  pool: Pool,
  key: string,
  tokenHash: Buffer,
  egen: EgenPerson,
): Promise<void> {
  await pool.query('update portal.session set egen_person = $2 where token_hash = $1', [
    tokenHash,
    seal(key, USE, tokenHash.toString('hex'), JSON.stringify(egen)),
  ]);
}

/** Throws when key, session or any byte differs. */
export const openEgenPerson = (key: string, tokenHash: Buffer, sealed: Buffer): EgenPerson =>
  EgenPerson.parse(JSON.parse(open(key, USE, tokenHash.toString('hex'), sealed)));
