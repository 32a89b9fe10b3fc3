/** From utkast to queue on a real database: idempotent, approved by another, in the log before anything happens. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { Bestillingssvar, Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import { createBestilling, withUtvalg } from '#lib/domain/uttrekk/test-bestilling.ts';
import type { Uttrekksliste, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { createPool } from '#lib/server/db/pool.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createRevisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { bestillUttrekk } from './bestill-uttrekk.ts';
import { bestillPaaNytt, createUttrekk, updateUtkast } from './create-uttrekk.ts';
import { decideUttrekk } from './decide-uttrekk.ts';
import type { Uttrekksdeps } from './deps.ts';
import { listUttrekk } from './list-uttrekk.ts';
import { readUttrekk } from './read-uttrekk.ts';
import { runKontroll } from './run-kontroll.ts';
import { codeOf, createBruker, createTestdeps, read, toKall } from './test-portal.ts';

const BEGRUNNELSE = 'Planlegging av skoleplasser neste år';
let db: TestDatabase;
let deps: Uttrekksdeps;
let analytiker: Session;
let annen: Session;
let leder: Session;
let begge: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestdeps(db);
  analytiker = await createBruker(db, 'analytiker', 'analytiker');
  annen = await createBruker(db, 'annen', 'analytiker');
  leder = await createBruker(db, 'leder', 'leder');
  begge = await createBruker(db, 'begge', 'analytiker', 'leder');
});
afterAll(() => db.stop());

const createFor = (session: Session, bestilling = createBestilling(), klientnoekkel: string = randomUUID()) =>
  read<Uttrekksside>(createUttrekk(deps, toKall(session, { klientnoekkel, bestilling })));
const sideFor = (session: Session, uttrekkId: string) =>
  read<Uttrekksside>(readUttrekk(deps, toKall(session, undefined, { uttrekkId })));
const order = (
  { uttrekkId, avtrykk }: Uttrekksside,
  session = analytiker,
  begrunnelse: string | null = null,
) => bestillUttrekk(deps, toKall(session, { avtrykk, begrunnelse }, { uttrekkId }));
const decide = (
  { uttrekkId, avtrykk }: Uttrekksside,
  session: Session,
  utfall: 'godkjent' | 'avslaatt' = 'godkjent',
) => decideUttrekk(deps, toKall(session, { avtrykk, utfall, begrunnelse: BEGRUNNELSE }, { uttrekkId }));

/** A finished run of an order, of so many persons. */
async function addKjoering(bestilling: Bestilling, antall: number, eier = annen): Promise<string> {
  const { uttrekkId } = await createFor(eier, bestilling);
  await db.owner.query(
    `update uttrekk.uttrekk set tilstand = 'klar', ferdig = now(), utloeper = now() + interval '7 days' where id = $1`,
    [uttrekkId],
  );
  await db.owner.query(
    `insert into uttrekk.jobb (uttrekk_id, nr, kriterier, tilstand) values ($1, 0, '{}', 'hentet')`,
    [uttrekkId],
  );
  await db.owner.query(
    `insert into uttrekk.batch (uttrekk_id, jobb_nr, nr, tilstand, antall) values ($1, 0, 0, 'hentet', $2)`,
    [uttrekkId, antall],
  );

  return uttrekkId;
}

async function listLoggrader(uttrekkId: string): Promise<string[]> {
  const { rows } = await db.owner.query(
    `select slag || ' ' || handling || coalesce(' ' || utfall, '') as rad from revisjonslogg.rad
     where handling_id = (select handling_id from uttrekk.uttrekk where id = $1) order by id`,
    [uttrekkId],
  );

  return rows.map(({ rad }) => rad);
}

test('F-13: the same key gives one uttrekk, however many at once, and another user’s key is her own', async () => {
  const klientnoekkel = randomUUID();
  const sider = await Promise.all(
    Array.from({ length: 20 }, () => createFor(analytiker, createBestilling(), klientnoekkel)),
  );
  expect(new Set(sider.map(({ uttrekkId }) => uttrekkId)).size).toBe(1);
  const hennes = await createFor(annen, createBestilling(), klientnoekkel);
  expect(hennes.uttrekkId).not.toBe(sider[0]?.uttrekkId);
  expect(sider[0]?.merknader.map(({ kode }) => kode)).toEqual(['opprettet']);
});

test('an order of unknown size waits for a leder, and is in the queue when she approves', async () => {
  const utkast = await createFor(analytiker);
  const kontroll = await read<Forhaandskontroll>(
    runKontroll(deps, toKall(analytiker, undefined, { uttrekkId: utkast.uttrekkId })),
  );
  expect(kontroll).toMatchObject({ konflikter: [], godkjenningsgrunner: ['mange'], avtrykk: utkast.avtrykk });
  expect(await read<Bestillingssvar>(order(utkast))).toMatchObject({
    utfall: 'bestilt',
    side: { tilstand: 'venterPaaGodkjenning', godkjenningsgrunner: ['mange'] },
  });
  const liste = await read<Uttrekksliste>(listUttrekk(deps, toKall(leder, undefined)));
  expect(liste.tilGodkjenning.map(({ uttrekkId }) => uttrekkId)).toContain(utkast.uttrekkId);
  expect((await sideFor(leder, utkast.uttrekkId)).valg).toEqual(['godkjenn', 'avslaa']);
  await decide(utkast, leder);
  expect(await sideFor(analytiker, utkast.uttrekkId)).toMatchObject({
    tilstand: 'iKoe',
    godkjenninger: [{ bruker: 'leder', utfall: 'godkjent', begrunnelse: BEGRUNNELSE }],
  });
  expect(await listLoggrader(utkast.uttrekkId)).toEqual([
    'INTENT UTTREKK',
    'DISCLOSED UTTREKK sendtTilGodkjenning',
    'INTENT UTTREKK_GODKJENNING',
    'DISCLOSED UTTREKK_GODKJENNING godkjent',
  ]);
  const { rows } = await db.owner.query('select deler from uttrekk.uttrekk where id = $1', [
    utkast.uttrekkId,
  ]);
  expect(rows[0].deler).toEqual(['adressebeskyttelse', 'foedsel', 'bostedsadresse']);
});

test('an order that earlier runs say is small goes straight to the queue', async () => {
  const bestilling = withUtvalg({ kjoenn: 'mann' });
  await addKjoering(bestilling, 500);
  const ny = await createBruker(db, 'ny', 'analytiker');
  expect(await read<Bestillingssvar>(order(await createFor(ny, bestilling), ny))).toMatchObject({
    side: { tilstand: 'iKoe' },
  });
});

test('Z-12: nobody approves her own, and no other analyst does', async () => {
  const utkast = await createFor(begge);
  await order(utkast, begge);
  expect(await codeOf(decide(utkast, begge))).toBe('KONFLIKT');
  expect(await codeOf(decide(utkast, annen))).toBe('IKKE_FUNNET');
  expect((await sideFor(begge, utkast.uttrekkId)).tilstand).toBe('venterPaaGodkjenning');
});

test('F-10: an approval is of what the leder saw: a changed order needs its own', async () => {
  const utkast = await createFor(analytiker);
  await order(utkast);
  const [uttrekkId, bestilling] = [utkast.uttrekkId, withUtvalg({ sted: null })];
  const endret = await read<Uttrekksside>(
    updateUtkast(deps, toKall(analytiker, { avtrykk: utkast.avtrykk, bestilling }, { uttrekkId })),
  );
  expect(endret.tilstand).toBe('utkast');
  expect(await codeOf(decide(utkast, leder))).toBe('IKKE_FUNNET');
  await order(endret);
  expect(await codeOf(decide(utkast, leder))).toBe('KONFLIKT');
  await decide(endret, leder);
  expect((await sideFor(analytiker, uttrekkId)).tilstand).toBe('iKoe');
});

test('of many decisions at once, one counts', async () => {
  const utkast = await createFor(analytiker);
  await order(utkast);
  const svar = await Promise.all(
    Array.from({ length: 8 }, (_, i) => codeOf(decide(utkast, leder, i % 2 ? 'avslaatt' : 'godkjent'))),
  );
  expect(svar.filter((kode) => kode === 'let in')).toHaveLength(1);
  expect((await sideFor(analytiker, utkast.uttrekkId)).godkjenninger).toHaveLength(1);
});

test('of many orders at once, one counts', async () => {
  const utkast = await createFor(analytiker);
  const svar = await Promise.all(Array.from({ length: 8 }, () => codeOf(order(utkast))));
  expect(svar.filter((kode) => kode === 'let in')).toHaveLength(1);
  const { merknader } = await sideFor(analytiker, utkast.uttrekkId);
  expect(merknader.filter(({ kode }) => kode === 'sendtTilGodkjenning')).toHaveLength(1);
});

test('a refused order is nobody’s to order until it is an utkast again', async () => {
  const utkast = await createFor(analytiker);
  await order(utkast);
  await decide(utkast, leder, 'avslaatt');
  expect(await sideFor(analytiker, utkast.uttrekkId)).toMatchObject({
    tilstand: 'avslaatt',
    valg: ['endre'],
  });
  expect(await codeOf(order(utkast))).toBe('KONFLIKT');
  expect(await codeOf(sideFor(leder, utkast.uttrekkId))).toBe('IKKE_FUNNET');
});

test('what is in the way of an order is told, is a row, and nothing is ordered', async () => {
  const utkast = await createFor(analytiker, createBestilling({ saksreferanse: '' }));
  expect(await read<Bestillingssvar>(order(utkast))).toMatchObject({
    utfall: 'avvist',
    konflikter: [{ kode: 'manglerSaksreferanse', felt: 'saksreferanse' }],
  });
  expect((await sideFor(analytiker, utkast.uttrekkId)).tilstand).toBe('utkast');
  expect(await listLoggrader(utkast.uttrekkId)).toEqual(['DENIED UTTREKK manglerSaksreferanse']);
});

test('F-11: an order of few needs a reason, which the approver can read', async () => {
  const bestilling = withUtvalg({ statsborgerskap: 'BGR' });
  const utkast = await createFor(analytiker, bestilling);
  expect(await read<Bestillingssvar>(order(utkast))).toEqual({
    utfall: 'avvist',
    konflikter: [],
    manglerBegrunnelse: true,
  });
  expect(await read<Bestillingssvar>(order(utkast, analytiker, BEGRUNNELSE))).toMatchObject({
    utfall: 'bestilt',
  });
  expect((await sideFor(leder, utkast.uttrekkId)).begrunnelse).toBe(BEGRUNNELSE);
});

test('F-11: where the virksomhet refuses few, such an order is neither sent nor approved, and each try is a row', async () => {
  const strengt: Uttrekksdeps = { ...deps, avFaa: 'avslaa' };
  const bestilling = withUtvalg({ foedselsaar: { fra: 1931, til: 1931 } });
  const bestill = ({ uttrekkId, avtrykk }: Uttrekksside, av: Uttrekksdeps) =>
    read<Bestillingssvar>(
      bestillUttrekk(av, toKall(analytiker, { avtrykk, begrunnelse: BEGRUNNELSE }, { uttrekkId })),
    );
  const komplett = createBestilling({ kilde: { slag: 'komplett', sekvensnummer: null } });
  await addKjoering(bestilling, 12);
  const utkast = await createFor(analytiker, bestilling);
  const faaPersoner = { kode: 'faaPersoner', felt: '', verdi: null };
  const kall = toKall(analytiker, undefined, { uttrekkId: utkast.uttrekkId });
  expect(await read<Forhaandskontroll>(runKontroll(strengt, kall))).toMatchObject({
    konflikter: [faaPersoner],
    forsiktighet: [],
  });
  expect(await bestill(utkast, strengt)).toMatchObject({ utfall: 'avvist', konflikter: [faaPersoner] });
  expect((await sideFor(analytiker, utkast.uttrekkId)).tilstand).toBe('utkast');
  expect(await listLoggrader(utkast.uttrekkId)).toEqual(['DENIED UTTREKK faaPersoner']);
  // Ordered while nobody knew how many, and known to be of few before it was approved.
  const venter = await createFor(analytiker, komplett);
  expect(await bestill(venter, strengt)).toMatchObject({ side: { tilstand: 'venterPaaGodkjenning' } });
  await addKjoering(komplett, 12);
  const vedtak = { avtrykk: venter.avtrykk, utfall: 'godkjent' as const, begrunnelse: BEGRUNNELSE };
  const godkjenn = decideUttrekk(strengt, toKall(leder, vedtak, { uttrekkId: venter.uttrekkId }));
  expect(await codeOf(godkjenn)).toBe('KONFLIKT');
  expect(await listLoggrader(venter.uttrekkId)).toContain('DENIED UTTREKK_GODKJENNING faaPersoner');
  expect((await sideFor(leder, venter.uttrekkId)).tilstand).toBe('venterPaaGodkjenning');
  expect(await bestill(utkast, deps)).toMatchObject({ utfall: 'bestilt' });
});

test('F-11: an order that with an earlier one of her own may be of few waits for a leder, another’s does not matter', async () => {
  const [en, to] = [await createBruker(db, 'en', 'analytiker'), await createBruker(db, 'to', 'analytiker')];
  const felles = { sted: { slag: 'bosted' as const, kommuner: ['5601'] }, kjoenn: 'mann' as const };
  const alle = withUtvalg(felles);
  const bortsettFraEttAar = withUtvalg({ ...felles, foedselsaar: { fra: 1991, til: 1995 } });
  await addKjoering(alle, 300, en);
  const [hennes, annens] = [await createFor(en, bortsettFraEttAar), await createFor(to, bortsettFraEttAar)];
  expect(await read<Bestillingssvar>(order(hennes, en))).toMatchObject({
    side: { tilstand: 'venterPaaGodkjenning', godkjenningsgrunner: ['skillerUt'] },
  });
  expect((await sideFor(leder, hennes.uttrekkId)).godkjenningsgrunner).toEqual(['skillerUt']);
  expect(await read<Bestillingssvar>(order(annens, to))).toMatchObject({ side: { tilstand: 'iKoe' } });
});

test('an approval is by the rights that the owner has then', async () => {
  const slutter = await createBruker(db, 'slutter', 'analytiker');
  const utkast = await createFor(slutter);
  await order(utkast, slutter);
  await db.owner.query('update portal.bruker set sperret = now() where id = $1', [slutter.brukerId]);
  expect(await codeOf(decide(utkast, leder))).toBe('KONFLIKT');
  expect((await sideFor(leder, utkast.uttrekkId)).tilstand).toBe('venterPaaGodkjenning');
});

test('A-01: without the revisjonslogg nothing is ordered and nothing approved', async () => {
  const borte = createPool('postgres://ingen@127.0.0.1:1/ingen', { max: 1 });
  const uten = { ...deps, revisjonslogg: createRevisjonslogg(borte, Buffer.alloc(32).toString('base64')) };
  const utkast = await createFor(analytiker);
  const params = { uttrekkId: utkast.uttrekkId };
  const { avtrykk } = utkast;
  const bestill = bestillUttrekk(uten, toKall(analytiker, { avtrykk, begrunnelse: null }, params));
  expect(await codeOf(bestill)).toBe('REVISJONSLOGG_UTILGJENGELIG');
  expect((await sideFor(analytiker, utkast.uttrekkId)).tilstand).toBe('utkast');
  await order(utkast);
  const vedtak = { avtrykk, utfall: 'godkjent' as const, begrunnelse: BEGRUNNELSE };
  expect(await codeOf(decideUttrekk(uten, toKall(leder, vedtak, params)))).toBe(
    'REVISJONSLOGG_UTILGJENGELIG',
  );
  expect((await sideFor(analytiker, utkast.uttrekkId)).tilstand).toBe('venterPaaGodkjenning');
  await borte.end();
});

test('the same that lies ready is offered to who may download it, and to nobody else', async () => {
  const bestilling = withUtvalg({ kjoenn: 'kvinne' });
  const ferdig = await addKjoering(bestilling, 300, annen);
  const lignendeFor = async (session: Session) => {
    const { uttrekkId } = await createFor(session, { ...bestilling, navn: 'En gang til' });
    const kall = toKall(session, undefined, { uttrekkId });

    return (await read<Forhaandskontroll>(runKontroll(deps, kall))).lignende.map((en) => en.uttrekkId);
  };
  expect(await lignendeFor(annen)).toEqual([ferdig]);
  expect(await lignendeFor(analytiker)).toEqual([]);
});

test('an earlier order can be made anew by its owner only, as an utkast of its own', async () => {
  const ferdig = await addKjoering(createBestilling({ navn: 'Hvert år' }), 10, analytiker);
  const kall = (session: Session) => toKall(session, { klientnoekkel: randomUUID() }, { uttrekkId: ferdig });
  const nytt = await read<Uttrekksside>(bestillPaaNytt(deps, kall(analytiker)));
  expect(nytt).toMatchObject({ tilstand: 'utkast', navn: 'Hvert år' });
  expect(nytt.uttrekkId).not.toBe(ferdig);
  expect(await codeOf(bestillPaaNytt(deps, kall(annen)))).toBe('IKKE_FUNNET');
});
