/**
 * Writer and sealer against each other, whatever fails and in whatever order: what was written and is there is never
 * missed, and what was taken away always is, as soon as the writer has spoken for it.
 */
import { expect, test } from 'vitest';
import { createNummerrekke, type Nummerbit, type Utsagn } from './nummerrekke.ts';
import { createSkriver } from './skriverstand.ts';

type Rad = Utsagn & { nummer: number };
type Hendelse = { rader: Rad[]; erKjent: boolean };

/** A generator of its own for each test, so that what fails once fails again. */
function createTilfeldig(seed: number): () => number {
  let tall = seed;

  return () => {
    tall = (Math.imul(tall, 1_664_525) + 1_013_904_223) >>> 0;
    return tall / 2 ** 32;
  };
}

const toRader = (bit: Nummerbit): Rad[] =>
  Array.from({ length: bit.til - bit.fra }, (_, at) => ({
    nummer: bit.fra + at,
    kvittert: bit.kvittert,
    tomme: at === 0 ? bit.tomme : [],
  }));

/** Statements, up to three at a time, of which some are refused, and of some of those that were written the answer is lost. */
function skriv(tilfeldig: () => number, antall: number): { hendelser: Hendelse[]; siste: Utsagn } {
  const rekke = createNummerrekke();
  const underveis: Nummerbit[] = [];
  const hendelser: Hendelse[] = [];
  const end = () => {
    const [bit] = underveis.splice(Math.floor(tilfeldig() * underveis.length), 1);
    if (!bit) return;
    const del = tilfeldig();
    if (del < 0.85) hendelser.push({ rader: toRader(bit), erKjent: del < 0.7 });
    rekke.settle(bit, del < 0.7);
  };
  for (let n = 0; n < antall; n += 1) {
    if (underveis.length === 3 || (underveis.length > 0 && tilfeldig() < 0.4)) end();
    else underveis.push(rekke.take(1 + Math.floor(tilfeldig() * 5)));
  }
  while (underveis.length > 0) end();
  const { kvittert, tomme } = rekke.read();

  return { hendelser, siste: { kvittert, tomme } };
}

type Sett = { hull: number[]; kopier: number[] };

/** As the sealer does it, some statements in each batch, with what it knows kept as text between them. */
function forsegle(rader: readonly Rad[][], siste: Utsagn | null, tilfeldig: () => number): Sett {
  const sett: Sett = { hull: [], kopier: [] };
  let stand = createSkriver({ neste: 0, sett: [], tomme: [], erSlutt: false }).toStand('');
  for (let at = 0; at <= rader.length; ) {
    const skriver = createSkriver(JSON.parse(JSON.stringify(stand)));
    const neste = at + 1 + Math.floor(tilfeldig() * 8);
    for (const rad of rader.slice(at, neste).flat()) {
      if (!skriver.see(rad.nummer)) sett.kopier.push(rad.nummer);
      skriver.hear(rad);
    }
    at = neste;
    if (at > rader.length && siste) skriver.hear(siste);
    for (const { fra, til } of skriver.takeHull())
      sett.hull.push(...Array.from({ length: til - fra }, (_, n) => fra + n));
    stand = skriver.toStand('');
  }

  return sett;
}

const SEEDS = Array.from({ length: 200 }, (_, n) => n + 1);

test('whatever is refused, lost or late, what nobody touched gives no finding', () => {
  for (const seed of SEEDS) {
    const tilfeldig = createTilfeldig(seed);
    const { hendelser, siste } = skriv(tilfeldig, 200);
    const rader = hendelser.map((ett) => ett.rader);
    expect(forsegle(rader, siste, tilfeldig), `${seed}`).toEqual({ hull: [], kopier: [] });
  }
});

test('a writer that dies at any moment leaves no finding', () => {
  for (const seed of SEEDS) {
    const tilfeldig = createTilfeldig(seed);
    const { hendelser } = skriv(tilfeldig, 200);
    const rader = hendelser.slice(0, Math.floor(tilfeldig() * hendelser.length)).map((ett) => ett.rader);
    expect(forsegle(rader, null, tilfeldig), `${seed}`).toEqual({ hull: [], kopier: [] });
  }
});

test('a row that its writer knows of is missed when it is taken away, whichever it is, and no other is', () => {
  for (const seed of SEEDS) {
    const tilfeldig = createTilfeldig(seed);
    const { hendelser, siste } = skriv(tilfeldig, 200);
    const kjente = hendelser.filter(({ erKjent }) => erKjent).flatMap(({ rader }) => rader);
    // One that says which numbers are empty takes that with it.
    const mulige = kjente.filter(({ tomme }) => tomme.length === 0);
    const borte = mulige[Math.floor(tilfeldig() * mulige.length)]?.nummer;
    const rader = hendelser.map((ett) => ett.rader.filter(({ nummer }) => nummer !== borte));
    expect(forsegle(rader, siste, tilfeldig), `${seed}`).toEqual({ hull: [borte], kopier: [] });
  }
});

test('a row that is there twice is found', () => {
  for (const seed of SEEDS) {
    const tilfeldig = createTilfeldig(seed);
    const { hendelser, siste } = skriv(tilfeldig, 200);
    const rader = hendelser.map((ett) => ett.rader);
    const alle = rader.flat();
    const kopi = alle[Math.floor(tilfeldig() * alle.length)];
    if (!kopi) throw new Error('nothing was written');
    expect(forsegle([...rader, [kopi]], siste, tilfeldig).kopier, `${seed}`).toEqual([kopi.nummer]);
  }
});
