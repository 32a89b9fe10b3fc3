/**
 * What the session knows of its user as a person, and asks the register about once, when she first looks somebody up. Every
 * fault on the way is `uavgjort`, which closes everybody to her: not knowing is no permission (security.md Z-03).
 */
import 'server-only';
import { isAppError } from '#lib/domain/feil.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { fetchNaere, findFamiliepakke, type Spoerrer } from '#lib/server/personregel/fetch-naere.ts';
import type { Likhetsmerker } from '#lib/server/personregel/likhetsmerker.ts';
import { type EgenPerson, openEgenPerson, saveEgenPerson } from '#lib/server/session/egen-person.ts';

type Deps = Parameters<typeof fetchNaere>[0] & {
  pool: Pool;
  utenNummer: 'avslaa' | 'merk';
};

export type Naerstaaende =
  /** `naere` has one set of numbers for each person; `merker` is what the user herself is known by. */
  | {
      kind: 'kjent';
      egne: ReadonlySet<string>;
      naere: readonly (readonly string[])[];
      merker: Likhetsmerker | null;
    }
  /** Nobody says who she is, and the virksomhet lets such users work: marked in the row. */
  | { kind: 'ikkeVurdert' }
  | { kind: 'uavgjort' };

const toKjent = ({ egne, merker }: EgenPerson, naere: string[][]): Naerstaaende => ({
  kind: 'kjent',
  egne: new Set(egne),
  naere,
  merker: merker ?? null,
});

async function readNaere(deps: Deps, spoerrer: Spoerrer, egen: EgenPerson): Promise<Naerstaaende> {
  const { session } = spoerrer;
  if (egen.naere !== null) return toKjent(egen, egen.naere);
  const pakke = findFamiliepakke(session.rettigheter.pakker);
  if (pakke === null) return { kind: deps.utenNummer === 'merk' ? 'ikkeVurdert' : 'uavgjort' };
  const hentet = await fetchNaere(deps, spoerrer, egen.egne[0] ?? '', pakke);
  if (hentet?.naere == null) return { kind: 'uavgjort' };
  await saveEgenPerson(deps.pool, deps.key, session.tokenHash, hentet);

  return toKjent(hentet, hentet.naere);
}

/** Throws REVISJONSLOGG_UTILGJENGELIG when a row cannot be written, and nothing else. */
export async function findNaerstaaende(deps: Deps, spoerrer: Spoerrer): Promise<Naerstaaende> {
  const { session, requestId } = spoerrer;
  if (session.egenPerson === null) return { kind: deps.utenNummer === 'merk' ? 'ikkeVurdert' : 'uavgjort' };
  try {
    return await readNaere(deps, spoerrer, openEgenPerson(deps.key, session.tokenHash, session.egenPerson));
  } catch (error) {
    if (isAppError(error)) throw error;
    log.error('personregel.uavgjort', { kode: 'naerstaaende', requestId, error });

    return { kind: 'uavgjort' };
  }
}
