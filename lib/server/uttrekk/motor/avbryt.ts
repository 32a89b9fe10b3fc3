/**
 * Cancels an uttrekk: the key of its parts is destroyed in the same transaction as the state, then the files go. A chunk
 * under way finds the state and writes nothing; what it had written opens no more (security.md F-02).
 */
import 'server-only';
import { rm } from 'node:fs/promises';
import { toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { type Leie, moveUttrekk, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';

export async function avbrytUttrekk(
  { pool, filMappe }: Motordeps,
  leie: Leie,
  uttrekk: Uttrekk,
): Promise<void> {
  await withLeie(pool, leie, async (tx) => {
    await moveUttrekk(tx, uttrekk, 'avbrutt', { kode: 'avbrutt', verdier: {} });
    await tx.query(
      `update uttrekk.uttrekk set delnoekkel = null, ferdig = now(), leie_til = null where id = $1`,
      [uttrekk.id],
    );
  });
  await rm(toMappesti(filMappe, uttrekk.id), { recursive: true, force: true });
}
