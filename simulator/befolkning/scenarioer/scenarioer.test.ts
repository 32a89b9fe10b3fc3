/** Each named person is there, at the same number for every seed, with the property its description promises. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Befolkning, Persondokument } from '../befolkning.ts';
import { createBefolkning } from '../create-befolkning.ts';
import { getObjekt, getTekst, listElementer } from '../dokumentlesing.ts';
import { hasGyldigeKontrollsiffer } from '../personnummer.ts';
import { listUkjenteNoekler } from '../proevemodell.ts';
import { NUMMER } from './nummer.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const befolkning = createBefolkning({ froe: 1, antall: 2000, naa: NAA });
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const getDokument = (navn: keyof typeof NUMMER, i: Befolkning = befolkning): Persondokument =>
  i.getDokument(i.findPerson(NUMMER[navn]) ?? -1);
const list = (navn: keyof typeof NUMMER, egenskap: string) => listElementer(getDokument(navn), egenskap);

test('all numbers are synthetic, valid and different, and lead to the same document for every seed and size', () => {
  const annen = createBefolkning({ froe: 99, antall: 500, naa: NAA });
  expect(new Set(Object.values(NUMMER)).size).toBe(Object.keys(NUMMER).length);
  for (const nummer of Object.values(NUMMER)) {
    expect(hasGyldigeKontrollsiffer(nummer)).toBe(true);
    expect(Number(nummer.slice(2, 4))).toBeGreaterThan(80);
    expect(annen.getDokument(annen.findPerson(nummer) ?? -1)).toEqual(
      befolkning.getDokument(befolkning.findPerson(nummer) ?? -1),
    );
  }
});

test('README lists every scenario person with number and description, and no others', () => {
  const rader = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (\d{11}) \| (.+) \|$/gm)].map(
    ([, navn, nummer, beskrivelse]) => ({ navn, nummer, beskrivelse }),
  );
  expect(rader).toEqual(befolkning.scenariopersoner);
  for (const nummer of Object.values(NUMMER)) expect(readme).toContain(nummer);
});

test('relations between scenario persons point back', () => {
  for (const { nummer } of befolkning.scenariopersoner) {
    const dokument = befolkning.getDokument(befolkning.findPerson(nummer) ?? -1);
    for (const relasjon of listElementer(dokument, 'familierelasjon')) {
      const annen = befolkning.getDokument(befolkning.findPerson(getTekst(relasjon, 'relatertPerson')) ?? -1);
      expect(
        listElementer(annen, 'familierelasjon').map((r) => [r.relatertPerson, r.relatertPersonsRolle]),
      ).toContainEqual([nummer, relasjon.minRolleForPerson]);
    }
  }
});

test('only ukjente-verdier has keys that the model does not know', () => {
  for (const { navn, nummer } of befolkning.scenariopersoner) {
    const ukjente = listUkjenteNoekler(
      befolkning.getDokument(befolkning.findPerson(nummer) ?? -1),
      'Folkeregisterperson',
    );
    if (navn === 'ukjente-verdier') expect(ukjente.length).toBeGreaterThanOrEqual(6);
    else expect(ukjente, navn).toEqual([]);
  }
});

test('the ordinary mother has a maiden name, a husband, two children and several old addresses', () => {
  expect(list('ordinaer-mor', 'navn').map((n) => n.etternavn)).toEqual(['KOPP', 'PÆRE']);
  expect(list('ordinaer-mor', 'familierelasjon').map((r) => r.relatertPersonsRolle)).toEqual([
    'barn',
    'barn',
    'ektefelleEllerPartner',
  ]);
  expect(
    list('ordinaer-mor', 'bostedsadresse').filter((b) => b.erGjeldende === false).length,
  ).toBeGreaterThanOrEqual(4);
});

test('flyttet-ofte has twelve addresses or more, of all kinds, some in municipalities that are gone', () => {
  const bosteder = list('flyttet-ofte', 'bostedsadresse');
  expect(bosteder.length).toBeGreaterThanOrEqual(12);
  for (const slag of ['vegadresse', 'matrikkeladresse', 'ukjentBosted'])
    expect(bosteder.some((b) => slag in b)).toBe(true);
  expect(JSON.stringify(bosteder)).toContain('"kommunenummer":"0709"');
});

test('fortrolig has the searchable street in current, historical and post address, all tagged', () => {
  const adresser = ['bostedsadresse', 'postadresse', 'oppholdsadresse'].flatMap((e) => list('fortrolig', e));
  expect(adresser.every((a) => a.adressegradering === 'fortrolig')).toBe(true);
  expect(JSON.stringify(adresser).match(/hemmeliglykkja/gi)).toHaveLength(3);
});

test('strengt-fortrolig has no address but the open post address', () => {
  const dokument = getDokument('strengt-fortrolig');
  expect(dokument.bostedsadresse).toBeUndefined();
  expect(listElementer(dokument, 'postadresse').map((p) => p.adressegradering)).toEqual(['ugradert']);
});

test.each([
  ['navneendring', 'navn', (e: unknown[]) => e.length === 3],
  ['skilt-og-gift-igjen', 'sivilstand', (e: unknown[]) => e.length === 5],
  ['delt-bosted-barn', 'deltBosted', (e: unknown[]) => e.length === 1],
  ['under-vergemaal', 'vergemaalEllerFremtidsfullmakt', (e: unknown[]) => e.length === 2],
  ['under-vergemaal', 'rettsligHandleevne', (e: unknown[]) => e.length === 1],
  ['utflyttet', 'utflytting', (e: unknown[]) => e.length === 1],
  ['doed-med-doedsbo', 'kontaktinformasjonForDoedsbo', (e: unknown[]) => e.length === 1],
  ['doed-med-doedsbo', 'doedsfall', (e: unknown[]) => e.length === 1],
  ['annullert-doedsfall', 'doedsfall', (e: unknown[]) => e.length === 0],
  ['falsk-identitet', 'falskIdentitet', (e: unknown[]) => e.length === 1],
  ['utenlandsk-adresse', 'postadresseIUtlandet', (e: unknown[]) => e.length === 2],
  ['samisk-navn', 'brukAvSamiskSpraak', (e: unknown[]) => e.length === 1],
  ['uten-navn', 'navn', (e: unknown[]) => e.length === 0],
] as const)('%s: %s holds what is promised', (navn, egenskap, holder) => {
  expect(holder(list(navn, egenskap))).toBe(true);
});

test.each([
  ['fremtidsfullmakt', 'vergemaalEllerFremtidsfullmakt', 'vergemaaltype', 'stadfestetFremtidsfullmakt'],
  ['klientadresse', 'bostedsadresse', 'adressegradering', 'klientadresse'],
  ['inaktivt-dnummer', 'status', 'status', 'inaktiv'],
  ['uten-navn', 'status', 'status', 'opphoert'],
  ['foedselsdato-avviker', 'foedsel', 'foedselsdato', '1998-12-24'],
  ['nyfoedt-midlertidig-navn', 'navn', 'fornavn', 'FRODIG*PIKE'],
  ['ukjente-verdier', 'identitetsgrunnlag', 'identitetsgrunnlagstatus', 'unik'],
] as const)('%s: the current %s has %s %s', (navn, egenskap, felt, verdi) => {
  expect(list(navn, egenskap)[0]?.[felt]).toBe(verdi);
});

test('twins are numbered in the order they were born', () => {
  expect(
    ['tvilling-1', 'tvilling-2'].map(
      (navn) =>
        (navn === 'tvilling-1' ? list('tvilling-1', 'foedselINorge') : list('tvilling-2', 'foedselINorge'))[0]
          ?.rekkefoelgenummer,
    ),
  ).toEqual([21, 22]);
});

test('the old d-number and the number of a dublett lead to the person who continues', () => {
  const foer = befolkning.findPerson(NUMMER['dnummer-til-foedselsnummer-foer']);
  expect(foer).toBe(befolkning.findPerson(NUMMER['dnummer-til-foedselsnummer']));
  expect(befolkning.findPerson(NUMMER['opphoert-dublett'])).toBe(
    befolkning.findPerson(NUMMER['opphoert-dublett-gjeldende']),
  );
  expect(list('opphoert-dublett', 'identifikasjonsnummer').map((i) => [i.status, i.erGjeldende])).toEqual([
    ['iBruk', true],
    ['opphoert', false],
  ]);
});

test('a reform without a move: three municipality numbers, one gyldighetstidspunkt and one flyttedato', () => {
  const rader = list('kommunereform-uten-flytting', 'bostedsadresse');
  expect(rader.map((r) => getTekst(getObjekt(r, 'vegadresse'), 'kommunenummer'))).toEqual([
    '3201',
    '3024',
    '0219',
  ]);
  expect(new Set(rader.map((r) => `${r.gyldighetstidspunkt} ${r.flyttedato}`)).size).toBe(1);
});

test('the long name is near 200 characters, and the hostile one holds what hurts', () => {
  const langt = list('langt-navn', 'navn')[0] ?? {};
  expect(getTekst(langt, 'fornavn')).toHaveLength(200);
  expect(getTekst(langt, 'etternavn').length).toBeGreaterThan(180);
  expect(getTekst(langt, 'forkortetNavn')).toHaveLength(40);
  const fiendtlig = JSON.stringify(list('fiendtlig-navn', 'navn'));
  for (const del of ['<script>', '=HYPERLINK(', '\u202E', '\\"', "'"]) expect(fiendtlig).toContain(del);
});

test('who shares an address shares a home: family, and nobody next door to another household', () => {
  const bosteder = befolkning.scenariopersoner.flatMap(({ nummer, navn }) => {
    const dokument = befolkning.getDokument(befolkning.findPerson(nummer) ?? -1);
    const bosted = listElementer(dokument, 'bostedsadresse').find((et) => et.erGjeldende === true);
    const vei = getObjekt(bosted ?? {}, 'vegadresse');
    const hus = Number(getTekst(getObjekt(vei, 'adressenummer'), 'husnummer'));
    const id = getTekst(bosted ?? {}, 'adresseIdentifikatorFraMatrikkelen');
    return hus === 0 ? [] : [{ navn, gate: getTekst(vei, 'adressenavn'), hus, id }];
  });
  const delte = [...Map.groupBy(bosteder, ({ id }) => id).values()].filter((hjem) => hjem.length > 1);
  expect(delte.map((hjem) => hjem.map(({ navn }) => navn).toSorted())).toEqual([
    ['ordinaer-far', 'ordinaer-mor', 'ordinaert-barn-1', 'ordinaert-barn-2'],
    ['skilt-og-gift-igjen', 'skilt-og-gift-igjen-ny'],
    ['navneendring', 'nyfoedt-midlertidig-navn'],
    ['tvilling-1', 'tvilling-2', 'tvilling-mor'],
    ['delt-bosted-barn', 'delt-bosted-mor'],
  ]);
  for (const en of bosteder)
    for (const annen of bosteder.filter(({ gate, id }) => gate === en.gate && id !== en.id))
      expect(Math.abs(en.hus - annen.hus)).toBeGreaterThan(2);
});

test('bare-foedselsaar has a year of birth and no date, ukjent-bosted only a municipality', () => {
  expect(Object.keys(list('bare-foedselsaar', 'foedsel')[0] ?? {})).not.toContain('foedselsdato');
  expect(list('ukjent-bosted', 'bostedsadresse')[0]?.ukjentBosted).toEqual({ bostedskommune: '5501' });
});
