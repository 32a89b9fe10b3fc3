/** Persons whose numbers are the point: d-numbers and a dublett. */
import { parseDag } from '../dato.ts';
import {
  createBosted,
  createGammelRad,
  createIdentifikasjonsnummer,
  createRad,
  createScenario,
  createScenariodokument,
  createVegadresse,
  type Scenario,
} from './bygg.ts';
import { createSivilstand } from './familiebygg.ts';
import { NUMMER } from './nummer.ts';

function createDnummerTilFoedselsnummer() {
  return createScenariodokument(
    {
      nummer: NUMMER['dnummer-til-foedselsnummer'],
      foedt: '1983-08-22',
      kjoenn: 'mann',
      fornavn: 'INNVANDRET',
      etternavn: 'SOLSIKKE',
      statsborgerskap: 'POL',
    },
    {
      identifikasjonsnummer: [
        createIdentifikasjonsnummer('2021-04-01', NUMMER['dnummer-til-foedselsnummer'], {
          utenGyldighet: false,
          aarsak: 'Innvandring',
        }),
        createIdentifikasjonsnummer('2016-09-01', NUMMER['dnummer-til-foedselsnummer-foer'], {
          gjeldende: false,
          status: 'opphoert',
        }),
      ],
      status: [
        createRad('2021-04-01', { status: 'bosatt' }, { aarsak: 'Innvandring' }),
        createGammelRad('2016-09-01', { status: 'midlertidig' }),
      ],
      identitetsgrunnlag: [
        createRad('2021-04-01', { identitetsgrunnlagstatus: 'kontrollert' }, { aarsak: 'ID-kontroll' }),
        createGammelRad('2016-09-01', { identitetsgrunnlagstatus: 'ikkeKontrollert' }),
      ],
      bostedsadresse: [
        createRad('2021-04-01', createBosted('2021-04-01', '1103', 'Fløyteveien', '55', '4014'), {
          aarsak: 'Innvandring',
        }),
      ],
      innflytting: [
        createRad(
          '2021-04-01',
          { fraflyttingsland: 'POL', fraflyttingsstedIUtlandet: 'Gdańsk' },
          { aarsak: 'Innvandring' },
        ),
      ],
      utenlandskPersonidentifikasjon: [
        createRad('2016-09-01', {
          identifikasjonsnummer: '8308-2200-55',
          identifikasjonsnummertype: 'utenlandskIdentifikasjonsnummer',
          utstederland: 'POL',
        }),
      ],
      legitimasjonsdokument: [
        createRad('2021-04-01', {
          identifikasjonsdokumenttype: 'pass',
          utstederland: 'POL',
          identifikasjonsdokumentnummer: 'PR0830822',
          utstedernavn: 'Prezydent Miasta Gdańska',
          gyldigFra: '2018-02-02',
          gyldigTil: '2028-02-02',
          dokumentkontroll: {
            dokumentkontrollstatus: 'godkjent',
            dokumentkontrolltidspunkt: '2021-03-20T09:15:00+01:00',
          },
        }),
      ],
      opphold: [
        createRad(
          '2021-04-01',
          { oppholdstillatelse: 'permanent', oppholdFra: '2021-04-01' },
          { aarsak: 'Opphold' },
        ),
      ],
    },
  );
}

/** The identifier stays in use; only the status says that five years have passed. */
function createInaktivtDnummer() {
  const nummer = NUMMER['inaktivt-dnummer'];
  return createScenariodokument(
    {
      nummer,
      foedt: '1976-05-05',
      kjoenn: 'mann',
      fornavn: 'SESONGVIS',
      etternavn: 'JORDBÆR',
      statsborgerskap: 'SYR',
    },
    {
      identifikasjonsnummer: [createIdentifikasjonsnummer('2014-06-01', nummer)],
      status: [
        createRad('2019-06-01', { status: 'inaktiv' }),
        createGammelRad('2014-06-01', { status: 'midlertidig' }),
      ],
      identitetsgrunnlag: [createRad('2014-06-01', { identitetsgrunnlagstatus: 'ikkeKontrollert' })],
      sivilstand: [createSivilstand('2014-06-01', 'uoppgitt')],
      bostedsadresse: undefined,
      oppholdsadresse: [
        createRad('2014-06-01', {
          ...createVegadresse('3411', 'Bærhagen', '3', '2380'),
          adressegradering: 'ugradert',
          oppholdsadressedato: '2014-06-01',
        }),
      ],
      utlendingsmyndighetenesIdentifikasjonsnummer: [
        createRad('2014-06-01', {
          identifikasjonsnummer: '201405760505',
          identifikasjonsnummertype: 'utlendingsmyndighetenesIdentifikasjonsnummer',
          utstederland: 'NOR',
        }),
      ],
    },
  );
}

function createDublett() {
  const gjeldende = NUMMER['opphoert-dublett-gjeldende'];
  return createScenariodokument(
    { nummer: gjeldende, foedt: '1981-03-02', kjoenn: 'mann', fornavn: 'ENESTÅENDE', etternavn: 'EKKO' },
    {
      identifikasjonsnummer: [
        createIdentifikasjonsnummer('1981-03-02', gjeldende),
        createIdentifikasjonsnummer('1981-03-03', NUMMER['opphoert-dublett'], {
          gjeldende: false,
          status: 'opphoert',
          aarsak: 'Sammenslåing',
        }),
      ],
    },
  );
}

const DAGER_TIL_INAKTIV = 1826;

/** A d-number tells a date (day + 40); the register knows only the year. `naaDag` decides whether five years passed. */
function createBareFoedselsaar(naaDag: number) {
  const nummer = NUMMER['bare-foedselsaar'];
  const inaktiv = parseDag('2023-03-01') + DAGER_TIL_INAKTIV <= naaDag;
  const midlertidig = createRad('2023-03-01', { status: 'midlertidig' }, { gjeldende: !inaktiv });
  return createScenariodokument(
    {
      nummer,
      foedt: '1956-01-01',
      kjoenn: 'kvinne',
      fornavn: 'ÅRSKLAR',
      etternavn: 'ALMANAKK',
      statsborgerskap: 'SOM',
    },
    {
      identifikasjonsnummer: [createIdentifikasjonsnummer('2023-03-01', nummer)],
      status: inaktiv ? [createRad('2028-02-29', { status: 'inaktiv' }), midlertidig] : [midlertidig],
      foedsel: [createRad('2023-03-01', { foedselsaar: '1956', foedeland: 'SOM' })],
      sivilstand: [createSivilstand('2023-03-01', 'uoppgitt')],
      bostedsadresse: undefined,
    },
  );
}

export const NUMRE: readonly Scenario[] = [
  createScenario(
    'dnummer-til-foedselsnummer',
    'Hadde d-nummer, fikk fødselsnummer ved innflytting; utenlandsk id og pass',
    createDnummerTilFoedselsnummer,
  ),
  createScenario(
    'inaktivt-dnummer',
    'D-nummer som er inaktivt etter fem år, med DUF-nummer og oppholdsadresse',
    createInaktivtDnummer,
  ),
  createScenario(
    'opphoert-dublett',
    'Nummeret er opphørt som dublett og fører til personen som er videreført',
    createDublett,
  ),
  {
    navn: 'bare-foedselsaar',
    nummer: NUMMER['bare-foedselsaar'],
    beskrivelse: 'Registrert med bare fødselsår (1956), d-nummer',
    createDokument: createBareFoedselsaar,
  },
];
