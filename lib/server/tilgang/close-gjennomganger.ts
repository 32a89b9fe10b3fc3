/**
 * The duty that ends rounds at their deadline: what nobody answered for ends with them, a right at a time, each an act of
 * the portal's own. The last administrator stays, since nobody else could give the role again. It bears being run again at
 * any point: an answered line is not answered twice.
 */
import 'server-only';
import { z } from 'zod';
import { RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import { type Database, query, transact } from '#lib/server/db/pool.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { addHendelse } from '#lib/server/tilgang/hendelser.ts';
import { toGjelder, withRad } from '#lib/server/tilgang/logg.ts';
import { getBruker } from '#lib/server/tilgang/read-bruker.ts';
import { removeRettighet } from '#lib/server/tilgang/remove-rettighet.ts';

const PORTALEN = { brukerId: null, brukernavn: 'arbeideren', enhet: null, sessionRef: null };

const Linje = z.object({
  gjennomgang_id: z.uuid(),
  bruker_id: z.uuid(),
  rettighet: z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn)),
});
type Linje = z.infer<typeof Linje>;
const UBESVARTE = `select l.gjennomgang_id, l.bruker_id, l.rettighet
  from portal.gjennomgangslinje l join portal.gjennomgang g on g.id = l.gjennomgang_id
  where g.avsluttet is null and g.frist <= now() and l.svar is null order by l.bruker_id, l.rettighet`;
const AVSLUTT = `update portal.gjennomgang g set avsluttet = now() where avsluttet is null and frist <= now()
  and not exists (select from portal.gjennomgangslinje l where l.gjennomgang_id = g.id and l.svar is null)`;

const Bruker = Tilgangsrad.extend({ id: z.uuid() });

/** Whether somebody else can still give rights. Two rounds at once are one after the other: the duty runs in one place. */
async function hasAnnenAdministrator(tx: Database, brukerId: string, deps: Tilgangsdeps): Promise<boolean> {
  const sql = `select b.id, ${ENHET} as enhet, ${TILGANGSKOLONNER} from portal.bruker b where b.id <> $1`;
  const andre = await query(tx, Bruker, sql, [brukerId]);

  return andre.some((bruker) => toGjeldende(bruker, deps.tilgang).roller.includes('administrator'));
}

async function closeLinje(tx: Database, linje: Linje, deps: Tilgangsdeps): Promise<void> {
  const { gjennomgang_id: gjennomgangId, bruker_id: brukerId, rettighet } = linje;
  const bruker = await getBruker(tx, brukerId, true);
  const blir = rettighet === 'rolle:administrator' && !(await hasAnnenAdministrator(tx, brukerId, deps));
  const { rowCount } = await tx.query(
    `update portal.gjennomgangslinje set svar = $4, svart = now()
     where gjennomgang_id = $1 and bruker_id = $2 and rettighet = $3 and svar is null`,
    [gjennomgangId, brukerId, rettighet, blir ? 'beholdes' : 'utloept'],
  );
  if (!rowCount) return;
  if (!blir) await removeRettighet(tx, bruker, { rettighet, av: null, tilgang: deps.tilgang });
  const slag = blir ? 'beholdtIGjennomgang' : 'fjernetIGjennomgang';
  await addHendelse(tx, { brukerId, slag, hva: rettighet, av: null, begrunnelse: null });
}

/** Ends what nobody answered for. Throws when the log or the database is away: the next run begins there. */
export async function closeGjennomganger(deps: Tilgangsdeps): Promise<void> {
  for (const linje of await query(deps.pool, Linje, UBESVARTE)) {
    const { bruker_id: brukerId, rettighet, gjennomgang_id: gjennomgang } = linje;
    const gjelder = {
      ...toGjelder(await getBruker(deps.pool, brukerId)),
      rettighet,
      gjennomgang,
      svar: 'utloept',
    };
    const rad = { handling: 'TILGANG_GJENNOMGANG', gjelder, begrunnelse: null } as const;
    await withRad(deps.revisjonslogg, PORTALEN, rad, () =>
      transact(deps.pool, (tx) => closeLinje(tx, linje, deps)),
    );
  }
  await deps.pool.query(AVSLUTT);
}
