/** Guardianship, legal capacity, and whom to write to about the estate of a dead person. */
import { toBolig } from '../adresse.ts';
import { formatDato } from '../dato.ts';
import { createElement, type Innhold } from '../element.ts';
import { ADJEKTIVER, SUBSTANTIVER } from '../navn-ord.ts';
import { drawFor, type Person } from '../person.ts';
import { formatNummer } from '../personnummer.ts';
import { at, EMNE, findFar, findMor, listBarn } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel, toElement, toHeltall } from '../tilfeldig.ts';

const ANDEL_UNDER_VERGEMAAL = 0.008;

/** freg-contract.md section 2: free text, bokmål and nynorsk mixed. */
const EMBETER = [
  'statsforvalterenIOsloOgViken',
  'statsforvalterenIInnlandet',
  'statsforvaltarenIVestland',
  'statsforvaltarenIRogaland',
  'statsforvalterenIAgder',
  'statsforvalterenITroendelag',
  'statsforvaltarenIVestfoldOgTelemark',
] as const;

/** A choice of the active pairs in freg-contract.md, appendix A. */
const TJENESTER = [
  ['bank', 'representasjonDagligbank'],
  ['bank', 'taOppLaanKreditter'],
  ['nav', 'pensjon'],
  ['nav', 'hjelpemidler'],
  ['kommune', 'helseOgOmsorg'],
  ['kommune', 'sosialeTjenester'],
  ['skatteetaten', 'skatt'],
  ['skatteetaten', 'meldeFlytting'],
  ['husbanken', 'bostoette'],
  ['helfo', 'fastlege'],
] as const;

function isUnderVergemaal(person: Person): boolean {
  const kanHa = person.slag === 'vanlig' && person.alder >= 18 && person.doedsdag === undefined;
  return kanHa && toAndel(drawFor(person, EMNE.verge)) < ANDEL_UNDER_VERGEMAAL;
}

function createTjenesteomraader(h: number): Innhold[] {
  const foerste = toHeltall(h, 0, TJENESTER.length - 1);
  return Array.from({ length: toHeltall(hash(h, 1), 1, 4) }, (_, i) => {
    const [virksomhet, oppgave] = TJENESTER[(foerste + 3 * i) % TJENESTER.length] ?? TJENESTER[0];
    return { vergeTjenestevirksomhet: virksomhet, vergeTjenesteoppgave: oppgave };
  });
}

function createVerge(person: Person, h: number): Innhold {
  const { s, nr } = person;
  const naermeste = findMor(s, nr) ?? findFar(s, nr) ?? listBarn(s, nr)[0];
  const tjenesteomraade = createTjenesteomraader(h);
  if (naermeste !== undefined)
    return { foedselsEllerDNummer: formatNummer(at(s.nummer, naermeste)), tjenesteomraade };
  const personnavn = {
    fornavn: toElement(hash(h, 2), ADJEKTIVER),
    etternavn: toElement(hash(h, 3), SUBSTANTIVER),
  };
  return { navnFoedselsdato: { personnavn, statsborgerskap: ['NOR'] }, tjenesteomraade };
}

export function createVergemaal(person: Person): Innhold[] {
  if (!isUnderVergemaal(person)) return [];
  const h = drawFor(person, EMNE.verge, 1);
  const dag = TELLEDAG - toHeltall(h, 60, 700);
  const meta = { dag, gjeldende: true, h, aarsak: 'Vergemål', kilde: 'Statens Sivilrettsforvaltning' };
  const vergemaaltype = toElement(hash(h, 5), [
    'voksen',
    'voksen',
    'midlertidigForVoksen',
    'stadfestetFremtidsfullmakt',
  ]);
  return [
    createElement(meta, {
      vergemaaltype,
      embete: toElement(hash(h, 6), EMBETER),
      verge: createVerge(person, h),
    }),
  ];
}

export function createRettsligHandleevne(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.verge, 2);
  if (!isUnderVergemaal(person) || toAndel(h) > 0.08) return [];
  const meta = {
    dag: TELLEDAG - 60,
    gjeldende: true,
    h,
    aarsak: 'Vergemål',
    kilde: 'Statens Sivilrettsforvaltning',
  };
  return [createElement(meta, { rettsligHandleevneomfang: 'begrenset' })];
}

export function createDoedsbokontakter(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.doedsbo);
  if (person.doedsdag === undefined || person.beskyttelse !== 'ugradert' || toAndel(h) > 0.55) return [];
  const attestdag = Math.min(person.doedsdag + toHeltall(hash(h, 1), 20, 90), TELLEDAG);
  const bolig = toBolig(person.s, person.nr, person.bosteder.at(-1)?.noekkel ?? h);
  const adresse = {
    adresselinje: [`${bolig.gatenavn} ${bolig.husnummer}`],
    postnummer: bolig.poststed.postnummer,
    poststedsnavn: bolig.poststed.poststedsnavn,
  };
  const barn = listBarn(person.s, person.nr)[0];
  const personnavn = {
    fornavn: toElement(hash(h, 2), ADJEKTIVER),
    etternavn: toElement(hash(h, 3), SUBSTANTIVER),
  };
  const kontakt =
    barn === undefined
      ? { advokat: { personnavn, organisasjonsnavn: `ADVOKATFIRMA ${personnavn.etternavn}` } }
      : { person: { foedselsEllerDNummer: formatNummer(at(person.s.nummer, barn)) } };
  return [
    createElement(
      { dag: attestdag, gjeldende: true, h, aarsak: 'Skifteattest' },
      {
        skifteform: toElement(hash(h, 4), ['annet', 'annet', 'offentlig']),
        attestutstedelsesdato: formatDato(attestdag),
        adresse,
        ...kontakt,
      },
    ),
  ];
}

/** Use of Sami language: a few persons. */
export function createSamiskSpraak(person: Person): Innhold[] {
  const h = drawFor(person, EMNE.spraak);
  if (person.slag !== 'vanlig' || toAndel(h) > 0.003) return [];
  const spraak = [toElement(hash(h, 1), ['nordsamisk', 'nordsamisk', 'soersamisk', 'lulesamisk'])];
  return [createElement({ dag: TELLEDAG - 400, gjeldende: true, h, aarsak: 'Melding' }, { spraak })];
}
