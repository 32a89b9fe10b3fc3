/** The purpose catalogue: what loads, what does not, and the golden list of parts of the one that is shipped (Z-11). */
import { expect, test } from 'vitest';
import shipped from '#config/formaal.json' with { type: 'json' };
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { Formaalskatalog, findFormaal, toFormaalView } from './formaal.ts';

const GYLDIG = {
  id: 'kontroll',
  navn: 'Kontroll',
  hjemmel: 'Folkeregisterloven § 10-2',
  pakker: ['finans'],
  deler: ['navn'],
  kreverSaksreferanse: true,
};
const loads = (...formaal: object[]) => Formaalskatalog.safeParse(formaal).success;

test('the shipped catalogue loads, and every package has a purpose', () => {
  const katalog = Formaalskatalog.parse(shipped);
  for (const pakke of PAKKER) {
    expect(katalog.filter((formaal) => formaal.pakker.includes(pakke)).length, pakke).toBeGreaterThan(0);
  }
});

/** What each purpose makes the register deliver in its first package. A change here is a change of what is disclosed. */
const GOLDEN = {
  saksbehandling:
    'identifikasjonsnummer identitetsgrunnlag status navn kjoenn foedsel foedselINorge doedsfall sivilstand ' +
    'statsborgerskap bibehold opphold innflytting utflytting familierelasjon foreldreansvar ' +
    'vergemaalEllerFremtidsfullmakt rettsligHandleevne adressebeskyttelse bostedsadresse oppholdsadresse deltBosted ' +
    'postadresse postadresseIUtlandet kontaktinformasjonForDoedsbo utenlandskPersonidentifikasjon ' +
    'utlendingsmyndighetenesIdentifikasjonsnummer legitimasjonsdokument falskIdentitet, historikk',
  bosted:
    'identifikasjonsnummer status navn foedsel innflytting utflytting adressebeskyttelse bostedsadresse ' +
    'oppholdsadresse deltBosted, historikk',
  foreldreansvar:
    'identifikasjonsnummer status navn foedsel sivilstand familierelasjon foreldreansvar adressebeskyttelse ' +
    'bostedsadresse deltBosted',
  kundekontroll:
    'identifikasjonsnummer identitetsgrunnlag status navn foedsel doedsfall statsborgerskap ' +
    'vergemaalEllerFremtidsfullmakt rettsligHandleevne bostedsadresse postadresse falskIdentitet',
  grunnopplysninger:
    'identifikasjonsnummer identitetsgrunnlag status navn kjoenn foedsel doedsfall sivilstand statsborgerskap ' +
    'bostedsadresse oppholdsadresse deltBosted postadresse postadresseIUtlandet kontaktinformasjonForDoedsbo, historikk',
  identifisering: 'identifikasjonsnummer status navn adressebeskyttelse bostedsadresse',
  statistikk:
    'identifikasjonsnummer status kjoenn foedsel doedsfall sivilstand statsborgerskap innflytting utflytting ' +
    'adressebeskyttelse bostedsadresse oppholdsadresse, historikk',
  innkalling:
    'identifikasjonsnummer status navn kjoenn foedsel familierelasjon foreldreansvar adressebeskyttelse ' +
    'bostedsadresse oppholdsadresse deltBosted postadresse',
  registeroppdatering:
    'identifikasjonsnummer identitetsgrunnlag status navn kjoenn foedsel doedsfall sivilstand statsborgerskap ' +
    'innflytting utflytting familierelasjon foreldreansvar vergemaalEllerFremtidsfullmakt adressebeskyttelse ' +
    'bostedsadresse oppholdsadresse deltBosted postadresse postadresseIUtlandet kontaktinformasjonForDoedsbo, historikk',
};

test('Z-11: each purpose yields exactly its golden list', () => {
  const faktisk = Formaalskatalog.parse(shipped).map(({ id, pakker, deler }) => {
    const egenskaper = [...expandDeler(pakker[0] ?? '', deler)].join(' ');
    return [id, deler.includes('historikk') ? `${egenskaper}, historikk` : egenskaper];
  });
  expect(Object.fromEntries(faktisk)).toEqual(GOLDEN);
});

test('Z-11: no purpose asks for everything that its package has', () => {
  for (const { id, pakker, deler } of Formaalskatalog.parse(shipped)) {
    for (const pakke of pakker) {
      expect(expandDeler(pakke, deler).size, `${id} i ${pakke}`).toBeLessThan(egenskaperFor(pakke).size);
    }
  }
});

test('the narrow purpose asks for name, status and address, and the grading that masking depends on', () => {
  expect(findFormaal(Formaalskatalog.parse(shipped), 'identifisering')?.deler).toEqual([
    'navn',
    'status',
    'adressebeskyttelse',
    'bostedsadresse',
  ]);
});

test('a purpose without hjemmel, or with an empty one, does not load', () => {
  const { hjemmel: _, ...uten } = GYLDIG;
  expect(loads(GYLDIG)).toBe(true);
  expect(loads(uten)).toBe(false);
  expect(loads({ ...GYLDIG, hjemmel: '  ' })).toBe(false);
});

test.each([
  ['no purpose at all', []],
  ['two of the same id', [GYLDIG, GYLDIG]],
  ['an unknown package', [{ ...GYLDIG, pakker: ['brsv'] }]],
  ['no package', [{ ...GYLDIG, pakker: [] }]],
  ['an unknown part', [{ ...GYLDIG, deler: ['alt'] }]],
  ['no part', [{ ...GYLDIG, deler: [] }]],
  ['historikk alone', [{ ...GYLDIG, deler: ['historikk'] }]],
  ['parts that its package has nothing of', [{ ...GYLDIG, deler: ['opphold', 'brukAvSamiskSpraak'] }]],
  [
    'parts that one of its packages has nothing of',
    [{ ...GYLDIG, pakker: ['finans', 'presse'], deler: ['familierelasjon'] }],
  ],
  ['a part that no package has', [{ ...GYLDIG, deler: ['oppholdPaaSvalbard'] }]],
  ['an id that is no slug', [{ ...GYLDIG, id: 'Kontroll 1' }]],
  ['an unknown key', [{ ...GYLDIG, kreverSak: true }]],
  ['no word on saksreferanse', [{ ...GYLDIG, kreverSaksreferanse: undefined }]],
])('a catalogue with %s does not load', (_, katalog) => {
  expect(loads(...katalog)).toBe(false);
});

test('Z-03: a purpose that does not ask for the grading loads only for packages that never get it', () => {
  const omh = { ...GYLDIG, pakker: ['offentlig-med-hjemmel'] };
  expect(loads(omh)).toBe(false);
  expect(loads({ ...omh, deler: ['navn', 'adressebeskyttelse'] })).toBe(true);
  expect(loads({ ...omh, deler: ['person-basis'] })).toBe(true);
});

test('a purpose is found by its id, and an unknown id finds nothing', () => {
  const katalog = Formaalskatalog.parse([GYLDIG]);
  expect(findFormaal(katalog, 'kontroll')?.navn).toBe('Kontroll');
  for (const id of ['', 'Kontroll', '__proto__', '0']) expect(findFormaal(katalog, id)).toBeUndefined();
});

test('the browser gets the purpose without its parts', () => {
  const [formaal] = Formaalskatalog.parse([GYLDIG]);
  expect(formaal && toFormaalView(formaal)).toEqual({
    id: 'kontroll',
    navn: 'Kontroll',
    hjemmel: 'Folkeregisterloven § 10-2',
    pakker: ['finans'],
    kreverSaksreferanse: true,
    til: ['oppslag'],
  });
});

test('a purpose is one of oppslag until the catalogue says more, and of nothing does not load', () => {
  expect(loads({ ...GYLDIG, til: ['uttrekk'] })).toBe(true);
  expect(loads({ ...GYLDIG, til: [] })).toBe(false);
  expect(loads({ ...GYLDIG, til: ['alt'] })).toBe(false);
});

test('every package that can order an uttrekk has a purpose for it', () => {
  const katalog = Formaalskatalog.parse(shipped).filter(({ til }) => til.includes('uttrekk'));
  for (const pakke of PAKKER.filter((navn) => hasTjeneste(navn, 'uttrekkTilpasset'))) {
    expect(
      katalog.some(({ pakker }) => pakker.includes(pakke)),
      pakke,
    ).toBe(true);
  }
});
