/**
 * Turns at reading answers. Many calls are under way at once, and their bytes are small; a thousand persons read out of
 * them are not. Rule: no more than a few answers are in memory as persons, so that memory follows neither the number of
 * calls nor the size of the uttrekk (security.md F-03).
 */
import 'server-only';

/** The turn of one chunk. */
export type Lesetur = {
  /** Resolves when it is this chunk's turn. Asked again while it has it, at once. */
  take: () => Promise<void>;
  /** Ends the turn, also one that was never taken. */
  end: () => void;
};

/** @param antall turns at once */
export function createLeseturer(antall: number): () => Lesetur {
  let ledige = antall;
  const venter: (() => void)[] = [];

  return () => {
    let tatt: Promise<void> | null = null;
    let isEnded = false;
    const give = (): void => {
      const neste = venter.shift();
      if (neste) neste();
      else ledige += 1;
    };

    return {
      take() {
        if (tatt !== null || isEnded) return tatt ?? Promise.resolve();
        if (ledige > 0) {
          ledige -= 1;
          tatt = Promise.resolve();
        } else {
          tatt = new Promise((resolve) => venter.push(resolve));
        }

        return tatt;
      },
      end() {
        if (isEnded) return;
        isEnded = true;
        // A turn that is still waited for is passed on when it comes.
        void tatt?.then(give);
      },
    };
  };
}
