/** What a run is compared by, in the form that it was finished with: those from before have no numbers in it. */
import 'server-only';
import { access } from 'node:fs/promises';
import { toFilfeil } from './filfeil.ts';
import { NUMMER_STED, POST_BYTES } from './linjer.ts';
import { type Plass, toEldreGrunnlagsplass, toGrunnlagsplass, type Uttrekksmappe } from './mappe.ts';

/** `postBytes` is the length of a record; `harNumre` that it ends with the number. */
export type Grunnlag = { plass: Plass; noekkel: Buffer; postBytes: number; harNumre: boolean };

const exists = (sti: string): Promise<boolean> =>
  access(sti).then(
    () => true,
    (error) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw toFilfeil(error);
    },
  );

/** Where neither is there, reading it throws FIL_MANGLER. */
export async function findGrunnlag(mappe: Uttrekksmappe): Promise<Grunnlag> {
  const { noekkel } = mappe;
  const plass = toGrunnlagsplass(mappe);
  if (await exists(plass.sti)) return { plass, noekkel, postBytes: POST_BYTES, harNumre: true };

  return { plass: toEldreGrunnlagsplass(mappe), noekkel, postBytes: NUMMER_STED, harNumre: false };
}
