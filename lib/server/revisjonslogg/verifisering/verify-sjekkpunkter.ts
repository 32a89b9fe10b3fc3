/**
 * The checkpoints of a log, in order: each signed, numbered without a gap, never over fewer leaves than the one before,
 * and the same as the witness has.
 */
import 'server-only';
import type { Kontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { openSjekkpunkt, type Sjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import type { Funn } from '#lib/server/revisjonslogg/verifisering/funn.ts';
import type { Notat } from '#lib/server/revisjonslogg/verifisering/kilde.ts';

type Vitnesjekkpunkt = { note: string; sjekkpunkt: Sjekkpunkt };

/**
 * The checkpoints of a witness. `grense` is the newest note it had before the log was read: what came later is not
 * missing there.
 */
export async function* openVitne(
  noter: AsyncIterable<string>,
  grense: string | null,
  noekler: readonly Kontrollnoekkel[],
  meld: (funn: Funn) => void,
): AsyncGenerator<Vitnesjekkpunkt> {
  let nummer = -1;
  for await (const note of noter) {
    nummer += 1;
    const sjekkpunkt = openSjekkpunkt(note, noekler);
    if (sjekkpunkt) {
      nummer = sjekkpunkt.nummer;
      yield { note, sjekkpunkt };
    } else meld({ slag: 'ugyldig-signatur', kilde: 'vitne', nummer });
    if (note === grense) return;
  }
}

/** The witness, one checkpoint ahead. */
function createVitnekoe(vitne: AsyncIterator<Vitnesjekkpunkt>) {
  let next: Promise<IteratorResult<Vitnesjekkpunkt>> | null = null;

  return {
    async peek(): Promise<Vitnesjekkpunkt | null> {
      next ??= vitne.next();
      const { value, done } = await next;

      return done ? null : value;
    },
    drop(): void {
      next = null;
    },
  };
}

/**
 * Every checkpoint that can be believed, by number: those of the log, and from the witness those that the log lacks, so
 * that what they were made over is looked for.
 */
export async function* verifySjekkpunkter(
  notater: AsyncIterable<Notat>,
  vitne: AsyncIterator<Vitnesjekkpunkt> | null,
  noekler: readonly Kontrollnoekkel[],
  meld: (funn: Funn) => void,
): AsyncGenerator<Sjekkpunkt> {
  const koe = vitne && createVitnekoe(vitne);
  let expected = 0;

  /** What the witness has below `til`, and the numbers that are missing there. */
  async function* listMissing(til: number): AsyncGenerator<Sjekkpunkt> {
    const fra = expected;
    for (let mine = await koe?.peek(); mine && mine.sjekkpunkt.nummer < til; mine = await koe?.peek()) {
      koe?.drop();
      expected = mine.sjekkpunkt.nummer + 1;
      yield mine.sjekkpunkt;
    }
    const missing = til === Number.POSITIVE_INFINITY ? expected : til;
    if (missing > fra) meld({ slag: 'sjekkpunkt-mangler', fra, til: missing - 1 });
  }

  for await (const { nummer, note } of notater) {
    yield* listMissing(nummer);
    expected = nummer + 1;
    const mine = await koe?.peek();
    if (mine?.sjekkpunkt.nummer === nummer) {
      koe?.drop();
      if (mine.note !== note) meld({ slag: 'sjekkpunkt-avvik', nummer });
    }
    const sjekkpunkt = openSjekkpunkt(note, noekler);
    if (sjekkpunkt?.nummer === nummer) yield sjekkpunkt;
    else meld({ slag: 'ugyldig-signatur', kilde: 'logg', nummer });
  }
  yield* listMissing(Number.POSITIVE_INFINITY);
}
