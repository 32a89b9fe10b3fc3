/**
 * What the rules find and what comes of it, by rule, outcome and month. Never by employee, and nothing of how much
 * anybody handles: the log is no measure of work (security.md P-11).
 */
import 'server-only';
import { z } from 'zod';
import { type Kontrollstatistikk, REGEL_IDER } from '#lib/domain/kontroll/sak.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { withRad } from './kontroll-logg.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';

const antall = z.coerce.number();
const Regelrad = z.object({
  regel: z.enum(REGEL_IDER),
  saker: antall,
  brudd: antall,
  iOrden: antall,
  falskAlarm: antall,
});
const Maanedsrad = z.object({
  maaned: z.string(),
  signaler: antall,
  stikkproever: antall,
  avsluttet: antall,
  brudd: antall,
});
const Samlet = z.object({ aapne: antall, forfalt: antall });

const REGLER = `select t.regel, count(*) as saker, count(*) filter (where s.utfall = 'brudd') as brudd,
    count(*) filter (where s.utfall = 'iOrden') as "iOrden",
    count(*) filter (where s.utfall = 'falskAlarm') as "falskAlarm"
  from kontroll.treff t join kontroll.sak s on s.id = t.sak_id group by t.regel`;
const MAANEDER = `select to_char(tidspunkt at time zone 'Europe/Oslo', 'YYYY-MM') as maaned,
    count(*) filter (where kilde = 'signal') as signaler, count(*) filter (where kilde = 'stikkproeve') as stikkproever,
    count(utfall) as avsluttet, count(*) filter (where utfall = 'brudd') as brudd
  from kontroll.sak group by 1 order by 1 desc limit 24`;
const SAMLET = `select count(*) filter (where utfall is null) as aapne,
    count(*) filter (where utfall is null and frist < now()) as forfalt from kontroll.sak`;

function toRegel(rad: z.infer<typeof Regelrad>): Kontrollstatistikk['regler'][number] {
  const avgjort = rad.brudd + rad.iOrden + rad.falskAlarm;

  return {
    ...rad,
    aapne: rad.saker - avgjort,
    presisjon: avgjort === 0 ? null : (rad.brudd + rad.iOrden) / avgjort,
  };
}

async function loadStatistikk({ pool }: Kontrolldeps): Promise<Kontrollstatistikk> {
  const regler = await query(pool, Regelrad, REGLER);
  const maaneder = await query(pool, Maanedsrad, MAANEDER);
  const [samlet] = await query(pool, Samlet, SAMLET);
  const iRekkefoelge = REGEL_IDER.flatMap((id) => regler.filter(({ regel }) => regel === id));

  return {
    regler: iRekkefoelge.map(toRegel),
    maaneder,
    aapne: samlet?.aapne ?? 0,
    forfalt: samlet?.forfalt ?? 0,
  };
}

/** Reading it is an act like any other of kontroll. */
export function readStatistikk(
  deps: Kontrolldeps,
  { session }: Kall<undefined>,
): Promise<Disclosed<Kontrollstatistikk>> {
  const rad = { handling: 'KONTROLL_LISTE', sakId: null, utfall: 'statistikk' } as const;

  return withRad(deps.revisjonslogg, session, rad, () => loadStatistikk(deps));
}
