/**
 * From the posts of a bulk answer to rows, by the same way as a person page: package, masking, view. A thousand persons
 * are a second of work, so it is done in slices and the process answers others between them.
 */
import 'server-only';
import { type Personrad, toPersonfakta } from '#lib/domain/person/personrad.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import type { Bulkpost } from '#lib/server/freg/freg-svar.ts';
import { presentPerson } from '#lib/server/oppslag/present-person.ts';

const SLICE = 25;

/** The rows in the order of the posts, and the numbers of everybody they are about. */
export type PresenterteRader = { rader: Personrad[]; subjekter: string[] };

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A post of the answer, or a number that is closed to the user. */
export type Radpost = Bulkpost | { nummer: string; utfall: 'ikkeTilgang' };

export async function presentRader(
  poster: readonly Radpost[],
  spoersmaal: { pakke: Pakke; deler: string[] },
  rett: Skjermingsrett,
  naa: Date,
): Promise<PresenterteRader> {
  const rader: Personrad[] = [];
  const subjekter = new Set<string>();
  for (const [i, post] of poster.entries()) {
    if (i % SLICE === SLICE - 1) await nextTurn();
    // Who is closed is no subject of what was shown: she has a row of her own.
    if (post.utfall !== 'ikkeTilgang') subjekter.add(post.nummer);
    if (post.utfall !== 'funnet') {
      rader.push(post);
      continue;
    }
    const { nummer, dokument } = post;
    const presentert = presentPerson(dokument, spoersmaal, rett, nummer, naa);
    for (const egen of presentert.subjekter) subjekter.add(egen);
    rader.push({ nummer, utfall: 'funnet', person: toPersonfakta(presentert.view) });
  }

  return { rader, subjekter: [...subjekter] };
}
