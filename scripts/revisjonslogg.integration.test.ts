/** The command as an auditor runs it: against the database, and against a dump with the public key alone. */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { findBevistRot, hashBlad } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { openSjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { createTestLogg, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';

let server: TestServer;
let t: TestLogg;
let offentlig: string;
const folder = mkdtempSync(path.join(tmpdir(), 'portal-dump-'));

beforeAll(async () => {
  server = await createTestServer();
  t = await createTestLogg(server);
  offentlig = parseSigneringsnoekkel(t.noekkel).kontrolltekst;
  await t.writeHandlinger(5);
  await t.forsegler.sealOnce();
});
afterAll(async () => {
  await t.stop();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command with nothing in its environment but what is given. */
function run(args: readonly string[], env: Record<string, string> = {}) {
  const program = path.join(import.meta.dirname, 'revisjonslogg.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', program, ...args],
    {
      cwd: path.join(import.meta.dirname, '..'),
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
      encoding: 'utf8',
    },
  );

  return { status, stdout, stderr };
}

const online = () => ({
  DATABASE_FORSEGLER_URL: t.db.toUrl('forsegler'),
  DATABASE_PORTAL_URL: t.db.toUrl('portal'),
  REVISJON_KEY: Buffer.alloc(32, 7).toString('base64'),
  FORSEGLING_OFFENTLIG: offentlig,
  VITNE_MAPPE: t.mappe,
});

test('a clean log ends with 0, and that it was read is in the log', async () => {
  const { status, stdout } = run(['verify', '--full', '--sak', '2026/7'], online());
  expect(stdout).toContain('Kontrollert: 10 forseglede rader');
  expect(stdout).toContain('Ingen funn.');
  expect(status).toBe(0);
  const { rows } = await t.db.owner.query(
    `select slag, utfall, saksreferanse from revisjonslogg.rad where handling = 'KONTROLLER_REVISJONSLOGG' order by id`,
  );
  expect(rows).toEqual([
    { slag: 'INTENT', utfall: null, saksreferanse: '2026/7' },
    { slag: 'DISCLOSED', utfall: 'ingenFunn', saksreferanse: '2026/7' },
  ]);
});

test('a row proves that it is in the log, to somebody who has the key and nothing else of ours', () => {
  const { status, stdout } = run(['verify', '--entry', '4'], online());
  expect(status).toBe(0);
  const [head = '', ...note] = stdout.split('\n\n');
  const [form, extra = '', index = '', ...path] = head.split('\n');
  expect(form).toBe('c2sp.org/tlog-proof@v1');
  const rad = Buffer.from(extra.replace('extra ', ''), 'base64');
  expect(JSON.parse(rad.toString())[1]).toBe('4');
  expect(hashBlad(rad.toString())).toEqual(hash('sha256', Buffer.concat([Buffer.of(0), rad]), 'buffer'));
  const sjekkpunkt = openSjekkpunkt(note.join('\n\n'), [parseSigneringsnoekkel(t.noekkel).kontroll]);
  if (!sjekkpunkt) throw new Error('the checkpoint does not open');
  const bevis = path.map((line) => Buffer.from(line, 'base64'));
  const root = findBevistRot(
    hashBlad(rad.toString()),
    Number(index.replace('index ', '')),
    sjekkpunkt.stoerrelse,
    bevis,
  );
  expect(root).toEqual(sjekkpunkt.rot);
  expect(run(['verify', '--entry', '4000'], online())).toMatchObject({ status: 3, stdout: '' });
});

test('A-22: a dump is verified with the public key and the witness, and without the witness it is undecided', () => {
  const til = path.join(folder, 'ren');
  expect(run(['dump', '--til', til, '--sak', '2026/8'], online()).status).toBe(0);
  const key = path.join(folder, 'noekkel.txt');
  writeFileSync(key, `${offentlig}\n`);
  const whole = run(['verify', '--dump', til, '--noekkel', key, '--vitne', t.mappe]);
  expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining('Ingen funn.') });
  const blind = run(['verify', '--dump', til, '--noekkel', offentlig]);
  expect(blind).toMatchObject({ status: 3, stdout: expect.stringContaining('uten vitne') });
  const again = run(['dump', '--til', til, '--sak', '2026/8'], online());
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('finnes allerede') });
});

test('what was done to the log is named in sentences, the same from the database and from a dump of it', async () => {
  // One that is not sealed yet, and three that are.
  await t.writeHandlinger(1);
  await t.db.changeUnguarded(
    "update revisjonslogg.rad set bruker = 'en annen' where id = (select max(id) from revisjonslogg.rad)",
  );
  await t.forsegler.sealOnce();
  await t.db.changeUnguarded("update revisjonslogg.rad set bruker = 'en annen' where id = 3");
  await t.db.changeUnguarded(
    'delete from revisjonslogg.subjekt where rad_id = (select rad_id from revisjonslogg.rad where id = 5)',
  );
  await t.db.changeUnguarded(
    `insert into revisjonslogg.rad overriding system value select 900, tidspunkt, xid, gen_random_uuid(), handling_id,
       gen_random_uuid(), slag, handling, bruker from revisjonslogg.rad where id = 1`,
  );
  const here = run(['verify'], online());
  expect(here.status).toBe(2);
  const sentences = here.stdout
    .split('\n')
    .filter((line) => line.startsWith('rad-') || line.startsWith('merke-'));
  expect(sentences).toEqual([
    expect.stringMatching(/^rad-endret: Rad 3 \(.*, blad 2\) sier noe annet/),
    expect.stringMatching(/^rad-endret: Rad 5 \(.*, blad 4\) sier noe annet/),
    expect.stringMatching(/^rad-satt-inn-etter: Rad 900 \(.*\) står blant forseglede rader/),
    expect.stringMatching(/^merke-feil: Rad \d+ \(.*, blad \d+\) var endret eller satt inn/),
  ]);
  const til = path.join(folder, 'endret');
  run(['dump', '--til', til, '--sak', '2026/9'], online());
  const there = run(['verify', '--dump', til, '--noekkel', offentlig, '--vitne', t.mappe]);
  expect(there.status).toBe(2);
  expect(
    there.stdout.split('\n').filter((line) => line.startsWith('rad-') || line.startsWith('merke-')),
  ).toEqual(sentences);
});

test('a call that is wrong is one sentence, and reads nothing', () => {
  const wrong = [
    ['slett'],
    ['slett', '--maaned', '2026-11', '--sak', '1'],
    ['alt'],
    ['verify', '--alt'],
    ['verify', '--full', '--entry', '1'],
    ['verify', '--since', 'i går'],
    ['verify', '--entry', 'x'],
    ['verify', '--dump', '/finnes/ikke', '--noekkel', 'x'],
    ['verify', '--dump', folder, '--noekkel', 'x'],
    ['dump', '--til', folder],
  ];
  for (const args of wrong) {
    const { status, stderr, stdout } = run(args, online());
    expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
    expect(stderr.trim().split('\n'), args.join(' ')).toHaveLength(1);
  }
  expect(run(['verify'], { DATA_DIR: folder }).stderr).toContain('Det er ingen installasjon');
});
