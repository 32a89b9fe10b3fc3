/** How far an uttrekk has come, counted from the rows of its batches and chunks: nothing of it lives in a worker. */
import 'server-only';
import { z } from 'zod';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { Fremdrift } from '#lib/domain/uttrekk/uttrekk.ts';

/** Speed is that of the last half minute. */
const VINDU_SEKUNDER = 30;

/** One JSON column `fremdrift` for the uttrekk `u` of the surrounding statement. */
export const FREMDRIFT = `(
  select json_build_object('batcher', b.antall, 'identifikatorer', b.ider, 'hentet', d.levert, 'ikkeLevert', d.ikke_levert,
      'siste', d.siste, 'sekunder', d.sekunder, 'sisteBatchSett', j.sett)
  from (select count(*) filter (where tilstand = 'hentet') as antall, coalesce(sum(antall), 0) as ider
        from uttrekk.batch where uttrekk_id = u.id) b,
    (select coalesce(sum(levert), 0) as levert, coalesce(sum(ikke_levert), 0) as ikke_levert,
        coalesce(sum(antall) filter (where hentet > now() - interval '${VINDU_SEKUNDER} seconds'), 0) as siste,
        coalesce(extract(epoch from now() - min(hentet)), 0) as sekunder
      from uttrekk.del where uttrekk_id = u.id and tilstand = 'ferdig') d,
    (select coalesce(bool_and(tilstand = 'hentet'), false) as sett from uttrekk.jobb where uttrekk_id = u.id) j
  ) as fremdrift`;

export const Fremdriftsrad = z.object({
  batcher: z.number(),
  identifikatorer: z.number(),
  hentet: z.number(),
  ikkeLevert: z.number(),
  siste: z.number(),
  sekunder: z.number(),
  sisteBatchSett: z.boolean(),
});

/** `kjoerer`: whether it is being worked on; what stands still has no speed. */
export function toFremdrift(
  { siste, sekunder, ...rad }: z.infer<typeof Fremdriftsrad>,
  tilstand: Tilstand,
  kjoerer: boolean,
): Fremdrift {
  // The first second measures how the clock fell, not the work.
  const fart =
    kjoerer && tilstand === 'henter' && sekunder >= 1 ? siste / Math.min(VINDU_SEKUNDER, sekunder) : null;
  const igjen = rad.identifikatorer - rad.hentet - rad.ikkeLevert;

  return {
    ...rad,
    personerPerSekund: fart === null ? null : Math.round(fart * 10) / 10,
    sekunderIgjen: rad.sisteBatchSett && fart ? Math.max(0, Math.ceil(igjen / fart)) : null,
  };
}
