/**
 * An engine for tests among real things: its own PostgreSQL, the simulated register over TLS, sealed files on disk. Only
 * the waits are short. For tests only.
 */
import 'server-only';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import { createPool, type Pool, query } from '#lib/server/db/pool.ts';
import { createTestDatabase } from '#lib/server/db/test-database.ts';
import { createFregClient, type FregClient } from '#lib/server/freg/create-freg-client.ts';
import {
  BULK_FOR_UTTREKK,
  MAKS_BYTES,
  MAKS_BYTES_BULK,
  systemKlokke,
  TIDSGRENSER,
} from '#lib/server/freg/freg-config.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toFilplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { readForseglet } from '#lib/server/uttrekk/filer/read-forseglet.ts';
import { MOTORVALG, type Motordeps, type Motorvalg } from './motor.ts';

/** As in production, but nobody waits for long. */
export const RASKE_VALG: Motorvalg = {
  ...MOTORVALG,
  leieMs: 2_000,
  titteMs: 50,
  poll: { foersteMs: 10, minstMs: 50, mestMs: 200 },
  nyttForsoek: { minstMs: 20, mestMs: 100 },
  delstoerrelse: 20,
};

/** Where the engine's things are: enough for a process of its own to start one. */
export const Testplass = z.object({
  workerUrl: z.string(),
  registerUrl: z.string(),
  pkiMappe: z.string(),
  filMappe: z.string(),
  filKey: z.string(),
  manifestKey: z.string(),
  revisjonKey: z.string(),
  valg: z.record(z.string(), z.unknown()),
});
export type Testplass = Omit<z.infer<typeof Testplass>, 'valg'> & { valg: Motorvalg };

/** The register client of a worker, over the simulator's certificates. */
export function createTestFregClient(
  { registerUrl, pkiMappe }: Pick<Testplass, 'registerUrl' | 'pkiMappe'>,
  klokke = systemKlokke,
) {
  return createFregClient({
    baseUrl: registerUrl,
    ca: path.join(pkiMappe, 'ca.pem'),
    klient: {
      certFile: path.join(pkiMappe, 'virksomhet.pem'),
      keyFile: path.join(pkiMappe, 'virksomhet.key'),
    },
    pathFor: (pakke) => RETTIGHETSPAKKER[pakke].sti,
    tidsgrenser: {
      ...TIDSGRENSER,
      bulkoppslag: { forsoekMs: 3_000, totalMs: 3_000 },
      uttrekkTilpasset: { forsoekMs: 2_000, totalMs: 4_000 },
    },
    maksBytes: MAKS_BYTES,
    maksBytesBulk: MAKS_BYTES_BULK,
    bulk: BULK_FOR_UTTREKK,
    sertifikatKontrollMs: 100,
    log: () => undefined,
    klokke,
    random: Math.random,
  });
}

/** What the engine is given, and how to let go of it. */
export function createDeps(
  plass: Testplass,
  klokke = systemKlokke,
): Motordeps & { close: () => Promise<void> } {
  const pool = createPool(plass.workerUrl, { max: 12 });
  const freg: FregClient = createTestFregClient(plass, klokke);

  return {
    pool,
    revisjonslogg: createRevisjonslogg(pool, plass.revisjonKey),
    freg,
    filKey: plass.filKey,
    filMappe: plass.filMappe,
    manifestnoekkel: parseSigneringsnoekkel(plass.manifestKey),
    valg: plass.valg,
    random: Math.random,
    async close() {
      await freg.close();
      await pool.end();
    },
  };
}

export type Testbase = {
  dataDir: string;
  owner: Pool;
  createPlass: (register: { url: string; pkiMappe: string }, endring?: Partial<Motorvalg>) => Testplass;
  stop: () => Promise<void>;
};

/** A migrated database with one user, and a folder for files. */
export async function createTestbase(): Promise<Testbase> {
  const { owner, dataDir, toUrl, stop } = await createTestDatabase();
  await owner.query(
    `insert into portal.bruker (iss, sub, brukernavn, navn, enhet, grupper)
     values ('https://id', 'a', 'analytiker', 'Analytiker', 'Enhet 1', '{}')`,
  );
  const filMappe = path.join(dataDir, 'filer');
  mkdirSync(filMappe);
  const filKey = randomBytes(32).toString('base64');
  const manifestKey = createSigneringsnoekkel('prøve/uttrekk');
  const revisjonKey = randomBytes(32).toString('base64');

  return {
    owner,
    dataDir,
    stop,
    createPlass: ({ url, pkiMappe }, endring = {}) => ({
      workerUrl: toUrl('worker'),
      registerUrl: url,
      pkiMappe,
      filMappe,
      filKey,
      manifestKey,
      revisjonKey,
      valg: { ...RASKE_VALG, ...endring },
    }),
  };
}

const UTVALG = {
  personstatustyper: ['bosatt' as const],
  foedselsaar: null,
  doedsaar: null,
  kjoenn: null,
  statsborgerskap: null,
  sivilstandstype: null,
};

/** Everybody who is resident, or those of some kommuner, as whole documents in NDJSON. */
export function createBestilling(
  kommuner: string[] | null = null,
  endring: Partial<Bestilling> = {},
): Bestilling {
  return {
    navn: 'Proeve',
    kilde: {
      slag: 'tilpasset',
      utvalg: { ...UTVALG, sted: kommuner && { slag: 'bosted', kommuner } },
    },
    innhold: { slag: 'dokumenter' },
    formater: ['ndjson'],
    pakke: 'offentlig-med-hjemmel',
    formaal: 'saksbehandling',
    saksreferanse: '2026/1',
    ...endring,
  };
}

/** An uttrekk in the queue, as the portal leaves it. */
export async function createUttrekk(owner: Pool, bestilling: Bestilling): Promise<string> {
  const [rad] = await query(
    owner,
    z.object({ id: z.uuid() }),
    `insert into uttrekk.uttrekk (eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand)
     select id, $1, $2, '{person-basis,adressebeskyttelse}', $3, $4, 'iKoe' from portal.bruker limit 1 returning id`,
    [
      bestilling,
      createHash('sha256').update(JSON.stringify(bestilling)).digest(),
      randomUUID(),
      randomUUID(),
    ],
  );

  return rad?.id ?? '';
}

const Tilstandsrad = z.object({ tilstand: z.string(), oenske: z.string(), feil: z.string().nullable() });
export type Tilstandsrad = z.infer<typeof Tilstandsrad>;

/** Waits for a state of the rows; gives up with what it saw last. */
export async function waitFor<T>(
  look: () => Promise<T>,
  isThere: (sett: T) => boolean,
  innenMs = 30_000,
): Promise<T> {
  const frist = Date.now() + innenMs;
  for (;;) {
    const sett = await look();
    if (isThere(sett)) return sett;
    if (Date.now() > frist) throw new Error(`never came; last seen: ${JSON.stringify(sett)}`);
    await wait(20);
  }
}

/** The row as it is now. */
export async function getTilstand(owner: Pool, id: string): Promise<Tilstandsrad> {
  const [rad] = await query(
    owner,
    Tilstandsrad,
    'select tilstand, oenske, feil from uttrekk.uttrekk where id = $1',
    [id],
  );
  if (rad === undefined) throw new Error('no such uttrekk');

  return rad;
}

/** Waits until the uttrekk is in the state. */
export function waitForTilstand(
  owner: Pool,
  id: string,
  tilstand: Tilstand,
  innenMs?: number,
): Promise<Tilstandsrad> {
  return waitFor(
    () => getTilstand(owner, id),
    (rad) => rad.tilstand === tilstand,
    innenMs,
  );
}

const Filrad = z.object({ id: z.uuid(), noekkel: z.instanceof(Buffer) });

/** The clear text of the one NDJSON file of an uttrekk. */
export async function readNdjson(owner: Pool, { filKey, filMappe }: Testplass, id: string): Promise<string> {
  const [fil] = await query(
    owner,
    Filrad,
    `select id, noekkel from uttrekk.fil where uttrekk_id = $1 and format = 'ndjson'`,
    [id],
  );
  if (fil === undefined) throw new Error('no such file');
  const { sti, bound } = toFilplass({ uttrekkId: id, sti: toMappesti(filMappe, id) }, fil.id);
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(sti, unwrapNoekkel(filKey, fil.id, fil.noekkel), bound))
    biter.push(bit);

  return Buffer.concat(biter).toString('utf8');
}

/** What a person does on the page: asks for pause, to go on, to cancel, or to order again what nobody knew of. */
export async function wish(owner: Pool, id: string, oenske: 'pause' | 'kjoer' | 'avbryt'): Promise<void> {
  await owner.query(
    `update uttrekk.uttrekk set oenske = $2, feil = null, versjon = versjon + 1 where id = $1`,
    [id, oenske],
  );
}

export async function bestillPaaNytt(owner: Pool, id: string): Promise<void> {
  await owner.query(
    `update uttrekk.uttrekk set tilstand = 'iKoe', feil = null, versjon = versjon + 1
     where id = $1 and tilstand in ('ukjent', 'feilet')`,
    [id],
  );
}

/** How often each line stands in the log of the uttrekk. */
export async function countMerknader(owner: Pool, id: string): Promise<Record<string, number>> {
  const rader = await query(
    owner,
    z.object({ kode: z.string(), antall: z.int() }),
    'select kode, count(*)::int as antall from uttrekk.merknad where uttrekk_id = $1 group by kode',
    [id],
  );

  return Object.fromEntries(rader.map(({ kode, antall }) => [kode, antall]));
}
