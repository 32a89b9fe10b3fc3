/** What a hendelse changed is told by the same rule as the hendelse: every entitet, for each protection and right. */
import { expect, test } from 'vitest';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { listEgenskapsendringer } from './list-egenskapsendringer.ts';

/** Every entitet of the register's schema (freg-contract.md section 5.2). */
const ENTITETER =
  `falskIdentitet identifikasjonsnummer identitetsgrunnlag utlendingsmyndighetenesIdentifikasjonsnummer
  legitimasjonsdokument utenlandskPersonidentifikasjon kontaktinformasjonForDoedsbo status deltBosted kjoenn foedsel
  foedselINorge sivilstand familierelasjon doedsfall navn adressebeskyttelse bostedsadresse oppholdsadresse innflytting
  utflytting brukAvSamiskSpraak forholdTilSametingetsValgmanntall kontaktadresse kontaktadresseIUtlandet foreldreansvar
  statsborgerskap bibehold opphold vergemaalEllerFremtidsfullmakt rettsligHandleevne fratattRettsligHandleevne`.split(
    /\s+/,
  );
/** What of them a place can be read from, or that there is one to hide. */
const OM_STED = [
  'status',
  'adressebeskyttelse',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'innflytting',
  'utflytting',
  'opphold',
  'postadresse',
  'postadresseIUtlandet',
  'kontaktinformasjonForDoedsbo',
  'forholdTilSametingetsValgmanntall',
];

const ALLE = new Set<string>(EGENSKAPER);
const endret = (entitet: string, entitetsendring = 'korrigere') => ({ entitet, entitetsendring });
type Bruker = Parameters<typeof listEgenskapsendringer>[1];
const HVEM_SOM_HELST: Bruker = {
  vern: { gradering: 'ugradert', harVern: false },
  rett: 'ingen',
  egenskaper: ALLE,
};
const list = (bruker: Partial<Bruker>, entiteter = ENTITETER): string[] =>
  listEgenskapsendringer(
    entiteter.map((entitet) => endret(entitet)),
    { ...HVEM_SOM_HELST, ...bruker },
  ).map(({ egenskap }) => egenskap);

test('each entitet is of an egenskap of the person, whom everybody may see but for the protection', () => {
  const vist = list({});
  expect(vist).toHaveLength(ENTITETER.length - 1);
  expect(vist.filter((egenskap) => !ALLE.has(egenskap))).toEqual([]);
  expect(vist).not.toContain('adressebeskyttelse');
  expect(list({ rett: 'fortrolig' })).toHaveLength(ENTITETER.length);
});

test('Z-05: of somebody protected nothing is told of a place, nor of what the portal does not know', () => {
  const vern: Bruker['vern'] = { gradering: 'fortrolig', harVern: true };
  const vist = list({ vern }, [...ENTITETER, 'noeNytt']);
  expect(vist.filter((egenskap) => OM_STED.includes(egenskap))).toEqual([]);
  expect(vist).toHaveLength(ENTITETER.length - OM_STED.length);
  expect(list({ vern, rett: 'fortrolig' })).toHaveLength(ENTITETER.length);
  const streng: Bruker['vern'] = { gradering: 'strengtFortrolig', harVern: true };
  expect(list({ vern: streng, rett: 'fortrolig' }).filter((egenskap) => OM_STED.includes(egenskap))).toEqual([
    'adressebeskyttelse',
  ]);
});

test('what the purpose does not ask for is not told of; what the portal does not know is, as it was delivered', () => {
  const egenskaper = new Set(['navn', 'postadresse']);
  expect(list({ egenskaper })).toEqual(['navn', 'postadresse']);
  expect(list({ egenskaper }, ['noeNytt', 'toString'])).toEqual(['noeNytt', 'toString']);
});

test('the same done twice to one egenskap is told once, in the order of the register', () => {
  const endringer = [
    endret('bostedsadresse', 'annullere'),
    endret('navn'),
    endret('bostedsadresse', 'registrereNy'),
    endret('navn'),
  ];
  expect(listEgenskapsendringer(endringer, HVEM_SOM_HELST)).toEqual([
    { egenskap: 'bostedsadresse', entitetsendring: 'annullere' },
    { egenskap: 'navn', entitetsendring: 'korrigere' },
    { egenskap: 'bostedsadresse', entitetsendring: 'registrereNy' },
  ]);
});
