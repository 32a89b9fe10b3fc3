/** What an order is held against before it is sent: the rules, earlier runs, places at the register, what lies ready. */
import 'server-only';
import { z } from 'zod';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { isSammeDefinisjon } from '#lib/domain/uttrekk/avtrykk.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { canSkilleUt, type TidligereOrdre } from '#lib/domain/uttrekk/can-skille-ut.ts';
import { decideBestilling } from '#lib/domain/uttrekk/decide-bestilling.ts';
import { listGodkjenningsgrunner } from '#lib/domain/uttrekk/decide-godkjenning.ts';
import { estimateStoerrelse, type Kjoering } from '#lib/domain/uttrekk/estimate-stoerrelse.ts';
import type { Forhaandskontroll, Konflikt } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import { MAKS_JOBBER } from '#lib/domain/uttrekk/grenser.ts';
import {
  countJobber,
  listForsiktighet,
  listMengdekonflikter,
  listRaad,
} from '#lib/domain/uttrekk/list-raad.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { isUttrekkStanset } from '#lib/server/revisjonslogg/forsegling/forseglingsstatus.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import type { Bestiller } from '#lib/server/uttrekk/portal/eier.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** Older runs say little of how many there are now. */
const KJOERINGER = `select u.bestilling, (select coalesce(sum(antall), 0) from uttrekk.batch where uttrekk_id = u.id)::float8 as antall
  from uttrekk.uttrekk u
  where u.tilstand in ('klar', 'utloept') and u.ferdig > now() - interval '90 days' and u.bestilling->>'pakke' = $1
  order by u.ferdig desc limit 300`;

/** What the owner has ordered and may still hold, in whatever file: also what is not finished. */
const EGNE = `select u.bestilling, case when u.tilstand in ('klar', 'ufullstendig', 'utloept') then
      (select coalesce(sum(antall), 0) from uttrekk.batch where uttrekk_id = u.id)::float8 end as antall
  from uttrekk.uttrekk u
  where u.eier_id = $1 and u.id <> $2 and u.opprettet > now() - interval '90 days'
    and u.tilstand not in ('utkast', 'avslaatt', 'avbrutt', 'feilet')
  order by u.opprettet desc limit 300`;

const BRUKT = `select count(*)::int as antall from uttrekk.jobb where tilstand in ('sendes', 'bestilt', 'ukjent')`;

/** Those that the orderer may download now: her own, and what she was given. */
const KLARE = `select u.id, u.bestilling, u.ferdig, uttrekk.slettes(u) as utloeper from uttrekk.uttrekk u
  where u.tilstand = 'klar' and u.ferdig is not null and u.id <> $2 and coalesce(uttrekk.slettes(u) > now(), true)
    and (u.eier_id = $1 or exists (select from uttrekk.deling d where d.uttrekk_id = u.id and d.bruker_id = $1))
  order by u.ferdig desc limit 100`;

const Kjoeringsrad: z.ZodType<Kjoering> = z.object({ bestilling: Bestilling, antall: z.number() });
const Egenrad: z.ZodType<TidligereOrdre> = z.object({
  bestilling: Bestilling,
  antall: z.number().nullable(),
});
const Klar = z.object({
  id: z.uuid(),
  bestilling: Bestilling,
  ferdig: z.date(),
  utloeper: z.date().nullable(),
});

async function listLignende(
  pool: Pool,
  rad: UttrekkRad,
  brukerId: string,
): Promise<Forhaandskontroll['lignende']> {
  const klare = await query(pool, Klar, KLARE, [brukerId, rad.uttrekkId]);

  return klare
    .filter(({ bestilling }) => isSammeDefinisjon(bestilling, rad.bestilling))
    .map(({ id, bestilling, ferdig, utloeper }) => ({
      uttrekkId: id,
      navn: bestilling.navn,
      ferdig: ferdig.toISOString(),
      utloeper: utloeper?.toISOString() ?? null,
    }));
}

/** No fault of the order: nothing new is begun that the log could not prove was begun. */
const STANSET: Konflikt = { kode: 'forseglingHenger', felt: '', verdi: null };

/** The check of an order by the rights of the one who orders it, whoever looks; `deler` is what would be asked for. */
export async function loadKontroll(
  { pool, formaalskatalog, avFaa }: Uttrekksdeps,
  rad: UttrekkRad,
  { brukerId, rettigheter }: Pick<Bestiller, 'brukerId' | 'rettigheter'>,
): Promise<{ kontroll: Forhaandskontroll; deler: string[] }> {
  const { bestilling, avtrykk } = rad;
  const kjoeringer = await query(pool, Kjoeringsrad, KJOERINGER, [bestilling.pakke]);
  const egne = await query(pool, Egenrad, EGNE, [brukerId, rad.uttrekkId]);
  const [brukt] = await query(pool, z.object({ antall: z.int() }), BRUKT);
  const stoerrelse = estimateStoerrelse(bestilling, kjoeringer);
  const naa = new Date();
  const grunnlag = { rettigheter, formaalskatalog, iDag: toNorskDag(naa) };
  const { konflikter, deler } = decideBestilling(bestilling, grunnlag);
  const stanset = await isUttrekkStanset(pool, naa);
  const opptatt = brukt?.antall ?? 0;
  const kontroll = {
    avtrykk,
    konflikter: [...konflikter, ...listMengdekonflikter(stoerrelse, avFaa), ...(stanset ? [STANSET] : [])],
    raad: listRaad(bestilling, stoerrelse, opptatt),
    forsiktighet: listForsiktighet(bestilling, stoerrelse, avFaa),
    godkjenningsgrunner: listGodkjenningsgrunner(bestilling, stoerrelse, {
      erPlan: rad.planId !== null,
      kanSkilleUt: canSkilleUt(bestilling, stoerrelse, egne),
    }),
    stoerrelse,
    kvote: { brukt: opptatt, av: MAKS_JOBBER, trenger: countJobber(bestilling) },
    lignende: await listLignende(pool, rad, brukerId),
  };

  return { kontroll, deler };
}
