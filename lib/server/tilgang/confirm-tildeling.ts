/** The second pair of eyes on a right that needs one: an administrator or personvernombud who neither gave nor gets it. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { Tilgangssvar } from '#lib/domain/tilgang/bruker.ts';
import { decideBekreftelse } from '#lib/domain/tilgang/decide-endring.ts';
import { findStatus } from '#lib/domain/tilgang/gjeldende.ts';
import { RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import type { BekreftelseRequest } from '#lib/domain/tilgang/tilgang-request.ts';
import { type Database, query, transact } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { addHendelse } from '#lib/server/tilgang/hendelser.ts';
import { denyEndring, type Tilgangsrad, toGjelder, withRad } from '#lib/server/tilgang/logg.ts';
import { getBruker, loadBrukerside, toMottaker } from '#lib/server/tilgang/read-bruker.ts';

const Row = z.object({
  rettighet: z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn)),
  gitt_av: z.uuid(),
  fra: z.date(),
  til: z.date(),
});

/** One that waits for its second pair of eyes. Throws KONFLIKT when it does not. */
async function getVentende(db: Database, brukerId: string, tildelingId: string, naa: Date) {
  const sql = `select rettighet, gitt_av, fra, til from portal.tildeling
    where id = $1 and bruker_id = $2 and trukket is null and bekreftet is null`;
  const [rad] = await query(db, Row, sql, [tildelingId, brukerId]);
  if (rad === undefined || findStatus({ ...rad, bekreftet: false }, naa) !== 'venterPaaBekreftelse')
    throw new AppError('KONFLIKT');

  return { rettighet: rad.rettighet, gittAv: rad.gitt_av };
}

const SET = {
  bekreftet: 'update portal.tildeling set bekreftet = now(), bekreftet_av = $2 where id = $1',
  avslaatt: 'update portal.tildeling set trukket = now(), trukket_av = $2 where id = $1',
};

/** Confirms or refuses a right. Throws IKKE_FUNNET, and KONFLIKT for one that does not wait. */
export async function confirmTildeling(
  deps: Tilgangsdeps,
  { session, body, params }: Kall<BekreftelseRequest>,
): Promise<Egne<Tilgangssvar>> {
  const { pool, revisjonslogg, tilgang } = deps;
  const { tildelingId } = body;
  const aktoerId = session.brukerId;
  const bruker = await getBruker(pool, params.brukerId);
  const ventende = await getVentende(pool, bruker.id, tildelingId, bruker.naa);
  const slag = body.bekreftes ? 'bekreftet' : 'avslaatt';
  const decide = (naa: typeof bruker) =>
    decideBekreftelse({ aktoerId, ...ventende }, toMottaker(naa), { tilgang, naa: naa.naa });
  const rad: Tilgangsrad = {
    handling: 'TILGANG_BEKREFTELSE',
    gjelder: { ...toGjelder(bruker), rettighet: ventende.rettighet, tildeling: tildelingId, svar: slag },
    begrunnelse: null,
  };
  // To refuse takes nobody's place: what must be apart only stands in the way of a yes.
  const avslag = body.bekreftes || aktoerId === bruker.id ? decide(bruker) : null;
  if (avslag === null)
    await withRad(revisjonslogg, session, rad, () =>
      transact(pool, async (tx) => {
        const naa = await getBruker(tx, bruker.id, true);
        const { rettighet } = await getVentende(tx, bruker.id, tildelingId, naa.naa);
        if (body.bekreftes && decide(naa) !== null) throw new AppError('KONFLIKT');
        await tx.query(SET[slag], [tildelingId, aktoerId]);
        await addHendelse(tx, { brukerId: bruker.id, slag, hva: rettighet, av: aktoerId, begrunnelse: null });
      }),
    );
  else await denyEndring(revisjonslogg, session, rad, avslag);

  return new Egne(Tilgangssvar, { avslag, side: await loadBrukerside(deps, session, bruker.id) });
}
