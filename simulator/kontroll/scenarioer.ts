/**
 * The named states that the register can be put in, for people and tests that want a situation and not a fault's
 * name. One table: the sentence is for people, the faults are those of `simulator/register/feil.ts`.
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
  { navn: 'henger', beskrivelse: 'Registeret tar imot kallet og svarer aldri.', feil: [{ feil: 'henger' }] },
  {
    navn: 'drypp',
    beskrivelse: 'Svaret kommer én byte i sekundet.',
    feil: [{ feil: 'drypp', verdi: 1_000 }],
  },
  { navn: 'nede', beskrivelse: 'Alle kall gir 500 med kode FREG-001.', feil: [{ feil: 'status-500' }] },
  { navn: 'stengt', beskrivelse: 'Alle kall gir 503.', feil: [{ feil: 'status-503' }] },
  {
    navn: 'ustabil',
    beskrivelse: 'Hvert femte kall, tilfeldig fordelt, gir 500.',
    feil: [{ feil: 'status-500', andel: 0.2 }],
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
];

export function findScenario(navn: string): Scenario | undefined {
  return SCENARIOER.find((scenario) => scenario.navn === navn);
}

/** The scenarios as lines of text: name, then the sentence, in two columns. */
export function showScenarioer(): string {
  const bredde = Math.max(...SCENARIOER.map(({ navn }) => navn.length));
  return SCENARIOER.map(({ navn, beskrivelse }) => `  ${navn.padEnd(bredde)}  ${beskrivelse}`).join('\n');
}
