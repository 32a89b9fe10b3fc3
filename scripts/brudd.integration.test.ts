/** P-09: the drill. Who must be told of a breach, by who did it, in which session, of which uttrekk and when. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNumreForDato } from '#lib/domain/brudd/list-mulige-numre.ts';
import { createTestInnsyn, KARI, type TestInnsyn, toPlan } from '#lib/server/innsyn/test-innsyn.ts';
import type { Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';

/** Those of the first day that is tried, so that finding one by trying takes no time. */
const NUMRE = listNumreForDato('018100');
const toPerson = (n: number): string => NUMRE[n] ?? '';
const [DIREKTE, PER_NAVN, TIDLIGERE, AVVIST, UTEN_TREFF, UAVKLART, AV_OLA, SENERE] = [
  0, 1, 2, 3, 4, 5, 6, 7,
].map(toPerson) as [string, string, string, string, string, string, string, string];
const [LASTET, LAGT] = [[10, 11].map(toPerson), [12, 13].map(toPerson)];

const folder = mkdtempSync(path.join(tmpdir(), 'portal-brudd-'));
let t: TestInnsyn;
/** By what the test calls them. */
const rader: Record<string, string> = {};
const uttrekk: Record<string, string> = {};

const foerste = { ...KARI, sessionRef: Buffer.alloc(16, 1) };
const andre = { ...KARI, sessionRef: Buffer.alloc(16, 2) };
const ola = { ...KARI, brukernavn: 'ola', sessionRef: Buffer.alloc(16, 3) };

async function vis(nummer: string, plan: Partial<Plan>, { utfall = 'funnet', logg = t.logg } = {}) {
  const act = await logg.intend(toPlan([nummer], { aktoer: foerste, ...plan }));
  await act.disclose('x', { utfall, subjekter: [nummer], felter: ['navn.fornavn'] });
  const { rows } = await t.db.owner.query('select max(id)::text as id from revisjonslogg.rad');

  return rows[0].id;
}

async function lastNed(numre: readonly string[], handling: string): Promise<string> {
  const { uttrekkId } = await t.createUttrekk(numre);
  const plan = toPlan([], { aktoer: foerste, handling, gjelder: { uttrekk: uttrekkId } });
  const act = await t.logg.intend(plan);
  await act.disclose('x', { utfall: 'lastetNed', subjekter: [], felter: [], antall: numre.length });

  return uttrekkId;
}

beforeAll(async () => {
  t = await createTestInnsyn();
  rader.direkte = await vis(DIREKTE, { kriterier: { identifikasjonsnummer: DIREKTE } });
  await vis(PER_NAVN, { subjekter: [], kriterier: { navn: 'KOPP' } });
  await vis(TIDLIGERE, { kriterier: { identifikasjonsnummer: TIDLIGERE } }, { logg: t.gammel });
  await t.logg.deny(toPlan([AVVIST], { aktoer: foerste }), null, 'naerstaaende');
  await vis(UTEN_TREFF, {}, { utfall: 'ingenEntydigTreff' });
  await t.logg.intend(toPlan([UAVKLART], { aktoer: foerste }));
  // Work on an uttrekk of hers that is under way, which has given nobody to anybody yet.
  await t.logg.intend(
    toPlan([], { aktoer: foerste, handling: 'UTTREKK_OPPSLAG', gjelder: { uttrekk: randomUUID() } }),
  );
  rader.ola = await vis(AV_OLA, { aktoer: ola });
  rader.senere = await vis(SENERE, { aktoer: andre });
  uttrekk.lastet = await lastNed(LASTET, 'NEDLASTING');
  uttrekk.lagt = await lastNed(LAGT, 'UTTREKK_KLAR');
  const { rows } = await t.db.owner.query(
    "insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'LOGIN', 'INNLOGGING', 'ola') returning id::text",
  );
  rader.utenSesjon = rows[0].id;
});
afterAll(async () => {
  await t.stop();
  rmSync(folder, { recursive: true });
});

let teller = 0;

/** Runs the command and reads the file that it made. */
async function run(...args: string[]) {
  teller += 1;
  const fil = path.join(folder, `${teller}.zip`);
  const [noekkel, ...tidligere] = t.deps.noekler;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      path.join(import.meta.dirname, 'revisjonslogg.ts'),
      'brudd',
      '--fil',
      fil,
      ...args,
    ],
    {
      cwd: path.join(import.meta.dirname, '..'),
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        DATABASE_FORSEGLER_URL: t.db.toUrl('forsegler'),
        DATABASE_PORTAL_URL: t.db.toUrl('portal'),
        REVISJON_KEY: noekkel,
        REVISJON_KEY_TIDLIGERE: tidligere.join(','),
        FIL_KEY: t.deps.filKey,
        FIL_MAPPE: t.deps.filMappe,
        FORSEGLING_OFFENTLIG: parseSigneringsnoekkel(createSigneringsnoekkel('prøve/logg')).kontrolltekst,
        VITNE_MAPPE: folder,
      },
    },
  );

  return { status, stdout, stderr, fil };
}

async function open(fil: string, passord: string): Promise<string[][]> {
  const valg = { useWebWorkers: false, useCompressionStream: false };
  const [innhold] = await new ZipReader(new Uint8ArrayReader(readFileSync(fil)), valg).getEntries();
  if (innhold === undefined || innhold.directory) throw new Error('no file');
  const bytes = await innhold.getData(new Uint8ArrayWriter(), { password: passord, checkSignature: true });

  return Buffer.from(bytes)
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((linje) => linje.split(';'));
}

const findPassord = (stdout: string): string => /Passordet vises bare nå: (\S+)/.exec(stdout)?.[1] ?? '';

/** The numbers in the list, in order. */
async function list(...args: string[]): Promise<string[]> {
  const { stdout, stderr, fil } = await run('--sak', '2026/1', ...args);
  expect(stderr).not.toContain('Error');

  return (await open(fil, findPassord(stdout))).map(([nummer = '']) => nummer).sort();
}

test('P-09: everybody whom one user saw, and may have seen, with when and what, and nobody else', async () => {
  const { status, stdout, fil } = await run('--sak', '2026/1', '--bruker', KARI.brukernavn);
  expect(stdout).toContain('Berørte: 7, av dem 1 uavklarte.');
  expect(status).toBe(0);
  const linjer = await open(fil, findPassord(stdout));
  const ventet = [DIREKTE, PER_NAVN, TIDLIGERE, SENERE, ...LASTET].sort();
  expect(linjer.map(([nummer, , utfall]) => [nummer, utfall])).toEqual([
    ...ventet.map((nummer) => [nummer, 'vist']),
    [UAVKLART, 'uavklart'],
  ]);
  expect(linjer[0]?.slice(5)).toEqual(['1', 'navn']);
  expect(linjer.at(-1)?.slice(5)).toEqual(['1', 'bostedsadresse navn']);
  expect(linjer.every(([, , , fra]) => Math.abs(Date.now() - Date.parse(fra ?? '')) < 600_000)).toBe(true);
});

test('P-09: by session, by uttrekk and by time', async () => {
  expect(await list('--sesjon', rader.senere ?? '')).toEqual([SENERE]);
  expect(await list('--sesjon', rader.ola ?? '')).toEqual([AV_OLA]);
  // In an uttrekk somebody is affected whoever fetched it, and also when nobody has.
  expect(await list('--uttrekk', uttrekk.lagt ?? '')).toEqual(LAGT);
  expect(await list('--uttrekk', uttrekk.lastet ?? '')).toEqual(LASTET);
  const { rows } = await t.db.owner.query(
    "select tidspunkt - interval '1 microsecond' as foer, tidspunkt + interval '1 millisecond' as etter from revisjonslogg.rad where id = $1",
    [rader.ola],
  );
  const [{ foer, etter }] = rows;
  const periode = ['--fra', foer.toISOString(), '--foer', etter.toISOString()];
  expect(await list(...periode, '--bruker', 'ola')).toEqual([AV_OLA]);
  expect(await list('--fra', '2020-01-01', '--foer', '2020-02-01')).toEqual([]);
});

test('P-09: the list is an act about each of them, with what was asked for, and stands nowhere in clear', async () => {
  const { stdout, fil } = await run('--sak', '2026/77', '--bruker', 'ola');
  expect(statSync(fil).mode & 0o777).toBe(0o600);
  expect(readFileSync(fil).includes(AV_OLA)).toBe(false);
  expect(stdout).not.toContain(AV_OLA);
  await expect(open(fil, 'feil')).rejects.toThrow();
  const { rows } = await t.db.owner.query(
    `select slag, saksreferanse, utfall, innhold->'antall' as antall, konvolutt is not null as sendt,
       (select count(*)::int from revisjonslogg.subjekt s where s.rad_id = r.rad_id) as subjekter
     from revisjonslogg.rad r where handling = 'BRUDDLISTE' and saksreferanse = '2026/77' order by id`,
  );
  expect(rows).toEqual([
    { slag: 'INTENT', saksreferanse: '2026/77', utfall: null, antall: null, sendt: true, subjekter: 0 },
    { slag: 'DISCLOSED', saksreferanse: '2026/77', utfall: 'vist', antall: 1, sendt: true, subjekter: 1 },
  ]);
  // Who asks who has looked her up is told of it.
  const svar = await t.ask([AV_OLA]);
  expect(svar.linjer.map(({ hva }) => hva)).toContain('logg');
});

test('P-09: an uttrekk whose persons cannot be read is said, and the list is not called whole', async () => {
  const { uttrekkId } = await t.createUttrekk([toPerson(20)]);
  const plan = toPlan([], { aktoer: ola, handling: 'NEDLASTING', gjelder: { uttrekk: uttrekkId } });
  await (await t.logg.intend(plan)).disclose('x', { utfall: 'lastetNed', subjekter: [], felter: [] });
  rmSync(path.join(t.deps.filMappe, uttrekkId), { recursive: true });
  const { status, stdout } = await run('--sak', '2026/1', '--bruker', 'ola');
  expect(status).toBe(3);
  expect(stdout).toContain(`mangler i listen: ${uttrekkId}.`);
});

test('a call that is wrong is one sentence, reads nothing and leaves no file', async () => {
  const before = await t.db.owner.query(
    "select count(*) from revisjonslogg.rad where handling = 'BRUDDLISTE'",
  );
  const wrong: [string[], string][] = [
    [['--bruker', 'ola'], 'Oppgi filen med --fil og saken'],
    [['--sak', '1', '--foer', '2026-11-01'], 'Oppgi hva bruddet gjelder'],
    [['--sak', '1', '--foer', 'i går'], '--foer må være et tidspunkt'],
  ];
  for (const [args, setning] of wrong) {
    const { status, stdout, stderr, fil } = await run(...args);
    expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
    expect(stderr).toContain(setning);
    expect(existsSync(fil)).toBe(false);
  }
  const after = await t.db.owner.query(
    "select count(*) from revisjonslogg.rad where handling = 'BRUDDLISTE'",
  );
  expect(after.rows).toEqual(before.rows);
  const utenSesjon = await run('--sak', '1', '--sesjon', rader.utenSesjon ?? '');
  expect(utenSesjon.stderr.trim()).toBe('Raden hører ikke til noen sesjon.');
  expect(existsSync(utenSesjon.fil)).toBe(false);
});
