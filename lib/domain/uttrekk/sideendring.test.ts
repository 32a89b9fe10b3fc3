/** What the stream tells is little, and put together again it is what was seen, whatever happened in between. */
import { expect, test } from 'vitest';
import { applyEndring, findEndring } from './sideendring.ts';
import { createBestilling } from './test-bestilling.ts';
import { type Batchrad, Sideendring, Uttrekksside } from './uttrekk.ts';

const tidspunkt = (nr: number) => new Date(Date.UTC(2026, 5, 1) + nr).toISOString();
const merknad = (nr: number) => ({
  tidspunkt: tidspunkt(nr),
  kode: 'batchHentet',
  verdier: { jobb: 1, batch: nr, antall: 10_000 },
});
const batch = (nr: number, delerFerdig = 0, jobbNr = 0): Batchrad => ({
  ...{ jobbNr, batchNr: nr, forsoek: 0, antall: 10_000, deler: 10, delerFerdig },
  tilstand: delerFerdig === 10 ? 'ferdig' : delerFerdig === 0 ? 'hentet' : 'oppslag',
});

function createSide(annet: Partial<Uttrekksside>): Uttrekksside {
  const fremdrift = {
    ...{ batcher: 0, sisteBatchSett: false, identifikatorer: 0, hentet: 0, ikkeLevert: 0 },
    ...{ personerPerSekund: null, sekunderIgjen: null },
  };

  return Uttrekksside.parse({
    ...{ uttrekkId: '11111111-1111-4111-8111-111111111111', navn: 'Unge voksne', tilstand: 'henter' },
    ...{ oenske: 'kjoer', eier: 'A', erEier: true, pakke: 'finans', formaal: 'statistikk' },
    ...{ opprettet: tidspunkt(0), ferdig: null, utloeper: null, bestilling: createBestilling() },
    ...{ avtrykk: '', begrunnelse: null, valg: ['pause'], feil: null, godkjenningsgrunner: [] },
    ...{
      godkjenninger: [],
      batcher: [],
      merknader: [],
      filer: [],
      etterNedlasting: null,
      deltMed: [],
      fullstendighet: null,
    },
    ...{ fordelinger: [], fremdrift, ...annet },
  });
}

/** As it goes over the wire. */
const send = (endring: Sideendring): Sideendring => Sideendring.parse(JSON.parse(JSON.stringify(endring)));

test('of a thousand batches of which a few have moved, a few are told', () => {
  const batcher = Array.from({ length: 1_000 }, (_, nr) => batch(nr, nr < 400 ? 10 : 0));
  const merknader = Array.from({ length: 200 }, (_, nr) => merknad(nr));
  const foer = createSide({ batcher, merknader });
  const naa = createSide({
    batcher: batcher.map((rad) => (rad.batchNr >= 400 && rad.batchNr < 404 ? batch(rad.batchNr, 7) : rad)),
    merknader: [...merknader.slice(1), merknad(200)],
    fremdrift: { ...foer.fremdrift, hentet: 4_028_000, personerPerSekund: 9_000 },
  });
  const endring = findEndring(foer, naa);
  if (endring === null) throw new Error('cannot be told as a change');
  expect(applyEndring(foer, send(endring))).toEqual(naa);
  expect(Object.keys(endring.felter)).toEqual(['fremdrift']);
  expect(endring.batcher.map(({ batchNr }) => batchNr)).toEqual([400, 401, 402, 403]);
  expect(endring.merknader).toEqual([merknad(200)]);
  expect(JSON.stringify(endring).length * 100).toBeLessThan(JSON.stringify(naa).length);
});

test('what has become nothing is told, and batches that are gone mean that all is told anew', () => {
  const foer = createSide({ feil: 'diskFull', batcher: [batch(0, 10)], merknader: [merknad(0)] });
  const endring = findEndring(foer, createSide({ batcher: [batch(0, 10)], merknader: [merknad(0)] }));
  expect(endring).toEqual({ felter: { feil: null }, batcher: [], merknader: [], antallMerknader: 1 });
  expect(findEndring(foer, createSide({}))).toBeNull();
  expect(findEndring(createSide({}), foer)).toMatchObject({ batcher: [batch(0, 10)], antallMerknader: 1 });
});

test('whatever happens to an uttrekk, the page that is put together is the page there is', () => {
  let seed = 7;
  const random = (til: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * til);
  };
  let [vist, helt] = [createSide({}), 0];
  const [rader, linjer] = [new Map<string, Batchrad>(), [merknad(0)]];
  for (let n = 1; n < 500; n += 1) {
    // Now and then the same line twice, as from two workers in one millisecond.
    for (let i = random(4); i > 0; i -= 1) linjer.push(merknad(random(50) === 0 ? n * 10 : n * 10 + i));
    if (random(50) === 0) linjer.push(...linjer.slice(-1));
    for (let i = random(5); i > 0; i -= 1) {
      const [jobb, nr] = [random(3), random(20)];
      rader.set(`${jobb}-${nr}`, batch(nr, random(11), jobb));
    }
    if (random(100) === 0) rader.clear();
    const naa = createSide({
      tilstand: random(20) === 0 ? 'ferdigstiller' : 'henter',
      valg: random(2) === 0 ? [] : ['pause', 'avbryt'],
      batcher: [...rader.values()].sort((a, b) => a.jobbNr - b.jobbNr || a.batchNr - b.batchNr),
      merknader: linjer.slice(-40),
    });
    const endring = findEndring(vist, naa);
    if (endring === null) helt += 1;
    vist = endring === null ? naa : applyEndring(vist, send(endring));
    expect(vist).toEqual(naa);
  }
  expect(helt).toBeLessThan(60);
});
