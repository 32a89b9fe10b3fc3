/**
 * What the database knows of a user's access, read together with whatever else is read of her, so that it costs no
 * question of its own: the columns to select from `portal.bruker b`, and the rights that they amount to.
 */
import 'server-only';
import { z } from 'zod';
import { findGjeldende, type Tilgangsgrunnlag } from '#lib/domain/tilgang/gjeldende.ts';
import { RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import type { Rettigheter, Tilgang } from '#lib/domain/tilgang/tilgang.ts';

/** The unit that stands in the log: the one the portal has put her in, else the identity provider's word. */
export const ENHET =
  'coalesce((select e.navn from portal.enhet e where e.id = b.enhet_id and e.avsluttet is null), b.enhet)';

/** For `from portal.bruker b`. `tildelinger` is null for the many who have none. */
export const TILGANGSKOLONNER = `b.grupper, b.fratatt, b.sperret is not null as sperret, now() as naa,
  (select jsonb_agg(jsonb_build_object('rettighet', t.rettighet, 'fra', t.fra, 'til', t.til,
      'bekreftet', t.bekreftet is not null))
   from portal.tildeling t where t.bruker_id = b.id and t.trukket is null) as tildelinger`;

const Navn = z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn));
const Tildeling = z.object({
  rettighet: Navn,
  fra: z.coerce.date(),
  til: z.coerce.date(),
  bekreftet: z.boolean(),
});

/** The columns as they come. A row with a right that nobody knows is a fault, and lets nobody in (Z-03). */
export const Tilgangsrad = z.object({
  grupper: z.array(z.string()),
  fratatt: z.array(z.string()),
  sperret: z.boolean(),
  naa: z.date(),
  tildelinger: z
    .array(Tildeling)
    .nullable()
    .transform((tildelinger) => tildelinger ?? []),
});
export type Tilgangsrad = Tilgangsgrunnlag & { naa: Date };

/** The rights that count at the moment of the row, by the database's clock. */
export const toGjeldende = (rad: Tilgangsrad, tilgang: Tilgang): Rettigheter =>
  findGjeldende(rad, tilgang, rad.naa);
