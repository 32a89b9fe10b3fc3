/**
 * What is around the engine fails and is mended (security.md section 8.3): the service of names, the certificate, the
 * disk of the database, and workers that are replaced. Nothing is lost, and it goes on by itself, without a restart.
 */
import { randomUUID } from 'node:crypto';
import dns from 'node:dns';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTregDisk } from '#lib/server/revisjonslogg/test-treg-disk.ts';
import { type Child, startChild } from '../../../../scripts/child.ts';
import { inheritedEnv } from '../../../../scripts/portal-env.ts';
import { fortsettMedRegisteret } from './fortsett-med-registeret.ts';
import type { Motordeps } from './motor.ts';
import { countMerknader, getTilstand, waitFor, waitForTilstand, wish } from './test-motor.ts';
import { createProeve, type Proeve } from './test-proeve.ts';

let p: Proeve;
beforeAll(async () => {
  p = await createProeve();
});
afterAll(() => p?.close());
afterEach(async () => {
  Object.assign(dns, { lookup });
  await p.clean();
});
const BULK = { tjeneste: 'bulkoppslag' } as const;
const FIXTURE = path.join(import.meta.dirname, 'arbeider.fixture.ts');
const BESTILLING = 'POST uttrekk/tilpasset 200';

/** As if the pauses had been so long ago. */
const age = (minutter: number) =>
  p.owner.query(`update uttrekk.merknad set tidspunkt = tidspunkt - $1 * interval '1 minute'`, [minutter]);

/** Waits for the pause of the engine's own, and expects the reason. */
async function waitForPause(id: string, feil: string): Promise<void> {
  const rad = await waitFor(
    () => getTilstand(p.owner, id),
    ({ oenske }) => oenske === 'pause',
  );
  expect(rad.feil).toBe(feil);
}

/** The duty, an hour after each pause, until the uttrekk is done by the engine that has run all the time. */
async function waitForSelvgaaende(deps: Motordeps, id: string): Promise<void> {
  await waitFor(
    async () => {
      await age(60);
      await fortsettMedRegisteret(deps);
      return getTilstand(p.owner, id);
    },
    ({ tilstand }) => tilstand === 'klar',
  );
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
}

const { lookup } = dns;
/** Whether the nth question for the name of the register has no answer. Other names are as they are. */
let isBorte = (_nr: number): boolean => false;

function disturbNavnetjeneste(): void {
  let nr = 0;
  const ask = (navn: string, valg: dns.LookupAllOptions, svar: (...funnet: unknown[]) => void) => {
    if (navn === 'localhost') nr += 1;
    if (navn !== 'localhost' || !isBorte(nr)) return lookup(navn, valg, svar);
    const code = nr % 2 === 0 ? 'EAI_AGAIN' : 'ENOTFOUND';
    process.nextTick(svar, Object.assign(new Error(code), { code }));
  };
  Object.assign(dns, { lookup: ask });
}

test('26: a name that comes and goes: each call is tried again, and the file is as if nothing had happened', async () => {
  disturbNavnetjeneste();
  let borte = 0;
  isBorte = (nr) => {
    const isNaa = nr <= 3 || nr % 2 === 0;
    borte += isNaa ? 1 : 0;
    return isNaa;
  };
  p.start();
  const id = await p.create();
  await waitForTilstand(p.owner, id, 'klar');
  expect(await p.read(id)).toBe(p.uforstyrret);
  expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
  expect(borte).toBeGreaterThan(3);
});

test('26: a name that is gone sets it on pause, and it goes on by itself when the name is there', async () => {
  disturbNavnetjeneste();
  isBorte = () => true;
  const deps = p.start({ maksForsoek: 2 });
  const id = await p.create();
  await waitForPause(id, 'registeretSvarerIkke');
  expect(await p.simulator.countKall()).toEqual({});
  isBorte = () => false;
  await waitForSelvgaaende(deps, id);
  expect(await countMerknader(p.owner, id)).toHaveProperty('proevesIgjen');
});

/** A folder with the register's issuers and the pair of that name as ours. */
function createPki(navn: string): { mappe: string; replaceMed: (navn: string) => void } {
  const fra = p.simulator.register.pkiMappe;
  const mappe = mkdtempSync(path.join(fra, 'vaar-'));
  copyFileSync(path.join(fra, 'ca.pem'), path.join(mappe, 'ca.pem'));
  const replaceMed = (nytt: string) => {
    for (const ende of ['pem', 'key'])
      copyFileSync(path.join(fra, `${nytt}.${ende}`), path.join(mappe, `virksomhet.${ende}`));
  };
  replaceMed(navn);

  return { mappe, replaceMed };
}

test('28: a certificate that has ended stops it before a call; new files where the old ones are send it on without a restart (R-16)', async () => {
  const { mappe, replaceMed } = createPki('utloept');
  const [id, hennes] = [await p.create(), await p.create()];
  await wish(p.owner, hennes, 'pause');
  const deps = p.start({}, { pkiMappe: mappe });
  await waitForPause(id, 'sertifikat');
  await age(60);
  await fortsettMedRegisteret(deps);
  expect(await getTilstand(p.owner, id)).toMatchObject({ oenske: 'pause', feil: 'sertifikat' });
  expect(await p.simulator.countKall()).toEqual({});
  replaceMed('virksomhet-ny');
  await waitForSelvgaaende(deps, id);
  // What a person has stopped is hers.
  expect(await getTilstand(p.owner, hennes)).toEqual({ tilstand: 'iKoe', oenske: 'pause', feil: null });
});

test('28: a certificate that the register has revoked leaves no order that nobody knows of, and is replaced without a restart (R-03, R-16)', async () => {
  await p.simulator.setFeil({ feil: 'klientsertifikat-tilbakekalt' });
  const { mappe, replaceMed } = createPki('virksomhet');
  // A connection that is broken before its alert is there says nothing of a certificate, and is tried again.
  const deps = p.start({ maksForsoek: 1_000 }, { pkiMappe: mappe });
  const id = await p.create();
  await waitForPause(id, 'sertifikat');
  expect((await getTilstand(p.owner, id)).tilstand).toBe('iKoe');
  replaceMed('virksomhet-ny');
  await waitForSelvgaaende(deps, id);
});

test('36: while the commits of the revisjonslogg hang the register is not called; it goes on when they are only slow (A-01)', async () => {
  const disk = await startTregDisk(p.owner, 0.05);
  try {
    p.start();
    const id = await p.create();
    // Given up by the worker once, and tried again.
    await waitFor(
      async () =>
        (await p.owner.query('select leie_nr::int as n from uttrekk.uttrekk where id = $1', [id])).rows[0].n,
      (antall) => antall >= 2,
    );
    expect(await p.simulator.countKall()).toEqual({});
    await disk.release();
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
  } finally {
    await disk.repair();
  }
});

/** A worker process that has said that it runs. */
async function startArbeider(plassfil: string): Promise<Child> {
  const logFile = path.join(path.dirname(plassfil), `arbeider-${randomUUID()}.log`);
  const env = { ...inheritedEnv(), NODE_OPTIONS: '--conditions=react-server' };
  const arbeider = startChild({ args: [FIXTURE, plassfil], env, logFile });
  await waitFor(
    async () => readFileSync(logFile, 'utf8').includes('klar\n') || arbeider.hasEnded(),
    (ready) => ready,
  );

  return arbeider;
}

test('47: workers that are replaced one by one under load lose no act, and whoever takes over does not wait for a lease (R-18)', async () => {
  await p.simulator.setFeil({ feil: 'forsinkelse-ms', verdi: 1_000, ...BULK });
  const plassfil = path.join(p.filMappe, '..', 'plass.json');
  // A lease that nobody lets go of holds for longer than the test waits.
  const valg = { ...p.plass.valg, leieMs: 600_000, samtidige: { start: 2, mest: 2 } };
  writeFileSync(plassfil, JSON.stringify({ ...p.plass, valg }));
  const id = await p.create();
  const arbeidere: Child[] = [];
  try {
    for (let bytte = 0; bytte < 2; bytte += 1) {
      const arbeider = await startArbeider(plassfil);
      arbeidere.push(arbeider);
      await waitFor(
        async () =>
          (await p.owner.query(`select from uttrekk.del where uttrekk_id = $1 and tilstand = 'hentes'`, [id]))
            .rowCount ?? 0,
        (underveis) => underveis > 0,
      );
      await arbeider.stop();
    }
    expect((await getTilstand(p.owner, id)).tilstand).toBe('henter');
    await p.simulator.setFeil();
    arbeidere.push(await startArbeider(plassfil));
    await waitForTilstand(p.owner, id, 'klar');
    expect(await p.read(id)).toBe(p.uforstyrret);
    expect((await p.simulator.countKall())[BESTILLING]).toBe(1);
    const { rows } = await p.owner.query(
      `select count(distinct kall_id) filter (where slag = 'INTENT')::int as begynt,
         count(distinct kall_id) filter (where slag <> 'INTENT')::int as endt,
         count(*) filter (where utfall = 'avbrutt')::int as avbrutt
       from revisjonslogg.rad r join uttrekk.uttrekk u using (handling_id) where u.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ begynt: expect.any(Number), endt: rows[0].begynt, avbrutt: 0 }]);
  } finally {
    await Promise.all(arbeidere.map((arbeider) => arbeider.stop()));
  }
});
