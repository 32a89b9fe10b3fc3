/** Each limit of the drift page from both sides. */
import { expect, test } from 'vitest';
import type { Driftsstatus } from './drift.ts';
import { Driftsstatus as Schema } from './drift.ts';
import { DRIFTSOMRAADER, type Driftsnivaa, type Driftsomraade, vurderDrift } from './vurder-drift.ts';

const FRISK: Driftsstatus = {
  lest: '2026-11-21T12:00:00.000Z',
  sertifikat: { navn: 'Virksomhet', utloeper: '2028-01-01T00:00:00.000Z', dagerIgjen: 400, grunn: null },
  aapneKretser: [],
  krr: [
    { tjeneste: 'maskinporten', siste: null, erStanset: false },
    { tjeneste: 'krr', siste: null, erStanset: false },
  ],
  svartider: [{ mal: 'GET personer/{id}', antall: 100, innenGrensen: 100, grenseSekunder: 0.5 }],
  kvote: { brukt: 0, grense: 48_000 },
  uttrekk: { iArbeid: 0, venterPaaNoen: 0, eldsteIKoe: null, kanKontrolleres: true },
  hendelser: { holdes: 0, eldste: null },
  revisjonslogg: { uavklarteSisteDoegn: 0, sisteSjekkpunkt: null, etterslepSekunder: 0, alarmer: [] },
  klokke: { avvikMs: 0 },
  grupper: [],
  ukjente: [],
  disk: { ledigeBytes: 50, alleBytes: 100 },
  versjoner: { portal: '1', node: '24', postgres: '18', migrering: '0001' },
};

test('a healthy portal is fine in every area, and its figures fit the closed schema', () => {
  expect(Object.values(vurderDrift(Schema.parse(FRISK)))).toEqual(DRIFTSOMRAADER.map(() => 'ok'));
});

const sertifikat = (dagerIgjen: number | null) => ({ sertifikat: { ...FRISK.sertifikat, dagerIgjen } });
const svartid = (antall: number, innenGrensen: number) => ({
  svartider: [{ mal: 'GET personer/soek', antall, innenGrensen, grenseSekunder: 2 }],
});
const krr = (svarte: boolean, erStanset: boolean): Pick<Driftsstatus, 'krr'> => ({
  krr: [{ tjeneste: 'krr', siste: { tidspunkt: '2026-11-21T11:00:00.000Z', svarte }, erStanset }],
});
const koe = (eldsteIKoe: string) => ({ uttrekk: { ...FRISK.uttrekk, eldsteIKoe } });
const GRENSER: [Driftsomraade, Driftsnivaa, Partial<Driftsstatus>][] = [
  ['sertifikat', 'ok', sertifikat(90)],
  ['sertifikat', 'varsel', sertifikat(89)],
  ['sertifikat', 'varsel', sertifikat(14)],
  ['sertifikat', 'feil', sertifikat(13)],
  ['sertifikat', 'feil', sertifikat(null)],
  ['kretser', 'feil', { aapneKretser: [{ tjeneste: 'oppslag', pakke: 'finans' }] }],
  ['krr', 'ok', { krr: null }],
  ['krr', 'ok', krr(true, false)],
  ['krr', 'varsel', krr(false, false)],
  ['krr', 'feil', krr(false, true)],
  ['svartid', 'ok', svartid(19, 0)],
  ['svartid', 'varsel', svartid(20, 18)],
  ['svartid', 'ok', svartid(20, 19)],
  ['kvote', 'ok', { kvote: { brukt: 90, grense: 100 } }],
  ['kvote', 'varsel', { kvote: { brukt: 91, grense: 100 } }],
  ['uttrekk', 'ok', koe('2026-11-21T11:55:00.000Z')],
  ['uttrekk', 'feil', koe('2026-11-21T11:54:59.000Z')],
  ['uttrekk', 'feil', { uttrekk: { ...FRISK.uttrekk, kanKontrolleres: false } }],
  ['hendelser', 'ok', { hendelser: { holdes: 1, eldste: '2026-11-21T11:45:00.000Z' } }],
  ['hendelser', 'varsel', { hendelser: { holdes: 1, eldste: '2026-11-21T11:44:59.000Z' } }],
  ['revisjonslogg', 'varsel', { revisjonslogg: { ...FRISK.revisjonslogg, uavklarteSisteDoegn: 1 } }],
  ['revisjonslogg', 'feil', { revisjonslogg: { ...FRISK.revisjonslogg, alarmer: ['ingenSjekkpunkt'] } }],
  ['klokke', 'ok', { klokke: { avvikMs: 1_000 } }],
  ['klokke', 'varsel', { klokke: { avvikMs: 1_001 } }],
  ['klokke', 'feil', { klokke: { avvikMs: 60_001 } }],
  ['grupper', 'varsel', { grupper: [{ gruppe: 'folkeregister-leder', til: '2026-12-01' }] }],
  ['ukjente', 'varsel', { ukjente: [{ felt: 'navn.kallenavn', slag: 'felt', antall: 1 }] }],
  ['disk', 'ok', { disk: { ledigeBytes: 15, alleBytes: 100 } }],
  ['disk', 'varsel', { disk: { ledigeBytes: 14, alleBytes: 100 } }],
  ['disk', 'feil', { disk: { ledigeBytes: 4, alleBytes: 100 } }],
];

test.each(GRENSER)('%s is %s at its limit, and nothing else changes', (omraade, nivaa, endring) => {
  const vurdering = vurderDrift({ ...FRISK, ...endring });
  expect(vurdering[omraade]).toBe(nivaa);
  for (const annet of DRIFTSOMRAADER) if (annet !== omraade) expect(vurdering[annet]).toBe('ok');
});
