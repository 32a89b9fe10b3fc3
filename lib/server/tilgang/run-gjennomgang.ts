/** Starting a round, and answering for a right in it. Each is an act in the revisjonslogg before it counts. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { canSvare } from '#lib/domain/tilgang/decide-gjennomgang.ts';
import type { Gjennomganger, StartRequest, SvarRequest } from '#lib/domain/tilgang/gjennomgang.ts';
import { listRettigheter } from '#lib/domain/tilgang/rettighet.ts';
import { MAKS_DAGER } from '#lib/domain/tilgang/varighet.ts';
import { query, transact } from '#lib/server/db/pool.ts';
import type { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { addHendelse } from '#lib/server/tilgang/hendelser.ts';
import { readGjennomganger } from '#lib/server/tilgang/list-gjennomganger.ts';
import { toGjelder, withRad } from '#lib/server/tilgang/logg.ts';
import { getBruker } from '#lib/server/tilgang/read-bruker.ts';
import { removeRettighet } from '#lib/server/tilgang/remove-rettighet.ts';

const DAG_MS = 86_400_000;
const Bruker = Tilgangsrad.extend({ id: z.uuid() });
const BRUKERE = `select b.id, ${TILGANGSKOLONNER} from portal.bruker b
  where b.sperret is null and ($1::text is null or ${ENHET} = $1)`;
const LINJER = `insert into portal.gjennomgangslinje (gjennomgang_id, bruker_id, rettighet)
  select $1, * from unnest($2::uuid[], $3::text[])`;

/** Puts every right that counts now in a new round. Throws UGYLDIG_INNHOLD for a deadline behind us or far ahead. */
export async function startGjennomgang(
  deps: Tilgangsdeps,
  { session, body: { enhet, frist } }: Kall<StartRequest>,
): Promise<Egne<Gjennomganger>> {
  const om = Date.parse(frist) - Date.now();
  if (om <= 0 || om > MAKS_DAGER * DAG_MS) throw new AppError('UGYLDIG_INNHOLD');
  const gjelder = { start: enhet ?? 'alle', frist };
  const rad = { handling: 'TILGANG_GJENNOMGANG', gjelder, begrunnelse: null } as const;
  await withRad(deps.revisjonslogg, session, rad, () =>
    transact(deps.pool, async (tx) => {
      const brukere = await query(tx, Bruker, BRUKERE, [enhet]);
      const linjer = brukere.flatMap((bruker) =>
        listRettigheter(toGjeldende(bruker, deps.tilgang)).map((rettighet) => ({ id: bruker.id, rettighet })),
      );
      if (linjer.length === 0) throw new AppError('KONFLIKT');
      const [runde] = await query(
        tx,
        z.object({ id: z.uuid() }),
        'insert into portal.gjennomgang (enhet, frist, startet_av) values ($1, $2, $3) returning id',
        [enhet, frist, session.brukerId],
      );
      await tx.query(LINJER, [runde?.id, linjer.map(({ id }) => id), linjer.map((linje) => linje.rettighet)]);
    }),
  );

  return readGjennomganger(deps, session);
}

const SVAR = `update portal.gjennomgangslinje l set svar = $4, svart_av = $5, svart = now()
  from portal.gjennomgang g
  where g.id = l.gjennomgang_id and g.avsluttet is null and g.frist > now()
    and l.gjennomgang_id = $1 and l.bruker_id = $2 and l.rettighet = $3 and l.svar is null`;

/** Answers for one right. Throws IKKE_FUNNET for one that is not hers to answer, KONFLIKT for one that is answered. */
export async function svarGjennomgang(
  deps: Tilgangsdeps,
  { session, body, params }: Kall<SvarRequest>,
): Promise<Egne<Gjennomganger>> {
  const { brukerId, rettighet, svar } = body;
  const gjennomgangId = z.uuid().safeParse(params.gjennomgangId).data;
  const bruker = await getBruker(deps.pool, brukerId);
  const svarer = { brukerId: session.brukerId, roller: session.rettigheter.roller, enhet: session.enhet };
  if (gjennomgangId === undefined || !canSvare(svarer, { brukerId, enhet: bruker.enhet, rettighet }))
    throw new AppError('IKKE_FUNNET');
  const gjelder = { ...toGjelder(bruker), rettighet, gjennomgang: gjennomgangId, svar };
  const rad = { handling: 'TILGANG_GJENNOMGANG', gjelder, begrunnelse: null } as const;
  await withRad(deps.revisjonslogg, session, rad, () =>
    transact(deps.pool, async (tx) => {
      const naa = await getBruker(tx, brukerId, true);
      const { rowCount } = await tx.query(SVAR, [gjennomgangId, brukerId, rettighet, svar, session.brukerId]);
      if (!rowCount) throw new AppError('KONFLIKT');
      if (svar === 'fjernes')
        await removeRettighet(tx, naa, { rettighet, av: session.brukerId, tilgang: deps.tilgang });
      const slag = svar === 'fjernes' ? 'fjernetIGjennomgang' : 'beholdtIGjennomgang';
      await addHendelse(tx, { brukerId, slag, hva: rettighet, av: session.brukerId, begrunnelse: null });
    }),
  );

  return readGjennomganger(deps, session);
}
