/**
 * Writing an act: INTENT and DISCLOSED, each committed by itself, beside one bare row into the same PostgreSQL and beside
 * two links of one chain of hashes, where every writer waits for the one before it: a chain of bare rows, and one of rows
 * as those of the log, with their person and their indexes. On the disk there is, where each commit waits longer, and
 * while the log is sealed.
 */
import { createTidsid } from '#lib/server/crypto.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { createRevisjonslogg, type Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { BenchResultat } from '../kjoer.ts';
import { type Maaling, measure } from '../measure.ts';
import { measureDisk, VENTER_MS, withVentendeDisk } from './disk.ts';
import { measureTakt } from './takt.ts';
import { type Forseglingssted, measureUnderForsegling } from './under-forsegling.ts';

const ROUNDS = 4;
const ROUND_MS = 2_500;
const CLIENTS = [1, 8, 32];
/** Until the runtime has compiled what runs often: a portal at work is warm. The same for each way. */
const WARM_MS = 5_000;
const SAMTIDIGE_MED_FORSEGLING = 8;
/** Of a bare row, and of one chain where several write at once: with one at a time a chain makes nobody wait. */
const KRAV = { bar: 0.4, kjede: 3 };

const PLAN: Plan = {
  aktoer: { brukerId: null, brukernavn: 'saksbehandler', enhet: 'Enhet', sessionRef: Buffer.alloc(16) },
  handling: 'OPPSLAG',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1',
  pakke: 'offentlig-med-hjemmel',
  deler: ['person-basis'],
  subjekter: [],
  kriterier: { identifikasjonsnummer: '21818012345' },
};
/** As many bytes as a row of the log, without what makes it one. */
const FYLL = 'x'.repeat(400);
const NUMRE = Array.from({ length: 997 }, (_, n) => String(21_800_000_000 + n * 7));

const KONVOLUTT = Buffer.alloc(90, 1);
const INNHOLD = JSON.stringify({ deler: PLAN.deler, felter: ['navn.fornavn'], avtrykk: 'a'.repeat(64) });
export const REVISJON_KEY = Buffer.alloc(32, 7).toString('base64');

type Way = { navn: string; run: (nummer: string) => Promise<void> };

/** Tables as those of the log, but for months, where each row holds the digest of the one before it. */
async function createLoggkjede(eier: Pool): Promise<void> {
  await eier.query('create table kjederad (like revisjonslogg.rad including all, hash bytea)');
  await eier.query('create table kjedesubjekt (like revisjonslogg.subjekt including all)');
  await eier.query(`create function legg_til_rad(ny uuid, ref bytea, innhold jsonb, konvolutt bytea) returns void language plpgsql as $$
    declare forrige bytea;
    begin
      perform pg_advisory_xact_lock(2);
      select k.hash into forrige from kjederad k order by id desc limit 1;
      insert into kjederad (rad_id, handling_id, kall_id, slag, handling, bruker, enhet, session_ref, formaal, saksreferanse,
                            pakke, utfall, innhold, konvolutt, hash)
      values (ny, ny, ny, 'DISCLOSED', 'OPPSLAG', 'saksbehandler', 'Enhet', ref, 'saksbehandling', '2026/1',
              'offentlig-med-hjemmel', 'funnet', innhold, konvolutt,
              sha256(coalesce(forrige, '') || convert_to(row(ny, ref, innhold, konvolutt)::text, 'UTF8')));
      insert into kjedesubjekt (subjekt_ref, rad_id) values (ref, ny);
    end $$`);
}

async function createTables(eier: Pool): Promise<void> {
  const columns = 'id bigint generated always as identity primary key, fyll text not null';
  await eier.query(`create table bar (${columns})`);
  await eier.query(`create table kjede (${columns}, hash bytea)`);
  await eier.query(`create function legg_til(tekst text) returns void language plpgsql as $$
    declare forrige bytea;
    begin
      perform pg_advisory_xact_lock(1);
      select k.hash into forrige from kjede k order by id desc limit 1;
      insert into kjede (fyll, hash) values (tekst, sha256(coalesce(forrige, '') || convert_to(tekst, 'UTF8')));
    end $$`);
}

function createHandling(portal: Pool): Way['run'] {
  const logg = createRevisjonslogg(portal, REVISJON_KEY);

  return async (nummer) => {
    const act = await logg.intend({ ...PLAN, subjekter: [nummer] });
    await act.disclose('x', { utfall: 'funnet', subjekter: [nummer], felter: ['navn.fornavn'] });
  };
}

function createWays(eier: Pool, portal: Pool): Way[] {
  return [
    {
      navn: 'en bar rad',
      run: async () => {
        await eier.query({ name: 'bar', text: 'insert into bar (fyll) values ($1)', values: [FYLL] });
      },
    },
    { navn: 'revisjonsloggen, INTENT og DISCLOSED', run: createHandling(portal) },
    {
      navn: 'to ledd i én kjede av bare rader',
      run: async () => {
        for (let n = 0; n < 2; n += 1)
          await eier.query({ name: 'kjede', text: 'select legg_til($1)', values: [FYLL] });
      },
    },
    {
      navn: 'to ledd i én kjede av rader som loggens',
      run: async (nummer) => {
        const ref = Buffer.from(nummer.padEnd(16));
        const text = 'select legg_til_rad($1, $2, $3, $4)';
        for (let n = 0; n < 2; n += 1)
          await eier.query({ name: 'loggkjede', text, values: [createTidsid(), ref, INNHOLD, KONVOLUTT] });
      },
    },
  ];
}

const perSecond = ({ ms, varighetMs }: Maaling): number => ms.length / (varighetMs / 1_000);

/** The best round of each way: what else the machine does can only make a round slower. */
async function measureWays(ways: readonly Way[], samtidige: number): Promise<Maaling[]> {
  const best = new Map<string, Maaling>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { navn, run } of ways) {
      const tider = await measure(run, NUMRE, { samtidige, varighetMs: ROUND_MS });
      const maaling = { navn, samtidige, ...tider };
      const known = best.get(navn);
      if (!known || perSecond(maaling) > perSecond(known)) best.set(navn, maaling);
    }
  }

  return [...best.values()];
}

const show = (tall: number): string => tall.toFixed(2).replace('.', ',');

/** An act is two commits beside the one of a bare row: what is promised is of whole acts, which is the stricter. */
function compare(maalinger: readonly Maaling[], disk: string): BenchResultat['forhold'] {
  const [bar = 0, logg = 0, bareKjede = 0, loggkjede = 0] = maalinger.map(perSecond);
  const samtidige = maalinger[0]?.samtidige ?? 0;
  const hvor = `${samtidige} samtidige, ${disk}`;

  return [
    {
      tekst: `${hvor}: ${show(logg / bar)} av én bar rad regnet i handlinger, ${show((2 * logg) / bar)} regnet i forpliktede rader; kravet er ${String(KRAV.bar).replace('.', ',')} i handlinger`,
      holder: logg / bar >= KRAV.bar,
    },
    {
      tekst: `${hvor}: ${show(logg / loggkjede)} ganger én kjede av rader som loggens, ${show(logg / bareKjede)} ganger én av bare rader; kravet er ${KRAV.kjede} ganger den første der flere skriver samtidig`,
      holder: samtidige === 1 ? null : logg / loggkjede >= KRAV.kjede,
    },
  ];
}

type Sammenligning = Pick<BenchResultat, 'maalinger' | 'forhold'>;

/** Every way with each number of clients, and what `disk` says of where they wrote. */
async function measureClients(ways: readonly Way[], disk: string): Promise<Sammenligning> {
  const rounds: Maaling[][] = [];
  for (const samtidige of CLIENTS) rounds.push(await measureWays(ways, samtidige));

  return {
    maalinger: rounds.flat().map((en) => ({ ...en, navn: `${en.navn}, ${disk}` })),
    forhold: rounds.flatMap((maalinger) => compare(maalinger, disk)),
  };
}

/**
 * `eier` and `portal`: pools of as many connections as are compared. `sted` is where the same log is sealed, and
 * `mappe` a folder on the disk of the server.
 */
export async function measureAppend(
  eier: Pool,
  portal: Pool,
  sted: Forseglingssted,
  mappe: string,
): Promise<Sammenligning> {
  await createTables(eier);
  await createLoggkjede(eier);
  const ways = createWays(eier, portal);
  for (const { run } of ways) await measure(run, NUMRE, { samtidige: 8, varighetMs: WARM_MS });
  const her = await measureClients(ways, `${show(measureDisk(mappe))} ms på disken`);
  const ventende = await withVentendeDisk(eier, () => measureClients(ways, `${VENTER_MS} ms mer på disken`));
  let nr = 0;
  const handling = createHandling(portal);
  const takt = await measureTakt(() => {
    nr += 1;
    return handling(NUMRE[nr % NUMRE.length] ?? '');
  });
  const under = await measureUnderForsegling(async (navn) => {
    const [maaling] = await measureWays([{ navn, run: handling }], SAMTIDIGE_MED_FORSEGLING);
    if (!maaling) throw new Error('nothing was measured');
    return maaling;
  }, sted);

  return {
    maalinger: [...her.maalinger, ...ventende.maalinger, ...under.maalinger],
    forhold: [...her.forhold, ...ventende.forhold, ...takt, ...under.forhold],
  };
}
