/**
 * A made-up office for tests: people at ordinary work, and snoopers of each kind whose acts are known. The same seed
 * gives the same office. For tests only.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { Kontrollvalg } from './kontrollvalg.ts';
import type { RegelId } from './sak.ts';
import { type Dag, findSubjekt, type Grunnlag, isPersonvist, type Spor } from './spor.ts';

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

/** What the rules get where `nye` are the new ones of `alle`. */
export const toGrunnlag = (nye: readonly Spor[], alle: readonly Spor[]): Grunnlag => ({
  nye,
  alle,
  dager: toDager(alle),
});

/** `2026-09-16T08:00Z` and so many minutes. */
export const etter = (minutter: number): string =>
  new Date(Date.parse('2026-09-16T08:00:00.000Z') + minutter * 60_000).toISOString();

export const DOEGN = 24 * 60;

/** One snooper for each rule: what she did, and the act that must be found. */
export const SNOKER: Record<Exclude<RegelId, 'lokkeperson'>, () => Spor[]> = {
  utenSak: () => [
    createSpor({ bruker: 'snok-sak', subjekter: ['b1'], saksreferanse: 'xxx', tidspunkt: etter(13 * 60) }),
  ],
  utenforArbeidstid: () => [
    createSpor({ bruker: 'snok-natt', subjekter: ['b2'], saksreferanse: null, tidspunkt: etter(17 * 60) }),
  ],
  naerstaaendeAvvist: () => [
    createSpor({ bruker: 'snok-familie', subjekter: ['b3'], slag: 'DENIED', utfall: 'naerstaaende' }),
  ],
  sammeAdresse: () => [
    createSpor({ bruker: 'snok-hjemme', subjekter: ['b9'], felter: ['personregler.sammeAdresse'] }),
  ],
  naboadresse: () => [
    createSpor({
      bruker: 'snok-nabo',
      subjekter: ['b10'],
      felter: ['personregler.naboadresse'],
      tidspunkt: etter(14 * 60),
    }),
  ],
  sammeEtternavn: () => [
    createSpor({
      bruker: 'snok-navn',
      subjekter: ['b11'],
      felter: ['personregler.sammeEtternavn'],
      saksreferanse: 'test',
    }),
  ],
  populaerPerson: () =>
    Array.from({ length: 12 }, (_, n) =>
      createSpor({
        bruker: `nysgjerrig-${n}`,
        enhet: `Enhet ${n % 6}`,
        subjekter: ['b4'],
        saksreferanse: `2026/${n}00`,
        tidspunkt: etter(n * 7),
      }),
    ),
  mangePersoner: () =>
    Array.from({ length: 45 }, (_, n) =>
      createSpor({ bruker: 'snok-mange', subjekter: [`c${n}`], tidspunkt: etter(n) }),
    ),
  flereEnnAndre: () => [
    ...Array.from({ length: 8 }, (_, n) =>
      createSpor({
        bruker: `kollega-${n % 4}`,
        enhet: 'Enhet S',
        subjekter: [`k${n}`],
        saksreferanse: `2026/${n}`,
        tidspunkt: etter(n),
      }),
    ),
    ...Array.from({ length: 31 }, (_, n) =>
      createSpor({
        bruker: 'snok-flere',
        enhet: 'Enhet S',
        subjekter: [`f${n}`],
        saksreferanse: 'xxx',
        tidspunkt: etter(10 + n * 6),
      }),
    ),
  ],
  flereEnnEllers: () => [
    ...Array.from({ length: 50 }, (_, n) =>
      createSpor({
        bruker: 'snok-ellers',
        enhet: null,
        subjekter: [`g${n}`],
        saksreferanse: `2026/${n}`,
        tidspunkt: etter((Math.floor(n / 2) - 25) * DOEGN + (n % 2)),
      }),
    ),
    ...Array.from({ length: 31 }, (_, n) =>
      createSpor({
        bruker: 'snok-ellers',
        enhet: null,
        subjekter: [`h${n}`],
        saksreferanse: 'xxx',
        tidspunkt: etter(n * 6),
      }),
    ),
  ],
  stoet: () =>
    Array.from({ length: 9 }, (_, n) =>
      createSpor({ bruker: 'snok-stoet', subjekter: [`d${n}`], tidspunkt: etter(n * 0.05) }),
    ),
  gjentattInnsyn: () =>
    Array.from({ length: 6 }, (_, n) =>
      createSpor({
        bruker: 'snok-igjen',
        subjekter: ['b5'],
        saksreferanse: '2026/7',
        tidspunkt: etter((n - 5) * DOEGN),
      }),
    ),
  avvistHosAnnen: () => [
    createSpor({ bruker: 'avvist', subjekter: ['b6'], slag: 'DENIED', utfall: 'manglerPakke' }),
    createSpor({ bruker: 'hjelper', subjekter: ['b6'], tidspunkt: etter(20) }),
  ],
  nyttForsoek: () => [
    createSpor({ bruker: 'snok-igjen-straks', subjekter: ['b12'], slag: 'DENIED', utfall: 'manglerPakke' }),
    createSpor({
      bruker: 'snok-igjen-straks',
      subjekter: ['b12'],
      saksreferanse: 'xxx',
      tidspunkt: etter(4),
    }),
  ],
  mangeAvdekkinger: () =>
    Array.from({ length: 5 }, (_, n) =>
      createSpor({
        bruker: 'snok-avdekker',
        handling: 'AVDEKKING',
        subjekter: [`e${n}`],
        tidspunkt: etter(n * 60),
      }),
    ),
  liteUttrekk: () => [
    createSpor({
      bruker: 'snok-uttrekk',
      handling: 'UTTREKK_KLAR',
      utfall: 'klar',
      antall: 3,
      subjekter: [],
    }),
  ],
  gjentattNedlasting: () =>
    Array.from({ length: 3 }, (_, n) =>
      createSpor({
        bruker: 'snok-fil',
        handling: 'NEDLASTING',
        fil: 'f1',
        subjekter: [],
        tidspunkt: etter(n),
      }),
    ),
  bestiltEtterAvslag: () => {
    const avslaatt = createSpor({
      bruker: 'snok-ordre',
      handling: 'UTTREKK',
      utfall: 'sendtTilGodkjenning',
      subjekter: [],
    });
    return [
      avslaatt,
      createSpor({
        bruker: 'leder',
        handling: 'UTTREKK_GODKJENNING',
        utfall: 'avslaatt',
        subjekter: [],
        handlingId: avslaatt.handlingId,
        tidspunkt: etter(30),
      }),
      createSpor({
        bruker: 'snok-ordre',
        handling: 'UTTREKK',
        utfall: 'bestilt',
        subjekter: [],
        tidspunkt: etter(60),
      }),
    ];
  },
  aldriHentet: () => {
    const klar = createSpor({
      bruker: 'snok-uhentet',
      handling: 'UTTREKK_KLAR',
      utfall: 'klar',
      antall: 4_000,
      subjekter: [],
      tidspunkt: etter(-7 * DOEGN),
    });
    const { handlingId } = klar;
    const slettet = { handling: 'UTTREKK_SLETTET', utfall: 'slettet', subjekter: [], handlingId };
    return [klar, createSpor({ ...slettet, bruker: 'arbeideren', enhet: null })];
  },
  loggleser: () =>
    Array.from({ length: 3 }, (_, n) =>
      createSpor({
        bruker: 'snok-ombud',
        handling: 'LES_REVISJONSLOGG',
        utfall: 'vist',
        saksreferanse: null,
        formaal: null,
        subjekter: ['b7'],
        tidspunkt: etter(n * DOEGN - 2 * DOEGN),
      }),
    ),
  beskyttetPerson: () => [
    createSpor({
      bruker: 'avdekker',
      handling: 'AVDEKKING',
      slag: 'DENIED',
      utfall: 'manglerSkjermingsrett',
      subjekter: ['b8'],
    }),
  ],
};

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
