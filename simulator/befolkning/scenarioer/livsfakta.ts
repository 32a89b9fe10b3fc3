/** Births, deaths and identities that are not what they seem. */
import { parseDag } from '../dato.ts';
import {
  createGammelRad,
  createIdentifikasjonsnummer,
  createRad,
  createScenario,
  createScenariodokument,
  type Scenario,
} from './bygg.ts';
import { NUMMER } from './nummer.ts';

function createFalskIdentitet() {
  return createScenariodokument(
    {
      nummer: NUMMER['falsk-identitet'],
      foedt: '1989-09-09',
      kjoenn: 'mann',
      fornavn: 'TILSYNELATENDE',
      etternavn: 'MASKE',
    },
    {
      identitetsgrunnlag: [createRad('2022-01-10', { identitetsgrunnlagstatus: 'ingenStatus' })],
      falskIdentitet: createRad('2022-01-10', {
        erFalsk: true,
        rettIdentitetVedOpplysninger: {
          personnavn: { fornavn: 'VIRKELIG', etternavn: 'ANSIKT' },
          foedselsdato: '1985-05-05',
          kjoenn: 'mann',
          statsborgerskap: ['XUK'],
        },
      }),
    },
  );
}

/** Opphørt without anybody who continues: no name, no birth, and the identifier is still gjeldende. */
function createUtenNavn() {
  const nummer = NUMMER['uten-navn'];
  return {
    identifikasjonsnummer: [createIdentifikasjonsnummer('1970-02-20', nummer, { status: 'opphoert' })],
    status: [createRad('2008-01-01', { status: 'opphoert' })],
    sivilstand: [createRad('1970-02-20', { sivilstand: 'uoppgitt' })],
  };
}

function createDoed() {
  return createScenariodokument(
    {
      nummer: NUMMER['doed-med-doedsbo'],
      foedt: '1944-01-31',
      kjoenn: 'mann',
      fornavn: 'MINNERIK',
      etternavn: 'ANKERKJETTING',
    },
    {
      status: [
        createRad('2025-03-14', { status: 'doed' }, { aarsak: 'Dødsfall' }),
        createGammelRad('1944-01-31', { status: 'bosatt' }),
      ],
      doedsfall: createRad('2025-03-14', { doedsdato: '2025-03-14' }, { aarsak: 'Dødsfall' }),
      postadresseIUtlandet: [
        createGammelRad(
          '2010-01-01',
          {
            adressegradering: 'ugradert',
            utenlandskAdresse: {
              adressenavn: 'Calle de Prueba 2',
              byEllerStedsnavn: 'Málaga',
              landkode: 'ES',
            },
          },
          { opphoert: '2025-03-14' },
        ),
      ],
      kontaktinformasjonForDoedsbo: [
        createRad('2025-04-25', {
          skifteform: 'offentlig',
          attestutstedelsesdato: '2025-04-25',
          adresse: {
            adresselinje: ['Bobestyrergata 1', 'Postboks 12'],
            postnummer: '0182',
            poststedsnavn: 'OSLO',
            landkode: 'NOR',
          },
          advokat: {
            personnavn: { fornavn: 'NØYAKTIG', etternavn: 'PARAGRAF' },
            organisasjonsnavn: 'ADVOKATFIRMAET PRØVE OG FEIL',
          },
        }),
      ],
    },
  );
}

/** An annulled death leaves no history (section 2.1); only the reason of the status tells. */
function createAnnullertDoedsfall() {
  return createScenariodokument(
    {
      nummer: NUMMER['annullert-doedsfall'],
      foedt: '1947-07-07',
      kjoenn: 'kvinne',
      fornavn: 'SPRELLEVENDE',
      etternavn: 'KLØVER',
    },
    {
      status: [
        createRad(
          '1947-07-07',
          { status: 'bosatt' },
          {
            aarsak: 'Annullert dødsfall',
            kilde: 'folkeregistermyndigheten',
            ajourholdsdag: parseDag('2025-10-02'),
          },
        ),
      ],
    },
  );
}

function createFoedselsdatoAvviker() {
  return createScenariodokument(
    {
      nummer: NUMMER['foedselsdato-avviker'],
      foedt: '1999-10-31',
      kjoenn: 'kvinne',
      fornavn: 'AVVIKENDE',
      etternavn: 'KALENDER',
    },
    {
      foedsel: [
        createRad(
          '1999-10-31',
          { foedselsdato: '1998-12-24', foedselsaar: '1998', foedekommuneINorge: '0301', foedeland: 'NOR' },
          { aarsak: 'Korreksjon' },
        ),
      ],
    },
  );
}

export const LIVSFAKTA: readonly Scenario[] = [
  createScenario(
    'falsk-identitet',
    'Registrert falsk identitet med opplysninger om den rette',
    createFalskIdentitet,
  ),
  createScenario('uten-navn', 'Opphørt person uten navn og fødsel', createUtenNavn),
  createScenario('doed-med-doedsbo', 'Død 14. mars 2025, advokat er kontakt for dødsboet', createDoed),
  createScenario(
    'annullert-doedsfall',
    'Ble feilaktig registrert død; dødsfallet er annullert',
    createAnnullertDoedsfall,
  ),
  createScenario(
    'foedselsdato-avviker',
    'Fødselsdatoen i registeret er en annen enn i nummeret',
    createFoedselsdatoAvviker,
  ),
];
