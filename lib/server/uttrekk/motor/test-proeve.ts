/** What the tests of the engine share: database, register, an undisturbed run to compare with, and engines to stop. For tests only. */
import 'server-only';
import { type Klokke, systemKlokke } from '#lib/server/freg/freg-config.ts';
import type { Feilvalg } from '../../../../simulator/register/feil.ts';
import type { Motordeps, Motorvalg } from './motor.ts';
import { type Motor, startMotor } from './start-motor.ts';
import {
  createBestilling,
  createDeps,
  createTestbase,
  createUttrekk,
  readNdjson,
  type Testbase,
  type Testplass,
  waitForTilstand,
} from './test-motor.ts';
import { startTestsimulator, type Testsimulator } from './test-simulator.ts';

export type Proeve = {
  owner: Testbase['owner'];
  simulator: Testsimulator;
  /** The file of a run that nothing disturbed. */
  uforstyrret: string;
  /** One more engine, with breaker, limits and connections of its own, and where given the register client's clock or certificates. */
  start: (endring?: Partial<Motorvalg>, freg?: { klokke?: Klokke; pkiMappe?: string }) => Motordeps;
  stopAlle: () => Promise<void>;
  /** An order of everybody who is resident. */
  create: (endring?: Parameters<typeof createBestilling>[1]) => Promise<string>;
  /** Faults set, an engine started, and an order. */
  run: (feil: Feilvalg[], endring?: Partial<Motorvalg>) => Promise<string>;
  read: (id: string) => Promise<string>;
  filMappe: string;
  /** Where a process of its own finds everything. */
  plass: Testplass;
  /** What an engine is given, for one piece of work without an engine. */
  withDeps: (work: (deps: Motordeps) => Promise<void>) => Promise<void>;
  /** Between two tests: no engine, no fault, nothing in work. */
  clean: () => Promise<void>;
  close: () => Promise<void>;
};

export async function createProeve(): Promise<Proeve> {
  const base = await createTestbase();
  const { owner } = base;
  const simulator = await startTestsimulator(base.dataDir);
  const running: { motor: Motor; close: () => Promise<void> }[] = [];
  const start: Proeve['start'] = (endring = {}, freg = {}) => {
    const { klokke = systemKlokke, pkiMappe = simulator.register.pkiMappe } = freg;
    const deps = createDeps(base.createPlass({ ...simulator.register, pkiMappe }, endring), klokke);
    running.push({ motor: startMotor(deps), close: deps.close });

    return deps;
  };
  const stopAlle = async () => {
    for (const { motor, close } of running.splice(0)) {
      await motor.stop(5_000);
      await close();
    }
  };
  const create: Proeve['create'] = (endring = {}) => createUttrekk(owner, createBestilling(null, endring));
  const read = (id: string) => readNdjson(owner, base.createPlass(simulator.register), id);
  const run: Proeve['run'] = async (feil, endring = {}) => {
    await simulator.setFeil(...feil);
    start(endring);
    return create();
  };
  const withDeps: Proeve['withDeps'] = async (work) => {
    const deps = createDeps(base.createPlass(simulator.register));
    await work(deps).finally(deps.close);
  };
  const clean = async () => {
    await stopAlle();
    await simulator.setFeil();
    await simulator.resetKall();
    await owner.query(
      `update uttrekk.uttrekk set tilstand = 'avbrutt' where tilstand not in ('klar', 'ufullstendig', 'avbrutt')`,
    );
  };
  const id = await run([]);
  await waitForTilstand(owner, id, 'klar');
  const uforstyrret = await read(id);
  await clean();

  return {
    ...{ owner, simulator, uforstyrret, start, stopAlle, create, run, read, withDeps, clean },
    filMappe: base.createPlass(simulator.register).filMappe,
    plass: base.createPlass(simulator.register),
    async close() {
      await stopAlle();
      await simulator.close();
      await base.stop();
    },
  };
}
