/**
 * Changing a user's access. Order: decide, row, change, row. It is decided twice: before the row, so that a refusal is
 * told and logged as one, and again with the user's row locked, so that two changes at once cannot add up to what neither
 * of them may be.
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { Tilgangssvar } from '#lib/domain/tilgang/bruker.ts';
import {
  decideAnnet,
  decideFratakelse,
  decideTildeling,
  type Tilgangsavslag,
} from '#lib/domain/tilgang/decide-endring.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { Tilgangsendring } from '#lib/domain/tilgang/tilgang-request.ts';
import { type Database, transact } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { addHendelse, endSessions } from '#lib/server/tilgang/hendelser.ts';
import {
  denyEndring,
  type Tilgangshandling,
  type Tilgangsrad,
  toGjelder,
  withRad,
} from '#lib/server/tilgang/logg.ts';
import { type Bruker, getBruker, loadBrukerside, toMottaker } from '#lib/server/tilgang/read-bruker.ts';

const HANDLING: Record<Tilgangsendring['slag'], Tilgangshandling> = {
  gi: 'TILGANG_GI',
  trekk: 'TILGANG_TREKK',
  fratak: 'TILGANG_FRATAK',
  sperr: 'TILGANG_SPERR',
  aapne: 'TILGANG_AAPNE',
  avsluttOekter: 'TILGANG_OEKTER',
  enhet: 'TILGANG_ENHET',
};

function decide(
  endring: Tilgangsendring,
  aktoerId: string,
  bruker: Bruker,
  tilgang: Tilgang,
): Tilgangsavslag | null {
  const mottaker = toMottaker(bruker);
  if (endring.slag === 'gi') {
    const forslag = { aktoerId, rettighet: endring.rettighet, til: new Date(endring.til) };
    return decideTildeling(forslag, mottaker, { tilgang, naa: bruker.naa });
  }
  if (endring.slag === 'fratak')
    return decideFratakelse({ aktoerId, rettighet: endring.rettighet }, mottaker, {
      tilgang,
      naa: bruker.naa,
    });

  return decideAnnet(aktoerId, mottaker);
}

function toRad(endring: Tilgangsendring, bruker: Bruker): Tilgangsrad {
  const { slag } = endring;
  return {
    handling: HANDLING[slag],
    gjelder: {
      ...toGjelder(bruker),
      ...('rettighet' in endring && { rettighet: endring.rettighet }),
      ...(slag === 'gi' && { til: endring.til }),
      ...(slag === 'trekk' && { tildeling: endring.tildelingId }),
      ...(slag === 'enhet' && { enhet: endring.enhetId ?? 'fraInnlogging' }),
    },
    begrunnelse: 'begrunnelse' in endring ? endring.begrunnelse : null,
  };
}

/** The name of what changed, for the history. Throws KONFLIKT when there was nothing to change. */
async function write(
  tx: Database,
  endring: Tilgangsendring,
  { brukerId, aktoerId }: { brukerId: string; aktoerId: string },
): Promise<string | null> {
  const run = async (sql: string, ...verdier: unknown[]): Promise<string | null> => {
    const { rows, rowCount } = await tx.query<{ hva: string | null }>(sql, [brukerId, ...verdier]);
    if (!rowCount) throw new AppError('KONFLIKT');
    return rows[0]?.hva ?? null;
  };
  switch (endring.slag) {
    case 'gi':
      return run(
        `insert into portal.tildeling (bruker_id, rettighet, til, begrunnelse, gitt_av)
         values ($1, $2, $3, $4, $5) returning rettighet as hva`,
        endring.rettighet,
        new Date(endring.til),
        endring.begrunnelse,
        aktoerId,
      );
    case 'trekk':
      return run(
        `update portal.tildeling set trukket = now(), trukket_av = $3
         where bruker_id = $1 and id = $2 and trukket is null returning rettighet as hva`,
        endring.tildelingId,
        aktoerId,
      );
    case 'fratak':
      return run(
        'update portal.bruker set fratatt = array_append(fratatt, $2) where id = $1 returning $2 as hva',
        endring.rettighet,
      );
    case 'sperr':
      await endSessions(tx, brukerId);
      return run('update portal.bruker set sperret = now() where id = $1 and sperret is null');
    case 'aapne':
      return run('update portal.bruker set sperret = null where id = $1 and sperret is not null');
    case 'avsluttOekter':
      return endSessions(tx, brukerId);
    case 'enhet':
      return run(
        `update portal.bruker b set enhet_id = $2
         where id = $1 and ($2::uuid is null or exists (
           select from portal.enhet e where e.id = $2 and e.avsluttet is null))
         returning (select navn from portal.enhet e where e.id = b.enhet_id) as hva`,
        endring.enhetId,
      );
  }
}

const HENDELSE = {
  gi: 'gitt',
  trekk: 'trukket',
  fratak: 'fratatt',
  sperr: 'sperret',
  aapne: 'aapnet',
  avsluttOekter: 'oekterAvsluttet',
  enhet: 'enhetSatt',
} as const;

/** Changes one thing of one user. Throws IKKE_FUNNET, and KONFLIKT when it is not as it was. */
export async function changeTilgang(
  deps: Tilgangsdeps,
  { session, body: endring, params }: Kall<Tilgangsendring>,
): Promise<Egne<Tilgangssvar>> {
  const { pool, revisjonslogg, tilgang } = deps;
  const aktoerId = session.brukerId;
  const bruker = await getBruker(pool, params.brukerId);
  const rad = toRad(endring, bruker);
  const avslag = decide(endring, aktoerId, bruker, tilgang);
  if (avslag === null)
    await withRad(revisjonslogg, session, rad, () =>
      transact(pool, async (tx) => {
        const naa = await getBruker(tx, bruker.id, true);
        if (decide(endring, aktoerId, naa, tilgang) !== null) throw new AppError('KONFLIKT');
        const hva = await write(tx, endring, { brukerId: bruker.id, aktoerId });
        const { begrunnelse } = rad;
        await addHendelse(tx, {
          brukerId: bruker.id,
          slag: HENDELSE[endring.slag],
          hva,
          av: aktoerId,
          begrunnelse,
        });
      }),
    );
  else await denyEndring(revisjonslogg, session, rad, avslag);

  return new Egne(Tilgangssvar, { avslag, side: await loadBrukerside(deps, session, bruker.id) });
}
