/**
 * The answer of `personer/bulkoppslag`: matched to the question by number, never by place. What is missing, double or
 * about somebody else is a post of its own, so that no number is lost and no person shown in another's row
 * (security.md ).
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { isObject } from './classify-answer.ts';
import type { Arkivsvar, Bulkpost, Bulksvar, PersonDokument } from './freg-svar.ts';
import { readIdentitet } from './identity.ts';
import type { Objektleser } from './send.ts';

/** freg-contract.md section 1.5. */
export const MAKS_I_BULK = 1_000;

/** The body of the call. Throws UGYLDIG_INNHOLD for what the register would refuse. */
export function formatBulk(numre: readonly string[]): string {
  const valid =
    numre.length > 0 && numre.length <= MAKS_I_BULK && numre.every((nummer) => /^\d{11}$/.test(nummer));
  if (!valid) throw new AppError('UGYLDIG_INNHOLD');
  return JSON.stringify({ foedselsEllerDNummer: numre });
}

/** Document ids are opaque: 32 hex today, uuids before (freg-contract.md section 5.3). */
export const DOKUMENT_ID = /^[\w-]{1,64}$/;

/** The body of `personer/bulkoppslag/arkiv`. Throws UGYLDIG_INNHOLD for what the register would refuse. */
export function formatBulkarkiv(ider: readonly string[]): string {
  const valid = ider.length > 0 && ider.length <= MAKS_I_BULK && ider.every((id) => DOKUMENT_ID.test(id));
  if (!valid) throw new AppError('UGYLDIG_INNHOLD');
  return JSON.stringify({ dokumentidentifikator: ider });
}

/** The documents by what they are said to answer, null where the row has none. Of several for one, the first. */
function listSvar(oppslag: readonly unknown[], noekkel: string): Map<string, PersonDokument | null> {
  const svar = new Map<string, PersonDokument | null>();
  for (const post of oppslag) {
    const id = isObject(post) ? post[noekkel] : undefined;
    if (!isObject(post) || typeof id !== 'string') continue;
    const { folkeregisterperson } = post;
    if (!svar.get(id)) svar.set(id, isObject(folkeregisterperson) ? folkeregisterperson : null);
  }
  return svar;
}

const countUteblitt = (ider: readonly string[], svar: ReadonlyMap<string, unknown>): number =>
  ider.filter((id) => !svar.has(id)).length;

/** Reads `{"oppslag": [{foedselsEllerDNummer, folkeregisterperson?, feilmelding?}]}` (section 1.2 no 2). */
export function readBulk(
  numre: readonly string[],
  pakke: Pakke,
  deler: readonly string[],
): Objektleser<Bulksvar> {
  return ({ oppslag }) => {
    if (!Array.isArray(oppslag)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
    const svar = listSvar(oppslag, 'foedselsEllerDNummer');
    const poster = numre.map((nummer): Bulkpost => {
      const dokument = svar.get(nummer) ?? null;
      if (dokument === null) return { nummer, utfall: 'ikkeFunnet' };
      const isOther = readIdentitet(dokument, nummer, pakke, deler) === 'feilPerson';
      return isOther ? { nummer, utfall: 'feilPerson' } : { nummer, utfall: 'funnet', dokument };
    });
    return { kind: 'bulk', poster, uteblitt: countUteblitt(numre, svar) };
  };
}

/** Reads `{"oppslag": [{dokumentidentifikator, folkeregisterperson?, feilmelding?}]}` (section 1.2 no 3). */
export function readBulkarkiv(ider: readonly string[]): Objektleser<Arkivsvar> {
  return ({ oppslag }) => {
    if (!Array.isArray(oppslag)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
    const svar = listSvar(oppslag, 'dokumentidentifikator');
    const poster = ider.map((id) => ({ id, dokument: svar.get(id) ?? null }));
    return { kind: 'arkiv', poster, uteblitt: countUteblitt(ider, svar) };
  };
}
