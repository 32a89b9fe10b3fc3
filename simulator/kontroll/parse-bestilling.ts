/**
 * What somebody wrote after `npm run scenario`: a scenario or a fault, and limits as `name=value`. Options with dashes
 * would be npm's own.
 */
import { findForslag } from '../forslag.ts';
import { FEIL, isFeilNavn } from '../register/feilliste.ts';
import { FEILVALG } from '../register/parse-feilvalg.ts';
import { findScenario, SCENARIOER } from './scenarioer.ts';

/** What to send to the control port, and the sentence to say when it has been done. */
export type Bestilling = { metode: 'PUT' | 'POST'; sti: string; kropp: object; beskrivelse: string };

const GRENSER = FEILVALG.filter((navn) => navn !== 'feil');
const TEKSTER = ['tjeneste', 'pakke', 'nummer'];

/** Throws an Error with a sentence. That the values fit is for the simulator to say. */
export function parseBestilling([navn = '', ...resten]: readonly string[]): Bestilling {
  const grenser = Object.fromEntries(resten.map(parseGrense));
  const scenario = findScenario(navn);
  if (scenario) {
    const { beskrivelse } = scenario;
    return { metode: 'PUT', sti: `/scenario/${navn}`, kropp: grenser, beskrivelse };
  }
  if (isFeilNavn(navn))
    return { metode: 'POST', sti: '/feil', kropp: { feil: navn, ...grenser }, beskrivelse: FEIL[navn].hva };
  const kjente = [...SCENARIOER.map((en) => en.navn), ...Object.keys(FEIL)];
  throw new Error(`Ukjent scenario «${navn}». ${findForslag(navn, [...new Set(kjente)])}`);
}

function parseGrense(skrevet: string): [string, string | number] {
  const [navn = '', verdi] = skrevet.replace(/^--/, '').split('=', 2);
  if (verdi === undefined || !GRENSER.some((en) => en === navn))
    throw new Error(`Forsto ikke «${skrevet}». Skriv navn=verdi, der navn er ${GRENSER.join(', ')}.`);
  return [navn, TEKSTER.includes(navn) ? verdi : Number(verdi)];
}

/** How to use it, and everything that can be ordered, in two columns. */
export function showBestillinger(): string {
  const feil = Object.entries(FEIL).map(([navn, { hva, verdi, enhet }]): [string, string] => [
    navn,
    verdi === undefined ? hva : `${hva} (verdi=${verdi} ${enhet})`,
  ]);
  return `Bruk: npm run scenario NAVN [${GRENSER.map((navn) => `${navn}=…`).join('] [')}]

Scenarioer, ett om gangen:
${toKolonner(SCENARIOER.map(({ navn, beskrivelse }) => [navn, beskrivelse]))}

Feil, som legges til dem som er der fra før:
${toKolonner(feil)}

For eksempel: npm run scenario status-503 tjeneste=soek andel=0.2
Slutt på alt: npm run scenario normal`;
}

function toKolonner(rader: readonly (readonly [string, string])[]): string {
  const bredde = Math.max(...rader.map(([navn]) => navn.length));
  return rader.map(([navn, tekst]) => `  ${navn.padEnd(bredde)}  ${tekst}`).join('\n');
}
