/** Long work in the browser, cut up: after a frame's worth of it the page gets to answer the user. */

/** Half a frame at 60 Hz, so that the other half is the browser's. */
const SLICE_MS = 8;

/** To be awaited between the steps of a long work: gives way when a slice is used up, else at once. */
export function createBreak(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < SLICE_MS) return;
    await new Promise((done) => setTimeout(done));
    started = performance.now();
  };
}
