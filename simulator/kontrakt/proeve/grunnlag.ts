/** What the walk asks about: persons, a name that several have, and hendelser of every age, found in the register itself. */
import type { Befolkning } from '../../befolkning/befolkning.ts';
import { createProevelogg, type Proevehendelse } from '../../register/proeve/hendelser.ts';
import type { Grunnlag } from './oppskrift.ts';

/** The walk's now: the day that the population is made for. */
export const NAA = Date.parse('2026-11-21T12:00:00Z');
const GAMMEL = Date.parse('2023-11-20T12:00:00Z');

/** A name that the walk's people, who are few, are made to share with more than 10 000 others. */
const FOR_MANGE = { navn: 'ALLTID' };

/** The population as it is, but for that name. */
export function withForMange(befolkning: Befolkning): Befolkning {
  return {
    ...befolkning,
    listSoek: (kriterier, maks) =>
      kriterier.navn === FOR_MANGE.navn
        ? Array.from({ length: maks + 1 }, () => 0)
        : befolkning.listSoek(kriterier, maks),
  };
}

const DOKUMENTID = {
  gammelHendelse: 'a0'.repeat(16),
  gammelPerson: 'a1'.repeat(16),
  hendelse: 'b0'.repeat(16),
  person: 'b1'.repeat(16),
  annullering: 'c0'.repeat(16),
  ukjent: 'ff'.repeat(16),
} as const;

type Objekt = { readonly [felt: string]: unknown };
const isObjekt = (verdi: unknown): verdi is Objekt => typeof verdi === 'object' && verdi !== null;
const findGjeldende = (verdi: unknown): Objekt | undefined =>
  Array.isArray(verdi) ? verdi.filter(isObjekt).find(({ erGjeldende }) => erGjeldende) : undefined;

function getNummer({ scenariopersoner }: Befolkning, navn: string): string {
  const person = scenariopersoner.find((en) => en.navn === navn);
  if (!person) throw new Error(`Ukjent scenarioperson ${navn}`);
  return person.nummer;
}

/** What entydigsoek is given for a person: name and birth date, or name and post code. */
function toKriterier(
  dokument: Objekt,
  ved: 'foedselsdato' | 'postnummer',
): Record<string, string> | undefined {
  const navn = findGjeldende(dokument.navn);
  const vegadresse = findGjeldende(dokument.bostedsadresse)?.vegadresse;
  const poststed = isObjekt(vegadresse) && isObjekt(vegadresse.poststed) ? vegadresse.poststed : {};
  const verdi =
    ved === 'postnummer'
      ? poststed.postnummer
      : String(findGjeldende(dokument.foedsel)?.foedselsdato ?? '').replaceAll('-', '');
  if (!navn || typeof verdi !== 'string' || verdi === '') return undefined;
  return { navn: `${navn.fornavn} ${navn.etternavn}`, [ved]: verdi };
}

/** Every parameter of personer/soek, with the values of the person. */
function toAlleKriterier(dokument: Objekt): Record<string, string> {
  const { vegadresse } = findGjeldende(dokument.bostedsadresse) ?? {};
  const { kommunenummer, adressenavn, adressenummer } = isObjekt(vegadresse) ? vegadresse : {};
  const { husnummer = '', husbokstav = '' } = isObjekt(adressenummer) ? adressenummer : {};
  return {
    ...toKriterier(dokument, 'foedselsdato'),
    ...toKriterier(dokument, 'postnummer'),
    kjoenn: String(findGjeldende(dokument.kjoenn)?.kjoenn),
    foedselsaarFraOgMed: '1900',
    foedselsaarTilOgMed: '2026',
    adressenavn: String(adressenavn),
    husnummer: `${husnummer}${husbokstav}`,
    kommunenummer: String(kommunenummer),
    fylkesnummer: String(kommunenummer).slice(0, 2),
    inkluderOppholdsadresse: 'true',
    soekFonetisk: 'true',
    inkluderDoede: 'true',
    opplysningsgrunnlag: 'historisk',
    maksTreff: '10',
  };
}

/** Name and post code that two persons share. Throws when the population has none such. */
function findFlertydig({ antall, getDokument }: Befolkning): Record<string, string> {
  const sett = new Set<string>();
  for (let person = 0; person < antall; person++) {
    const kriterier = toKriterier(getDokument(person), 'postnummer');
    const noekkel = JSON.stringify(kriterier);
    if (kriterier && sett.has(noekkel)) return kriterier;
    sett.add(noekkel);
  }
  throw new Error('Ingen har samme navn og postnummer');
}

export function createGrunnlag(befolkning: Befolkning): Omit<Grunnlag, 'pakke'> {
  const gjeldende = getNummer(befolkning, 'ordinaer-mor');
  const person = befolkning.findPerson(gjeldende) ?? 0;
  return {
    nummer: {
      gjeldende,
      tidligere: getTidligere(befolkning),
      overtatt: getNummer(befolkning, 'dnummer-til-foedselsnummer'),
      fiendtlig: getNummer(befolkning, 'fiendtlig-navn'),
      ukjent: '01810100000',
    },
    soek: {
      entydig: toKriterier(befolkning.getDokument(person), 'foedselsdato') ?? {},
      flertydig: findFlertydig(befolkning),
      alle: toAlleKriterier(befolkning.getDokument(person)),
      forMange: FOR_MANGE,
    },
    dokumentid: DOKUMENTID,
    sekvensnummer: { gammelt: 1, nylig: 5, slutt: 13 },
  };
}

/** The d-number of one who has got a foedselsnummer since. */
function getTidligere(befolkning: Befolkning): string {
  const person = befolkning.findPerson(getNummer(befolkning, 'dnummer-til-foedselsnummer')) ?? 0;
  const numre = befolkning.getDokument(person).identifikasjonsnummer;
  const gammelt = Array.isArray(numre)
    ? numre.filter(isObjekt).find((n) => n.status === 'opphoert')
    : undefined;
  return String(gammelt?.foedselsEllerDNummer);
}

/** A log with one hendelse that is too old, one with what was registered, one annullering and one that is only told. */
export function createHendelser(befolkning: Befolkning) {
  const nummer = getNummer(befolkning, 'navneendring');
  const person = befolkning.findPerson(nummer) ?? 0;
  const dokument = befolkning.getDokument(person);
  const { erGjeldende: _, ...navn } = findGjeldende(dokument.navn) ?? {};
  const felles = (tid: number) => ({
    person,
    folkeregisteridentifikator: nummer,
    kommune: '0301',
    tid,
    ajourholdstidspunkt: new Date(tid).toISOString(),
  });
  const hendelser: Proevehendelse[] = [
    {
      ...felles(GAMMEL),
      sekvensnummer: 2,
      hendelsestype: 'personErOpprettet',
      hendelsesdokument: DOKUMENTID.gammelHendelse,
      persondokument: DOKUMENTID.gammelPerson,
      erstattet: GAMMEL,
    },
    {
      ...felles(NAA - 2_000),
      sekvensnummer: 5,
      hendelsestype: 'endringINavn',
      hendelsesdokument: DOKUMENTID.hendelse,
      persondokument: DOKUMENTID.person,
      egenskapshendelser: [{ entitet: 'navn', entitetsendring: 'registrereNy', navn }],
    },
    {
      ...felles(NAA - 1_000),
      sekvensnummer: 9,
      hendelsestype: 'endringIDoedsfall',
      hendelsesdokument: DOKUMENTID.annullering,
      persondokument: 'c1'.repeat(16),
      egenskapshendelser: [{ entitet: 'doedsfall', entitetsendring: 'annullere' }],
    },
    {
      ...felles(NAA),
      sekvensnummer: 12,
      hendelsestype: 'personErOppdatert',
      persondokument: 'd1'.repeat(16),
    },
  ];
  const logg = createProevelogg(hendelser, NAA);
  return {
    ...logg,
    findPersondokument(id: string) {
      const funn = logg.findPersondokument(id);
      return funn && { ...funn, person, dokument };
    },
  };
}
