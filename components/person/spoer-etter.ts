/**
 * How a part that was not asked for is asked for, given by the screen around the view: a new act with its own rows in
 * the revisjonslogg, made by a press of a button and never by itself. Null where it cannot be done.
 */
import { createContext, useContext } from 'react';
import type { Tilleggsdel } from '#lib/domain/oppslag/oppslag.ts';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';

type SpoerEtter = (del: Tilleggsdel) => void;

const SpoerEtterContext = createContext<SpoerEtter | null>(null);
export const SpoerEtterProvider = SpoerEtterContext.Provider;

/** Asks for this part in a new act; null where it cannot be done, and for what is no part. */
export function useSpoerEtter(): (del: string) => (() => void) | null {
  const spoerEtter = useContext(SpoerEtterContext);
  return (del) => {
    const kjent = del === 'historikk' ? del : EGENSKAPER.find((egenskap) => egenskap === del);
    return spoerEtter && kjent ? () => spoerEtter(kjent) : null;
  };
}
