/**
 * The named states that the simulator can be put in, for people and tests that want a situation and not a fault's name.
 * One table: the sentence is for people, the faults are those of `simulator/register/feilliste.ts`.
 */
import type { Feilvalg } from '../register/feil.ts';

export type Scenario = { navn: string; beskrivelse: string; feil: readonly Feilvalg[] };

export const SCENARIOER: readonly Scenario[] = [
  { navn: 'normal', beskrivelse: 'Registeret svarer riktig og raskt.', feil: [] },
  {
    navn: 'treg',
    beskrivelse: 'Hvert svar bruker 2 sekunder.',
    feil: [{ feil: 'forsinkelse-ms', verdi: 2_000 }],
  },
  {
    navn: 'svaert-treg',
    beskrivelse: 'Hvert svar bruker 60 sekunder, lenger enn klienter flest venter.',
    feil: [{ feil: 'forsinkelse-ms', verdi: 60_000 }],
  },
  {
    navn: 'over-taalmodigheten',
    beskrivelse: 'Hvert svar bruker 10 sekunder, mer enn et oppslag kan vente.',
    feil: [{ feil: 'forsinkelse-ms', verdi: 10_000 }],
  },
  { navn: 'henger', beskrivelse: 'Registeret tar imot kallet og svarer aldri.', feil: [{ feil: 'henger' }] },
  {
    navn: 'drypp',
    beskrivelse: 'Svaret kommer én byte i sekundet.',
    feil: [{ feil: 'drypp', verdi: 1_000 }],
  },
  { navn: 'nede', beskrivelse: 'Alle kall gir 500 med kode FREG-001.', feil: [{ feil: 'status-500' }] },
  { navn: 'stengt', beskrivelse: 'Alle kall gir 503.', feil: [{ feil: 'status-503' }] },
  {
    navn: 'bulk-stengt',
    beskrivelse: 'Bulkoppslag gir 503; alt annet svarer.',
    feil: [{ feil: 'status-503', tjeneste: 'bulkoppslag' }],
  },
  {
    navn: 'pakke-stengt',
    beskrivelse: 'Alle kall i offentlig-uten-hjemmel gir 503; de andre pakkene svarer.',
    feil: [{ feil: 'status-503', pakke: 'offentlig-uten-hjemmel' }],
  },
  {
    navn: 'ustabil',
    beskrivelse: 'Hvert femte kall, tilfeldig fordelt, gir 500.',
    feil: [{ feil: 'status-500', andel: 0.2 }],
  },
  {
    navn: 'blaff',
    beskrivelse: 'Det neste kallet gir 500, så er alt i orden igjen.',
    feil: [{ feil: 'status-500', antall: 1 }],
  },
  {
    navn: 'vaklende',
    beskrivelse: 'De to neste kallene gir 500, så er alt i orden igjen.',
    feil: [{ feil: 'status-500', antall: 2 }],
  },
  {
    navn: 'brutt',
    beskrivelse: 'Forbindelsen brytes midt i svaret.',
    feil: [{ feil: 'brutt-forbindelse' }],
  },
  {
    navn: 'strupet',
    beskrivelse: 'Alle kall gir 429 med Retry-After i millisekunder, som registeret selv skriver.',
    feil: [{ feil: 'retry-after-ms', verdi: 1_500 }],
  },
  {
    navn: 'strupet-sekunder',
    beskrivelse: 'Alle kall gir 429 med Retry-After i sekunder, som HTTP sier.',
    feil: [{ feil: 'retry-after-s', verdi: 5 }],
  },
  {
    navn: 'brannmur',
    beskrivelse: 'Brannmuren foran registeret avviser med en HTML-side og 403.',
    feil: [{ feil: 'brannmur-html-403' }],
  },
  {
    navn: 'brannmur-200',
    beskrivelse: 'Brannmurens HTML-side kommer med status 200.',
    feil: [{ feil: 'brannmur-html-200' }],
  },
  {
    navn: 'feil-person',
    beskrivelse: 'Svaret gjelder en annen person enn den det ble spurt etter.',
    feil: [{ feil: 'feil-person' }],
  },
  {
    navn: 'ugyldig-svar',
    beskrivelse: 'Svaret er avkortet, så det ikke er gyldig JSON.',
    feil: [{ feil: 'avkortet-json' }],
  },
  { navn: 'tomt-svar', beskrivelse: 'Svaret er 200 uten innhold.', feil: [{ feil: 'tomt-svar' }] },
  {
    navn: 'stort-svar',
    beskrivelse: 'Svaret er 100 MB.',
    feil: [{ feil: 'stort-svar', verdi: 100 * 1024 * 1024 }],
  },
  {
    navn: 'feil-innholdstype',
    beskrivelse: 'Svaret er riktig, men sier at det er noe annet enn JSON.',
    feil: [{ feil: 'feil-innholdstype' }],
  },
  {
    navn: 'ukjent-felt',
    beskrivelse: 'Svaret har felt som ingen dokumentasjon nevner.',
    feil: [{ feil: 'ukjent-felt' }],
  },
  {
    navn: 'utlogget',
    beskrivelse: 'Alle kall gir 401.',
    feil: [{ feil: 'status-401' }],
  },
  {
    navn: 'mangler-tilgang',
    beskrivelse: 'Alle kall gir 403 i registerets form, som om rettighetspakken var tatt bort.',
    feil: [{ feil: 'status-403' }],
  },
  {
    navn: 'falske-404',
    beskrivelse: 'Alle kall gir 404, som under registerets avbrudd i april 2024. Personene finnes likevel.',
    feil: [{ feil: 'status-404' }],
  },
  {
    navn: 'feil-i-bulk',
    beskrivelse: 'I bulksvar mangler en person, en er der to ganger, og to har byttet dokument.',
    feil: [
      { feil: 'bulk-byttet', verdi: 2 },
      { feil: 'bulk-dobbel', verdi: 1 },
      { feil: 'bulk-mangler', verdi: 0 },
    ],
  },
  {
    navn: 'uttrekk-fullt',
    beskrivelse: 'Bestilling av uttrekk gir 429, som den ellevte jobben får.',
    feil: [{ feil: 'uttrekk-fullt' }],
  },
  {
    navn: 'uttrekk-tregt',
    beskrivelse: 'De 200 neste spørsmålene etter en batch gir 404: ikke klar.',
    feil: [{ feil: 'batch-ikke-klar', antall: 200 }],
  },
  {
    navn: 'uttrekk-aldri-klart',
    beskrivelse: 'Ingen batch blir noen gang klar.',
    feil: [{ feil: 'batch-ikke-klar' }],
  },
  {
    navn: 'uttrekk-tomt',
    beskrivelse: 'Uttrekket har ingen treff: batch 0 er {}.',
    feil: [{ feil: 'batch-tom', verdi: 0 }],
  },
  {
    navn: 'uttrekk-hull',
    beskrivelse: 'Batch 1 er {}, som om uttrekket var slutt, men batch 2 har mer.',
    feil: [{ feil: 'batch-tom', verdi: 1 }],
  },
  {
    navn: 'uttrekk-dobbelt',
    beskrivelse: 'Den første identifikatoren i hver batch er der to ganger, som i komplett uttrekk før 2021.',
    feil: [{ feil: 'batch-dobbel' }],
  },
  {
    navn: 'bestilling-uviss',
    beskrivelse: 'Uttrekk blir bestilt, men forbindelsen brytes før svaret kommer.',
    feil: [
      { feil: 'brutt-etter-behandling', tjeneste: 'uttrekkKomplett' },
      { feil: 'brutt-etter-behandling', tjeneste: 'uttrekkTilpasset' },
    ],
  },
  {
    navn: 'feed-uorden',
    beskrivelse: 'Feeden mangler en hendelse, har en to ganger, og går baklengs.',
    feil: [{ feil: 'feed-hull', verdi: 1 }, { feil: 'feed-dobbel', verdi: 0 }, { feil: 'feed-bakover' }],
  },
  {
    navn: 'ute-av-nettet',
    beskrivelse: 'Ingen lytter på registerets port det neste minuttet.',
    feil: [{ feil: 'tilkobling-nektes', varighetMs: 60_000 }],
  },
  {
    navn: 'doegnvill',
    beskrivelse: 'Registerets og Maskinportens klokker går to minutter foran.',
    feil: [
      { feil: 'klokke-skjev', verdi: 120 },
      { feil: 'klokke-skjev', verdi: 120, tjeneste: 'maskinporten' },
    ],
  },
  {
    navn: 'maskinporten-nede',
    beskrivelse: 'Maskinporten svarer 503 den neste halvtimen; registeret er friskt.',
    feil: [{ feil: 'status-503', tjeneste: 'maskinporten', varighetMs: 30 * 60_000 }],
  },
  {
    navn: 'krr-nede',
    beskrivelse: 'Kontakt- og reservasjonsregisteret svarer 503; registeret er friskt.',
    feil: [{ feil: 'status-503', tjeneste: 'krr' }],
  },
];

export function findScenario(navn: string): Scenario | undefined {
  return SCENARIOER.find((scenario) => scenario.navn === navn);
}
