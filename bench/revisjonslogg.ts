/**
 * What the revisjonslogg costs: to write, beside a bare row and beside one chain; to seal and to verify, beside SHA-256
 * alone; on the disk; and to read when it is large. `BENCH_RADER`
 * says how large: ten million rows unless told, which take some minutes to make.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createPool, type Pool, query } from '#lib/server/db/pool.ts';
import { toRoleUrl } from '../scripts/portal-env.ts';
import type { BenchResultat } from './kjoer.ts';
import { measureAppend, REVISJON_KEY } from './revisjonslogg/append.ts';
import { measureForsegling } from './revisjonslogg/forsegling.ts';
import { createMaaneder, fyllLogg, settle } from './revisjonslogg/fyll.ts';
import { withoutIndekser } from './revisjonslogg/indekser.ts';
import { KJENTE, measureLesing } from './revisjonslogg/lesing.ts';

const PASSORD = { portal: 'portal', revisjonsleser: 'leser', worker: 'worker', forsegler: 'forsegler' };
const FORBINDELSER = 24;
const FORSEGLET = 200_000;
const LESES = Number(process.env.BENCH_RADER ?? 10_000_000);
/** Acts in one transaction: a checkpoint is over a few of them. */
const I_EN_TRANSAKSJON = 1_000;
const MANGE_I_EN_TRANSAKSJON = 25_000;
/** Transactions at a time where their order says nothing: as many as a small machine has cores. */
const KJERNER = 2;
const LENGE_MS = 600_000;

const Bytes = z.object({ bytes: z.coerce.number() });
const DISK = `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
  join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'revisjonslogg' and c.relkind = 'r'`;

type Rolle = keyof typeof PASSORD;
type Pooler = { eier: Pool; portal: Pool; leser: Pool; forsegler: Pool };
/** How another process reaches the same database. */
type Baser = Pooler & { toUrl(rolle: Rolle): string };

/** Lets `work` at a database of its own in the server. */
async function withDatabase<T>(
  ownerUrl: string,
  navn: string,
  work: (baser: Baser) => Promise<T>,
): Promise<T> {
  const url = ownerUrl.replace(/\/postgres$/, `/${navn}`);
  const server = createPool(ownerUrl, { max: 1, withinMs: LENGE_MS });
  await server.query(`create database ${navn}`);
  await server.end();
  await migrate(url, PASSORD);
  const toUrl = (rolle: Rolle): string => toRoleUrl(url, rolle, PASSORD[rolle]);
  const open = (rolle: Rolle, max: number) => createPool(toUrl(rolle), { max, withinMs: LENGE_MS });
  const pooler = {
    eier: createPool(url, { max: FORBINDELSER, withinMs: LENGE_MS }),
    portal: open('portal', FORBINDELSER),
    leser: open('revisjonsleser', 4),
    forsegler: open('forsegler', 1),
  };
  try {
    return await work({ ...pooler, toUrl });
  } finally {
    await Promise.all(Object.values(pooler).map((pool) => pool.end()));
  }
}

async function showDisk(eier: Pool, rader: number): Promise<BenchResultat['forhold'][number]> {
  const [disk] = await query(eier, Bytes, DISK);
  const megabyte = Math.round(((disk?.bytes ?? 0) / rader) * (1_000_000 / 1024 ** 2));

  return {
    tekst: `På disken: ${megabyte} MB for hver million rader, med personer, indekser og blader`,
    holder: null,
  };
}

async function measureForseglet(
  { eier, forsegler }: Baser,
  vitne: string,
): Promise<BenchResultat['forhold']> {
  await createMaaneder(eier);
  await fyllLogg(eier, { rader: FORSEGLET, iEn: I_EN_TRANSAKSJON, samtidige: 1, kjente: KJENTE });
  await settle(eier);
  const forhold = await measureForsegling(forsegler, vitne);

  return [...forhold, await showDisk(eier, FORSEGLET)];
}

async function measureLest({
  eier,
  leser,
  portal,
}: Baser): Promise<Awaited<ReturnType<typeof measureLesing>>> {
  await createMaaneder(eier);
  await withoutIndekser(eier, () =>
    fyllLogg(eier, { rader: LESES, iEn: MANGE_I_EN_TRANSAKSJON, samtidige: KJERNER, kjente: KJENTE }),
  );
  await settle(eier);

  return measureLesing(leser, portal);
}

export async function kjoer(): Promise<BenchResultat> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-bench-'));
  const { ownerUrl, stop } = await startPostgres({ dataDir });
  try {
    const append = await withDatabase(ownerUrl, 'skriving', ({ eier, portal, forsegler, toUrl }) =>
      measureAppend(
        eier,
        portal,
        {
          eier,
          pool: forsegler,
          url: toUrl('forsegler'),
          mappe: path.join(dataDir, 'vitne-skriving'),
          revisjonKey: REVISJON_KEY,
        },
        dataDir,
      ),
    );
    const forseglet = await withDatabase(ownerUrl, 'forsegling', (baser) =>
      measureForseglet(baser, path.join(dataDir, 'vitne')),
    );
    const lesing = await withDatabase(ownerUrl, 'lesing', measureLest);

    return {
      tittel: 'Revisjonsloggen',
      beskrivelse: `En handling er to rader med hver sin person, hver forpliktet for seg med fsync. Ved siden av: én bar rad med like mange byte, forpliktet med fsync, og to ledd i én kjede der hver venter på den forrige: én av slike bare rader, og én av rader med loggens kolonner, person og indekser. Alt er skrevet to ganger: til disken som den er, og med lengre ventetid for hver forpliktelse, som på en disk over nettet eller med synkron reserve. ${FORBINDELSER} forbindelser. Sider og innsyn er lest i en logg med ${LESES} rader. Rundene går på omgang, og tallene er fra den beste. Alle prosesser deler maskinen.`,
      maalinger: [...append.maalinger, ...lesing.maalinger],
      forhold: [...append.forhold, ...forseglet, ...lesing.forhold],
    };
  } finally {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
