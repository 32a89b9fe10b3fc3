/** How one uttrekk is followed: by the stream while there is one, by reading when there is none, and no longer than needed. */
import { expect, test } from 'vitest';
import { ApiFeil } from '#lib/client/api.ts';
import { createUttrekksstroem } from '#lib/client/uttrekksstroem.ts';
import type { Tilstand } from '#lib/domain/uttrekk/tilstand.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

const toSide = (tilstand: Tilstand, navn: string = tilstand): Uttrekksside => ({
  uttrekkId: '11111111-1111-4111-8111-111111111111',
  navn,
  tilstand,
  oenske: 'kjoer',
  eier: 'A',
  erEier: true,
  pakke: 'offentlig-med-hjemmel',
  formaal: 'statistikk',
  opprettet: '2026-06-01T12:00:00Z',
  ferdig: null,
  utloeper: null,
  fremdrift: {
    batcher: 0,
    sisteBatchSett: false,
    identifikatorer: 0,
    hentet: 0,
    ikkeLevert: 0,
    personerPerSekund: null,
    sekunderIgjen: null,
  },
  bestilling: {
    navn,
    kilde: { slag: 'komplett', sekvensnummer: null },
    innhold: { slag: 'identifikatorer' },
    formater: ['csv'],
    pakke: 'offentlig-med-hjemmel',
    formaal: 'statistikk',
    saksreferanse: '',
  },
  avtrykk: '',
  begrunnelse: null,
  valg: [],
  feil: null,
  godkjenningsgrunner: [],
  godkjenninger: [],
  batcher: [],
  merknader: [],
  filer: [],
  etterNedlasting: null,
  deltMed: [],
  fullstendighet: null,
  fordelinger: [],
});

type Lyttere = Parameters<Parameters<typeof createUttrekksstroem>[0]['open']>[0];

/** A server and a clock that do what the test says. */
function createVerden(svar: (Uttrekksside | ApiFeil)[]) {
  const lest: string[] = [];
  const timere: { ms: number; work: () => void }[] = [];
  const kilder: Lyttere[] = [];
  let aapne = 0;
  const stroem = createUttrekksstroem({
    read: async () => {
      const neste = svar.shift();
      if (neste === undefined) throw new ApiFeil('INGEN_KONTAKT', null);
      if (neste instanceof ApiFeil) throw neste;
      lest.push(neste.navn);
      return neste;
    },
    open: (lyttere) => {
      kilder.push(lyttere);
      aapne += 1;
      return { close: () => (aapne -= 1) };
    },
    naa: () => Date.parse('2026-06-01T12:00:00Z'),
    after: (ms, work) => {
      const timer = { ms, work };
      timere.push(timer);
      return () => {
        const plass = timere.indexOf(timer);
        if (plass >= 0) timere.splice(plass, 1);
      };
    },
  });
  const la = () => new Promise<void>((done) => setImmediate(done));
  return {
    stroem,
    lest,
    timere,
    kilder,
    countAapne: () => aapne,
    la,
    async ring() {
      timere.shift()?.work();
      await la();
    },
    vis: () => stroem.getTilstand().side?.navn ?? null,
  };
}

test('it is read, then followed as a stream, and the stream ends with the work', async () => {
  const { stroem, kilder, countAapne, timere, la, vis } = createVerden([toSide('henter')]);
  stroem.start();
  await la();
  expect([vis(), countAapne(), timere.map(({ ms }) => ms)]).toEqual(['henter', 1, [15_000]]);
  kilder[0]?.onSide(toSide('ferdigstiller'));
  expect([vis(), countAapne()]).toEqual(['ferdigstiller', 1]);
  kilder[0]?.onSide(toSide('klar'));
  expect([vis(), countAapne(), timere.length]).toEqual(['klar', 0, 0]);
});

test('without a stream it is read again and again, and a silent stream is not believed', async () => {
  const verden = createVerden([toSide('henter', '1'), toSide('henter', '2'), toSide('henter', '3')]);
  verden.stroem.start();
  await verden.la();
  await verden.ring();
  expect([verden.vis(), verden.countAapne()]).toEqual(['2', 1]);
  verden.kilder[0]?.onSlutt();
  expect([verden.countAapne(), verden.timere.map(({ ms }) => ms)]).toEqual([0, [3_000]]);
  await verden.ring();
  expect([verden.vis(), verden.kilder.length, verden.timere.length]).toEqual(['3', 1, 1]);
});

test('a stream that has worked is opened again when it ends, after a reading', async () => {
  const verden = createVerden([toSide('henter', '1'), toSide('henter', '2')]);
  verden.stroem.start();
  await verden.la();
  verden.kilder[0]?.onSide(toSide('henter', 'fra strømmen'));
  verden.kilder[0]?.onSlutt();
  expect([verden.countAapne(), verden.kilder.length]).toEqual([0, 1]);
  await verden.ring();
  expect([verden.vis(), verden.countAapne(), verden.kilder.length]).toEqual(['2', 1, 2]);
});

test('a reading that fails keeps what was there, and is tried again; what is gone is not', async () => {
  const verden = createVerden([
    toSide('henter'),
    new ApiFeil('INGEN_KONTAKT', null),
    new ApiFeil('IKKE_FUNNET', null),
  ]);
  verden.stroem.start();
  await verden.la();
  verden.kilder[0]?.onSlutt();
  await verden.ring();
  expect(verden.stroem.getTilstand()).toMatchObject({
    side: { navn: 'henter' },
    feil: { kode: 'INGEN_KONTAKT' },
  });
  await verden.ring();
  expect(verden.stroem.getTilstand().feil?.kode).toBe('IKKE_FUNNET');
  expect([verden.timere.length, verden.countAapne()]).toEqual([0, 0]);
});

test('a draft is read once; what the user does with it is newer than a reading on its way', async () => {
  const verden = createVerden([toSide('utkast'), toSide('utkast', 'gammel')]);
  verden.stroem.start();
  await verden.la();
  expect([verden.timere.length, verden.countAapne()]).toEqual([0, 0]);
  verden.stroem.retry();
  verden.stroem.keep(toSide('iKoe'));
  await verden.la();
  expect([verden.vis(), verden.countAapne()]).toEqual(['iKoe', 1]);
});

test('files whose time is up are watched until they are gone, and others are not', async () => {
  const slettes = { ...toSide('klar'), utloeper: '2026-06-01T12:00:00Z' };
  const verden = createVerden([
    { ...slettes, utloeper: '2026-06-01T12:00:01Z' },
    slettes,
    { ...toSide('utloept'), utloeper: slettes.utloeper },
  ]);
  verden.stroem.start();
  await verden.la();
  expect([verden.stroem.getTilstand().slettes, verden.timere.length]).toEqual([false, 0]);
  verden.stroem.retry();
  await verden.la();
  expect([verden.stroem.getTilstand().slettes, verden.timere.length, verden.countAapne()]).toEqual([
    true,
    1,
    0,
  ]);
  await verden.ring();
  expect([verden.vis(), verden.stroem.getTilstand().slettes, verden.timere.length]).toEqual([
    'utloept',
    false,
    0,
  ]);
});

test('when the page is left nothing is asked and nothing is open', async () => {
  const verden = createVerden([toSide('henter')]);
  const stopp = verden.stroem.start();
  await verden.la();
  stopp();
  expect([verden.timere.length, verden.countAapne()]).toEqual([0, 0]);
});
