/** P-01, P-02, A-15, A-17: one person's accesses, all of them and nobody else's, with no employee's name until it is decided. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import { openKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import { releaseNavn } from './release-navn.ts';
import { createTestInnsyn, KARI, type TestInnsyn, toPlan } from './test-innsyn.ts';

const [P, DNUMMER, ANNEN] = ['21818012345', '61818012345', '21818054321'] as const;
let t: TestInnsyn;
let uttrekkId: string;

const VIST = { utfall: 'vist', felter: ['navn.fornavn', 'navn.etternavn', 'bostedsadresse.adressenavn'] };

/** Everything that can happen to a person, and beside each something that happens to somebody else. */
async function writeHistorie(): Promise<void> {
  const foer = await t.gammel.intend(toPlan([P]));
  await foer.disclose(null, { ...VIST, subjekter: [P] });
  const treff = await t.logg.intend(toPlan([], { handling: 'SOEK' }));
  await treff.disclose(null, { utfall: 'treff', felter: [], subjekter: [], antall: 2 });
  for (const side of [[P, ANNEN], [ANNEN]]) {
    const act = await t.logg.intend(toPlan(side, { handling: 'SOEK' }), treff.handlingId);
    await act.disclose(null, { utfall: 'rader', felter: ['navn'], subjekter: side });
  }
  const bulk = await t.logg.intend(toPlan([P, ANNEN], { handling: 'BULK' }));
  await bulk.disclose(null, { utfall: 'rader', felter: ['navn', 'status'], subjekter: [P, ANNEN] });
  const avdekking = await t.logg.intend(toPlan([P], { handling: 'AVDEKKING' }));
  await avdekking.disclose(null, {
    utfall: 'avdekket',
    felter: ['bostedsadresse.adressenavn'],
    subjekter: [P],
  });
  await t.logg.deny(toPlan([P], { deler: [] }), null, 'manglerPakke');
  await (await t.logg.intend(toPlan([P]))).fail(null, 'tidsavbrudd');
  await (await t.logg.intend(toPlan([DNUMMER]))).disclose(null, {
    utfall: 'ingenEntydigTreff',
    felter: [],
    subjekter: [DNUMMER],
  });
  // Asked for her, answered about somebody else: her name is on the row that began it and not on the one that ended it.
  await (await t.logg.intend(toPlan([P]))).disclose(null, { ...VIST, subjekter: [ANNEN] });
  await (await t.logg.intend(toPlan([ANNEN]))).disclose(null, { ...VIST, subjekter: [ANNEN] });
  await t.logg.intend(toPlan([P], { formaal: 'nedlagt-formaal' }));
}

async function writeUttrekk(): Promise<void> {
  for (const numre of [[P, ANNEN], [ANNEN]]) {
    const { uttrekkId: id, handlingId } = await t.createUttrekk(numre);
    const gjelder = { uttrekk: id };
    const klar = toPlan([], { handling: 'UTTREKK_KLAR', formaal: 'statistikk', deler: ['navn'], gjelder });
    await (await t.logg.intend(klar, handlingId)).keep({ utfall: 'klar', antall: 2, avtrykk: 'a' });
    for (const brukernavn of ['analytiker.en', 'analytiker.to']) {
      const aktoer = { ...KARI, brukernavn };
      const plan = { ...klar, aktoer, handling: 'NEDLASTING' };
      await (await t.logg.intend(plan, handlingId)).disclose(null, {
        utfall: 'nedlasting',
        felter: [],
        subjekter: [],
      });
    }
    if (numre.includes(P)) uttrekkId = id;
  }
}

beforeAll(async () => {
  t = await createTestInnsyn();
  await writeHistorie();
  await writeUttrekk();
});
afterAll(() => t.stop());

/** What can be told of a line without its time and id. */
const kort = ({ linjer }: Innsynssvar) =>
  linjer.map(
    ({ hva, utfall, opplysninger, formaal }) =>
      `${hva} ${utfall} [${opplysninger}] ${formaal?.navn} (${formaal?.hjemmel})`,
  );

const BOSTED = 'Vurdering av bosted og flytting (Folkeregisterloven § 10-2)';
const STATISTIKK = 'Statistikk og planlegging (Folkeregisterloven § 10-2)';

test('the golden report: one line for each act, under both keys, with both numbers and every uttrekk', async () => {
  const svar = await t.ask([P, DNUMMER]);
  expect(kort(svar)).toEqual([
    `oppslag vist [navn,bostedsadresse] ${BOSTED}`,
    `treffliste vist [navn] ${BOSTED}`,
    `bulk vist [status,navn] ${BOSTED}`,
    `avdekking vist [bostedsadresse] ${BOSTED}`,
    `oppslag avvist [] ${BOSTED}`,
    `oppslag feilet [] ${BOSTED}`,
    `oppslag ingenOpplysninger [] ${BOSTED}`,
    `oppslag ingenOpplysninger [] ${BOSTED}`,
    'oppslag underveis [identifikasjonsnummer,navn,bostedsadresse] nedlagt-formaal (null)',
    `uttrekk lagtIFil [identifikasjonsnummer,navn] ${STATISTIKK}`,
    `nedlasting lastetNed [identifikasjonsnummer,navn] ${STATISTIKK}`,
    `nedlasting lastetNed [identifikasjonsnummer,navn] ${STATISTIKK}`,
  ]);
  expect(svar.linjer.every(({ enhet }) => enhet === 'Enhet Nord')).toBe(true);
  expect(svar).toMatchObject({ erAvkortet: false, ubesvarteUttrekk: 0, navneavgjoerelse: null });
});

test('without her other number the acts on it are not in the answer', async () => {
  expect((await t.ask([P])).linjer.length).toBe(11 + 1);
  expect((await t.ask([DNUMMER])).linjer.map(({ utfall }) => utfall)).toContain('ingenOpplysninger');
});

test('a period takes what began in it, and the first moment of the log is told', async () => {
  const { linjer, loggenFra } = await t.ask([P, DNUMMER]);
  const [, andre, tredje] = linjer;
  const utsnitt = await t.ask([P, DNUMMER], { fra: andre?.tidspunkt ?? '', til: tredje?.tidspunkt ?? '' });
  expect(utsnitt.linjer).toEqual([andre]);
  expect(Date.parse(loggenFra ?? '')).toBeLessThanOrEqual(Date.parse(linjer[0]?.tidspunkt ?? ''));
});

test('A-15: the search is an act with its reason sealed, committed before the log is read, and counted the next time', async () => {
  const foer = await t.ask([ANNEN]);
  const { rows } = await t.db.owner.query(
    `select slag, saksreferanse, kall_id, konvolutt, innhold from revisjonslogg.rad
     where handling = 'INNSYN' order by id desc limit 2`,
  );
  expect(rows.map(({ slag }) => slag)).toEqual(['DISCLOSED', 'INTENT']);
  const { numre, begrunnelse } = JSON.parse(
    openKonvolutt(t.deps.noekler, rows[1].kall_id, rows[1].konvolutt),
  );
  expect([numre, begrunnelse, rows[1].saksreferanse]).toEqual([
    [ANNEN],
    'Personen har bedt om innsyn i loggen',
    '2026/99',
  ]);
  for (const hemmelig of [ANNEN, begrunnelse])
    expect(JSON.stringify(rows.map(({ innhold }) => innhold))).not.toContain(hemmelig);
  const etter = await t.ask([ANNEN]);
  expect(etter.linjer.length).toBe(foer.linjer.length + 1);
  expect(etter.linjer.at(-1)).toMatchObject({ hva: 'logg', utfall: 'vist', enhet: 'Personvern' });
});

test('without a row there is no answer', async () => {
  await t.db.owner.query('revoke insert on revisjonslogg.subjekt from portal');
  await t.db.owner.query('revoke insert (subjekt_ref) on revisjonslogg.subjekt from portal');
  try {
    await expect(t.ask([P])).rejects.toMatchObject({ kode: 'REVISJONSLOGG_UTILGJENGELIG' });
  } finally {
    await t.db.owner.query('grant insert (subjekt_ref, rad_id) on revisjonslogg.subjekt to portal');
  }
});

const ANSATTE = /kari|analytiker|saksbehandler|olga|ombud/i;
const AVGJOERELSE = { begrunnelse: 'Nødvendig for at hun kan ivareta sine krav', avgjoertAv: 'Direktøren' };

test('P-02: no byte of an answer names an employee, until a decision with a reason releases the names of that answer', async () => {
  const svar = await t.ask([P, DNUMMER]);
  expect(JSON.stringify(svar)).not.toMatch(ANSATTE);
  const body = { svarId: svar.svarId, ...AVGJOERELSE };
  const medNavn: Innsynssvar = JSON.parse((await releaseNavn(t.deps, { session: t.ombud, body })).json);
  expect(medNavn.linjer.map(({ ansatt, ...resten }) => ({ ...resten, ansatt: null }))).toEqual(svar.linjer);
  expect(new Set(medNavn.linjer.map(({ ansatt }) => ansatt))).toEqual(
    new Set(['kari.saksbehandler', 'analytiker.en', 'analytiker.to', 'Olga Ombud']),
  );
  expect(medNavn.navneavgjoerelse).toMatchObject({ avgjoertAv: 'Direktøren' });
  expect(JSON.stringify(await t.ask([P, DNUMMER]))).not.toMatch(ANSATTE);
});

test('P-02: the decision is an act of its own, with reason and decider sealed, and names the answer it is about', async () => {
  const svar = await t.ask([P]);
  const sist = "select * from revisjonslogg.rad where handling = 'INNSYN' order by id desc limit 1";
  const [soek] = (await t.db.owner.query(sist)).rows;
  await releaseNavn(t.deps, { session: t.ombud, body: { svarId: svar.svarId, ...AVGJOERELSE } });
  const { rows } = await t.db.owner.query(
    "select * from revisjonslogg.rad where handling = 'INNSYN_NAVN' order by id desc limit 2",
  );
  expect(rows.map(({ slag }) => slag)).toEqual(['DISCLOSED', 'INTENT']);
  for (const rad of rows) {
    expect(rad.innhold.gjelder).toEqual({ svar: soek.handling_id });
    expect(rad.handling_id).not.toBe(soek.handling_id);
    expect(JSON.parse(openKonvolutt(t.deps.noekler, rad.kall_id, rad.konvolutt))).toEqual(AVGJOERELSE);
  }
});

test('P-02: another user cannot release the names of an answer that is not hers', async () => {
  const { svarId } = await t.ask([P]);
  const session = { ...t.ombud, brukerId: '00000000-0000-4000-8000-000000000000' };
  await expect(releaseNavn(t.deps, { session, body: { svarId, ...AVGJOERELSE } })).rejects.toMatchObject({
    kode: 'UGYLDIG_INNHOLD',
  });
});

test('an uttrekk whose membership cannot be read is counted, and the rest is answered', async () => {
  const hele = await t.ask([P]);
  await rm(path.join(t.deps.filMappe, uttrekkId, 'medlemskap'), { recursive: true });
  const svar = await t.ask([P]);
  expect(svar.ubesvarteUttrekk).toBe(1);
  expect(svar.linjer.filter(({ hva }) => hva === 'uttrekk' || hva === 'nedlasting')).toEqual([]);
  // The three of the uttrekk are gone, and the search before this one has come.
  expect(svar.linjer.length).toBe(hele.linjer.length - 3 + 1);
});
