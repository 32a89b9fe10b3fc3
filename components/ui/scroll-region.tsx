/** A part of the page that scrolls sideways on narrow screens. It must be reachable by keyboard to be read there. */
import type { ReactNode } from 'react';

export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here the arrow keys cannot scroll it
    <section aria-label={label} className="focusable relative overflow-x-auto" tabIndex={0}>
      {children}
    </section>
  );
}
