/**
 * How to ask for each outcome of each operation. Rule: a row here for every row of `operasjoner.ts`, no more.
 */
import type { FeilInjeksjon } from '../../register/feil.ts';
import { PAKKER, type PakkeId } from '../pakker.ts';
import type { Operasjon } from './operasjoner.ts';

/** What the walk knows about the register it asks. */
export type Grunnlag = {
  pakke: PakkeId;
  /** `overtatt` is the number that the one with `tidligere` has now. */
  nummer: { gjeldende: string; tidligere: string; overtatt: string; fiendtlig: string; ukjent: string };
  /**
   * Name and birth date of the person with the number, a name with a place that several have, everything that
   * personer/soek can be given and finds her by, and what over 10 000 have.
   */
  soek: Record<'entydig' | 'flertydig' | 'alle' | 'forMange', Record<string, string>>;
  dokumentid: {
    hendelse: string;
    annullering: string;
    person: string;
    gammelHendelse: string;
    gammelPerson: string;
    ukjent: string;
  };
  /** Over 36 months old, within them, and past the end of the feed. */
  sekvensnummer: { gammelt: number; nylig: number; slutt: number };
};

/** A request in parts. `parametre` fill the template, `kropp` is a value or, when it is no JSON, text. */
export type Oppskrift = {
  metode?: string;
  klient?: string;
  accept?: string;
  parametre?: Record<string, string>;
  /** Instead of the template, where an address of it is asked that is no resource. */
  sti?: string;
  query?: readonly (readonly [string, string])[];
  kropp?: unknown;
  innholdstype?: string;
  headere?: Record<string, string>;
  /** What a JSON answer must say, so that not any answer of the right shape will do. */
  inneholder?: string;
  /** The job of uttrekk that must have been ordered before; its id fills the template. */
  jobb?: Jobb;
  /** A fault that the register is to have while it answers. */
  feil?: Parameters<FeilInjeksjon['start']>[0]['feil'];
};

/** None; ordered now; ordered long ago; ordered in another pakke; or as many ordered as one may have. */
export type Jobb = 'ingen' | 'ny' | 'ferdig' | 'iAnnenPakke' | 'fullt';

type Lag = (grunnlag: Grunnlag) => Oppskrift;

/** A token of the organisation that opens no pakke, to the walk's register. */
export const TOKEN_UTEN_SCOPE = 'Bearer uten-scope';

const FELLES: Readonly<Record<string, Lag>> = {
  '200 tilgang': () => ({}),
  '401 ukjent virksomhet': () => ({ klient: 'ukjent' }),
  '401 ugyldig token': () => ({ headere: { authorization: 'Bearer ugyldig' } }),
  '403 virksomhet uten pakken': () => ({ klient: 'uten-pakke' }),
  '403 token uten scope': () => ({ headere: { authorization: TOKEN_UTEN_SCOPE } }),
  '403 brannmur': () => ({ feil: 'brannmur-html-403' }),
  '403 pakke uten tjenesten': () => ({}),
  '405 feil metode': () => ({ metode: 'DELETE' }),
  '406 Accept': () => ({ accept: 'image/png' }),
  '429 for mange kall': () => ({ feil: 'status-429' }),
  '500 feil i tjenesten': () => ({ feil: 'status-500' }),
  '503 stengt': () => ({ feil: 'status-503' }),
};

const UGYLDIG_PART: readonly (readonly [string, string])[] = [['part', 'skostoerrelse']];
/** Over the 256 KiB that any body may have. */
const FOR_STOR = { fyll: 'x'.repeat(300 * 1024) };
const ALT = ['person-basis', 'historikk', 'vergemaalEllerFremtidsfullmakt', 'innflytting', 'utflytting'].map(
  (del): readonly [string, string] => ['part', del],
);

const createListe = (felt: string): Readonly<Record<string, Lag>> => ({
  '400 uleselig kropp': () => ({ kropp: '{' }),
  '400 tom liste': () => ({ kropp: { [felt]: [] } }),
  '400 over 1000': () => ({ kropp: { [felt]: Array.from({ length: 1_001 }, () => '12345678901') } }),
  '413 for stor kropp': () => ({ kropp: FOR_STOR }),
});

const fra = (seq: number | string): readonly (readonly [string, string])[] => [['seq', String(seq)]];

const FEED: Readonly<Record<string, Lag>> = {
  '200 side': ({ sekvensnummer }) => ({
    query: fra(sekvensnummer.nylig),
    inneholder: `[{"sekvensnummer":${sekvensnummer.nylig},`,
  }),
  '200 forbi slutten': ({ sekvensnummer }) => ({ query: fra(sekvensnummer.slutt), inneholder: '[]' }),
  '304 uendret': ({ sekvensnummer }) => ({
    query: fra(sekvensnummer.nylig),
    headere: { 'if-none-match': '*' },
  }),
  '400 uten seq': () => ({}),
  '400 ugyldig seq': () => ({ query: fra('to') }),
  '406 for gammelt': ({ sekvensnummer }) => ({ query: fra(sekvensnummer.gammelt) }),
};

const OPPSKRIFTER: Readonly<Record<string, Readonly<Record<string, Lag>>>> = {
  'personer/{personidentifikator}': {
    '200 gjeldende nummer': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.gjeldende },
      query: ALT,
      inneholder: `"${nummer.gjeldende}"`,
    }),
    '200 tidligere nummer': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.tidligere },
      inneholder: `"${nummer.overtatt}"`,
    }),
    '200 fiendtlig navn': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.fiendtlig },
      query: ALT,
      inneholder: '<',
    }),
    '400 ikke elleve siffer': () => ({ parametre: { personidentifikator: '123' } }),
    '404 ukjent person': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.ukjent },
      inneholder: '"Ukjent person."',
    }),
    '406 ugyldig part': ({ nummer }) => ({
      parametre: { personidentifikator: nummer.gjeldende },
      query: UGYLDIG_PART,
    }),
  },
  'personer/bulkoppslag': {
    ...createListe('foedselsEllerDNummer'),
    '200 uordnet': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: Object.values(nummer) },
      query: ALT,
      inneholder: `{"foedselsEllerDNummer":"${nummer.tidligere}","folkeregisterperson":{`,
    }),
    '200 som bestilt': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: Object.values(nummer) },
      query: [...ALT, ['somBestilt', 'true']],
      inneholder: `{"foedselsEllerDNummer":"${nummer.tidligere}","feilmelding":{"feilmelding":"Ukjent person."}}`,
    }),
    '406 ugyldig part': ({ nummer }) => ({
      kropp: { foedselsEllerDNummer: [nummer.gjeldende] },
      query: UGYLDIG_PART,
    }),
  },
  'personer/entydigsoek': {
    '200 ett treff': ({ soek }) => ({
      query: [...Object.entries(soek.entydig), ...ALT],
      inneholder: `"etternavn":"${soek.entydig.navn?.split(' ').at(-1)}"`,
    }),
    '400 ugyldig verdi': ({ soek }) => ({ query: Object.entries({ ...soek.entydig, foedselsdato: '1984' }) }),
    '400 uten rett til treff': ({ soek }) => ({ query: [['foedselsdato', soek.entydig.foedselsdato ?? '']] }),
    '404 ingen treff': ({ soek }) => ({
      query: Object.entries({ ...soek.entydig, navn: 'FINNES IKKE' }),
    }),
    '404 flere treff': ({ soek }) => ({ query: Object.entries(soek.flertydig) }),
    '406 ugyldig part': ({ soek }) => ({ query: [...Object.entries(soek.entydig), ...UGYLDIG_PART] }),
  },
  'personer/soek': {
    '200 alle kriterier': ({ soek, nummer }) => ({
      query: Object.entries(soek.alle),
      inneholder: `{"foedselsEllerDNummer":["${nummer.gjeldende}"]}`,
    }),
    '200 flere treff': ({ soek }) => ({ query: Object.entries(soek.flertydig) }),
    '200 ingen treff': ({ soek }) => ({ query: Object.entries({ ...soek.alle, navn: 'FINNES IKKE' }) }),
    '400 ugyldig verdi': ({ soek }) => ({ query: Object.entries({ ...soek.alle, postnummer: '55' }) }),
    '400 for mange treff': ({ soek }) => ({ query: Object.entries(soek.forMange) }),
  },
  'personer/xsd': { '200 skjema': () => ({}) },
  'personer/arkiv/{dokumentidentifikator}': {
    '200 en versjon': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.person },
      query: ALT,
    }),
    '400 over tre år': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.gammelPerson },
    }),
    '404 ukjent dokument': ({ dokumentid }) => ({ parametre: { dokumentidentifikator: dokumentid.ukjent } }),
    '406 ugyldig part': ({ dokumentid }) => ({
      parametre: { dokumentidentifikator: dokumentid.person },
      query: UGYLDIG_PART,
    }),
  },
  'personer/bulkoppslag/arkiv': {
    ...createListe('dokumentidentifikator'),
    '200 kjente og ukjente': ({ dokumentid: { person, gammelPerson, ukjent } }) => ({
      kropp: { dokumentidentifikator: [person, gammelPerson, ukjent] },
      query: ALT,
    }),
    '406 ugyldig part': ({ dokumentid }) => ({
      kropp: { dokumentidentifikator: [dokumentid.person] },
      query: UGYLDIG_PART,
    }),
  },
  'hendelser/feed': {
    ...FEED,
    '404 annet enn et nummer': () => ({ sti: 'hendelser/feed/side', query: fra(1) }),
  },
  'hendelser/feed/tilpasset': {
    ...FEED,
    '200 én kommune': ({ sekvensnummer }) => ({
      query: [...fra(sekvensnummer.nylig), ['kommunenummer', '0301']],
    }),
    '400 ugyldig kommunenummer': ({ sekvensnummer }) => ({
      query: [...fra(sekvensnummer.nylig), ['kommunenummer', '301']],
    }),
  },
  'hendelser/siste/sekvensnummer': { '200 tallet': () => ({}) },
  'hendelser/xsd': { '200 skjema': () => ({}) },
  'hendelser/feedxsd': { '200 skjema': () => ({}) },
  'hendelser/{hendelsesidentifikator}': {
    '200 registrert': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.hendelse },
      inneholder: '"entitet":"navn","entitetsendring":"registrereNy","navn":{',
    }),
    '200 annullert': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.annullering },
      inneholder: '{"entitet":"doedsfall","entitetsendring":"annullere"}',
    }),
    '400 over tre år': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.gammelHendelse },
    }),
    '404 ukjent dokument': ({ dokumentid }) => ({
      parametre: { hendelsesidentifikator: dokumentid.ukjent },
    }),
  },
  'hendelser/bulkoppslag': {
    ...createListe('dokumentidentifikator'),
    '200 kjente og ukjente': ({ dokumentid: { hendelse, annullering, gammelHendelse, ukjent } }) => ({
      kropp: { dokumentidentifikator: [hendelse, annullering, gammelHendelse, ukjent] },
    }),
  },
};

const STATUSTYPER = { personstatustyper: ['bosatt', 'aktiv'] };

const UTTREKK: typeof OPPSKRIFTER = {
  'uttrekk/komplett': {
    '200 jobb': () => ({ jobb: 'ingen' }),
    '200 jobb til et sekvensnummer': ({ sekvensnummer }) => ({
      query: [['feedsekvensnr', String(sekvensnummer.nylig)]],
    }),
    '400 ugyldig sekvensnummer': () => ({ query: [['feedsekvensnr', 'to']] }),
    '429 for mange jobber': () => ({ jobb: 'fullt' }),
  },
  'uttrekk/tilpasset': {
    '200 jobb': () => ({
      jobb: 'ingen',
      kropp: {
        ...STATUSTYPER,
        kommunenummer: { bostedskommunenummer: '0301' },
        foedselsaarFraOgMed: '1930',
        foedselsaarTilOgMed: '2020',
        kjoenn: 'kvinne',
        statsborgerskap: 'NOR',
        sivilstandstype: 'gift',
      },
    }),
    '400 uleselig kropp': () => ({ kropp: '{' }),
    '400 uten personstatustyper': () => ({ kropp: { kjoenn: 'mann' } }),
    '400 to kommuner': () => ({
      kropp: {
        ...STATUSTYPER,
        kommunenummer: { bostedskommunenummer: '0301', oppholdskommunenummer: '4601' },
      },
    }),
    '413 for stor kropp': () => ({ kropp: FOR_STOR }),
    '429 for mange jobber': () => ({ jobb: 'fullt', kropp: STATUSTYPER }),
  },
  'uttrekk/{jobbid}/batch/{batchnr}': {
    '200 batch': () => ({ jobb: 'ferdig', parametre: { batchnr: '0' } }),
    '200 forbi siste': () => ({ jobb: 'ferdig', parametre: { batchnr: '1' } }),
    '400 ugyldig batchnr': () => ({ jobb: 'ferdig', parametre: { batchnr: 'to' } }),
    '404 ikke ferdig': () => ({ jobb: 'ny', parametre: { batchnr: '0' } }),
    '410 ukjent jobb': () => ({
      parametre: { jobbid: '00000000-0000-4000-8000-000000000000', batchnr: '0' },
    }),
    '410 bestilt i en annen pakke': () => ({ jobb: 'iAnnenPakke', parametre: { batchnr: '0' } }),
  },
};

const ALLE = { ...OPPSKRIFTER, ...UTTREKK };

/** The recipe, or undefined when nobody has written one. */
export function findOppskrift({ mal }: Operasjon, utfall: string, grunnlag: Grunnlag): Oppskrift | undefined {
  const lag = ALLE[mal]?.[utfall] ?? FELLES[utfall];
  return lag?.(grunnlag);
}

/** `mal utfall` of every recipe that belongs to one resource, so that none is left behind when a row goes. */
export function listOppskrifter(): string[] {
  return Object.entries(ALLE).flatMap(([mal, lag]) => Object.keys(lag).map((utfall) => `${mal} ${utfall}`));
}

/** The path of the request, with whatever the template lacks filled in. */
export function toSti(
  { mal }: Operasjon,
  { parametre = {}, sti, query = [] }: Oppskrift,
  pakke: PakkeId,
): string {
  const fylt = (sti ?? mal).replace(/\{(\w+)\}/g, (_, navn: string) =>
    encodeURIComponent(parametre[navn] ?? '12345678901'),
  );
  const spoerring = new URLSearchParams(query.map(([navn, verdi]) => [navn, verdi])).toString();
  return `/folkeregisteret/${PAKKER[pakke].sti}/v1/${fylt}${spoerring === '' ? '' : `?${spoerring}`}`;
}
