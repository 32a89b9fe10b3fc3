'use client';
/**
 * Whether the page is on its way to paper. What opens on demand on the screen is made only when it is opened; on paper
 * nothing can be opened, so everything is made before the page is printed.
 */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let fromEvent = false;

function subscribe(onChange: () => void): () => void {
  const paper = window.matchMedia('print');
  // Printing starts when the listeners have run, so the page must have changed by then.
  const set = (printing: boolean) => () => {
    fromEvent = printing;
    flushSync(onChange);
  };
  const [before, after] = [set(true), set(false)];
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  paper.addEventListener('change', onChange);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    paper.removeEventListener('change', onChange);
  };
}

const isPrinting = () => fromEvent || window.matchMedia('print').matches;

/** What `usePrinting` reads. */
export const Printing = createContext(false);

/** Listens once for all that is inside. */
export function PrintingProvider({ children }: { children: ReactNode }) {
  return <Printing value={useSyncExternalStore(subscribe, isPrinting, () => false)}>{children}</Printing>;
}

/** False outside a `PrintingProvider`. */
export function usePrinting(): boolean {
  return useContext(Printing);
}
