/**
 * How a number shown in the person view is looked up, given by the screen around it: the view itself does not know where
 * persons come from. Null where it cannot be done.
 */
import { createContext, useContext } from 'react';

type SlaaOpp = {
  /** The person's own numbers, earlier ones too: each leads to the same person. */
  egneNumre: ReadonlySet<string>;
  slaaOpp: (nummer: string) => void;
};

const SlaaOppContext = createContext<SlaaOpp | null>(null);
export const SlaaOppProvider = SlaaOppContext.Provider;

/** Looks up this number as a new act; null for a number of the person on the screen, and where it cannot be done. */
export function useSlaaOpp(nummer: string): (() => void) | null {
  const gitt = useContext(SlaaOppContext);
  return gitt === null || gitt.egneNumre.has(nummer) ? null : () => gitt.slaaOpp(nummer);
}
