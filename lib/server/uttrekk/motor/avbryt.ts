/**
 * Cancels an uttrekk: first the state, so that a chunk under way counts no more, then its parts, with the proof. What
 * cannot be deleted now the duty of `slett-utloepte.ts` deletes.
 */
import 'server-only';
import { deleteFiler } from '#lib/server/uttrekk/filer/slett.ts';
import { type Leie, moveUttrekk, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';

export async function avbrytUttrekk(deps: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<void> {
  await withLeie(deps.pool, leie, (tx) =>
    moveUttrekk(tx, uttrekk, 'avbrutt', { kode: 'avbrutt', verdier: {} }),
  );
  const { eier_id: brukerId, brukernavn, enhet } = uttrekk;
  await deleteFiler(deps, uttrekk.id, { brukerId, brukernavn, enhet, sessionRef: null });
}
