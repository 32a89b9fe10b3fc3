/** A made-up office for tests: people at ordinary work. The same seed gives the same office. For tests only. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { Kontrollvalg } from './kontrollvalg.ts';
import { type Dag, findSubjekt, isPersonvist, type Spor } from './spor.ts';

/** The limits that the project comes with. */
export const TEST_VALG: Kontrollvalg = Kontrollvalg.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../config/kontroll.json'), 'utf8')),
);

/** A random generator by seed (mulberry32), 0 to 1. */
export function createTilfeldig(froe: number): () => number {
  let tilstand = froe;
  return () => {
    tilstand = (tilstand + 0x6d2b79f5) | 0;
    let t = Math.imul(tilstand ^ (tilstand >>> 15), 1 | tilstand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let nummer = 0;
const toId = (): string => `00000000-0000-4000-8000-${String(nummer++).padStart(12, '0')}`;

/** An ordinary oppslag, a Wednesday morning, with what a test needs to be different. */
export const createSpor = (avvik: Partial<Spor> = {}): Spor => ({
  radId: toId(),
  handlingId: toId(),
  tidspunkt: '2026-09-16T08:00:00.000Z',
  slag: 'DISCLOSED',
  handling: 'OPPSLAG',
  bruker: 'kari',
  brukerId: null,
  enhet: 'Enhet A',
  formaal: 'saksbehandling',
  saksreferanse: '2026/1234',
  utfall: 'funnet',
  subjekter: ['aa'],
  antall: null,
  felter: [],
  fil: null,
  oekt: null,
  ...avvik,
});

/** Every user's days among these spor, as the log counts them. */
export function toDager(alle: readonly Spor[]): Dag[] {
  const vist = alle.filter(isPersonvist);
  const perDag = Map.groupBy(vist, ({ bruker, tidspunkt }) => `${toNorskDag(new Date(tidspunkt))} ${bruker}`);
  return [...perDag].map(([noekkel, spor]) => ({
    bruker: noekkel.slice(11),
    dag: noekkel.slice(0, 10),
    personer: new Set(spor.map(findSubjekt)).size,
  }));
}

/** `2026-09-16T08:00Z` and so many minutes. */
export const etter = (minutter: number): string =>
  new Date(Date.parse('2026-09-16T08:00:00.000Z') + minutter * 60_000).toISOString();

export const DOEGN = 24 * 60;

const hour = (tilfeldig: () => number): number => Math.floor(tilfeldig() * 7 * 60) - 60;

/** Ordinary work: each employee has her cases, each case a few persons, some of them worked on by a colleague too. */
export function createArbeid(froe: number, ansatte: number, dager: number): Spor[] {
  const tilfeldig = createTilfeldig(froe);
  const spor: Spor[] = [];
  for (let dag = -dager; dag <= 0; dag += 1) {
    for (let ansatt = 0; ansatt < ansatte; ansatt += 1) {
      const oppslag = 4 + Math.floor(tilfeldig() * 12);
      for (let n = 0; n < oppslag; n += 1) {
        // A third of the work is in the cases one has most to do with, and now and then somebody works late.
        const sak = Math.floor(tilfeldig() * (tilfeldig() < 0.33 ? 15 : 400));
        const sent = tilfeldig() < 0.02 ? 8 * 60 : 0;
        const minutt = dag * DOEGN + hour(tilfeldig) + sent + tilfeldig();
        // September 2026: the 12th and 13th are a weekend.
        const ukedag = new Date(etter(minutt)).getUTCDay();
        if (ukedag === 0 || ukedag === 6) continue;
        spor.push(
          createSpor({
            bruker: `ansatt-${ansatt}`,
            enhet: `Enhet ${ansatt % 4}`,
            saksreferanse: `2026/${1000 + ansatt * 500 + sak}`,
            subjekter: [`p${ansatt}-${sak}-${Math.floor(tilfeldig() * 3)}`],
            tidspunkt: etter(minutt),
          }),
        );
      }
    }
  }
  return spor;
}
