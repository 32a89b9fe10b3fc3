/**
 * Every cell of service x pakke, held against a table written by hand from freg-contract.md section 3.2.
 * Columns: OMH OUH PUH PRI PRIu FIN PRE PREu EID.
 */
import { expect, test } from 'vitest';
import { findPakkeVedSti, hasTjeneste, listPakker, PAKKER, TJENESTER } from './pakker.ts';

const KOLONNER = [
  'offentlig-med-hjemmel',
  'offentlig-uten-hjemmel',
  'privat-uten-hjemmel',
  'privat',
  'privat-uten-folkeregisteridentifikator',
  'finans',
  'presse',
  'presse-uten-folkeregisteridentifikator',
  'eid',
] as const;

const FASIT: Record<string, string> = {
  personer: 'xxxxxxxxx',
  oppslag: 'xxx--x--x',
  bulkoppslag: 'xxx--x--x',
  soek: 'xxx--x--x',
  entydigsoek: 'xxxxxxxxx',
  xsd: 'xxxxxxxxx',
  uttrekkTilpasset: 'xxx--x--x',
  uttrekkKomplett: 'x--------',
  uttrekkBatch: 'xxx--x--x',
  arkiv: 'x--------',
  hendelsesliste: 'xxxxxxxxx',
  hendelsesdokument: 'x--------',
};

test('a pakke has exactly the services that the contract gives it', () => {
  let celler = 0;
  for (const tjeneste of TJENESTER) {
    for (const [i, pakke] of KOLONNER.entries()) {
      expect(hasTjeneste(pakke, tjeneste), `${tjeneste} i ${pakke}`).toBe(FASIT[tjeneste]?.[i] === 'x');
      celler += 1;
    }
  }
  expect(celler).toBe(12 * 9);
  expect(listPakker()).toEqual(KOLONNER);
});

test('a pakke is found by its address of today and by the address that the seeds use', () => {
  const adresser: Record<string, string> = {
    'offentlig-med-hjemmel/api': 'offentlig-med-hjemmel',
    'api/offentligutenhjemmel': 'offentlig-uten-hjemmel',
    'offentlig-uten-hjemmel/api': 'offentlig-uten-hjemmel',
    'api/privatutenhjemmel': 'privat-uten-hjemmel',
    'api/privat': 'privat',
    'api/privatutenfolkeregisteridentifikator': 'privat-uten-folkeregisteridentifikator',
    'api/finans': 'finans',
    'finans-og-begrenset/api': 'finans',
    'api/presse': 'presse',
    'api/presseutenfolkeregisteridentifikator': 'presse-uten-folkeregisteridentifikator',
    'api/eid': 'eid',
  };
  for (const [sti, pakke] of Object.entries(adresser)) expect(findPakkeVedSti(sti), sti).toBe(pakke);
  expect(findPakkeVedSti('api/offentlig-med-hjemmel')).toBeUndefined();
  expect(findPakkeVedSti('api/brsv')).toBeUndefined();
});

test('the scope is the path word without hyphens, but for eid', () => {
  const scoper = listPakker().map((pakke) => PAKKER[pakke].scope);
  expect(scoper).toEqual([
    'offentligmedhjemmel',
    'offentligutenhjemmel',
    'privatutenhjemmel',
    'privat',
    'privatutenfolkeregisteridentifikator',
    'finans',
    'presse',
    'presseutenfolkeregisteridentifikator',
    'utstedereid',
  ]);
});
