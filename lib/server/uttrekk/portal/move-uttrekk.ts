/**
 * The portal's moves of an uttrekk: one statement each, guarded by the version that was seen, with its line in the job's
 * own log, and told to the workers at commit. A move that is not in the table of states is a fault of ours.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import type { Portalmerknad } from '#lib/domain/uttrekk/portalmerknad.ts';
import { isOvergang, type Oenske, type Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { Godkjenningsgrunn } from '#lib/domain/uttrekk/uttrekk.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const Flyttet = z.object({ id: z.uuid() });

/** What an uttrekk becomes; what is not named stays. */
type Endring = {
  tilstand?: Tilstand;
  oenske?: Oenske;
  begrunnelse?: string | null;
  deler?: readonly string[];
  godkjenningsgrunner?: readonly Godkjenningsgrunn[];
  /** Its files are to go: the duty that removes them is called for. */
  utloeper?: 'naa';
};

const UPDATE = `with flyttet as (
    update uttrekk.uttrekk set versjon = versjon + 1, feil = null, tilstand = coalesce($3, tilstand),
      oenske = coalesce($4, oenske), begrunnelse = coalesce($5, begrunnelse), deler = coalesce($6, deler),
      godkjenningsgrunner = coalesce($7, godkjenningsgrunner),
      utloeper = case when $8::boolean then now() else utloeper end
    where id = $1 and versjon = $2 returning id),
  linje as (insert into uttrekk.merknad (uttrekk_id, kode, verdier) select id, $9, $10 from flyttet)
  select id, pg_notify('uttrekk', id::text),
    case when $8 then pg_notify('plikt', 'uttrekksfrister') end from flyttet`;

/** Throws KONFLIKT when somebody else has moved it since it was read; nothing has changed then. */
export async function moveUttrekk(
  pool: Pool,
  rad: UttrekkRad,
  { tilstand, oenske, begrunnelse, deler, godkjenningsgrunner, utloeper }: Endring,
  merknad: Portalmerknad,
): Promise<void> {
  if (tilstand !== undefined && !isOvergang(rad.grunnlag.tilstand, tilstand))
    throw new TypeError(`no move from ${rad.grunnlag.tilstand} to ${tilstand}`);
  const flyttet = await query(pool, Flyttet, UPDATE, [
    rad.uttrekkId,
    rad.versjon,
    tilstand ?? null,
    oenske ?? null,
    begrunnelse ?? null,
    deler ?? null,
    godkjenningsgrunner ?? null,
    utloeper === 'naa',
    merknad.kode,
    'verdier' in merknad ? merknad.verdier : {},
  ]);
  if (flyttet.length === 0) throw new AppError('KONFLIKT');
}
