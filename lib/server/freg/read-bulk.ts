/**
 * The answer of `personer/bulkoppslag`: matched to the question by number, never by place. What is missing, double or
 * about somebody else is a post of its own, so that no number is lost and no person shown in another's row
 * (security.md ).
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Bulkpost, Bulksvar, PersonDokument } from './freg-svar.ts';
import { readIdentitet } from './identity.ts';
import type { Kall } from './send.ts';

/** freg-contract.md section 1.5. */
export const MAKS_I_BULK = 1_000;

/** The body of the call. Throws UGYLDIG_INNHOLD for what the register would refuse. */
export function formatBulk(numre: readonly string[]): string {
  const valid =
    numre.length > 0 && numre.length <= MAKS_I_BULK && numre.every((nummer) => /^\d{11}$/.test(nummer));
  if (!valid) throw new AppError('UGYLDIG_INNHOLD');
  return JSON.stringify({ foedselsEllerDNummer: numre });
}

function isObject(verdi: unknown): verdi is Record<string, unknown> {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** The documents by the number they are said to answer. Of several for one number, the first. */
function listSvar(oppslag: readonly unknown[]): Map<string, PersonDokument> {
  const svar = new Map<string, PersonDokument>();
  for (const post of oppslag) {
    if (!isObject(post) || typeof post.foedselsEllerDNummer !== 'string') continue;
    if (isObject(post.folkeregisterperson) && !svar.has(post.foedselsEllerDNummer))
      svar.set(post.foedselsEllerDNummer, post.folkeregisterperson);
  }
  return svar;
}

/** Reads `{"oppslag": [{foedselsEllerDNummer, folkeregisterperson?, feilmelding?}]}` (section 1.2 no 2). */
export function readBulk(
  numre: readonly string[],
  pakke: Pakke,
  deler: readonly string[],
): Kall<Bulksvar>['read'] {
  return ({ oppslag }) => {
    if (!Array.isArray(oppslag)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
    const svar = listSvar(oppslag);
    const poster = numre.map((nummer): Bulkpost => {
      const dokument = svar.get(nummer);
      if (dokument === undefined) return { nummer, utfall: 'ikkeFunnet' };
      const isOther = readIdentitet(dokument, nummer, pakke, deler) === 'feilPerson';
      return isOther ? { nummer, utfall: 'feilPerson' } : { nummer, utfall: 'funnet', dokument };
    });
    return { kind: 'bulk', poster };
  };
}
