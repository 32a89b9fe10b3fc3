/** The answer of a call for one person: her document, if it is hers. */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Funnet } from './freg-svar.ts';
import { readIdentitet } from './identity.ts';
import type { Objektleser } from './send.ts';

/** Reads `Folkeregisterperson`. `spurt` is the number asked for, where one was (security.md R-12). */
export function readPerson(
  spurt: string | undefined,
  pakke: Pakke,
  deler: readonly string[],
): Objektleser<Funnet> {
  return (dokument, { forsoek, ms, fregRequestId }) => {
    const identitet = readIdentitet(dokument, spurt, pakke, deler);
    if (identitet === 'feilPerson') return { kind: 'ugyldigSvar', grunn: 'feilPerson' };
    const identitetKontrollert = identitet === 'kontrollert';
    return { kind: 'funnet', dokument, identitetKontrollert, forsoek, ms, fregRequestId };
  };
}
