/** Snoopers of each kind, whose acts are known, for the made-up office of `test-kontor.ts`. For tests only. */
import type { RegelId } from './sak.ts';
import type { Grunnlag, Innlogging, Spor } from './spor.ts';
import { createSpor, DOEGN, etter, toDager } from './test-kontor.ts';

/** A session of `snok-nettleser`, from a kind of browser that she has not used before. */
const NY_OEKT = '0e'.repeat(16);

/** What her sign-ins amount to, as the log tells it. */
export const SNOKS_INNLOGGING: Innlogging = {
  oekt: NY_OEKT,
  nettleser: 'Firefox',
  system: 'Linux',
  kjent: false,
  tidligere: 12,
};

/** What the rules get where `nye` are the new ones of `alle`. */
export const toGrunnlag = (nye: readonly Spor[], alle: readonly Spor[]): Grunnlag => ({
  nye,
  alle,
  dager: toDager(alle),
  innlogginger: [SNOKS_INNLOGGING],
});

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
  nyNettleser: () => [
    createSpor({
      bruker: 'snok-nettleser',
      subjekter: ['b13'],
      saksreferanse: 'xxx',
      oekt: NY_OEKT,
      tidspunkt: etter(9),
    }),
  ],
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
