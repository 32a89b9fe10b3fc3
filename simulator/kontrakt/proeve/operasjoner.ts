/**
 * The register's operations as the contract lists them: address, pakker, formats, and every outcome with the shape of
 * its body. Written from the contract on its own, so that a slip in `pakker.ts` or `ruter.ts` is not repeated here.
 * Source: freg-contract.md sections 1.2, 1.3 and 3.2. An outcome is named by its status and what leads to it.
 */
import type { PakkeId } from '../pakker.ts';
import type { Form } from './former.ts';

export type Svarformat = 'json' | 'xml' | 'atom' | 'tekst';

export type Operasjon = {
  metode: 'GET' | 'HEAD' | 'POST';
  /** The template after `/v1/`. */
  mal: string;
  pakker: readonly PakkeId[];
  formater: readonly Svarformat[];
  /** What the body of a POST may be written as. */
  kroppformater: readonly ('json' | 'xml')[];
  /** `status words` to shape. */
  utfall: Readonly<Record<string, Form>>;
};

const MED_OPPSLAG: readonly PakkeId[] = [
  'offentlig-med-hjemmel',
  'offentlig-uten-hjemmel',
  'finans',
  'privat-uten-hjemmel',
  'eid',
];
export const ALLE_PAKKER: readonly PakkeId[] = [
  ...MED_OPPSLAG,
  'presse',
  'privat',
  'presse-uten-folkeregisteridentifikator',
  'privat-uten-folkeregisteridentifikator',
];
const BARE_MED_HJEMMEL: readonly PakkeId[] = ['offentlig-med-hjemmel'];

const BEGGE = ['json', 'xml'] as const;
const FEED: readonly Svarformat[] = ['json', 'xml', 'atom'];

/** What every operation answers. 405 and the body of 500 and 503 are assumptions. */
const FELLES: Readonly<Record<string, Form>> = {
  '401 ukjent virksomhet': 'FolkeregisterFeilmelding',
  '401 ugyldig token': 'FolkeregisterFeilmelding',
  '403 virksomhet uten pakken': 'FolkeregisterFeilmelding',
  '403 token uten scope': 'FolkeregisterFeilmelding',
  '403 brannmur': 'Html',
  '405 feil metode': 'FolkeregisterFeilmelding',
  '406 Accept': 'FolkeregisterFeilmelding',
  '429 for mange kall': 'Tom',
  '500 feil i tjenesten': 'Tjenestefeil',
  '503 stengt': 'Tjenestefeil',
};

/** Assumption: 400, and 404 of personer and of documents, have the shape that 401, 403 and 406 have. */
const FEILMELDING: Form = 'FolkeregisterFeilmelding';
const LISTE: Readonly<Record<string, Form>> = {
  '400 uleselig kropp': FEILMELDING,
  '413 for stor kropp': FEILMELDING,
  '400 tom liste': FEILMELDING,
  '400 over 1000': FEILMELDING,
};
const UGYLDIG_PART: Readonly<Record<string, Form>> = { '406 ugyldig part': FEILMELDING };

const DOKUMENT: Readonly<Record<string, Form>> = {
  '400 over tre år': FEILMELDING,
  '404 ukjent dokument': FEILMELDING,
};
const FEEDSIDE: Readonly<Record<string, Form>> = {
  '200 side': 'Feedside',
  '200 forbi slutten': 'Feedside',
  '304 uendret': 'Tom',
  '400 uten seq': FEILMELDING,
  '400 ugyldig seq': FEILMELDING,
  '406 for gammelt': FEILMELDING,
};

const get = (
  mal: string,
  pakker: readonly PakkeId[],
  formater: readonly Svarformat[],
  utfall: Readonly<Record<string, Form>>,
): Operasjon => ({
  metode: 'GET',
  mal,
  pakker,
  formater,
  kroppformater: [],
  utfall: { ...FELLES, ...utfall },
});

const post = (
  mal: string,
  pakker: readonly PakkeId[],
  utfall: Readonly<Record<string, Form>>,
): Operasjon => ({
  ...get(mal, pakker, BEGGE, { ...LISTE, ...utfall }),
  metode: 'POST',
  kroppformater: BEGGE,
});

/** HEAD is in the seeds' examples alone: it tells whether one may ask, and never has a body. */
const head = (mal: string): Operasjon => ({
  metode: 'HEAD',
  mal,
  pakker: ALLE_PAKKER,
  formater: ['json'],
  kroppformater: [],
  utfall: { '200 tilgang': 'Tom', '401 ukjent virksomhet': 'Tom', '403 virksomhet uten pakken': 'Tom' },
});

export const OPERASJONER: readonly Operasjon[] = [
  get('personer', ALLE_PAKKER, ['json'], { '200 tilgang': 'Tom' }),
  head('personer'),
  get('personer/{personidentifikator}', MED_OPPSLAG, BEGGE, {
    ...UGYLDIG_PART,
    '200 gjeldende nummer': 'Folkeregisterperson',
    '200 tidligere nummer': 'Folkeregisterperson',
    '200 fiendtlig navn': 'Folkeregisterperson',
    '400 ikke elleve siffer': FEILMELDING,
    '404 ukjent person': FEILMELDING,
  }),
  post('personer/bulkoppslag', MED_OPPSLAG, {
    ...UGYLDIG_PART,
    '200 uordnet': 'PersonBulkoppslag',
    '200 som bestilt': 'PersonBulkoppslag',
  }),
  get('personer/entydigsoek', ALLE_PAKKER, BEGGE, {
    ...UGYLDIG_PART,
    '200 ett treff': 'Folkeregisterperson',
    '400 ugyldig verdi': FEILMELDING,
    '400 uten rett til treff': FEILMELDING,
    '404 ingen treff': FEILMELDING,
    '404 flere treff': FEILMELDING,
  }),
  get('personer/soek', MED_OPPSLAG, BEGGE, {
    '200 alle kriterier': 'Personsoek',
    '200 flere treff': 'Personsoek',
    '200 ingen treff': 'Personsoek',
    '400 ugyldig verdi': FEILMELDING,
    '400 for mange treff': FEILMELDING,
  }),
  get('personer/xsd', ALLE_PAKKER, ['xml'], { '200 skjema': 'Xsd' }),
  get('personer/arkiv/{dokumentidentifikator}', BARE_MED_HJEMMEL, BEGGE, {
    ...DOKUMENT,
    ...UGYLDIG_PART,
    '200 en versjon': 'Folkeregisterperson',
  }),
  post('personer/bulkoppslag/arkiv', BARE_MED_HJEMMEL, {
    ...UGYLDIG_PART,
    '200 kjente og ukjente': 'ArkivBulkoppslag',
  }),
  get('hendelser/feed', ALLE_PAKKER, FEED, { ...FEEDSIDE, '404 annet enn et nummer': 'FeilForEksterne' }),
  head('hendelser/feed'),
  get('hendelser/feed/tilpasset', ALLE_PAKKER, FEED, {
    ...FEEDSIDE,
    '200 én kommune': 'Feedside',
    '400 ugyldig kommunenummer': FEILMELDING,
  }),
  head('hendelser/feed/tilpasset'),
  get('hendelser/siste/sekvensnummer', ALLE_PAKKER, [...BEGGE, 'tekst'], { '200 tallet': 'Sekvensnummer' }),
  get('hendelser/xsd', ALLE_PAKKER, ['xml'], { '200 skjema': 'Xsd' }),
  get('hendelser/feedxsd', ALLE_PAKKER, ['xml'], { '200 skjema': 'Xsd' }),
  get('hendelser/{hendelsesidentifikator}', BARE_MED_HJEMMEL, BEGGE, {
    ...DOKUMENT,
    '200 registrert': 'DokumentForHendelse',
    '200 annullert': 'DokumentForHendelse',
  }),
  post('hendelser/bulkoppslag', BARE_MED_HJEMMEL, { '200 kjente og ukjente': 'HendelseBulkoppslag' }),
  get('uttrekk/komplett', BARE_MED_HJEMMEL, BEGGE, {
    '200 jobb': 'UttrekkJobb',
    '200 jobb til et sekvensnummer': 'UttrekkJobb',
    '400 ugyldig sekvensnummer': 'UttrekkJobbfeil',
    '429 for mange jobber': 'UttrekkJobbfeil',
  }),
  {
    ...get('uttrekk/tilpasset', MED_OPPSLAG, BEGGE, {
      '200 jobb': 'UttrekkJobb',
      '400 uleselig kropp': 'UttrekkJobbfeil',
      '400 uten personstatustyper': 'UttrekkJobbfeil',
      '400 to kommuner': 'UttrekkJobbfeil',
      '413 for stor kropp': FEILMELDING,
      '429 for mange jobber': 'UttrekkJobbfeil',
    }),
    metode: 'POST',
    kroppformater: ['json'],
  },
  get('uttrekk/{jobbid}/batch/{batchnr}', MED_OPPSLAG, BEGGE, {
    '200 batch': 'UttrekkData',
    '200 forbi siste': 'UttrekkSlutt',
    '400 ugyldig batchnr': 'UttrekkDatafeil',
    '404 ikke ferdig': 'UttrekkDatafeil',
    '410 ukjent jobb': 'UttrekkDatafeil',
    '410 bestilt i en annen pakke': 'UttrekkDatafeil',
  }),
];
