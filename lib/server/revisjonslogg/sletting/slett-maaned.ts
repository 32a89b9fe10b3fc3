/**
 * Deleting a month whose time is over, in three steps: one person proposes, another approves the same, and when both rows
 * are sealed the month's partitions are dropped. Leaves and checkpoints stay, so that everything after them can be
 * verified as before. Who does what is in the log before anything is gone.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool } from '#lib/server/db/pool.ts';
import type { Aktoer, Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import {
  isAnother,
  listGodkjente,
  listSlettinger,
  listSteg,
  type Slettingsinnhold,
} from '#lib/server/revisjonslogg/sletting/slettinger.ts';
import { withDatabasekilde } from '#lib/server/revisjonslogg/verifisering/database-kilde.ts';

/** How long rows are kept: proposed in security.md 7.7, decided in the organisation's own assessment. */
const FRIST_MAANEDER = 60;

export type Slettingsgrunn = 'ukjentMaaned' | 'fristIkkeUte' | 'ikkeForseglet';

export class Slettingsfeil extends Error {
  readonly kode: Slettingsgrunn;
  constructor(kode: Slettingsgrunn) {
    super(kode);
    this.name = 'Slettingsfeil';
    this.kode = kode;
  }
}

/** What came of it: `venter` needs another person, `godkjent` waits for its rows to be sealed. */
export type Slettingsresultat = 'foreslaatt' | 'venter' | 'godkjent' | 'slettet';

export type Slettingssak = {
  /** Of role `forsegler`. */
  forsegler: Pool;
  /** Of the database's owner, who alone can drop a month. */
  eier: Pool;
  logg: Revisjonslogg;
  aktoer: Aktoer;
  /** `2021-03` */
  maaned: string;
  /** The case that the decision is in. */
  sak: string;
  naa: Date;
};

const Counted = z.object({ finnes: z.boolean(), rader: z.coerce.number(), uforseglet: z.coerce.number() });
const COUNT = `select count(*) as rader,
    count(*) filter (where not exists (select from revisjonslogg.blad b where b.id = r.id and b.tidspunkt = r.tidspunkt)) as uforseglet,
    to_regclass('revisjonslogg.rad_' || $3) is not null as finnes
  from revisjonslogg.rad r where tidspunkt >= $1 and tidspunkt < $2`;
const Range = z.object({ fra: z.coerce.number(), til: z.coerce.number() });
const RANGES = `select min(indeks) as fra, max(indeks) + 1 as til from (
    select b.indeks, b.indeks - row_number() over (order by b.indeks) as oey
    from revisjonslogg.rad r join revisjonslogg.blad b on b.id = r.id and b.tidspunkt = r.tidspunkt
    where r.tidspunkt >= $1 and r.tidspunkt < $2) blader
  group by oey order by 1`;

function toPeriod(maaned: string): { fra: Date; til: Date; navn: string } {
  const fra = new Date(`${maaned}-01T00:00:00Z`);
  if (!/^\d{4}-\d{2}$/.test(maaned) || Number.isNaN(fra.getTime())) throw new Slettingsfeil('ukjentMaaned');
  const til = new Date(fra);
  til.setUTCMonth(til.getUTCMonth() + 1);

  return { fra, til, navn: maaned.replace('-', '_') };
}

function isDue(til: Date, naa: Date): boolean {
  const due = new Date(til);
  due.setUTCMonth(due.getUTCMonth() + FRIST_MAANEDER);

  return due <= naa;
}

type Blader = Slettingsinnhold['blader'];

/** Ranges that touch become one. */
function mergeBlader(blader: Blader): Blader {
  const merged: Blader = [];
  for (const [fra, til] of blader.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && fra <= last[1]) last[1] = Math.max(last[1], til);
    else merged.push([fra, til]);
  }

  return merged;
}

/** Every leaf that is without a row once the month is gone: its own, and those of the months before it. */
async function readBlader({ forsegler, maaned, naa }: Slettingssak, earlier: readonly Slettingsinnhold[]) {
  const { fra, til, navn } = toPeriod(maaned);
  const { finnes, rader, uforseglet } = Counted.parse(
    (await forsegler.query(COUNT, [fra, til, navn])).rows[0],
  );
  if (!finnes || rader === 0) throw new Slettingsfeil('ukjentMaaned');
  if (!isDue(til, naa)) throw new Slettingsfeil('fristIkkeUte');
  if (uforseglet > 0) throw new Slettingsfeil('ikkeForseglet');
  const { rows } = await forsegler.query(RANGES, [fra, til]);
  const own = rows.map((row) => Range.parse(row)).map(({ fra: a, til: b }): [number, number] => [a, b]);

  return mergeBlader([...earlier.flatMap(({ blader }) => blader), ...own]);
}

async function dropMonth(eier: Pool, maaned: string): Promise<void> {
  const { navn } = toPeriod(maaned);
  const client = await eier.connect();
  let failed = true;
  try {
    await client.query("begin; set local lock_timeout = '2s'");
    for (const tabell of ['subjekt', 'rad']) {
      await client.query(
        `alter table revisjonslogg.${tabell} detach partition revisjonslogg.${tabell}_${navn}`,
      );
      await client.query(`drop table revisjonslogg.${tabell}_${navn}`);
    }
    await client.query('commit');
    failed = false;
  } finally {
    client.release(failed);
  }
}

/**
 * Takes the next step for a month: proposes it, approves what another proposed, or deletes what is approved and sealed.
 * @throws Slettingsfeil when the month may not go, REVISJONSLOGG_UTILGJENGELIG when the step cannot be written
 */
export async function slettMaaned(sak: Slettingssak): Promise<Slettingsresultat> {
  const { forsegler, logg, aktoer, maaned } = sak;
  const { steg, slettinger } = await withDatabasekilde(forsegler, async (kilde) => ({
    steg: (await listSteg(kilde)).filter((ett) => ett.maaned === maaned),
    slettinger: await listSlettinger(kilde),
  }));
  const blader = await readBlader(
    sak,
    slettinger.filter((sletting) => sletting.maaned !== maaned),
  );
  const isSame = (ett: Slettingsinnhold) => JSON.stringify(ett.blader) === JSON.stringify(blader);
  if (slettinger.some((sletting) => sletting.maaned === maaned && isSame(sletting))) {
    await dropMonth(sak.eier, maaned);
    return 'slettet';
  }
  if (listGodkjente(steg).some(({ forslag }) => isSame(forslag))) return 'godkjent';
  const plan = {
    aktoer,
    handling: 'SLETT_MAANED',
    formaal: null,
    saksreferanse: sak.sak,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier: null,
  };
  const forslag = steg.findLast((ett) => ett.steg === 'foreslaatt' && isSame(ett));
  if (!forslag) {
    await logg.retain(plan, 'foreslaatt', { maaned, blader });
    return 'foreslaatt';
  }
  const who = { bruker: aktoer.brukernavn, brukerId: aktoer.brukerId };
  if (!isAnother(who, forslag)) return 'venter';
  await logg.retain(plan, 'godkjent', { maaned, blader }, forslag.handlingId);

  return 'godkjent';
}
