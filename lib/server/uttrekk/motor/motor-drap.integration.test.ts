/**
 * R-10, section 8.3 no 33 to 35: two workers are killed and frozen again and again, and so are the register, the database
 * and the network, while several uttrekk are fetched. Every file ends byte for byte as that of a run that nothing
 * disturbed. A person is needed only where nobody can know: she orders again, or sends on what was set on pause.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from '#lib/domain/test-random.ts';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { query } from '#lib/server/db/pool.ts';
import { getStartTicks } from '#lib/server/db/postgres-process.ts';
import { type Child, startChild } from '../../../../scripts/child.ts';
import { inheritedEnv } from '../../../../scripts/portal-env.ts';
import { findFreePort, SIMULATORPORTER } from '../../../../scripts/ports.ts';
import {
  bestillPaaNytt,
  createBestilling,
  createTestbase,
  createUttrekk,
  readNdjson,
  type Testbase,
  type Testplass,
  waitFor,
  waitForTilstand,
  wish,
} from './test-motor.ts';

const KILLS = 100;
const SEED = Date.now() % 1_000_000;
const ROOT = path.join(import.meta.dirname, '../../../..');
const FIXTURE = path.join(import.meta.dirname, 'arbeider.fixture.ts');

let base: Testbase;
let simulator: Child;
let kontroll: string;
let simEnv: NodeJS.ProcessEnv;
let plass: Testplass;
let plassfil: string;
const databaser: EmbeddedPostgres[] = [];

async function startSim(): Promise<void> {
  const fil = path.join(base.dataDir, 'simulator.json');
  simulator = startChild({
    args: [path.join(ROOT, 'simulator/main.ts')],
    env: simEnv,
    logFile: path.join(base.dataDir, 'sim.log'),
  });
  await waitFor(
    async () => existsSync(fil) && JSON.parse(readFileSync(fil, 'utf8')).pid === simulator.pid,
    (ready) => ready,
    60_000,
  );
}

/** A worker process that has said that it runs. */
async function startArbeider(navn: string): Promise<Child> {
  const logFile = path.join(base.dataDir, `${navn}.log`);
  const foer = existsSync(logFile) ? statSync(logFile).size : 0;
  // A worker that starts fast is killed more often in the same time.
  const cache = { NODE_COMPILE_CACHE: path.join(base.dataDir, 'kompilert') };
  const env = { ...inheritedEnv(), ...cache, NODE_OPTIONS: '--conditions=react-server' };
  const child = startChild({ args: [FIXTURE, plassfil], env, logFile });
  await waitFor(
    async () => readFileSync(logFile).subarray(foer).includes('klar\n') || child.hasEnded(),
    (ready) => ready,
    60_000,
  );
  return child;
}

async function setFeil(...feil: object[]): Promise<void> {
  await fetch(`${kontroll}/feil`, { method: 'DELETE' });
  const headers = { 'content-type': 'application/json' };
  for (const valg of feil)
    await fetch(`${kontroll}/feil`, { method: 'POST', body: JSON.stringify(valg), headers });
}

/** Every answer takes a moment, so that a kill finds something under way. */
const TREG = { feil: 'forsinkelse-ms', verdi: 40 };

beforeAll(async () => {
  base = await createTestbase();
  const port = await findFreePort(SIMULATORPORTER);
  simEnv = {
    ...inheritedEnv(),
    NODE_OPTIONS: '',
    DATA_DIR: base.dataDir,
    SIM_PORT: String(port),
    SIM_POPULATION: '300',
    SIM_FROE: '1',
    SIM_KLOKKE: 'frosset:2026-06-01T12:00:00Z',
    SIM_HENDELSER_PER_MINUTT: '0',
    SIM_UTTREKK_VENT_MS: '20',
    SIM_UTTREKK_BATCH_TILPASSET: '60',
    SIM_UTTREKK_LEVETID_MIN: '1',
  };
  kontroll = `http://127.0.0.1:${port + 2}`;
  await startSim();
  const register = { url: `https://localhost:${port}`, pkiMappe: path.join(base.dataDir, 'pki') };
  plass = base.createPlass(register, { leieMs: 1_000, delstoerrelse: 15 });
  plassfil = path.join(base.dataDir, 'plass.json');
  writeFileSync(plassfil, JSON.stringify(plass));
});
afterAll(async () => {
  await simulator?.stop();
  await Promise.all(databaser.map((database) => database.stop()));
  await base?.stop();
});

/** kill -9 of the database's first process; the others end with it. Then it is started again on the same files. */
async function killPostgres(): Promise<void> {
  const pidfil = path.join(base.dataDir, 'postgres', 'klynge', 'postmaster.pid');
  const pid = Number(readFileSync(pidfil, 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await waitFor(
    async () => getStartTicks(pid),
    (ticks) => ticks === null,
  );
  databaser.push(await startPostgres({ dataDir: base.dataDir }));
}

const Rad = z.object({ id: z.uuid(), tilstand: z.string(), oenske: z.string() });

/** What a person does when she is asked: orders again, or sends on. */
async function actAsPerson(ider: readonly string[]): Promise<number> {
  const rader = await query(
    base.owner,
    Rad,
    `select id, tilstand, oenske from uttrekk.uttrekk where id = any($1)
       and (tilstand in ('ukjent', 'feilet') or (oenske = 'pause' and tilstand not in ('klar', 'ufullstendig')))`,
    [ider],
  );
  for (const { id, tilstand } of rader) {
    if (tilstand === 'ukjent' || tilstand === 'feilet') await bestillPaaNytt(base.owner, id);
    await wish(base.owner, id, 'kjoer');
  }
  return rader.length;
}

async function countUnderveis(): Promise<number> {
  const { rows } = await base.owner.query(
    `select (select count(*) from uttrekk.del where tilstand = 'hentes' and leie_til > now())
       + (select count(*) from uttrekk.uttrekk where leie_til > now()) as antall`,
  );
  return Number(rows[0].antall);
}

/** Does it again while the database is being started anew. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let nr = 0; ; nr++) {
    try {
      return await work();
    } catch (error) {
      if (nr > 600) throw error;
      await wait(50);
    }
  }
}

test(`after ${KILLS} kills of two workers, of register, database and network, every file is as if undisturbed (seed ${SEED})`, async () => {
  const random = createRandom(SEED);
  const foerste = await startArbeider('uforstyrret');
  const bestilling = createBestilling(null, { formater: ['ndjson', 'csv'] });
  const mal = await createUttrekk(base.owner, bestilling);
  await waitForTilstand(base.owner, mal, 'klar');
  const uforstyrret = await readNdjson(base.owner, plass, mal);
  await foerste.stop();
  await setFeil(TREG);

  const ider: string[] = [];
  let kills = 0;
  let midtI = 0;
  let personer = 0;
  const keepBusy = async () => {
    while (kills < KILLS) {
      await patiently(async () => {
        const { rows } = await base.owner.query(
          `select count(*)::int as n from uttrekk.uttrekk where id = any($1) and tilstand not in ('klar', 'ufullstendig')`,
          [ider],
        );
        if (rows[0].n < 3) ider.push(await createUttrekk(base.owner, bestilling));
        personer += await actAsPerson(ider);
      });
      await wait(50);
    }
  };
  const killWorkers = async (navn: string) => {
    while (kills < KILLS) {
      const arbeider = await startArbeider(navn);
      await wait(random() * 500);
      midtI += (await patiently(countUnderveis)) > 0 ? 1 : 0;
      if (random() < 0.1) {
        // Frozen longer than its lease, and back: somebody else has taken over, and it must not write.
        process.kill(arbeider.pid, 'SIGSTOP');
        await wait(1_200);
        process.kill(arbeider.pid, 'SIGCONT');
        await wait(random() * 300);
      }
      await arbeider.kill();
      kills += 1;
    }
  };
  const disturbTheRest = async () => {
    const slag = [
      () => setFeil(TREG, { feil: 'tilkobling-nektes', varighetMs: 400 }),
      () => setFeil(TREG, { feil: 'brutt-forbindelse', andel: 0.3, varighetMs: 800 }),
      () => setFeil(TREG, { feil: 'brutt-etter-behandling', andel: 0.3, varighetMs: 500 }),
      killPostgres,
      async () => {
        await simulator.kill();
        await startSim();
        await setFeil(TREG);
      },
    ];
    for (let nr = 0; kills < KILLS; nr++) {
      await wait(1_500 + random() * 2_500);
      await slag[nr % slag.length]?.();
    }
  };
  await Promise.all([keepBusy(), killWorkers('a'), killWorkers('b'), disturbTheRest()]);

  await setFeil();
  const siste = await startArbeider('siste');
  await waitFor(
    async () => {
      await actAsPerson(ider);
      const { rows } = await base.owner.query(
        `select tilstand, count(*)::int as antall from uttrekk.uttrekk where id = any($1) group by tilstand`,
        [ider],
      );
      return rows;
    },
    (rader) => rader.every(({ tilstand }) => tilstand === 'klar'),
    60_000,
  );
  await siste.stop();

  for (const id of ider) expect(await readNdjson(base.owner, plass, id)).toBe(uforstyrret);
  const { rows } = await base.owner.query(
    `select count(*)::int as ender from (select kall_id from revisjonslogg.rad
       where slag in ('DISCLOSED', 'FAILED') group by kall_id having count(*) > 1) as doble`,
  );
  expect(rows).toEqual([{ ender: 0 }]);
  // Teeth: most kills struck something under way, and several uttrekk were made under them.
  expect(midtI).toBeGreaterThan(KILLS / 2);
  expect(ider.length).toBeGreaterThan(2);
  process.stdout.write(
    `${kills} drap, ${midtI} midt i noe, ${ider.length} uttrekk, ${personer} ganger en person\n`,
  );
}, 240_000);
