/** What parts yield and which parts are sent, for every part in every package. */
import { expect, test } from 'vitest';
import { expandDeler, limitDeler } from './deler.ts';
import { DELER, EGENSKAPER } from './egenskaper.ts';
import { PAKKER } from './rettighetspakke.ts';
import { egenskaperFor } from './rettighetspakker.ts';

/**
 * What each alias lets through, written from freg-contract.md section 3.3. `id` = identifikasjonsnummer, which comes
 * beside every part in five packages.
 */
const SAMLEDEL_X_PAKKE = `
  offentlig-med-hjemmel                  | id | falskIdentitet legitimasjonsdokument utenlandskPersonidentifikasjon | familierelasjon foreldreansvar vergemaalEllerFremtidsfullmakt
  offentlig-uten-hjemmel                 | id | falskIdentitet | vergemaalEllerFremtidsfullmakt
  privat-uten-hjemmel                    | id | | vergemaalEllerFremtidsfullmakt
  privat                                 | | | vergemaalEllerFremtidsfullmakt
  privat-uten-folkeregisteridentifikator | | | vergemaalEllerFremtidsfullmakt
  finans                                 | id | falskIdentitet | familierelasjon foreldreansvar vergemaalEllerFremtidsfullmakt
  presse                                 | | | vergemaalEllerFremtidsfullmakt
  presse-uten-folkeregisteridentifikator | | | vergemaalEllerFremtidsfullmakt
  eid                                    | id | falskIdentitet legitimasjonsdokument utenlandskPersonidentifikasjon | vergemaalEllerFremtidsfullmakt
`;

const FELLES_BASIS = [
  ...[
    'identitetsgrunnlag',
    'status',
    'doedsfall',
    'sivilstand',
    'foedsel',
    'statsborgerskap',
    'kjoenn',
    'navn',
  ],
  ...['bostedsadresse', 'oppholdsadresse', 'deltBosted', 'postadresse', 'postadresseIUtlandet'],
  'kontaktinformasjonForDoedsbo',
];
const BASIS_UTOVER_FELLES: Record<string, string[]> = {
  'offentlig-med-hjemmel': ['adressebeskyttelse'],
  eid: ['utenlandskPersonidentifikasjon', 'legitimasjonsdokument'],
};

const RADER = SAMLEDEL_X_PAKKE.trim()
  .split('\n')
  .map((rad) => {
    const [pakke = '', id = '', identitet = '', relasjon = ''] = rad.split('|').map((celle) => celle.trim());
    const words = (celle: string) => celle.split(' ').filter((ord) => ord !== '');
    return {
      pakke,
      id: id === 'id' ? ['identifikasjonsnummer'] : [],
      identitet: words(identitet),
      relasjon: words(relasjon),
    };
  });

test('the table has every package once', () => {
  expect(RADER.map(({ pakke }) => pakke)).toEqual([...PAKKER]);
});

test.each(RADER)(
  'the aliases yield in $pakke what the contract says',
  ({ pakke, id, identitet, relasjon }) => {
    const basis = new Set([...id, ...FELLES_BASIS, ...(BASIS_UTOVER_FELLES[pakke] ?? [])]);
    expect(expandDeler(pakke, ['person-basis'])).toEqual(basis);
    expect(expandDeler(pakke, [])).toEqual(basis);
    expect(expandDeler(pakke, ['historikk'])).toEqual(new Set(id));
    expect(expandDeler(pakke, ['identitetsgrunnlag-utvidet'])).toEqual(new Set([...id, ...identitet]));
    expect(expandDeler(pakke, ['relasjon-utvidet'])).toEqual(new Set([...id, ...relasjon]));
  },
);

test('Z-02: a part named by itself yields that egenskap exactly where the package has it, in all 306 cells', () => {
  let celler = 0;
  for (const { pakke, id } of RADER) {
    for (const egenskap of EGENSKAPER) {
      const has = egenskaperFor(pakke).has(egenskap);
      expect(expandDeler(pakke, [egenskap]), `${egenskap} i ${pakke}`).toEqual(
        new Set([...id, ...(has ? [egenskap] : [])]),
      );
      expect(limitDeler(pakke, [egenskap]), `${egenskap} i ${pakke}`).toEqual(
        has ? { deler: [egenskap], ikkeIPakken: [] } : { deler: [], ikkeIPakken: [egenskap] },
      );
      celler += 1;
    }
  }
  expect(celler).toBe(306);
});

test('the number comes unasked in five packages, by its own name only in privat and presse, and never in the u-packages', () => {
  const has = (deler: string[]) =>
    PAKKER.filter((pakke) => expandDeler(pakke, deler).has('identifikasjonsnummer'));
  const alltid = ['offentlig-med-hjemmel', 'offentlig-uten-hjemmel', 'privat-uten-hjemmel', 'finans', 'eid'];
  expect(has(['navn'])).toEqual(alltid);
  expect(has(['person-basis'])).toEqual(alltid);
  expect(new Set(has(['identifikasjonsnummer']))).toEqual(new Set([...alltid, 'privat', 'presse']));
});

test('what is sent yields the same as what was asked for, and never more than the package has', () => {
  for (const pakke of PAKKER) {
    for (const del of DELER) {
      const { deler } = limitDeler(pakke, [del, 'navn']);
      expect(expandDeler(pakke, deler), `${del} i ${pakke}`).toEqual(expandDeler(pakke, [del, 'navn']));
      for (const egenskap of expandDeler(pakke, deler)) expect(egenskaperFor(pakke).has(egenskap)).toBe(true);
    }
  }
});

test('an alias that the package lacks is sent as the names it has, and the rest is told', () => {
  expect(limitDeler('finans', ['identitetsgrunnlag-utvidet'])).toEqual({
    deler: ['falskIdentitet'],
    ikkeIPakken: ['legitimasjonsdokument', 'utenlandskPersonidentifikasjon'],
  });
  expect(limitDeler('presse', ['identitetsgrunnlag-utvidet']).deler).toEqual([]);
});

test('an alias that the package has in part is sent, and the rest is told', () => {
  expect(limitDeler('eid', ['relasjon-utvidet', 'historikk'])).toEqual({
    deler: ['relasjon-utvidet', 'historikk'],
    ikkeIPakken: ['familierelasjon', 'foreldreansvar'],
  });
  expect(limitDeler('offentlig-med-hjemmel', ['person-basis'])).toEqual({
    deler: ['person-basis'],
    ikkeIPakken: [],
  });
});

test('parts are sent once, in the model spelling, in the order asked', () => {
  expect(
    limitDeler('offentlig-med-hjemmel', ['RettsligHandleevne', 'navn', 'rettsligHandleevne', 'NAVN']),
  ).toEqual({
    deler: ['rettsligHandleevne', 'navn'],
    ikkeIPakken: [],
  });
});

test('Z-03: an unknown part or package yields nothing and is sent nowhere', () => {
  for (const ukjent of ['alt', '', '*', '__proto__', 'navn-historikk']) {
    for (const pakke of PAKKER) {
      expect(limitDeler(pakke, [ukjent])).toEqual({ deler: [], ikkeIPakken: [ukjent] });
      expect(expandDeler(pakke, [ukjent, 'navn'])).toEqual(expandDeler(pakke, ['navn']));
    }
  }
  expect(limitDeler('ukjent', ['navn', 'navn'])).toEqual({ deler: [], ikkeIPakken: ['navn'] });
  expect(expandDeler('ukjent', ['navn']).size).toBe(0);
});
