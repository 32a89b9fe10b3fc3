/**
 * What is kept of the register's feed. Rule: whom an entry is about is a keyed reference, and what it says is sealed to its
 * place, so that nothing is told by the rows alone; only an act with a row in the revisjonslogg opens any (docs/adr/0028).
 */
import 'server-only';
import { z } from 'zod';
import type { Foelging, Hendelsesinnhold } from '#lib/domain/hendelse/hendelse.ts';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Feedhendelse } from '#lib/domain/uttrekk/apply-feedside.ts';
import { type Database, type Pool, query } from '#lib/server/db/pool.ts';
import {
  listSubjektRefs,
  openKonvolutt,
  type Revisjonsnoekler,
  sealKonvolutt,
  toSubjektRef,
} from '#lib/server/revisjonslogg/noekler.ts';

/** An entry as it was kept; `sekvensnummer` as text. */
export type Lagret = Hendelsesinnhold & { sekvensnummer: string };

const Innhold = z.strictObject({
  type: z.string(),
  tidspunkt: z.string().nullable(),
  hendelsesdokument: z.string().nullable(),
  persondokument: z.string().nullable(),
});
const Rad = z.object({ sekvensnummer: z.string(), innhold: z.instanceof(Buffer) });

const toPlass = (pakke: Pakke, sekvensnummer: string | number) => `hendelse ${pakke} ${sekvensnummer}`;

/** Keeps entries that are about somebody; one that is kept already stays as it is. */
export async function saveHendelser(
  tx: Database,
  [key]: Revisjonsnoekler,
  pakke: Pakke,
  hendelser: readonly Feedhendelse[],
): Promise<void> {
  const rader = hendelser.flatMap(({ sekvensnummer, nummer, innhold }) =>
    nummer === null
      ? []
      : [
          {
            sekvensnummer,
            ref: toSubjektRef(key, nummer),
            innhold: sealKonvolutt(key, toPlass(pakke, sekvensnummer), JSON.stringify(innhold)),
          },
        ],
  );
  await tx.query(
    `insert into portal.hendelse (pakke, sekvensnummer, ref, innhold)
     select $1, * from unnest($2::bigint[], $3::bytea[], $4::bytea[]) on conflict do nothing`,
    [
      pakke,
      rader.map((rad) => rad.sekvensnummer),
      rader.map((rad) => rad.ref),
      rader.map((rad) => rad.innhold),
    ],
  );
}

/** Everything kept about whoever has one of these numbers, under every key, the newest first. */
export async function listHendelser(
  pool: Pool,
  noekler: Revisjonsnoekler,
  pakke: Pakke,
  numre: readonly string[],
): Promise<Lagret[]> {
  const refs = numre.flatMap((nummer) => listSubjektRefs(noekler, nummer));
  const rader = await query(
    pool,
    Rad,
    `select sekvensnummer::text, innhold from portal.hendelse
     where ref = any($1) and pakke = $2 order by portal.hendelse.sekvensnummer desc`,
    [refs, pakke],
  );

  return rader.map(({ sekvensnummer, innhold }) => ({
    sekvensnummer,
    ...Innhold.parse(JSON.parse(openKonvolutt(noekler, toPlass(pakke, sekvensnummer), innhold))),
  }));
}

const Foelgingsrad = z.object({ siden: z.date(), ajour: z.date(), harHull: z.boolean() });

/** How the feed of a package has been followed; null before it has been read to its end. */
export async function findFoelging(pool: Pool, pakke: Pakke): Promise<Foelging | null> {
  const [rad] = await query(
    pool,
    Foelgingsrad,
    `select siden, ajour, hull is not null as "harHull" from uttrekk.oppdatering where pakke = $1 and ajour is not null`,
    [pakke],
  );

  return rad === undefined
    ? null
    : { siden: rad.siden.toISOString(), ajour: rad.ajour.toISOString(), harHull: rad.harHull };
}

/** Rows removed in one statement, which nobody waits for. */
const SLETTES_AV_GANGEN = 20_000;
/** From the first place on, which is the order of time too: a table of millions is not read for the few that are old. */
const SLETT = `delete from portal.hendelse where ctid = any(array(
  select ctid from (select ctid, lest from portal.hendelse where pakke = $1
    order by sekvensnummer limit ${SLETTES_AV_GANGEN}) foerste
  where lest < now() - interval '36 months'))`;

/** Removes what is older than what the register keeps itself (freg-contract.md section 1.5). */
export async function deleteGamleHendelser(pool: Pool): Promise<void> {
  for (const pakke of PAKKER)
    for (let antall = SLETTES_AV_GANGEN; antall === SLETTES_AV_GANGEN; )
      antall = (await pool.query(SLETT, [pakke])).rowCount ?? 0;
}
