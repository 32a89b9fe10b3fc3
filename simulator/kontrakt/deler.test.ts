/**
 * Every cell of part x pakke, held against a table written by hand from freg-contract.md sections 3.3 and 3.4.
 * Columns: OMH OUH PUH PRI PRIu FIN PRE PREu EID. `x` valid, `-` invalid in the pakke (406).
 */
import { expect, test } from 'vitest';
import { parseDeler } from './deler.ts';
import { EGENSKAPER } from './egenskaper.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { listPakker, type PakkeId } from './pakker.ts';
import { getSynlighet } from './synlighet.ts';

const FASIT: Record<string, string> = {
  'person-basis': 'xxxxxxxxx',
  historikk: 'xxxxxxxxx',
  'identitetsgrunnlag-utvidet': 'xx---x--x',
  'relasjon-utvidet': 'xxxxxxxxx',
  identifikasjonsnummer: 'xxxx-xx-x',
  identitetsgrunnlag: 'xxxxxxxxx',
  status: 'xxxxxxxxx',
  doedsfall: 'xxxxxxxxx',
  sivilstand: 'xxxxxxxxx',
  foedsel: 'xxxxxxxxx',
  statsborgerskap: 'xxxxxxxxx',
  kjoenn: 'xxxxxxxxx',
  navn: 'xxxxxxxxx',
  bostedsadresse: 'xxxxxxxxx',
  oppholdsadresse: 'xxxxxxxxx',
  deltBosted: 'xxxxxxxxx',
  postadresse: 'xxxxxxxxx',
  postadresseIUtlandet: 'xxxxxxxxx',
  adressebeskyttelse: 'x--------',
  kontaktinformasjonForDoedsbo: 'xxxxxxxxx',
  falskIdentitet: 'xx---x--x',
  legitimasjonsdokument: 'x-------x',
  utenlandskPersonidentifikasjon: 'x-------x',
  familierelasjon: 'x----x---',
  foreldreansvar: 'x----x---',
  vergemaalEllerFremtidsfullmakt: 'xxxxxxxxx',
  utlendingsmyndighetenesIdentifikasjonsnummer: 'x--------',
  innflytting: 'xxxxxxxxx',
  utflytting: 'xxxxxxxxx',
  foedselINorge: 'x--------',
  opphold: 'x--------',
  rettsligHandleevne: 'xxxxxxxxx',
  fratattRettsligHandleevne: 'x--------',
  bibehold: 'x--------',
  brukAvSamiskSpraak: 'x--------',
  preferertKontaktadresse: 'x--------',
  forholdTilSametingetsValgmanntall: '---------',
  oppholdPaaSvalbard: '---------',
  finnesIkke: '---------',
};

const read = (pakke: PakkeId, ...part: string[]) =>
  parseDeler(part, getSynlighet(pakke, STANDARDINNSTILLINGER));

test('a part is valid exactly in the packages that have something of it', () => {
  let celler = 0;
  for (const [part, rad] of Object.entries(FASIT)) {
    for (const [i, pakke] of listPakker().entries()) {
      expect(read(pakke, part) !== undefined, `${part} i ${pakke}`).toBe(rad[i] === 'x');
      celler += 1;
    }
  }
  expect(celler).toBe(39 * 9);
  expect(EGENSKAPER.filter((egenskap) => !(egenskap in FASIT))).toEqual([]);
});

test('falskIdentitet follows the dataminimering table when the setting says so', () => {
  const tabell = { ...STANDARDINNSTILLINGER, delFalskIdentitet: false };
  const gyldig = listPakker().filter((pakke) => parseDeler(['falskIdentitet'], getSynlighet(pakke, tabell)));
  expect(gyldig).toEqual(['offentlig-med-hjemmel', 'eid']);
});

test('the case of a part does not matter', () => {
  expect([...(read('privat', 'RettsligHandleevne')?.egenskaper ?? [])]).toEqual(['rettsligHandleevne']);
  expect(read('finans', 'PERSON-BASIS')?.egenskaper.has('navn')).toBe(true);
});

test('one invalid part among valid ones makes the call invalid', () => {
  expect(read('finans', 'navn', 'opphold')).toBeUndefined();
  expect(read('finans', 'navn', '')).toBeUndefined();
});

test('no part means person-basis', () => {
  expect([...(read('offentlig-med-hjemmel')?.egenskaper ?? [])].sort()).toEqual([
    'adressebeskyttelse',
    'bostedsadresse',
    'deltBosted',
    'doedsfall',
    'foedsel',
    'identifikasjonsnummer',
    'identitetsgrunnlag',
    'kjoenn',
    'kontaktinformasjonForDoedsbo',
    'navn',
    'oppholdsadresse',
    'postadresse',
    'postadresseIUtlandet',
    'sivilstand',
    'statsborgerskap',
    'status',
  ]);
});

test('historikk adds history to what is asked for beside it and no egenskap of its own', () => {
  const deler = read('offentlig-med-hjemmel', 'historikk', 'identitetsgrunnlag');
  expect(deler?.historikk).toBe(true);
  expect([...(deler?.egenskaper ?? [])].sort()).toEqual(['identifikasjonsnummer', 'identitetsgrunnlag']);
  expect(read('offentlig-med-hjemmel', 'navn')?.historikk).toBe(false);
  expect(read('finans', 'historikk')?.egenskaper.has('bostedsadresse')).toBe(true);
});

test('identifikasjonsnummer comes always, on request or never', () => {
  const harNummer = (part: string[]) =>
    listPakker()
      .map((pakke) => (read(pakke, ...part)?.egenskaper.has('identifikasjonsnummer') ? 'x' : '-'))
      .join('');
  expect(harNummer(['navn'])).toBe('xxx--x--x');
  expect(harNummer(['person-basis'])).toBe('xxx--x--x');
  expect(harNummer(['person-basis', 'Identifikasjonsnummer'])).toBe('xxxx-xx-x');
});
