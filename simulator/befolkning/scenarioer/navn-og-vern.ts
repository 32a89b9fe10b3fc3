/** Guardianship, names that try a screen, values nobody knows yet, and hostile text. */
import { createGammelRad, createRad, createScenario, createScenariodokument, type Scenario } from './bygg.ts';

import { NUMMER } from './nummer.ts';

const SIVILRETT = { kilde: 'Statens Sivilrettsforvaltning', aarsak: 'Vergemål' };
const tjeneste = (virksomhet: string, oppgave: string) => ({
  vergeTjenestevirksomhet: virksomhet,
  vergeTjenesteoppgave: oppgave,
});

function createUnderVergemaal() {
  const verge = {
    foedselsEllerDNummer: NUMMER['ordinaer-far'],
    tjenesteomraade: [
      tjeneste('bank', 'representasjonDagligbank'),
      tjeneste('nav', 'pensjon'),
      tjeneste('kommune', 'helseOgOmsorg'),
      tjeneste('skatteetaten', 'skatt'),
    ],
  };
  const gammelVerge = {
    navn: { fornavn: 'FORHENVÆRENDE', etternavn: 'VERGE' },
    omfang: 'personligeOgOekonomiskeInteresser',
  };
  return createScenariodokument(
    {
      nummer: NUMMER['under-vergemaal'],
      foedt: '1938-06-06',
      kjoenn: 'kvinne',
      fornavn: 'SKJØR',
      etternavn: 'PORSELEN',
    },
    {
      vergemaalEllerFremtidsfullmakt: [
        createRad(
          '2023-11-15',
          { vergemaaltype: 'voksen', embete: 'statsforvalterenIOsloOgViken', verge },
          SIVILRETT,
        ),
        createGammelRad(
          '2018-05-01',
          { vergemaaltype: 'voksen', embete: 'fylkesmannenIOestfold', verge: gammelVerge },
          SIVILRETT,
        ),
      ],
      rettsligHandleevne: [createRad('2023-11-15', { rettsligHandleevneomfang: 'begrenset' }, SIVILRETT)],
    },
  );
}

function createFremtidsfullmakt() {
  const personnavn = { fornavn: 'BETRODD', etternavn: 'NØKKELKNIPPE' };
  const verge = {
    navnFoedselsdato: { personnavn, foedselsdato: '1970-03-03', statsborgerskap: ['NOR'] },
    tjenesteomraade: [
      tjeneste('bank', 'taOppLaanKreditter'),
      tjeneste('kartverket', 'salgAvFastEiendomBorettslagsandel'),
    ],
  };
  return createScenariodokument(
    {
      nummer: NUMMER.fremtidsfullmakt,
      foedt: '1941-10-10',
      kjoenn: 'mann',
      fornavn: 'FORUTSEENDE',
      etternavn: 'KIKKERT',
    },
    {
      vergemaalEllerFremtidsfullmakt: [
        createRad(
          '2025-02-03',
          { vergemaaltype: 'stadfestetFremtidsfullmakt', embete: 'statsforvaltarenIVestland', verge },
          SIVILRETT,
        ),
      ],
    },
  );
}

function createSamiskNavn() {
  return createScenariodokument(
    {
      nummer: NUMMER['samisk-navn'],
      foedt: '1993-02-06',
      kjoenn: 'mann',
      fornavn: 'ČAPPA',
      mellomnavn: 'ŠERDDON',
      etternavn: 'ŊÁVDI-ŽŦUOŦŦA',
    },
    {
      brukAvSamiskSpraak: [
        createRad('2020-02-06', { spraak: ['nordsamisk', 'lulesamisk'] }, { aarsak: 'Melding' }),
      ],
    },
  );
}

const LANGT_FORNAVN = Array.from({ length: 20 }, () => 'LANGSTRAKT')
  .join('')
  .slice(0, 200);
const LANGT_ETTERNAVN = Array.from({ length: 22 }, () => 'SJØORMER')
  .join(' ')
  .slice(0, 200)
  .trim();

/** Name parts may be 200 characters, forkortetNavn 40 (section 2). */
function createLangtNavn() {
  const navn = { fornavn: LANGT_FORNAVN, mellomnavn: 'OG ATTER EN', etternavn: LANGT_ETTERNAVN };
  const forkortetNavn = `${LANGT_FORNAVN} ${LANGT_ETTERNAVN}`.slice(0, 40);
  const foedt = '1980-05-29';
  return createScenariodokument(
    { nummer: NUMMER['langt-navn'], foedt, kjoenn: 'kvinne', ...navn },
    {
      navn: [
        createRad(
          foedt,
          { ...navn, forkortetNavn, originaltNavn: { fornavn: LANGT_FORNAVN, etternavn: 'SJØORM' } },
          { aarsak: 'Fødsel' },
        ),
      ],
    },
  );
}

/** What a later version of the register may send: a reader must show it and lose nothing (sections 1.1 and 8.4). */
function createUkjenteVerdier() {
  const foedt = '1987-01-08';
  return createScenariodokument(
    { nummer: NUMMER['ukjente-verdier'], foedt, kjoenn: 'mann', fornavn: 'FREMTIDIG', etternavn: 'ROMSKIP' },
    {
      status: [createRad('2026-01-01', { status: 'fjernarbeidende', statusdetalj: 'ukjentFelt-status' })],
      identitetsgrunnlag: [createRad('2026-01-01', { identitetsgrunnlagstatus: 'unik' })],
      sivilstand: [createRad('2025-06-01', { sivilstand: 'storfamilie', sivilstandsdato: '2025-06-01' })],
      navn: [
        createRad(foedt, { fornavn: 'FREMTIDIG', etternavn: 'ROMSKIP', kallenavn: 'ukjentFelt-kallenavn' }),
      ],
      bostedsadresse: [
        createRad('2020-05-05', {
          vegadresse: {
            kommunenummer: '3107',
            adressenavn: 'Romhavna',
            adressenummer: { husnummer: '9', oppgang: 'ukjentFelt-oppgang' },
            poststed: { poststedsnavn: 'FREDRIKSTAD', postnummer: '1606', sone: { kode: 'ukjentFelt-sone' } },
          },
          adressegradering: 'ugradert',
          flyttedato: '2020-05-05',
        }),
        createRad(
          '2021-01-01',
          { romadresse: { bane: 'ukjentFelt-bane' }, adressegradering: 'ugradert' },
          { gjeldende: false },
        ),
      ],
      digitalTvilling: [
        createRad('2026-01-01', { modell: 'ukjentFelt-modell', deler: [{ navn: 'ukjentFelt-del' }] }),
      ],
    },
  );
}

/** Text that attacks whoever shows it: HTML, spreadsheet formula, right-to-left override, quotes. */
function createFiendtligNavn() {
  return createScenariodokument(
    {
      nummer: NUMMER['fiendtlig-navn'],
      foedt: '1991-06-13',
      kjoenn: 'mann',
      fornavn: '<script>alert("navn")</script>',
      mellomnavn: '=HYPERLINK("http://ondt.invalid";"KLIKK")',
      etternavn: `O'"FIENDE\u202ELDNEIF & <b>SØNN</b>`,
    },
    {},
  );
}

export const NAVN_OG_VERN: readonly Scenario[] = [
  createScenario(
    'under-vergemaal',
    'Under vergemål med begrenset rettslig handleevne, og et eldre vergemål',
    createUnderVergemaal,
  ),
  createScenario(
    'fremtidsfullmakt',
    'Stadfestet fremtidsfullmakt til en uten nummer i registeret',
    createFremtidsfullmakt,
  ),
  createScenario('samisk-navn', 'Navn med samiske bokstaver, bruker samisk språk', createSamiskNavn),
  createScenario('langt-navn', 'Fornavn og etternavn på rundt 200 tegn, og forkortet navn', createLangtNavn),
  createScenario(
    'ukjente-verdier',
    'Ukjente kodeverdier, ukjente felt (også nøstet) og en ukjent egenskap',
    createUkjenteVerdier,
  ),
  createScenario(
    'fiendtlig-navn',
    'Navn med HTML, regnearkformel, skriveretning og anførselstegn',
    createFiendtligNavn,
  ),
];
