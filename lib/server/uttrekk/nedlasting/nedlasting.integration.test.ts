/** F-02, F-04, F-05, F-09: a file goes once to whom it was granted, with its row first, and is gone when it is deleted. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '#lib/server/db/pool.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Filstroem } from '#lib/server/http/download.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { createFilnoekkel, wrapNoekkel, writeForseglet } from '#lib/server/uttrekk/filer/container.ts';
import { toFilplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { deleteFiler } from '#lib/server/uttrekk/filer/slett.ts';
import { BESTILLING, FIL_KEY } from '#lib/server/uttrekk/filer/test-uttrekk.ts';
import { slettUtloepte } from '#lib/server/uttrekk/motor/slett-utloepte.ts';
import { loadSide } from '#lib/server/uttrekk/portal/load-side.ts';
import { getUttrekk } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import { grantNedlasting } from './grant-nedlasting.ts';
import { type Nedlastingsdeps, startNedlasting } from './start-nedlasting.ts';

const REVISJON_KEY = Buffer.alloc(32, 5).toString('base64');
const INNHOLD = randomBytes(700_000);
let db: TestDatabase;
let filMappe: string;
let deps: Nedlastingsdeps;
let eier: Session;
let kollega: Session;
let uttrekkId: string;
let filId: string;
let handlingId: string;

async function createBruker(sub: string): Promise<Session> {
  const { rows } = await db.owner.query(
    `insert into portal.bruker (iss, sub, brukernavn, navn, enhet, grupper) values ('i', $1, $1, $1, 'Enhet', '{}') returning id`,
    [sub],
  );
  const om = {
    brukernavn: sub,
    navn: sub,
    enhet: 'Enhet',
    kontekst: null,
    egenPerson: null,
    skjermingsliste: null,
  };
  const tider = { utloeper: new Date(), utloeperSenest: new Date() };
  return {
    ...om,
    ...tider,
    brukerId: String(rows[0]?.id),
    sessionRef: randomBytes(16),
    tokenHash: randomBytes(32),
    nyligBekreftet: true,
    rettigheter: {
      roller: ['analytiker'],
      pakker: ['offentlig-med-hjemmel'],
      skjermingsrett: 'ingen',
      skjermede: false,
    },
  };
}

/** A finished uttrekk with one file. */
async function createKlart(): Promise<void> {
  [uttrekkId, filId, handlingId] = [randomUUID(), randomUUID(), randomUUID()];
  await db.owner.query(
    `insert into uttrekk.uttrekk (id, eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand, utloeper, delnoekkel, slett_timer)
     values ($1, $2, $3, 'x', '{navn}', $4, $5, 'klar', now() + interval '7 days', 'k', 72)`,
    [uttrekkId, eier.brukerId, BESTILLING, handlingId, randomUUID()],
  );
  const noekkel = createFilnoekkel();
  const { sti, bound } = toFilplass({ uttrekkId, sti: toMappesti(filMappe, uttrekkId) }, filId);
  await writeForseglet(sti, noekkel, bound, [INNHOLD]);
  await db.owner.query(
    `insert into uttrekk.fil (id, uttrekk_id, format, tilstand, bytes, rader, sjekksum, noekkel)
     values ($1, $2, 'csv', 'klar', $3, 1234, '\\xabcd', $4)`,
    [filId, uttrekkId, INNHOLD.length, wrapNoekkel(FIL_KEY, filId, noekkel)],
  );
}

beforeAll(async () => {
  db = await createTestDatabase();
  filMappe = await mkdtemp(path.join(tmpdir(), 'nedlasting-'));
  deps = {
    pool: db.portal,
    revisjonslogg: createRevisjonslogg(db.portal, REVISJON_KEY),
    filKey: FIL_KEY,
    filMappe,
  };
  [eier, kollega] = [await createBruker('eier'), await createBruker('kollega')];
});
beforeEach(createKlart);
afterAll(async () => {
  await db.stop();
  await rm(filMappe, { recursive: true, force: true });
});

const grant = async (session = eier) =>
  (await grantNedlasting(deps, { session, body: { form: 'fil' }, params: { uttrekkId, filId } })).value
    .nedlastingId;

const start = (nedlastingId: string, session = eier, range: string | null = null) =>
  startNedlasting(deps, session, { nedlastingId }, range);

async function readAlt({ biter }: Filstroem): Promise<Buffer> {
  const alle: Uint8Array[] = [];
  for await (const bit of biter) alle.push(bit);
  return Buffer.concat(alle);
}

async function listRader(): Promise<Record<string, unknown>[]> {
  const { rows } = await db.owner.query(
    'select slag, handling, utfall, bruker, innhold from revisjonslogg.rad where handling_id = $1 order by id',
    [handlingId],
  );
  return rows;
}

async function getRad(nedlastingId: string): Promise<Record<string, unknown>> {
  const { rows } = await db.owner.query(
    'select startet is not null as startet, bytes_sendt::int as sendt, fullfoert is not null as hel, aktiv_til, passord from uttrekk.nedlasting where id = $1',
    [nedlastingId],
  );
  return rows[0];
}

describe('a download', () => {
  it('gives the whole file once, with its row before it', async () => {
    const id = await grant();
    const gjelder = { uttrekk: uttrekkId, fil: filId, nedlasting: id, sjekksum: 'abcd', form: 'fil' };
    expect(await listRader()).toMatchObject([
      { slag: 'INTENT', handling: 'NEDLASTING', bruker: 'eier', innhold: { gjelder } },
      { slag: 'DISCLOSED', handling: 'NEDLASTING', utfall: 'nedlasting', innhold: { antall: 1234, gjelder } },
    ]);
    const stroem = await start(id);
    expect(stroem).toMatchObject({ bytes: INNHOLD.length, utsnitt: null, etag: 'abcd' });
    expect(stroem.filnavn).toBe(`uttrekk-${uttrekkId.slice(0, 8)}.csv`);
    expect((await readAlt(stroem)).equals(INNHOLD)).toBe(true);
    expect(await getRad(id)).toEqual({
      startet: true,
      sendt: INNHOLD.length,
      hel: true,
      aktiv_til: null,
      passord: null,
    });
  });

  it('is one stream of fifty that ask at once, and none afterwards', async () => {
    const id = await grant();
    const svar = await Promise.allSettled(Array.from({ length: 50 }, () => start(id)));
    const startet = svar.flatMap((en) => (en.status === 'fulfilled' ? [en.value] : []));
    expect(startet).toHaveLength(1);
    for (const en of svar)
      if (en.status === 'rejected') expect(en.reason).toMatchObject({ kode: 'NEDLASTING_BRUKT' });
    for (const stroem of startet) expect((await readAlt(stroem)).equals(INNHOLD)).toBe(true);
    await expect(start(id)).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
    await expect(start(id, eier, 'bytes=5-')).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
    const gjenbruk = (await listRader()).filter(({ slag }) => slag === 'DENIED');
    expect(gjenbruk).toHaveLength(51);
    expect(gjenbruk[0]).toMatchObject({ handling: 'NEDLASTING', utfall: 'gjenbruk' });
  });

  it('that broke is taken up where it stopped, by one at a time and never from the start', async () => {
    const id = await grant();
    const foerste = await start(id);
    const { value } = await foerste.biter.next();
    const lest = Buffer.from(value ?? []);
    // While it runs nobody else may.
    await expect(start(id, eier, `bytes=${lest.length}-`)).rejects.toMatchObject({
      kode: 'NEDLASTING_BRUKT',
    });
    await foerste.biter.return(undefined);
    expect(await getRad(id)).toEqual({
      startet: true,
      sendt: lest.length,
      hel: false,
      aktiv_til: null,
      passord: null,
    });
    await expect(start(id)).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
    const midt = lest.length - 1000;
    const svar = await Promise.allSettled(
      Array.from({ length: 20 }, () => start(id, eier, `bytes=${midt}-`)),
    );
    const startet = svar.flatMap((en) => (en.status === 'fulfilled' ? [en.value] : []));
    expect(startet).toHaveLength(1);
    expect(startet[0]?.utsnitt).toEqual({ fra: midt, til: INNHOLD.length - 1 });
    for (const stroem of startet)
      expect(Buffer.concat([lest.subarray(0, midt), await readAlt(stroem)]).equals(INNHOLD)).toBe(true);
    expect(await getRad(id)).toMatchObject({ hel: true });
  });

  it('whose server died is taken up when it has been silent for a while', async () => {
    const id = await grant();
    const { biter } = await start(id);
    await biter.next();
    await expect(start(id, eier, 'bytes=100-')).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
    await db.owner.query(
      "update uttrekk.nedlasting set aktiv_til = now() - interval '1 second' where id = $1",
      [id],
    );
    const resten = await readAlt(await start(id, eier, 'bytes=100-'));
    expect(resten.equals(INNHOLD.subarray(100))).toBe(true);
    await biter.return(undefined);
    expect(await getRad(id)).toMatchObject({ hel: true, sendt: INNHOLD.length });
  });

  it('as a zip opens with the password that was told, and is taken up where it broke', async () => {
    const svar = grantNedlasting(deps, {
      session: eier,
      body: { form: 'zip' },
      params: { uttrekkId, filId },
    });
    const { nedlastingId, passord } = (await svar).value;
    expect((await listRader()).at(-1)).toMatchObject({ innhold: { gjelder: { form: 'zip' } } });
    const { rows } = await db.owner.query('select passord from uttrekk.nedlasting where id = $1', [
      nedlastingId,
    ]);
    expect(rows[0].passord.includes(passord)).toBe(false);
    const foerste = await start(nedlastingId);
    expect(foerste.filnavn).toBe(`uttrekk-${uttrekkId.slice(0, 8)}.zip`);
    const biter = [await foerste.biter.next(), await foerste.biter.next()];
    const lest = Buffer.concat(biter.map(({ value }) => Buffer.from(value ?? [])));
    await foerste.biter.return(undefined);
    const resten = await start(nedlastingId, eier, `bytes=${lest.length}-`);
    expect(resten).toMatchObject({ bytes: foerste.bytes, etag: foerste.etag });
    const zip = Buffer.concat([lest, await readAlt(resten)]);
    expect(zip.length).toBe(foerste.bytes);
    const leser = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false });
    const [fil] = await leser.getEntries();
    if (fil === undefined || fil.directory) throw new Error('no file');
    const innhold = await fil.getData(new Uint8ArrayWriter(), { password: passord ?? '' });
    expect(Buffer.from(innhold).equals(INNHOLD)).toBe(true);
    // Sent to the end: the password is gone, and so is the grant.
    expect(await getRad(nedlastingId)).toMatchObject({ hel: true, passord: null });
    await expect(start(nedlastingId, eier, 'bytes=9-')).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
  });

  it('that nobody began in a minute is over', async () => {
    const id = await grant();
    await db.owner.query(
      "update uttrekk.nedlasting set start_senest = now() - interval '1 second' where id = $1",
      [id],
    );
    await expect(start(id)).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
  });

  it('asks for a part that there is', async () => {
    const id = await grant();
    await expect(start(id, eier, `bytes=${INNHOLD.length}-`)).rejects.toMatchObject({
      kode: 'UGYLDIG_UTSNITT',
    });
    expect((await readAlt(await start(id, eier, 'bytes=10-19'))).equals(INNHOLD.subarray(10, 20))).toBe(true);
  });
});

describe('nobody else', () => {
  it('is granted it, or uses a grant, from another account or another session', async () => {
    await expect(grant(kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    const id = await grant();
    await expect(start(id, kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    const annen = { ...eier, sessionRef: randomBytes(16) };
    await expect(start(id, annen)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    await expect(start(randomUUID())).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    await expect(start('../../etc')).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    expect((await readAlt(await start(id))).length).toBe(INNHOLD.length);
  });

  it('but whom it was shared with, and she only as herself', async () => {
    await db.owner.query('insert into uttrekk.deling (uttrekk_id, bruker_id) values ($1, $2)', [
      uttrekkId,
      kollega.brukerId,
    ]);
    const id = await grant(kollega);
    await expect(start(id, eier)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    expect((await readAlt(await start(id, kollega))).length).toBe(INNHOLD.length);
    expect((await listRader()).at(-1)).toMatchObject({ slag: 'DISCLOSED', bruker: 'kollega' });
  });

  it('has lost the role or the package since the grant', async () => {
    const id = await grant();
    for (const rettigheter of [
      { ...eier.rettigheter, roller: [] },
      { ...eier.rettigheter, pakker: [] },
    ])
      await expect(start(id, { ...eier, rettigheter })).rejects.toMatchObject({
        kode: expect.stringMatching(/IKKE_FUNNET|KONFLIKT/),
      });
  });

  it('gets a file that has expired, is not done, or is another uttrekk’s', async () => {
    const id = await grant();
    await db.owner.query("update uttrekk.uttrekk set utloeper = now() - interval '1 second' where id = $1", [
      uttrekkId,
    ]);
    await expect(grant()).rejects.toMatchObject({ kode: 'KONFLIKT' });
    await expect(start(id)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    const foer = filId;
    await createKlart();
    await expect(
      grantNedlasting(deps, { session: eier, body: { form: 'fil' }, params: { uttrekkId, filId: foer } }),
    ).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    await db.owner.query("update uttrekk.uttrekk set tilstand = 'ferdigstiller' where id = $1", [uttrekkId]);
    await expect(grant()).rejects.toMatchObject({ kode: 'KONFLIKT' });
  });
});

it('no byte without a row: nothing is granted when the revisjonslogg cannot be written', async () => {
  await db.owner.query('revoke insert (rad_id) on revisjonslogg.rad from portal');
  try {
    await expect(grant()).rejects.toMatchObject({ kode: 'REVISJONSLOGG_UTILGJENGELIG' });
    const { rows } = await db.owner.query('select from uttrekk.nedlasting where fil_id = $1', [filId]);
    expect(rows).toHaveLength(0);
  } finally {
    await db.owner.query('grant insert (rad_id) on revisjonslogg.rad to portal');
  }
});

it('a damaged file gives nothing from where it was damaged, and the row says how far it came', async () => {
  const { sti } = toFilplass({ uttrekkId, sti: toMappesti(filMappe, uttrekkId) }, filId);
  await writeFile(sti, 'tull');
  const id = await grant();
  await expect(readAlt(await start(id))).rejects.toMatchObject({ kode: 'FIL_OEDELAGT' });
  expect(await getRad(id)).toMatchObject({ sendt: 0, hel: false });
});

const aktoer = { brukerId: null, brukernavn: 'worker', enhet: null, sessionRef: null };
const worker = () => ({
  pool: db.worker,
  revisjonslogg: createRevisjonslogg(db.worker, REVISJON_KEY),
  filMappe,
});

describe('a file of changes', () => {
  let fra: { uttrekkId: string; handlingId: string };
  const share = (id: string) =>
    db.owner.query('insert into uttrekk.deling (uttrekk_id, bruker_id) values ($1, $2)', [
      id,
      kollega.brukerId,
    ]);
  const expire = (id: string) =>
    db.owner.query(`update uttrekk.uttrekk set utloeper = now() - interval '1 second' where id = $1`, [id]);

  /** The file of the test becomes one of what has changed since an earlier run: `borte` of its 1 234 are only there. */
  async function createEndringer(borte: number): Promise<void> {
    fra = { uttrekkId, handlingId };
    await createKlart();
    await db.owner.query('update uttrekk.fil set fra_id = $2 where id = $1', [filId, fra.uttrekkId]);
    await db.owner.query(
      `insert into uttrekk.sammenligning (fra_id, til_id, tilstand, nye, borte, endret) values ($1, $2, 'klar', $3, $4, 0)`,
      [fra.uttrekkId, uttrekkId, 1234 - borte, borte],
    );
  }

  it.each([
    { borte: 0, rader: [1234] },
    { borte: 34, rader: [34, 1200] },
    { borte: 1234, rader: [1234] },
  ])('with $borte who are gone has its rows under the run that has them', async ({ borte, rader }) => {
    await createEndringer(borte);
    const id = await grant();
    expect((await readAlt(await start(id))).equals(INNHOLD)).toBe(true);
    const { rows } = await db.owner.query(
      `select handling_id, innhold->'gjelder'->>'uttrekk' as uttrekk, innhold->'antall' as antall from revisjonslogg.rad
       where slag = 'DISCLOSED' and innhold->'gjelder'->>'nedlasting' = $1 order by id`,
      [id],
    );
    const deler = [
      { handling_id: fra.handlingId, uttrekk: fra.uttrekkId, antall: borte },
      { handling_id: handlingId, uttrekk: uttrekkId, antall: 1234 - borte },
    ];
    expect(rows).toEqual(deler.filter(({ antall }) => antall > 0));
    expect(rows.map(({ antall }) => antall)).toEqual(rader);
  });

  it('is for whoever may download both runs, and no longer than she may', async () => {
    await createEndringer(34);
    await share(uttrekkId);
    await expect(grant(kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    await share(fra.uttrekkId);
    const id = await grant(kollega);
    await db.owner.query('delete from uttrekk.deling where uttrekk_id = $1', [fra.uttrekkId]);
    await expect(start(id, kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    const mitt = await grant();
    await expire(fra.uttrekkId);
    await expect(start(mitt)).rejects.toMatchObject({ kode: 'KONFLIKT' });
    await expect(grant()).rejects.toMatchObject({ kode: 'KONFLIKT' });
  });

  it('is gone with the earlier run, and the files of the later one are not', async () => {
    await createEndringer(34);
    const { sti } = toFilplass({ uttrekkId, sti: toMappesti(filMappe, uttrekkId) }, filId);
    await writeFile(path.join(path.dirname(sti), 'egen'), 'x');
    expect(await deleteFiler(worker(), fra.uttrekkId, aktoer)).toBe(2);
    expect(await readdir(path.dirname(sti))).toEqual(['egen']);
    const { rows } = await db.owner.query('select tilstand, noekkel from uttrekk.fil where id = $1', [filId]);
    expect(rows).toEqual([{ tilstand: 'slettet', noekkel: null }]);
    await expect(grant()).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
  });

  it('that gets its row while a run is deleted is gone with it', async () => {
    await createEndringer(34);
    await db.owner.query('update uttrekk.fil set fra_id = null where id = $1', [filId]);
    const arbeider = await db.owner.connect();
    try {
      await arbeider.query('begin');
      await arbeider.query('select from uttrekk.uttrekk where id = $1 for share', [fra.uttrekkId]);
      await arbeider.query('update uttrekk.fil set fra_id = $2 where id = $1', [filId, fra.uttrekkId]);
      const slettet = deleteFiler(worker(), fra.uttrekkId, aktoer);
      const countVentende = async () =>
        (await db.owner.query("select from pg_locks where not granted and locktype = 'transactionid'"))
          .rowCount;
      await expect.poll(countVentende, { timeout: 30_000 }).toBe(1);
      await arbeider.query('commit');
      expect(await slettet).toBe(2);
    } finally {
      arbeider.release();
    }
    const { rows } = await db.owner.query('select tilstand, noekkel from uttrekk.fil where id = $1', [filId]);
    expect(rows).toEqual([{ tilstand: 'slettet', noekkel: null }]);
  });

  it('is gone with the later run', async () => {
    await createEndringer(34);
    expect(await deleteFiler(worker(), uttrekkId, aktoer)).toBe(1);
    await expect(grant()).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
  });
});

describe('a manifest', () => {
  const NOTE = 'hva filen er\n\n— prøve signatur\n';
  const grantManifest = async (session = eier) =>
    (await grantNedlasting(deps, { session, body: { form: 'manifest' }, params: { uttrekkId, filId } }))
      .value;
  const setManifest = () =>
    db.owner.query('update uttrekk.fil set manifest = $2 where id = $1', [filId, NOTE]);

  it('F-08: is had as a file is, with a row of its own, and counts as nobody’s data', async () => {
    await setManifest();
    const { nedlastingId, passord } = await grantManifest();
    expect(passord).toBeNull();
    const stroem = await start(nedlastingId);
    expect(stroem).toMatchObject({
      filnavn: `uttrekk-${uttrekkId.slice(0, 8)}.csv.manifest`,
      bytes: Buffer.byteLength(NOTE),
      utsnitt: null,
    });
    expect((await readAlt(stroem)).toString()).toBe(NOTE);
    const gjelder = { uttrekk: uttrekkId, fil: filId, nedlasting: nedlastingId, form: 'manifest' };
    expect(await listRader()).toMatchObject([
      { slag: 'INTENT', handling: 'UTTREKK_MANIFEST', bruker: 'eier', innhold: { gjelder } },
      { slag: 'DISCLOSED', handling: 'UTTREKK_MANIFEST', innhold: { antall: 0, gjelder } },
    ]);
    await expect(start(nedlastingId)).rejects.toMatchObject({ kode: 'NEDLASTING_BRUKT' });
  });

  it('is taken up where it broke', async () => {
    await setManifest();
    const { nedlastingId } = await grantManifest();
    const { biter } = await start(nedlastingId);
    await biter.next();
    await biter.return(undefined);
    const rest = await start(nedlastingId, eier, 'bytes=4-');
    expect((await readAlt(rest)).toString()).toBe(NOTE.slice(4));
  });

  it('is for who may have the file, and a file from before there were any has none', async () => {
    await expect(grantManifest()).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    expect(await listRader()).toEqual([]);
    await setManifest();
    await expect(grantManifest(kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    const { nedlastingId } = await grantManifest();
    await expect(start(nedlastingId, kollega)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
  });
});

describe('deletion', () => {
  it('takes the keys, the files and the parts, leaves the membership, and says so with checksums', async () => {
    const mappe = toMappesti(filMappe, uttrekkId);
    for (const navn of ['del', 'batch', 'medlemskap']) {
      await mkdir(path.join(mappe, navn));
      await writeFile(path.join(mappe, navn, 'x'), 'x');
    }
    const id = await grant();
    expect(await deleteFiler(worker(), uttrekkId, aktoer)).toBe(1);
    expect(await readdir(mappe)).toEqual(['medlemskap']);
    const { rows } = await db.owner.query(
      `select f.tilstand, f.noekkel, f.slettet is not null as slettet, u.delnoekkel
       from uttrekk.fil f join uttrekk.uttrekk u on u.id = f.uttrekk_id where f.id = $1`,
      [filId],
    );
    expect(rows).toEqual([{ tilstand: 'slettet', noekkel: null, slettet: true, delnoekkel: null }]);
    expect((await listRader()).slice(-2)).toMatchObject([
      { slag: 'INTENT', handling: 'UTTREKK_SLETTET' },
      {
        slag: 'DISCLOSED',
        handling: 'UTTREKK_SLETTET',
        utfall: 'slettet',
        innhold: { antall: 1, gjelder: { uttrekk: uttrekkId, [filId]: 'abcd' } },
      },
    ]);
    await expect(grant()).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    await expect(start(id)).rejects.toMatchObject({ kode: 'IKKE_FUNNET' });
    expect(await deleteFiler(worker(), uttrekkId, aktoer)).toBe(0);
  });

  it('that could not be written in the revisjonslogg has not happened', async () => {
    await db.owner.query('revoke insert (rad_id) on revisjonslogg.rad from worker');
    try {
      await expect(deleteFiler(worker(), uttrekkId, aktoer)).rejects.toMatchObject({
        kode: 'REVISJONSLOGG_UTILGJENGELIG',
      });
    } finally {
      await db.owner.query('grant insert (rad_id) on revisjonslogg.rad to worker');
    }
    expect(existsSync(path.join(toMappesti(filMappe, uttrekkId), 'fil', filId))).toBe(true);
    expect((await readAlt(await start(await grant()))).equals(INNHOLD)).toBe(true);
  });
});

describe('after the last download that is allowed', () => {
  let klokkepool: Pool;
  beforeAll(async () => {
    await db.owner.query('create schema klokke; grant usage on schema klokke to worker');
    const url = `${db.toUrl('worker')}?options=-csearch_path%3Dklokke,pg_catalog`;
    klokkepool = createPool(url, { max: 2, withinMs: 30_000 });
  });
  afterAll(() => klokkepool.end());

  /** The duty that deletes, as a worker whose clock is ahead runs it: what it calls `now()` is another function then. */
  async function runFrister(timer: number): Promise<void> {
    await db.owner.query(`create or replace function klokke.now() returns timestamptz language sql stable
      as 'select pg_catalog.now() + interval ''${timer} hours'''`);
    const revisjonslogg = createRevisjonslogg(klokkepool, REVISJON_KEY);
    await slettUtloepte({ pool: klokkepool, revisjonslogg, filMappe }, 7);
  }

  const share = (bruker: Session) =>
    db.owner.query('insert into uttrekk.deling (uttrekk_id, bruker_id) values ($1, $2)', [
      uttrekkId,
      bruker.brukerId,
    ]);
  const download = async (session: Session) => readAlt(await start(await grant(session), session));
  const getTilstand = async () =>
    (
      await db.owner.query(
        `select u.tilstand, f.tilstand as fil, f.noekkel is null as makulert
         from uttrekk.uttrekk u join uttrekk.fil f on f.uttrekk_id = u.id where f.id = $1`,
        [filId],
      )
    ).rows[0];
  const isBorte = () => !existsSync(path.join(toMappesti(filMappe, uttrekkId), 'fil', filId));
  const LIGGER = { tilstand: 'klar', fil: 'klar', makulert: false };
  const SLETTET = { tilstand: 'utloept', fil: 'slettet', makulert: true };
  /** What the page says: whether everybody has them, and how many hours are left. */
  async function showFrist(): Promise<[boolean | undefined, number]> {
    const rad = await getUttrekk(db.portal, eier, uttrekkId);
    const { utloeper, etterNedlasting } = await loadSide({ ...deps, avFaa: 'begrunn' }, eier, rad);
    return [etterNedlasting?.alleHar, Math.round((Date.parse(utloeper ?? '') - Date.now()) / (60 * 60_000))];
  }

  it('F-09: files lie for the hours that were told, and are then gone with proof', async () => {
    await share(kollega);
    await download(eier);
    expect(await showFrist()).toEqual([false, 7 * 24]);
    await runFrister(80);
    expect(await getTilstand()).toEqual(LIGGER);
    // One that broke and was taken up again is one, and not before its last byte.
    const id = await grant(kollega);
    const foerste = await start(id, kollega);
    const { value } = await foerste.biter.next();
    await foerste.biter.return(undefined);
    expect(await showFrist()).toEqual([false, 7 * 24]);
    await readAlt(await start(id, kollega, `bytes=${value?.length}-`));
    expect(await showFrist()).toEqual([true, 72]);
    await runFrister(71);
    expect([await getTilstand(), isBorte()]).toEqual([LIGGER, false]);
    await runFrister(73);
    expect([await getTilstand(), isBorte()]).toEqual([SLETTET, true]);
    expect((await listRader()).slice(-2)).toMatchObject([
      { slag: 'INTENT', handling: 'UTTREKK_SLETTET', bruker: 'arbeideren' },
      {
        slag: 'DISCLOSED',
        utfall: 'slettet',
        innhold: { antall: 1, gjelder: { uttrekk: uttrekkId, [filId]: 'abcd' } },
      },
    ]);
    const { rows } = await db.owner.query('select kode, verdier from uttrekk.merknad where uttrekk_id = $1', [
      uttrekkId,
    ]);
    expect(rows).toEqual([{ kode: 'slettetEtterNedlasting', verdier: { timer: 72 } }]);
    await expect(grant()).rejects.toMatchObject({ kode: 'KONFLIKT' });
  });

  it('everybody is whom it is shared with now, who is not barred, and everything is every file', async () => {
    await download(eier);
    expect(await showFrist()).toEqual([true, 72]);
    await share(kollega);
    expect(await showFrist()).toEqual([false, 7 * 24]);
    await db.owner.query('update portal.bruker set sperret = now() where id = $1', [kollega.brukerId]);
    expect(await showFrist()).toEqual([true, 72]);
    await db.owner.query('update portal.bruker set sperret = null where id = $1', [kollega.brukerId]);
    await download(kollega);
    expect(await showFrist()).toEqual([true, 72]);
    await db.owner.query(
      `insert into uttrekk.fil (uttrekk_id, format, tilstand, bytes, rader) values ($1, 'parquet', 'klar', 1, 1)`,
      [uttrekkId],
    );
    expect(await showFrist()).toEqual([false, 7 * 24]);
  });

  it('whoever has the manifest does not have the file', async () => {
    await db.owner.query('update uttrekk.fil set manifest = $2 where id = $1', [filId, 'x']);
    const { value } = await grantNedlasting(deps, {
      session: eier,
      body: { form: 'manifest' },
      params: { uttrekkId, filId },
    });
    expect(await readAlt(await start(value.nedlastingId))).toHaveLength(1);
    expect(await getRad(value.nedlastingId)).toMatchObject({ hel: true });
    expect(await showFrist()).toEqual([false, 7 * 24]);
  });

  it('a download anew does not move the time, and the last day is never put off', async () => {
    await download(eier);
    await db.owner.query(
      `update uttrekk.nedlasting set fullfoert = fullfoert - interval '70 hours' where fil_id = $1`,
      [filId],
    );
    await download(eier);
    expect(await showFrist()).toEqual([true, 2]);
    await db.owner.query(`update uttrekk.uttrekk set utloeper = now() + interval '1 hour' where id = $1`, [
      uttrekkId,
    ]);
    expect(await showFrist()).toEqual([false, 1]);
  });

  it('where the virksomhet has not set it, the last day alone counts', async () => {
    await db.owner.query('update uttrekk.uttrekk set slett_timer = null where id = $1', [uttrekkId]);
    await download(eier);
    expect(await showFrist()).toEqual([undefined, 7 * 24]);
    await runFrister(7 * 24 - 1);
    expect(await getTilstand()).toEqual(LIGGER);
    await runFrister(7 * 24 + 1);
    expect([await getTilstand(), isBorte()]).toEqual([SLETTET, true]);
  });

  it('a download under way when the time comes is not cut, and holds the files back for hours at most', async () => {
    const expire = (siden: string) =>
      db.owner.query('update uttrekk.uttrekk set utloeper = now() - $2::interval where id = $1', [
        uttrekkId,
        siden,
      ]);
    const stroem = await start(await grant());
    const { value } = await stroem.biter.next();
    await expire('1 second');
    await runFrister(0);
    expect([await getTilstand(), isBorte()]).toEqual([LIGGER, false]);
    const resten = await readAlt(stroem);
    expect(Buffer.concat([Buffer.from(value ?? []), resten]).equals(INNHOLD)).toBe(true);
    await runFrister(0);
    expect([await getTilstand(), isBorte()]).toEqual([SLETTET, true]);
    // A slow one is not waited for all day, and none is where the orderer has asked for the files to go now.
    for (const slett of [
      () => expire('13 hours'),
      () =>
        db.owner.query('update uttrekk.uttrekk set ferdig = now(), utloeper = now() where id = $1', [
          uttrekkId,
        ]),
    ]) {
      await createKlart();
      const treg = await start(await grant());
      await treg.biter.next();
      await slett();
      await runFrister(0);
      expect([await getTilstand(), isBorte()]).toEqual([SLETTET, true]);
      await treg.biter.return(undefined);
    }
  });
});
