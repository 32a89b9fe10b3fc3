/** The answer of `personer/soek`: numbers and nothing else. No hits may be an empty list or no list at all. */
import 'server-only';
import type { Treff } from './freg-svar.ts';
import type { Objektleser } from './send.ts';

/** Reads `{"foedselsEllerDNummer": […]}` (freg-contract.md section 1.2 no 6); each number once. */
export const readTreff: Objektleser<Treff> = ({ foedselsEllerDNummer = [] }) => {
  if (!Array.isArray(foedselsEllerDNummer)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  const numre = foedselsEllerDNummer.filter(
    (nummer): nummer is string => typeof nummer === 'string' && /^\d{11}$/.test(nummer),
  );
  // A number that cannot be read is a hit that would be missing without anybody knowing.
  if (numre.length < foedselsEllerDNummer.length) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  return { kind: 'treff', numre: [...new Set(numre)] };
};
