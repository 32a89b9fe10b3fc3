/** Z-12: every pair of rights, every pair of people. The pairs that must be apart are stated here in words of their own. */
import { describe, expect, test } from 'vitest';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { HANDLINGER, ROLLER } from '#lib/domain/session/session.ts';
import {
  decideAnnet,
  decideBekreftelse,
  decideFratakelse,
  decideTildeling,
  type Mottaker,
} from './decide-endring.ts';
import { RETTIGHETER, type Rettighet, sumRettigheter } from './rettighet.ts';
import { Tilgang } from './tilgang.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const DAG_MS = 86_400_000;
const om = (dager: number) => new Date(NAA.getTime() + dager * DAG_MS);
/** A group for each right, by its name. */
const tilgang = Tilgang.parse({
  grupper: Object.fromEntries(RETTIGHETER.map((rettighet) => [rettighet, sumRettigheter([rettighet])])),
});
const regler = { tilgang, naa: NAA };

const TOM: Mottaker = { brukerId: 'hun', grupper: [], fratatt: [], tildelinger: [], sperret: false };
/** The three ways to hold a right: by a group, by a grant that counts, by one that does not count yet. */
const MAATER: readonly ((rettighet: Rettighet) => Partial<Mottaker>)[] = [
  (rettighet) => ({ grupper: [rettighet] }),
  (rettighet) => ({ tildelinger: [{ rettighet, fra: om(-1), til: om(1), bekreftet: true }] }),
  (rettighet) => ({ tildelinger: [{ rettighet, fra: om(1), til: om(2), bekreftet: false }] }),
];
const gi = (rettighet: Rettighet, mottaker: Partial<Mottaker> = {}, til = om(30), aktoerId = 'admin') =>
  decideTildeling({ aktoerId, rettighet, til }, { ...TOM, ...mottaker }, regler);

/** Rows and columns of rights that read, give or watch; packages go with anything. `x`: never together. */
const APART = new Set(
  [
    'administrator+saksbehandler administrator+analytiker administrator+leder administrator+fortrolig',
    'administrator+personvernombud personvernombud+saksbehandler personvernombud+analytiker',
    'personvernombud+leder personvernombud+fortrolig administrator+skjermede personvernombud+skjermede',
  ]
    .join(' ')
    .split(' ')
    .flatMap((par) => [par, par.split('+').toReversed().join('+')]),
);
const kort = (rettighet: Rettighet) => rettighet.split(':').at(-1) ?? '';

describe('Z-12: pairs', () => {
  test('two rights that must be apart are not given together, whichever came first and however it is held', () => {
    let avslag = 0;
    for (const har of RETTIGHETER)
      for (const faar of RETTIGHETER) {
        if (har === faar) continue;
        for (const maate of MAATER) {
          const forbudt = APART.has(`${kort(har)}+${kort(faar)}`);
          expect(gi(faar, maate(har)), `${har} + ${faar}`).toBe(forbudt ? 'uforenlig' : null);
          avslag += Number(forbudt);
        }
      }
    expect(avslag).toBe(APART.size * MAATER.length);
    expect(APART.size).toBe(22);
  });

  test('no pair that can be given lets somebody read or order persons and govern or watch access', () => {
    const styrer = ['tilgang', 'tilgangBekreftelse', 'revisjonslogg'];
    const leser = HANDLINGER.filter((handling) => /^(oppslag|soek|bulk|avdekking|uttrekk)/.test(handling));
    expect(leser).toHaveLength(7);
    for (const en of ROLLER)
      for (const annen of ROLLER) {
        if (gi(`rolle:${annen}`, { grupper: [`rolle:${en}`] }) !== null) continue;
        const begge = (handlinger: readonly string[]) =>
          handlinger.some((handling) => isAllowed([en, annen], handling));
        expect(begge(styrer) && (begge(leser) || en !== annen), `${en}+${annen}`).toBe(false);
      }
  });
});

describe('Z-12: people', () => {
  test('nobody changes her own access in any way', () => {
    for (const rettighet of RETTIGHETER) {
      expect(gi(rettighet, {}, om(1), TOM.brukerId)).toBe('egenTilgang');
      const meg = { ...TOM, grupper: [rettighet] };
      expect(decideFratakelse({ aktoerId: meg.brukerId, rettighet }, meg, { tilgang, naa: NAA })).toBe(
        'egenTilgang',
      );
      expect(decideBekreftelse({ aktoerId: TOM.brukerId, gittAv: 'admin', rettighet }, TOM, regler)).toBe(
        'egenTilgang',
      );
    }
    expect(decideAnnet(TOM.brukerId, TOM)).toBe('egenTilgang');
    expect(decideAnnet('admin', TOM)).toBeNull();
  });

  test('nobody confirms what she gave, and a confirmation is judged by what the user has become', () => {
    const bekreft = (aktoerId: string, mottaker: Mottaker) =>
      decideBekreftelse({ aktoerId, gittAv: 'admin', rettighet: 'rolle:administrator' }, mottaker, regler);
    const tildelinger = [
      { rettighet: 'rolle:administrator', fra: om(-1), til: om(9), bekreftet: false } as const,
    ];
    expect(bekreft('admin', { ...TOM, tildelinger })).toBe('egenTildeling');
    expect(bekreft('ombud', { ...TOM, tildelinger })).toBeNull();
    expect(bekreft('ombud', { ...TOM, tildelinger, grupper: ['rolle:leder'] })).toBe('uforenlig');
  });
});

test('a right is given once, and again only to last longer; at most for a year', () => {
  expect(gi('pakke:finans', { grupper: ['pakke:finans'] })).toBe('harAllerede');
  const tildelinger = [{ rettighet: 'pakke:finans', fra: om(-1), til: om(30), bekreftet: false } as const];
  expect(gi('pakke:finans', { tildelinger }, om(30))).toBe('harAllerede');
  expect(gi('pakke:finans', { tildelinger }, om(31))).toBeNull();
  // What was taken from a group is given back as a grant.
  expect(gi('pakke:finans', { grupper: ['pakke:finans'], fratatt: ['pakke:finans'] })).toBeNull();
  for (const [til, svar] of [
    [om(0), 'forLangTid'],
    [om(366), null],
    [om(367), 'forLangTid'],
  ] as const)
    expect(gi('pakke:eid', {}, til)).toBe(svar);
});

test('only what a group gives can be taken from it', () => {
  const fratak = (mottaker: Partial<Mottaker>) =>
    decideFratakelse(
      { aktoerId: 'admin', rettighet: 'pakke:eid' },
      { ...TOM, ...mottaker },
      { tilgang, naa: NAA },
    );
  expect(fratak({ grupper: ['pakke:eid'] })).toBeNull();
  expect(fratak({ grupper: ['pakke:eid'], fratatt: ['pakke:eid'] })).toBe('ikkeFraGruppe');
  expect(fratak({})).toBe('ikkeFraGruppe');
  expect(PAKKER).toContain('eid');
});

test('a right that a group gives to a day can be given for longer, and not for as long again', () => {
  const egen = Tilgang.parse({ grupper: { vikarer: { pakker: ['eid'], til: '2026-11-30' } } });
  const give = (til: string) =>
    decideTildeling(
      { aktoerId: 'admin', rettighet: 'pakke:eid', til: new Date(til) },
      { ...TOM, brukerId: 'hun', grupper: ['vikarer'] },
      { tilgang: egen, naa: NAA },
    );
  expect(give('2026-11-30T23:00:00Z')).toBe('harAllerede');
  expect(give('2026-12-01T23:00:00Z')).toBeNull();
});
