/** A wait that anybody can end early. A call that comes while nobody waits ends the next wait. */
import 'server-only';

export type Vekker = {
  wake: () => void;
  /** Forgets calls from before: whoever looks now sees what they were about. */
  reset: () => void;
  /** Resolves after `ms`, at a call since the last `reset`, or when the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export function createVekker(): Vekker {
  let called = false;
  let end: () => void = () => undefined;

  return {
    wake() {
      called = true;
      end();
    },
    reset() {
      called = false;
    },
    wait(ms, signal) {
      if (called || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          resolve();
        };
        const timer = setTimeout(finish, ms);
        signal.addEventListener('abort', finish, { once: true });
        end = finish;
      });
    },
  };
}
