/**
 * Two runs of one order compared: who is new, gone and changed. Both have everybody in order with a digest of what her row
 * says, so it is one walk along both; nothing is decided by a name or a number.
 */
import 'server-only';
import type { Grunnlag } from './grunnlag.ts';
import { NUMMER_STED, REF_BYTES } from './linjer.ts';
import { listPoster } from './poster.ts';
import { scanForseglet } from './read-forseglet.ts';

export type Forskjell = { nye: number; borte: number; endret: number };

/** Other numbers of the same person have no row of their own. */
const hasRad = (post: Buffer): boolean => post.subarray(REF_BYTES, NUMMER_STED).some((byte) => byte !== 0);

/** Everybody with a row, one at a time. */
async function* listRader({ plass, noekkel, postBytes }: Grunnlag): AsyncGenerator<Buffer[]> {
  for await (const poster of listPoster(scanForseglet(plass.sti, noekkel, plass.bound), postBytes)) {
    const rader: Buffer[] = [];
    for (let sted = 0; sted < poster.length; sted += postBytes) {
      const post = poster.subarray(sted, sted + postBytes);
      if (hasRad(post)) rader.push(post);
    }
    yield rader;
  }
}

/** A walk along one run: where it stands, and how to go on. */
class Gang {
  readonly #biter: AsyncGenerator<Buffer[]>;
  #rader: Buffer[] = [];
  #nr = 0;
  constructor(grunnlag: Grunnlag) {
    this.#biter = listRader(grunnlag);
  }
  /** The row it stands at; null at the end. Waits only where a new piece must be read. */
  peek(): Buffer | null | Promise<Buffer | null> {
    return this.#rader[this.#nr] ?? this.#read();
  }
  step(): void {
    this.#nr += 1;
  }
  /** Lets go of the file, wherever it stands. */
  async close(): Promise<void> {
    await this.#biter.return(undefined);
  }
  async #read(): Promise<Buffer | null> {
    for (;;) {
      const { value, done } = await this.#biter.next();
      if (done) return null;
      this.#rader = value;
      this.#nr = 0;
      if (value[0] !== undefined) return value[0];
    }
  }
}

type Slag = keyof Forskjell;

/** Of two records side by side, null where a run has ended: what sets them apart, and in which run the next one stands. */
function hold(gammel: Buffer | null, ny: Buffer | null): { slag: Slag | null; orden: number } {
  const orden = gammel === null ? 1 : ny === null ? -1 : gammel.compare(ny, 0, REF_BYTES, 0, REF_BYTES);
  if (orden !== 0) return { slag: orden < 0 ? 'borte' : 'nye', orden };
  const erLike = ny === null || gammel === null || gammel.compare(ny, 0, NUMMER_STED, 0, NUMMER_STED) === 0;

  return { slag: erLike ? null : 'endret', orden };
}

/** One person who is not the same in both. `post` is her record in the later run, of who is gone in the earlier. */
export type Endring = { slag: Slag; post: Buffer };

/**
 * Everybody who is not the same in both, in the order of the references. A record lies where the next may: whoever takes
 * it is done with it before asking for more.
 * @throws Filfeil when either run's files are gone or not whole; the signal's reason when it is raised
 */
export async function* listEndringer(
  foer: Grunnlag,
  etter: Grunnlag,
  signal: AbortSignal,
): AsyncGenerator<Endring> {
  const [a, b] = [new Gang(foer), new Gang(etter)];
  try {
    for (;;) {
      let [gammel, ny] = [a.peek(), b.peek()];
      if (gammel instanceof Promise || ny instanceof Promise) {
        signal.throwIfAborted();
        [gammel, ny] = await Promise.all([gammel, ny]);
      }
      const post = ny ?? gammel;
      if (post === null) return;
      const { slag, orden } = hold(gammel, ny);
      if (slag !== null) yield { slag, post: slag === 'borte' ? (gammel ?? post) : post };
      if (orden <= 0) a.step();
      if (orden >= 0) b.step();
    }
  } finally {
    // Also when the other one could not be read, or whoever walks along had no room.
    await Promise.all([a.close(), b.close()]);
  }
}
