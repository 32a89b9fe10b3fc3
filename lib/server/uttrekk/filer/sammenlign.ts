/**
 * Two runs of one order compared: how many are new, gone and changed. Both have everybody in order with a digest of what
 * her row says, so it is one walk along both; nothing is decided by a name or a number, and nothing but counts comes out.
 */
import 'server-only';
import { readForseglet } from './container.ts';
import { toGrunnlagsplass, type Uttrekksmappe } from './mappe.ts';
import { listPoster } from './medlemskap.ts';
import { POST_BYTES, REF_BYTES } from './referanser.ts';

export type Forskjell = { nye: number; borte: number; endret: number };

/** Other numbers of the same person have no row of their own. */
const hasRad = (post: Buffer): boolean => post.subarray(REF_BYTES).some((byte) => byte !== 0);

/** Everybody with a row, one at a time. */
async function* listRader(mappe: Uttrekksmappe): AsyncGenerator<Buffer[]> {
  const { sti, bound } = toGrunnlagsplass(mappe);
  for await (const poster of listPoster(readForseglet(sti, mappe.noekkel, bound), POST_BYTES)) {
    const rader: Buffer[] = [];
    for (let sted = 0; sted < poster.length; sted += POST_BYTES) {
      const post = poster.subarray(sted, sted + POST_BYTES);
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
  constructor(mappe: Uttrekksmappe) {
    this.#biter = listRader(mappe);
  }
  /** The row it stands at; null at the end. Waits only where a new piece must be read. */
  peek(): Buffer | null | Promise<Buffer | null> {
    return this.#rader[this.#nr] ?? this.#read();
  }
  step(): void {
    this.#nr += 1;
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

/**
 * @throws Filfeil when either run's files are gone or not whole; the signal's reason when it is raised
 */
export async function compareUttrekk(
  foer: Uttrekksmappe,
  etter: Uttrekksmappe,
  signal: AbortSignal,
): Promise<Forskjell> {
  const [a, b] = [new Gang(foer), new Gang(etter)];
  const forskjell = { nye: 0, borte: 0, endret: 0 };
  for (;;) {
    let [gammel, ny] = [a.peek(), b.peek()];
    if (gammel instanceof Promise || ny instanceof Promise) {
      signal.throwIfAborted();
      [gammel, ny] = await Promise.all([gammel, ny]);
    }
    if (gammel === null && ny === null) return forskjell;
    const orden = gammel === null ? 1 : ny === null ? -1 : gammel.compare(ny, 0, REF_BYTES, 0, REF_BYTES);
    if (orden < 0) forskjell.borte += 1;
    else if (orden > 0) forskjell.nye += 1;
    else if (gammel !== null && ny !== null && !gammel.equals(ny)) forskjell.endret += 1;
    if (orden <= 0) a.step();
    if (orden >= 0) b.step();
  }
}
