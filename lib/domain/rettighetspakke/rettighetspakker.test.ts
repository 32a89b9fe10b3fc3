/**
 * Every cell of service x package and egenskap x package against tables that are written here from the contract, not
 * derived from the data file. `x` = has it, `.` = has not. Columns are in the order of `KOLONNER`.
 */
import { expect, test } from 'vitest';
import { EGENSKAPER } from './egenskaper.ts';
import { PAKKER, TJENESTER } from './rettighetspakke.ts';
import {
  egenskaperFor,
  hasTjeneste,
  historikkFor,
  isPakke,
  pathFor,
  RETTIGHETSPAKKER,
} from './rettighetspakker.ts';

const KOLONNER = ['OMH', 'OUH', 'PUH', 'PRI', 'PRIu', 'FIN', 'PRE', 'PREu', 'EID'];

const TJENESTE_X_PAKKE = `
                   OMH OUH PUH PRI PRIu FIN PRE PREu EID
  oppslag           x   x   x   .   .    x   .   .    x
  bulkoppslag       x   x   x   .   .    x   .   .    x
  soek              x   x   x   .   .    x   .   .    x
  entydigsoek       x   x   x   x   x    x   x   x    x
  uttrekkTilpasset  x   x   x   .   .    x   .   .    x
  uttrekkKomplett   x   .   .   .   .    .   .   .    .
  arkiv             x   .   .   .   .    .   .   .    .
  hendelsesliste    x   x   x   x   x    x   x   x    x
  hendelsesdokument x   .   .   .   .    .   .   .    .
`;

/** `h` = has it, with earlier entries where there are any. */
const EGENSKAP_X_PAKKE = `
                                               OMH OUH PUH PRI PRIu FIN PRE PREu EID
  identifikasjonsnummer                         h   h   h   h   .    h   h   .    h
  identitetsgrunnlag                            h   x   x   x   x    x   x   x    x
  status                                        h   x   x   x   x    x   x   x    x
  navn                                          h   h   h   h   h    h   h   h    h
  kjoenn                                        h   x   x   x   x    x   x   x    x
  foedsel                                       h   x   x   x   x    x   x   x    x
  foedselINorge                                 h   .   .   .   .    .   .   .    .
  doedsfall                                     h   x   x   x   x    x   x   x    x
  sivilstand                                    h   x   x   x   x    h   x   x    x
  statsborgerskap                               h   x   x   x   x    x   x   x    x
  bibehold                                      h   .   .   .   .    .   .   .    .
  opphold                                       h   .   .   .   .    .   .   .    .
  innflytting                                   h   h   h   h   h    h   h   h    h
  utflytting                                    h   h   h   h   h    h   h   h    h
  familierelasjon                               h   .   .   .   .    x   .   .    .
  foreldreansvar                                h   .   .   .   .    x   .   .    .
  vergemaalEllerFremtidsfullmakt                h   x   x   x   x    x   x   x    x
  rettsligHandleevne                            h   x   x   x   x    x   x   x    x
  fratattRettsligHandleevne                     h   .   .   .   .    .   .   .    .
  adressebeskyttelse                            h   .   .   .   .    .   .   .    .
  bostedsadresse                                h   h   h   h   h    h   h   h    h
  oppholdsadresse                               h   h   h   h   h    h   h   h    h
  deltBosted                                    h   h   h   h   h    h   h   h    h
  postadresse                                   h   h   h   h   h    h   h   h    h
  postadresseIUtlandet                          h   h   h   h   h    h   h   h    h
  preferertKontaktadresse                       h   .   .   .   .    .   .   .    .
  kontaktinformasjonForDoedsbo                  h   x   x   x   x    x   x   x    x
  utenlandskPersonidentifikasjon                h   .   .   .   .    .   .   .    x
  utlendingsmyndighetenesIdentifikasjonsnummer  h   .   .   .   .    .   .   .    .
  legitimasjonsdokument                         h   .   .   .   .    .   .   .    x
  falskIdentitet                                h   x   .   .   .    x   .   .    x
  brukAvSamiskSpraak                            h   .   .   .   .    .   .   .    .
  forholdTilSametingetsValgmanntall             .   .   .   .   .    .   .   .    .
  oppholdPaaSvalbard                            .   .   .   .   .    .   .   .    .
`;

/** The cells of a table as [row, short package name, cell]. The heading must name the columns in `KOLONNER`'s order. */
function readTabell(tabell: string): [string, string, string][] {
  const [hode, ...rader] = tabell
    .trim()
    .split('\n')
    .map((rad) => rad.trim().split(/\s+/));
  expect(hode).toEqual(KOLONNER);
  return rader.flatMap(([navn = '', ...celler]) => {
    expect(celler, navn).toHaveLength(KOLONNER.length);
    return celler.map((celle, i): [string, string, string] => [navn, KOLONNER[i] ?? '', celle]);
  });
}

function pakkeMed(kort: string): string {
  return PAKKER.find((pakke) => RETTIGHETSPAKKER[pakke].kort === kort) ?? '';
}

const TJENESTECELLER = readTabell(TJENESTE_X_PAKKE);
const EGENSKAPSCELLER = readTabell(EGENSKAP_X_PAKKE);

test('the tables hold every cell of every package, service and egenskap', () => {
  expect(KOLONNER.map(pakkeMed)).toEqual([...PAKKER]);
  expect(TJENESTECELLER).toHaveLength(81);
  expect(new Set(TJENESTECELLER.map(([tjeneste]) => tjeneste))).toEqual(new Set(TJENESTER));
  expect(EGENSKAPSCELLER).toHaveLength(306);
  expect(new Set(EGENSKAPSCELLER.map(([egenskap]) => egenskap))).toEqual(new Set(EGENSKAPER));
});

test.each(TJENESTECELLER)('Z-02: %s in %s is %s', (tjeneste, kort, celle) => {
  expect(hasTjeneste(pakkeMed(kort), tjeneste)).toBe(celle === 'x');
});

test.each(EGENSKAPSCELLER)('Z-02: %s in %s is %s', (egenskap, kort, celle) => {
  expect(egenskaperFor(pakkeMed(kort)).has(egenskap)).toBe(celle !== '.');
  expect(historikkFor(pakkeMed(kort)).has(egenskap)).toBe(celle === 'h');
});

test.each(['', 'ukjent', 'brsv', 'Finans', '__proto__', 'constructor'])(
  'Z-03: an unknown package (%j) has no service and no egenskap',
  (pakke) => {
    expect(isPakke(pakke)).toBe(false);
    for (const tjeneste of TJENESTER) expect(hasTjeneste(pakke, tjeneste)).toBe(false);
    expect(egenskaperFor(pakke).size).toBe(0);
    expect(historikkFor(pakke).size).toBe(0);
  },
);

test.each(['', 'personer', 'Oppslag', 'length', 'toString'])(
  'Z-03: no package has the unknown service %j',
  (tjeneste) => {
    for (const pakke of PAKKER) expect(hasTjeneste(pakke, tjeneste)).toBe(false);
  },
);

test('only offentlig-med-hjemmel has the package before api in its path, and every path is its own', () => {
  expect(PAKKER.map(pathFor)).toEqual([
    'folkeregisteret/offentlig-med-hjemmel/api/v1',
    'folkeregisteret/api/offentligutenhjemmel/v1',
    'folkeregisteret/api/privatutenhjemmel/v1',
    'folkeregisteret/api/privat/v1',
    'folkeregisteret/api/privatutenfolkeregisteridentifikator/v1',
    'folkeregisteret/api/finans/v1',
    'folkeregisteret/api/presse/v1',
    'folkeregisteret/api/presseutenfolkeregisteridentifikator/v1',
    'folkeregisteret/api/eid/v1',
  ]);
});

test('a scope is its package, and three packages have one for a segmentansvarlig too', () => {
  expect(PAKKER.map((pakke) => RETTIGHETSPAKKER[pakke].scope.map((scope) => scope.split('/')[1]))).toEqual([
    ['offentligmedhjemmel', 'offentligmedhjemmel.segmentansvarlig'],
    ['offentligutenhjemmel', 'offentligutenhjemmel.segmentansvarlig'],
    ['privatutenhjemmel'],
    ['privat'],
    ['privatutenfolkeregisteridentifikator'],
    ['finans', 'finans.segmentansvarlig'],
    ['presse'],
    ['presseutenfolkeregisteridentifikator'],
    ['utstedereid'],
  ]);
  expect(
    PAKKER.flatMap((pakke) => RETTIGHETSPAKKER[pakke].scope).every((s) =>
      s.startsWith('folkeregister:deling/'),
    ),
  ).toBe(true);
});

const FELT_X_PAKKE = `
                       OMH OUH PUH PRI PRIu FIN PRE PREu EID
  alleStatuser          x   .   .   .   .    .   .   .    .
  fortroligeAdresser    x   .   .   .   .    .   .   .    .
  relatertVedSivilstand x   .   .   .   .    x   .   .    .
  doedsboNummer         x   x   x   .   .    x   .   .    x
  vergeNummer           x   x   x   x   .    x   x   .    x
  datoerIHistorikk      x   .   .   .   .    .   .   .    .
`;

test('the field rules are those of the contract, cell by cell', () => {
  const celler = readTabell(FELT_X_PAKKE);
  const faktisk = celler.map(([regel, kort]): [string, string, string] => {
    const felt = Object.values(RETTIGHETSPAKKER).find((data) => data.kort === kort)?.felt;
    const has: Record<string, boolean | undefined> = {
      alleStatuser: felt?.statuserSomAktiv.length === 0,
      fortroligeAdresser: felt?.fortroligeAdresser,
      relatertVedSivilstand: !felt?.uten.includes('sivilstand.relatertVedSivilstand'),
      doedsboNummer: !felt?.uten.includes('kontaktinformasjonForDoedsbo.person.foedselsEllerDNummer'),
      vergeNummer: !felt?.uten.includes('vergemaalEllerFremtidsfullmakt.verge.foedselsEllerDNummer'),
      datoerIHistorikk: !felt?.utenIHistorikk.includes('bostedsadresse.flyttedato'),
    };
    return [regel, kort, has[regel] ? 'x' : '.'];
  });
  expect(faktisk).toEqual(celler);
  expect(celler).toHaveLength(54);
});

test('the four statuses that are taushetsbelagt arrive as aktiv everywhere but in offentlig-med-hjemmel', () => {
  for (const pakke of PAKKER.filter((annen) => annen !== 'offentlig-med-hjemmel')) {
    expect([...RETTIGHETSPAKKER[pakke].felt.statuserSomAktiv].sort()).toEqual([
      'foedselsregistrert',
      'forsvunnet',
      'ikkeBosatt',
      'midlertidig',
    ]);
  }
});
