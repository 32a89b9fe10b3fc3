/** S-04, Z-12: rights given, confirmed, taken and blocked, on a real database and through real sessions. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Brukerliste, Brukerside, Enhetsliste, Tilgangssvar } from '#lib/domain/tilgang/bruker.ts';
import { Tilgangsendring as Endring, type Tilgangsendring } from '#lib/domain/tilgang/tilgang-request.ts';
import type { VisSom, VisSomRequest } from '#lib/domain/tilgang/vis-som.ts';
import { createToken } from '#lib/server/crypto.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { listLogghandlinger } from '#lib/server/logglesing/list-logghandlinger.ts';
import { withNavn } from '#lib/server/logglesing/list-navn.ts';
import { readTopp, toSidesoek } from '#lib/server/logglesing/read-revisjonslogg.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { createSessionStore, type Session } from '#lib/server/session/session-store.ts';
import { getEier } from '#lib/server/uttrekk/portal/eier.ts';
import {
  codeOf,
  createBruker,
  createTestdeps,
  read,
  toKall,
} from '#lib/server/uttrekk/portal/test-portal.ts';
import { changeTilgang } from './change-tilgang.ts';
import { confirmTildeling } from './confirm-tildeling.ts';
import { changeEnhet } from './enheter.ts';
import { listBrukere } from './list-brukere.ts';
import { readBruker } from './read-bruker.ts';
import { showSom } from './vis-som.ts';

const GRUNN = 'Vikar for en kollega ut måneden';
const til = new Date(Date.now() + 30 * 86_400_000).toISOString();
let db: TestDatabase;
let deps: ReturnType<typeof createTestdeps>;
let admin: Session;
let ombud: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestdeps(db);
  admin = await createBruker(db, 'Ada Administrator', 'administrator');
  ombud = await createBruker(db, 'Olga Ombud', 'personvernombud');
});
afterAll(() => db.stop());

const change = (bruker: Session, endring: Tilgangsendring, aktoer = admin) =>
  read<Tilgangssvar>(changeTilgang(deps, toKall(aktoer, endring, { brukerId: bruker.brukerId })));
const give = (
  bruker: Session,
  rettighet: 'rolle:leder' | 'rolle:administrator' | 'pakke:finans',
  aktoer = admin,
) => change(bruker, { slag: 'gi', rettighet, til, begrunnelse: GRUNN }, aktoer);
const confirm = (bruker: Session, tildelingId: string, aktoer: Session, bekreftes = true) =>
  read<Tilgangssvar>(
    confirmTildeling(deps, toKall(aktoer, { tildelingId, bekreftes }, { brukerId: bruker.brukerId })),
  );

/** What the next request of hers may do. */
async function openSession(bruker: Session): Promise<() => Promise<Session | null>> {
  const store = createSessionStore(db.portal, deps.tilgang);
  const token = createToken();
  await store.createSession(token, bruker.brukerId, new Date(), null);

  return () => store.findSession(token);
}

function findTildeling({ side }: Tilgangssvar): string {
  for (const rad of side.rettigheter) if (rad.kilde === 'tildeling') return rad.tildelingId;
  throw new Error('no grant');
}

const listRader = async (bruker: Session): Promise<string[]> => {
  const { rows } = await db.owner.query<{ rad: string }>(
    `select slag || ' ' || handling || coalesce(' ' || utfall, '') as rad from revisjonslogg.rad
     where innhold -> 'gjelder' ->> 'bruker' = $1 order by id`,
    [bruker.brukerId],
  );
  return rows.map(({ rad }) => rad);
};

test('S-04: a right that is given counts at her next request, and is gone at the next after it is withdrawn', async () => {
  const hun = await createBruker(db, 'Kari Kollega', 'saksbehandler');
  const next = await openSession(hun);
  expect((await next())?.rettigheter.roller).toEqual(['saksbehandler']);
  const svar = await give(hun, 'rolle:leder');
  expect((await next())?.rettigheter.roller).toEqual(['saksbehandler', 'leder']);
  await change(hun, { slag: 'trekk', tildelingId: findTildeling(svar), begrunnelse: GRUNN });
  expect((await next())?.rettigheter.roller).toEqual(['saksbehandler']);
  expect(await listRader(hun)).toEqual([
    'INTENT TILGANG_GI',
    'DISCLOSED TILGANG_GI utfoert',
    'INTENT TILGANG_TREKK',
    'DISCLOSED TILGANG_TREKK utfoert',
  ]);
});

test('the log says whose access was changed, and still does when it was somebody who has got another name since', async () => {
  const hun = await createBruker(db, 'Vera Vervet', 'saksbehandler');
  await give(hun, 'rolle:leder');
  expect((await give(hun, 'rolle:administrator')).avslag).toBe('uforenlig');
  const listSett = async () => {
    const soek = toSidesoek({}, [''], { topp: await readTopp(db.leser), etter: null });
    const { funnet } = await listLogghandlinger(db.leser, soek);
    return (await withNavn(db.portal, funnet)).slice(0, 2).map(({ mottaker }) => mottaker);
  };
  expect(await listSett()).toEqual(Array(2).fill({ bruker: hun.brukernavn, navn: 'Vera Vervet' }));
  await db.owner.query(`update portal.bruker set navn = 'Vera Ny', brukernavn = 'ny' where id = $1`, [
    hun.brukerId,
  ]);
  expect(await listSett()).toEqual(Array(2).fill({ bruker: hun.brukernavn, navn: 'Vera Ny' }));
});

test('S-04: it is gone at its end, with nobody there to take it', async () => {
  const hun = await createBruker(db, 'Tora Tidsavgrenset', 'saksbehandler');
  const next = await openSession(hun);
  await give(hun, 'pakke:finans');
  expect((await next())?.rettigheter.pakker).toContain('finans');
  await db.owner.query(
    `update portal.tildeling set fra = now() - interval '2 days', til = now() where bruker_id = $1`,
    [hun.brukerId],
  );
  expect((await next())?.rettigheter.pakker).not.toContain('finans');
  expect((await getEier(deps, hun.brukerId)).rettigheter.pakker).not.toContain('finans');
});

test('a right of a group is taken away here, and given back as a grant', async () => {
  const hun = await createBruker(db, 'Frida Fratatt', 'analytiker');
  const next = await openSession(hun);
  const fratak = { slag: 'fratak', rettighet: 'rolle:analytiker', begrunnelse: GRUNN } as const;
  expect((await change(hun, fratak)).avslag).toBeNull();
  expect((await next())?.rettigheter.roller).toEqual([]);
  expect((await change(hun, fratak)).avslag).toBe('ikkeFraGruppe');
  await change(hun, { slag: 'gi', rettighet: 'rolle:analytiker', til, begrunnelse: GRUNN });
  expect((await next())?.rettigheter.roller).toEqual(['analytiker']);
});

test('Z-12: what needs four eyes counts when a second person has said yes, and never when the giver does', async () => {
  const hun = await createBruker(db, 'Ny Administrator');
  const next = await openSession(hun);
  const tildelingId = findTildeling(await give(hun, 'rolle:administrator'));
  expect((await next())?.rettigheter.roller).toEqual([]);
  expect((await confirm(hun, tildelingId, admin)).avslag).toBe('egenTildeling');
  expect((await confirm(hun, tildelingId, hun)).avslag).toBe('egenTilgang');
  expect((await next())?.rettigheter.roller).toEqual([]);
  expect((await confirm(hun, tildelingId, ombud)).avslag).toBeNull();
  expect((await next())?.rettigheter.roller).toEqual(['administrator']);
  expect(await codeOf(confirm(hun, tildelingId, ombud))).toBe('KONFLIKT');
  expect((await listRader(hun)).filter((rad) => rad.startsWith('DENIED'))).toEqual([
    'DENIED TILGANG_BEKREFTELSE egenTildeling',
    'DENIED TILGANG_BEKREFTELSE egenTilgang',
  ]);
});

test('one that is refused never counts', async () => {
  const hun = await createBruker(db, 'Avslått Administrator');
  const tildelingId = findTildeling(await give(hun, 'rolle:administrator'));
  const { side } = await confirm(hun, tildelingId, ombud, false);
  expect(side.rettigheter.filter(({ kilde }) => kilde === 'tildeling')).toEqual([]);
  expect(side.historikk.map(({ slag, av }) => `${slag} ${av}`)).toEqual([
    'avslaatt Olga Ombud',
    'gitt Ada Administrator',
  ]);
});

test('Z-12: a refusal changes nothing and is a row; the database refuses it too', async () => {
  const hun = await createBruker(db, 'Sara Saksbehandler', 'saksbehandler');
  expect((await give(hun, 'rolle:administrator')).avslag).toBe('uforenlig');
  expect((await give(admin, 'rolle:leder')).avslag).toBe('egenTilgang');
  expect(await listRader(hun)).toEqual(['DENIED TILGANG_GI uforenlig']);
  const selv = `insert into portal.tildeling (bruker_id, rettighet, til, begrunnelse, gitt_av) values ($1, 'rolle:leder', now() + interval '1 day', 'x', $1)`;
  await expect(db.portal.query(selv, [hun.brukerId])).rejects.toThrow(/check constraint/);
  for (const sql of [
    'delete from portal.tildeling',
    "update portal.tildeling set til = now() + interval '9 years'",
    "update portal.tildeling set rettighet = 'rolle:administrator'",
    'delete from portal.tilgangshendelse',
    "update portal.tilgangshendelse set begrunnelse = ''",
  ])
    await expect(db.portal.query(sql), sql).rejects.toThrow(/permission denied/);
});

test('two rights that must be apart cannot be given at once by two who do not see each other', async () => {
  const annen = await createBruker(db, 'Anton Administrator', 'administrator');
  for (let runde = 0; runde < 5; runde += 1) {
    const hun = await createBruker(db, `Samtidig ${runde}`);
    const svar = await Promise.allSettled([
      give(hun, 'rolle:administrator'),
      give(hun, 'rolle:leder', annen),
    ]);
    const gitt = svar.filter(
      ({ status, ...rest }) => status === 'fulfilled' && 'value' in rest && rest.value.avslag === null,
    );
    expect(gitt).toHaveLength(1);
    const kall = toKall(admin, undefined, { brukerId: hun.brukerId });
    const { rettigheter } = await read<Brukerside>(readBruker(deps, kall));
    expect(rettigheter.filter(({ kilde }) => kilde === 'tildeling')).toHaveLength(1);
  }
});

test('a barred user has no session and no rights at once; lifted, she must sign in anew', async () => {
  const hun = await createBruker(db, 'Siri Sperret', 'analytiker');
  const next = await openSession(hun);
  await change(hun, { slag: 'sperr', begrunnelse: GRUNN });
  expect(await next()).toBeNull();
  expect((await getEier(deps, hun.brukerId)).rettigheter.roller).toEqual([]);
  expect(await codeOf(change(hun, { slag: 'sperr', begrunnelse: GRUNN }))).toBe('KONFLIKT');
  await change(hun, { slag: 'aapne', begrunnelse: GRUNN });
  expect(await next()).toBeNull();
  expect(await (await openSession(hun))()).not.toBeNull();
});

test('A-01: with the log away nothing is changed', async () => {
  const hun = await createBruker(db, 'Uten Logg');
  // A role that may not write the log.
  const uten = {
    ...deps,
    revisjonslogg: createRevisjonslogg(db.leser, Buffer.alloc(32, 7).toString('base64')),
  };
  const endring = { slag: 'gi', rettighet: 'rolle:leder', til, begrunnelse: GRUNN } as const;
  const kall = toKall(admin, endring, { brukerId: hun.brukerId });
  expect(await codeOf(changeTilgang(uten, kall))).toBe('REVISJONSLOGG_UTILGJENGELIG');
  const { rettigheter, historikk } = await read<Brukerside>(
    readBruker(deps, toKall(admin, undefined, { brukerId: hun.brukerId })),
  );
  expect([rettigheter.filter(({ kilde }) => kilde === 'tildeling'), historikk]).toEqual([[], []]);
});

test('a unit is put on a user and stands in the log of what she does next; nobody ends one with users', async () => {
  const hun = await createBruker(db, 'Ella Enhet', 'saksbehandler');
  const next = await openSession(hun);
  const enheter = (endring: Parameters<typeof changeEnhet>[1]['body']) =>
    read<Enhetsliste>(changeEnhet(deps, toKall(admin, endring)));
  const navn = `Enhet ${randomUUID()}`;
  const enhetId = (await enheter({ slag: 'opprett', navn, overordnetId: null })).enheter.find(
    (en) => en.navn === navn,
  )?.enhetId;
  if (enhetId === undefined) throw new Error('no unit');
  expect(await codeOf(enheter({ slag: 'opprett', navn: navn.toUpperCase(), overordnetId: null }))).toBe(
    'KONFLIKT',
  );
  await change(hun, { slag: 'enhet', enhetId });
  const session = await next();
  expect(session?.enhet).toBe(navn);
  expect(await codeOf(enheter({ slag: 'avslutt', enhetId }))).toBe('KONFLIKT');
  await change(hun, { slag: 'enhet', enhetId: null });
  expect((await next())?.enhet).toBe('Analyse');
  await enheter({ slag: 'avslutt', enhetId });
  expect(await codeOf(change(hun, { slag: 'enhet', enhetId }))).toBe('KONFLIKT');
});

test('users are found by name, unit and right, and by what waits', async () => {
  const merke = randomUUID().slice(0, 8);
  const hun = await createBruker(db, `Liste ${merke} Æra`, 'leder');
  await createBruker(db, `Liste ${merke} Øra`, 'analytiker');
  const list = async (filter: Partial<Parameters<typeof listBrukere>[1]['body']> = {}) => {
    const body = { soek: merke, enhet: null, rettighet: null, venter: false, ubrukt: false, ...filter };
    return (await read<Brukerliste>(listBrukere(deps, toKall(admin, body)))).brukere.map(({ navn }) => navn);
  };
  expect((await list()).toSorted()).toEqual([`Liste ${merke} Æra`, `Liste ${merke} Øra`]);
  expect(await list({ rettighet: 'rolle:leder' })).toHaveLength(1);
  expect(await list({ enhet: 'Analyse' })).toHaveLength(2);
  expect(await list({ enhet: 'Finnes ikke' })).toHaveLength(0);
  expect(await list({ soek: `liste ${merke} æ` })).toHaveLength(1);
  await change(hun, { slag: 'fratak', rettighet: 'rolle:leder', begrunnelse: GRUNN });
  await change(hun, { slag: 'gi', rettighet: 'rolle:administrator', til, begrunnelse: GRUNN });
  expect(await list({ venter: true })).toHaveLength(1);
});

test('a user that is not there is not found, and a reason must be words without anybody’s number', async () => {
  for (const brukerId of [randomUUID(), 'x', ''])
    expect(await codeOf(readBruker(deps, toKall(admin, undefined, { brukerId })))).toBe('IKKE_FUNNET');
  for (const begrunnelse of ['', 'kort', 'asdfasdf asdf', 'Gjelder saken om 12838442208 i dag'])
    expect(Endring.safeParse({ slag: 'sperr', begrunnelse }).success, begrunnelse).toBe(false);
  expect(Endring.safeParse({ slag: 'sperr', begrunnelse: GRUNN }).success).toBe(true);
});

test('«vis som» shows an example as an oppslag would, and is an act with rows about nobody', async () => {
  const som = (endring: Partial<VisSomRequest>) =>
    read<VisSom>(
      showSom(
        deps,
        toKall(admin, {
          rolle: 'saksbehandler',
          pakke: 'offentlig-med-hjemmel',
          skjermingsrett: 'ingen',
          gradering: 'fortrolig',
          ...endring,
        }),
      ),
    );
  const bosted = (svar: VisSom) =>
    svar.utfall === 'vist'
      ? svar.person.seksjoner.find(({ egenskap }) => egenskap === 'bostedsadresse')?.tilstand
      : svar.utfall;
  expect(bosted(await som({}))).toBe('ingenOpplysninger');
  expect(JSON.stringify(await som({}))).not.toContain('EKSEMPELVEIEN');
  expect(bosted(await som({ skjermingsrett: 'fortrolig' }))).toBe('skjermet');
  expect(bosted(await som({ gradering: 'ugradert' }))).toBe('verdi');
  expect(bosted(await som({ rolle: 'administrator' }))).toBe('ingenPersoner');
  const privat = await som({ pakke: 'privat', gradering: 'ugradert' });
  expect(JSON.stringify(privat)).not.toContain('20817400062');
  const { rows } = await db.owner.query(
    `select count(*)::int as antall, count(s.rad_id)::int as subjekter from revisjonslogg.rad r
     left join revisjonslogg.subjekt s on s.rad_id = r.rad_id where r.handling = 'TILGANG_VIS_SOM'`,
  );
  expect(rows).toEqual([{ antall: 12, subjekter: 0 }]);
});
