/**
 * JSON Schema of the person document, made from the model table (`../modell.ts`) and the code lists below. Stricter
 * than the register promises: a field that the model does not know is a fault in the simulator.
 * Source: freg-contract.md section 2.
 */
import { FOLKEREGISTERPERSON, MED_METADATA, METADATA, UTEN_METADATA } from '../modell.ts';

export type Skjema = { [noekkel: string]: unknown };

const GRADERING = 'ugradert klientadresse fortrolig strengtFortrolig';
const ROLLE = 'mor far medmor barn soesken ektefelleEllerPartner doedfoedtBarn';
const KJOENN = 'kvinne mann';
const BRUKSENHET = 'bolig annetEnnBolig fritidsbolig ikkeGodkjentBolig unummerertBruksenhet';

/** The closed code lists of section 2, by type and field. */
const KODER: Readonly<Record<string, string>> = {
  'Identifikasjonsnummer.status': 'iBruk opphoert',
  'Identifikasjonsnummer.identifikatortype': 'foedselsnummer dNummer',
  'Identitetsgrunnlag.identitetsgrunnlagstatus': 'ingenStatus ikkeKontrollert kontrollert unik',
  'Status.status':
    'bosatt utflyttet forsvunnet doed opphoert foedselsregistrert midlertidig inaktiv ikkeBosatt aktiv',
  'Kjoenn.kjoenn': KJOENN,
  'AnnenPerson.kjoenn': KJOENN,
  'Identitetsopplysninger.kjoenn': KJOENN,
  'Sivilstand.sivilstand':
    'uoppgitt ugift gift enkeEllerEnkemann skilt separert registrertPartner separertPartner skiltPartner gjenlevendePartner',
  'Bibehold.bibeholdstatus': 'harBibehold harIkkeLengerBibehold norskStatsborgerTrengerIkkeBibehold',
  'Opphold.oppholdstillatelse': 'midlertidig permanent opplysningMangler',
  'Familierelasjon.relatertPersonsRolle': ROLLE,
  'Familierelasjon.minRolleForPerson': ROLLE,
  'Foreldreansvar.ansvar': 'felles mor far medmor andre ukjent',
  'Vergemaal.vergemaaltype':
    'ensligMindreaarigAsylsoeker ensligMindreaarigFlyktning voksen midlertidigForVoksen mindreaarig midlertidigForMindreaarig forvaltningUtenforVergemaal stadfestetFremtidsfullmakt',
  'Verge.omfang':
    'utlendingssakerPersonligeOgOekonomiskeInteresser personligeOgOekonomiskeInteresser oekonomiskeInteresser personligeInteresser',
  'RettsligHandleevne.rettsligHandleevneomfang': 'begrenset',
  'Adressebeskyttelse.graderingsnivaa': GRADERING,
  'Bostedsadresse.adressegradering': GRADERING,
  'Oppholdsadresse.adressegradering': GRADERING,
  'Oppholdsadresse.oppholdAnnetSted': 'militaer utenriks paaSvalbard pendler',
  'DeltBosted.adressegradering': GRADERING,
  'Postadresse.adressegradering': GRADERING,
  'PostadresseIUtlandet.adressegradering': GRADERING,
  'Doedsbokontakt.skifteform': 'offentlig annet',
  'SamiskSpraak.spraak': 'nordsamisk soersamisk lulesamisk',
  'Vegadresse.bruksenhetstype': BRUKSENHET,
  'Matrikkeladresse.bruksenhetstype': BRUKSENHET,
};

/**
 * Patterns of fields that are text in the model but have a fixed form (section 2 and its XSD facets). Land codes have
 * two letters in foreign addresses and three everywhere else.
 */
const MOENSTRE: Readonly<Record<string, string>> = {
  foedselsaar: '^\\d{4}$',
  husnummer: '^\\d{1,4}$',
  husbokstav: '^[A-ZÆØÅa-zæøå]$',
  bruksenhetsnummer: '^[HKLU]\\d{4}$',
  postnummer: '^\\d{4}$',
  ansvarligOrganisasjon: '^\\d{9}$',
  organisasjonsnummer: '^\\d{9}$',
  foedeland: '^[A-Z]{3}$',
  statsborgerskap: '^[A-Z]{3}$',
  utstederland: '^[A-Z]{3}$',
  utland: '^[A-Z]{3}$',
  fraflyttingsland: '^[A-Z]{3}$',
  tilflyttingsland: '^[A-Z]{3}$',
  landkode: '^[A-Z]{2}$',
  'Doedsboadresse.landkode': '^[A-Z]{3}$',
};

const ENKLE: Readonly<Record<string, Skjema>> = {
  tekst: { type: 'string' },
  dato: { type: 'string', format: 'date' },
  tid: { type: 'string', format: 'date-time' },
  bool: { type: 'boolean' },
  heltall: { type: 'integer' },
  elleve: { type: 'string', pattern: '^\\d{11}$' },
  fire: { type: 'string', pattern: '^\\d{4}$' },
};

type Felt = { navn: string; type: string; erPaakrevd: boolean; erListe: boolean };

/** Reads a row of the model table: `felt!*:Type`. */
export function listFelter(rad: string): Felt[] {
  return rad
    .split(/\s+/)
    .filter(Boolean)
    .map((ord) => {
      const [hode = '', type = 'tekst'] = ord.split(':');
      const navn = hode.replace(/[!*]/g, '');
      return { navn, type, erPaakrevd: hode.includes('!'), erListe: hode.includes('*') };
    });
}

function toVerdiskjema(eier: string, { navn, type }: Felt): Skjema {
  const koder = KODER[`${eier}.${navn}`];
  if (koder !== undefined) return { enum: koder.split(' ') };
  if (type !== 'tekst') return ENKLE[type] ?? { $ref: `#/$defs/${type}` };
  const moenster = MOENSTRE[`${eier}.${navn}`] ?? MOENSTRE[navn];
  return moenster === undefined ? { type: 'string' } : { type: 'string', pattern: moenster };
}

/** The schema of one type; a list that is there is never empty. */
function toTypeskjema(eier: string, rad: string): Skjema {
  const felter = listFelter(rad);
  const properties = Object.fromEntries(
    felter.map((felt) => {
      const verdi = toVerdiskjema(eier, felt);
      return [felt.navn, felt.erListe ? { type: 'array', minItems: 1, items: verdi } : verdi];
    }),
  );
  const required = felter.filter(({ erPaakrevd }) => erPaakrevd).map(({ navn }) => navn);
  return { type: 'object', properties, required, additionalProperties: false };
}

/** `metadata` is the row of fields that every element carries besides its own. */
export function createTyper(metadata: string): Record<string, Skjema> {
  const typer: Record<string, Skjema> = {};
  for (const [navn, rad] of Object.entries(MED_METADATA))
    typer[navn] = toTypeskjema(navn, `${metadata} ${rad}`);
  for (const [navn, rad] of Object.entries(UTEN_METADATA)) typer[navn] = toTypeskjema(navn, rad);
  return typer;
}

/** The whole person, with the types it refers to. */
export const PERSONSKJEMA: Skjema = {
  ...toTypeskjema('Folkeregisterperson', FOLKEREGISTERPERSON),
  $defs: createTyper(METADATA),
};
