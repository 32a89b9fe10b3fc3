/** Nothing that the register delivers is lost between document and view; what is missing was masked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLevendeBefolkning } from '../../../simulator/hendelser/create-levende-befolkning.ts';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER, PersonModel } from './person-model.ts';
import type { Felt, PersonView } from './person-view.ts';
import { maskPerson, STEDER } from './skjerming.ts';
import { type Blad, createDokument, listBlader } from './test-dokument.ts';
import { toPersonView } from './to-person-view.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function view(dokument: unknown, rett: 'ingen' | 'fortrolig'): PersonView {
  return toPersonView(maskPerson(parsePerson(dokument), rett), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });
}

/** The felter of each egenskap. */
function listFelter({ seksjoner }: PersonView): Map<string, Felt[]> {
  return new Map(
    seksjoner.map(({ egenskap, gjeldende, historikk }) => [
      egenskap,
      [...gjeldende, ...historikk].flatMap(({ felter, metadata }) => [...felter, ...metadata]),
    ]),
  );
}

function isSammeVerdi({ verdi }: Felt, blad: Blad): boolean {
  const tekst = String(blad.verdi);
  switch (verdi.slag) {
    case 'tekst':
      return verdi.tekst === tekst || verdi.tekst === tekst.padStart(4, '0');
    case 'dato':
      return verdi.dato === tekst;
    case 'tidspunkt':
      return verdi.tidspunkt === tekst;
    case 'heltall':
      return String(verdi.tall) === tekst;
    case 'boolsk':
      return verdi.verdi === blad.verdi;
    case 'personidentifikator':
      return verdi.nummer === tekst;
    case 'kode':
      return verdi.kode.toLowerCase() === tekst.toLowerCase() || verdi.kode.split('/').includes(tekst);
    case 'navngitt':
      return verdi.kode === tekst;
    case 'adresse':
      return verdi.linjer.some((linje) => linje.includes(tekst));
  }
}

/** The leaves of the document that the view does not hold. erGjeldende is the entry's place, not a field. */
function findTapte(dokument: object, sett: PersonView): Blad[] {
  const felter = listFelter(sett);
  const andre = new Set(sett.andre.map(({ verdi }) => verdi));
  return listBlader(dokument).filter((blad) => {
    if (blad.felt === 'erGjeldende' || andre.has(String(blad.verdi))) return false;
    return !felter
      .get(blad.egenskap)
      ?.some(
        (felt) =>
          (felt.felt === blad.felt || blad.felt.startsWith(`${felt.felt}.`)) && isSammeVerdi(felt, blad),
      );
  });
}

const KAN_SKJERMES: readonly string[] = [...STEDER, 'adressebeskyttelse'];

const FROE = Array.from({ length: 60 }, (_, i) => i + 1);

test('every leaf of 60 random documents is in the view', () => {
  for (const froe of FROE) {
    const dokument = createDokument(froe, { utenGradering: true });
    expect(listBlader(dokument).length, `seed ${froe}`).toBeGreaterThan(100);
    expect(findTapte(dokument, view(dokument, 'fortrolig')), `seed ${froe}`).toEqual([]);
  }
});

test('what the reading walk writes fits the model, element by element', () => {
  for (let froe = 0; froe < 60; froe += 1) {
    const { egenskaper } = parsePerson(createDokument(froe));
    expect(PersonModel.safeParse(egenskaper).error, `seed ${froe}`).toBeUndefined();
    expect(
      PersonModel.safeParse(maskPerson({ egenskaper, ukjent: [], avvik: [] }, 'ingen').person.egenskaper)
        .success,
    ).toBe(true);
  }
  // Odd documents are made to fit too: numbers as text, text as numbers, lists where one is expected.
  const odd = parsePerson({
    navn: { fornavn: 7, etternavn: ['A', 'B'] },
    foedsel: [{ foedselsaar: 1990 }],
    doedsfall: [[]],
  });
  expect(PersonModel.safeParse(odd.egenskaper).error).toBeUndefined();
});

test('the search for lost leaves finds one that is planted', () => {
  const dokument = createDokument(1, { utenGradering: true });
  const plantet = { ...dokument, navn: [...(dokument.navn ?? []), { fornavn: 'Borte' }] };
  expect(findTapte(plantet, view(dokument, 'fortrolig')).map(({ verdi }) => verdi)).toEqual(['Borte']);
});

/** Whether anything of the document is protected, by its words alone. */
const isGradert = (dokument: object): boolean =>
  /"(klientadresse|fortrolig|strengtFortrolig)"/i.test(JSON.stringify(dokument));

test('every leaf of what the register says of 3000 people to whom things have happened is in the view, or masked', async () => {
  const naa = Date.parse('2026-11-21T12:00:00Z');
  const { befolkning } = await createLevendeBefolkning({
    froe: 4,
    antall: 3_000,
    klokke: { naa: () => naa },
    perMinutt: 0,
    vedStart: 3_000,
  });
  let graderte = 0;
  for (let person = 0; person < befolkning.antall; person += 1) {
    const dokument = befolkning.getDokument(person);
    const gradert = isGradert(dokument);
    if (gradert) graderte += 1;
    for (const rett of ['ingen', 'fortrolig'] as const) {
      const tapte = findTapte(dokument, view(dokument, rett));
      const uventet = tapte.filter(({ egenskap }) => !gradert || !KAN_SKJERMES.includes(egenskap));
      expect(uventet, `person ${person}, right ${rett}`).toEqual([]);
    }
  }
  expect(graderte).toBeGreaterThan(5);
}, 120_000);

test('in 60 random documents with gradings, only what masking may withhold is missing', () => {
  for (const froe of FROE) {
    for (const rett of ['ingen', 'fortrolig'] as const) {
      const dokument = createDokument(froe);
      const tapte = findTapte(dokument, view(dokument, rett)).filter(
        ({ egenskap, felt }) =>
          !KAN_SKJERMES.includes(egenskap) && felt !== 'embete' && !felt.startsWith('nyttFelt'),
      );
      expect(tapte, `seed ${froe}, right ${rett}`).toEqual([]);
    }
  }
});

test('the number of entries is the number of elements, upkeep copies included', () => {
  const rad = {
    gyldighetstidspunkt: '2020-01-01T00:00:00Z',
    adressegradering: 'ugradert',
    flyttedato: '2019-05-05',
  };
  const dokument = { bostedsadresse: [{ ...rad, erGjeldende: true }, { ...rad, erGjeldende: false }, rad] };
  const seksjon = view(dokument, 'ingen').seksjoner.find(({ egenskap }) => egenskap === 'bostedsadresse');
  expect([seksjon?.gjeldende.length, seksjon?.historikk.length]).toEqual([1, 2]);
});

const SAMPLES = new URL('../../../../shared/samples/azf-freg/', import.meta.url);

test('every leaf of the sample documents is in the view or masked', ({ skip }) => {
  skip(!existsSync(SAMPLES), 'no folder with sample documents beside the project');
  for (const navn of readdirSync(SAMPLES)) {
    if (navn === 'exampleResponse.json') continue; // a schema written as a document; it holds no values
    const dokument: object = JSON.parse(readFileSync(new URL(navn, SAMPLES), 'utf8'));
    const tapte = findTapte(dokument, view(dokument, 'fortrolig'));
    expect(
      tapte.filter(({ egenskap }) => !STEDER.some((sted) => sted === egenskap)),
      navn,
    ).toEqual([]);
    if (!('adressebeskyttelse' in dokument) && !JSON.stringify(dokument).includes('KLIENTADRESSE')) {
      expect(tapte, navn).toEqual([]);
    }
  }
});
