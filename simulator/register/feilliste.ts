/**
 * Every fault that can be switched on, in one table: where it strikes, what its number means and what it needs.
 * Rule: a fault is here, in `simulator/README.md` and in `feilsvar.integration.test.ts`, or it does not exist.
 * Source of the list: freg-contract.md sections 1.3 and 8, and what a client's own test matrix asks of its register.
 */
import type { Tjeneste } from '../kontrakt/pakker.ts';

/**
 * - `kall`: one request. - `forbindelse`: one connection, before anybody knows who is there. - `tjener`: the whole
 * server for as long as the fault is set.
 */
export type Feilsted = 'kall' | 'forbindelse' | 'tjener';

/**
 * `hva` is for people. `verdi` is the standard of the number that the fault takes and `enhet` what it counts; without
 * them the fault takes none.
 */
export type Feilegenskaper = {
  hva: string;
  sted: Feilsted;
  verdi?: number;
  enhet?: string;
  /** The services that it can do something to, and their templates; without it: all. */
  gjelder?: Feilomraade;
};
type Feilomraade = { tjenester: readonly Feiltjeneste[]; maler?: readonly string[] };

/** The servers beside the register that can have faults. */
export type Nabotjeneste = 'maskinporten' | 'krr';
/** What a fault can be limited to. */
export type Feiltjeneste = Tjeneste | Nabotjeneste;

const PERSON: Feilomraade = {
  tjenester: ['oppslag', 'entydigsoek', 'bulkoppslag', 'arkiv'],
  maler: [
    'personer/{personidentifikator}',
    'personer/entydigsoek',
    'personer/bulkoppslag',
    'personer/arkiv/{dokumentidentifikator}',
    'personer/bulkoppslag/arkiv',
  ],
};
const BULK: Feilomraade = {
  tjenester: ['bulkoppslag', 'arkiv', 'hendelsesdokument'],
  maler: ['personer/bulkoppslag', 'personer/bulkoppslag/arkiv', 'hendelser/bulkoppslag'],
};
const BESTILLING: Feilomraade = {
  tjenester: ['uttrekkKomplett', 'uttrekkTilpasset'],
  maler: ['uttrekk/komplett', 'uttrekk/tilpasset'],
};
const BATCH: Feilomraade = { tjenester: ['uttrekkBatch'], maler: ['uttrekk/{jobbid}/batch/{batchnr}'] };
const TOKEN: Feilomraade = { tjenester: ['maskinporten'] };
const FEED: Feilomraade = {
  tjenester: ['hendelsesliste'],
  maler: ['hendelser/feed', 'hendelser/feed/tilpasset'],
};

const FEILTABELL = {
  'forsinkelse-ms': { hva: 'Venter før alt annet.', sted: 'kall', verdi: 2_000, enhet: 'ms' },
  'status-400': { hva: '400.', sted: 'kall' },
  'status-401': { hva: '401.', sted: 'kall' },
  'status-403': { hva: '403.', sted: 'kall' },
  'status-404': { hva: '404, som tjenestens egen.', sted: 'kall' },
  'status-406': { hva: '406.', sted: 'kall' },
  'status-410': { hva: '410.', sted: 'kall' },
  'status-429': { hva: '429 med Retry-After 1000.', sted: 'kall' },
  'status-500': { hva: '500 med FREG-001.', sted: 'kall' },
  'status-503': { hva: '503.', sted: 'kall' },
  'retry-after-ms': {
    hva: '429 med Retry-After i millisekunder, som registeret selv skriver.',
    sted: 'kall',
    verdi: 1_500,
    enhet: 'ms',
  },
  'retry-after-s': {
    hva: '429 med Retry-After i sekunder, som HTTP sier.',
    sted: 'kall',
    verdi: 5,
    enhet: 's',
  },
  'brannmur-html-403': { hva: 'Brannmurens HTML-side med 403.', sted: 'kall' },
  'brannmur-html-200': { hva: 'Brannmurens HTML-side med 200.', sted: 'kall' },
  'tomt-svar': { hva: '200 uten innhold.', sted: 'kall' },
  'uttrekk-fullt': {
    hva: '429 på bestilling av uttrekk, som den ellevte jobben får.',
    sted: 'kall',
    gjelder: BESTILLING,
  },
  'for-gammelt-sekvensnummer': {
    hva: '406 fra feeden, som om seq var eldre enn 36 måneder.',
    sted: 'kall',
    gjelder: FEED,
  },
  'batch-ikke-klar': { hva: '404: batchen er ikke klar.', sted: 'kall', gjelder: BATCH },
  'batch-tom': {
    hva: '{} for én batch, som etter den siste.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er batchens nummer',
    gjelder: BATCH,
  },
  'feil-person': { hva: 'Dokumentet til en annen person.', sted: 'kall', gjelder: PERSON },
  'bulk-mangler': {
    hva: 'En rad mangler i bulksvaret.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er radens plass',
    gjelder: BULK,
  },
  'bulk-dobbel': {
    hva: 'En rad er der to ganger.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er radens plass',
    gjelder: BULK,
  },
  'bulk-byttet': {
    hva: 'To rader har hverandres innhold.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er den første radens plass',
    gjelder: BULK,
  },
  'batch-mangler': {
    hva: 'En identifikator mangler i batchen.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er plassen',
    gjelder: BATCH,
  },
  'batch-dobbel': {
    hva: 'En identifikator er der to ganger.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er plassen',
    gjelder: BATCH,
  },
  'feed-hull': {
    hva: 'En hendelse mangler på siden.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er plassen',
    gjelder: FEED,
  },
  'feed-dobbel': {
    hva: 'En hendelse er der to ganger.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er plassen',
    gjelder: FEED,
  },
  'feed-bakover': { hva: 'Siden går baklengs.', sted: 'kall', gjelder: FEED },
  'feed-ugyldig': {
    hva: 'En hendelse sier bare sekvensnummeret sitt.',
    sted: 'kall',
    verdi: 0,
    enhet: 'er plassen',
    gjelder: FEED,
  },
  'ukjent-felt': { hva: 'Felt som ingen dokumentasjon nevner.', sted: 'kall' },
  'ukjent-kode': {
    hva: 'Status, sivilstand, gradering og hendelsestype med verdier som ingen dokumentasjon nevner.',
    sted: 'kall',
  },
  'token-ugyldig': { hva: 'Et token med en signatur som ikke stemmer.', sted: 'kall', gjelder: TOKEN },
  'avkortet-json': { hva: 'Svaret er kuttet, og lengden er den som er igjen.', sted: 'kall' },
  'lengde-for-stor': {
    hva: 'Content-Length er mer enn det som kommer; så lukkes forbindelsen.',
    sted: 'kall',
  },
  'lengde-for-liten': { hva: 'Content-Length er halvparten av det som kommer.', sted: 'kall' },
  bom: { hva: 'Et byte order mark foran svaret.', sted: 'kall' },
  'feil-innholdstype': { hva: 'Riktig svar med feil Content-Type.', sted: 'kall' },
  'klokke-skjev': {
    hva: 'Svarets Date går foran; under 0 går den etter.',
    sted: 'kall',
    verdi: 120,
    enhet: 's',
  },
  'stort-svar': { hva: '200 av denne størrelsen.', sted: 'kall', verdi: 100 * 1024 * 1024, enhet: 'byte' },
  'gzip-bombe': {
    hva: '200 på noen få megabyte som pakkes ut til denne størrelsen.',
    sted: 'kall',
    verdi: 4 * 1024 ** 3,
    enhet: 'byte',
  },
  drypp: { hva: 'Én byte om gangen.', sted: 'kall', verdi: 1_000, enhet: 'ms' },
  'brutt-foer-behandling': { hva: 'Forbindelsen lukkes i stedet for at noe blir gjort.', sted: 'kall' },
  'brutt-etter-behandling': {
    hva: 'Arbeidet blir gjort, og forbindelsen lukkes i stedet for et svar.',
    sted: 'kall',
  },
  'brutt-forbindelse': { hva: 'Forbindelsen brytes midt i svaret.', sted: 'kall' },
  'lukket-etterpaa': {
    hva: 'Riktig svar på en forbindelse som ser ut til å leve, og så lukkes.',
    sted: 'kall',
  },
  henger: { hva: 'Svarer aldri.', sted: 'kall' },
  'tregt-haandtrykk': { hva: 'TLS begynner sent.', sted: 'forbindelse', verdi: 5_000, enhet: 'ms' },
  'brutt-haandtrykk': { hva: 'Forbindelsen brytes før TLS.', sted: 'forbindelse' },
  'tilkobling-nektes': { hva: 'Ingen lytter på porten.', sted: 'tjener' },
  'tls-ny-noekkel': { hva: 'Et annet tjenersertifikat fra samme CA.', sted: 'tjener' },
  'tls-ny-ca': { hva: 'Et tjenersertifikat fra CA-en i fremmed-ca.pem.', sted: 'tjener' },
  'tls-utloept': { hva: 'Et tjenersertifikat som er utløpt.', sted: 'tjener' },
  'tls-feil-navn': { hva: 'Et tjenersertifikat for en annen vert.', sted: 'tjener' },
  'tls-tilbakekalt': { hva: 'Et tjenersertifikat som crl.pem kaller tilbake.', sted: 'tjener' },
  'klientsertifikat-tilbakekalt': {
    hva: 'Klientsertifikatet virksomhet avvises som tilbakekalt; virksomhet-ny er godt.',
    sted: 'tjener',
  },
} as const satisfies Record<string, Feilegenskaper>;

export type FeilNavn = keyof typeof FEILTABELL;

/** Every fault by name, in the order of the README. */
export const FEIL: Readonly<Record<FeilNavn, Feilegenskaper>> = FEILTABELL;

export function isFeilNavn(navn: unknown): navn is FeilNavn {
  return typeof navn === 'string' && Object.hasOwn(FEIL, navn);
}
