/**
 * How a number shown in the person view is looked up, given by the screen around it: the view itself does not know where
 * persons come from. Null where it cannot be done.
 */
import { createContext, useContext } from 'react';

type SlaaOpp = { egetNummer: string | null; slaaOpp: (nummer: string) => void };

const SlaaOppContext = createContext<SlaaOpp | null>(null);
export const SlaaOppProvider = SlaaOppContext.Provider;

/** Looks up this number as a new act; null for the number of the person on the screen, and where it cannot be done. */
export function useSlaaOpp(nummer: string): (() => void) | null {
  const gitt = useContext(SlaaOppContext);
  return gitt === null || gitt.egetNummer === nummer ? null : () => gitt.slaaOpp(nummer);
}
