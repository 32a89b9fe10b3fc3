/**
 * Cancels an uttrekk, because its owner wants it or because it may not be given out: first the state, so that a chunk under
 * way counts no more, then its parts, with the proof. What cannot be deleted now the duty of `slett-utloepte.ts` deletes.
 */
import 'server-only';
import { deleteFiler } from '#lib/server/uttrekk/filer/slett.ts';
import { type Leie, moveUttrekk, type Uttrekk, withLeie } from './leie.ts';
import type { Motordeps } from './motor.ts';
import { denyFor } from './run-kall.ts';

const toAktoer = ({ eier_id: brukerId, brukernavn, enhet }: Uttrekk) => ({
  ...{ brukerId, brukernavn, enhet },
  sessionRef: null,
});

export async function avbrytUttrekk(deps: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<void> {
  await withLeie(deps.pool, leie, (tx) =>
    moveUttrekk(tx, uttrekk, 'avbrutt', { kode: 'avbrutt', verdier: {} }),
  );
  await deleteFiler(deps, uttrekk.id, toAktoer(uttrekk));
}

/** It turned out to be of so few that the virksomhet gives out none of them (security.md F-11). No file is ever made. */
export async function avslaaFaa(deps: Motordeps, leie: Leie, uttrekk: Uttrekk): Promise<void> {
  const grunn = 'faaPersoner';
  await denyFor(deps, uttrekk, 'UTTREKK_KLAR', { uttrekk: uttrekk.id }, grunn);
  await withLeie(deps.pool, leie, (tx) =>
    moveUttrekk(tx, uttrekk, 'avbrutt', { kode: 'stoppet', verdier: { grunn } }, grunn),
  );
  await deleteFiler(deps, uttrekk.id, toAktoer(uttrekk));
}
