/** What verification found, each as one sentence that says what was done and where. */
import type { Funn, Radsted } from '#lib/server/revisjonslogg/verifisering/funn.ts';

const showRad = ({ id, tidspunkt, indeks }: Radsted): string =>
  `Rad ${id} (${tidspunkt}${indeks === null ? '' : `, blad ${indeks}`})`;

const showRange = (ett: string, flere: string, fra: number, til: number): string =>
  fra === til ? `${ett} ${fra}` : `${flere} ${fra} til ${til}`;

/** One sentence in Norwegian, with the kind first so that lines can be searched and counted. */
export function showFunn(funn: Funn): string {
  return `${funn.slag}: ${showSentence(funn)}`;
}

function showSentence(funn: Funn): string {
  switch (funn.slag) {
    case 'rad-endret':
      return `${showRad(funn.rad)} sier noe annet enn da den ble forseglet.`;
    case 'rad-fjernet':
      return `${showRad(funn.rad)} er forseglet, men finnes ikke lenger.`;
    case 'rad-satt-inn-etter':
      return `${showRad(funn.rad)} står blant forseglede rader, men ble aldri forseglet: den er satt inn etterpå.`;
    case 'tidspunkt-avvik':
      return `${showRad(funn.rad)} ble skrevet på en annen tid enn den oppgir.`;
    case 'merke-feil':
      return `${showRad(funn.rad)} var endret eller satt inn av noen andre enn portalen da den ble forseglet.`;
    case 'merke-gjentatt':
      return `${showRad(funn.rad)} er en kopi av en annen rad, satt inn før den ble forseglet.`;
    case 'merke-tid':
      return `${showRad(funn.rad)} var flyttet i tid da den ble forseglet.`;
    case 'skriver-hull':
      return `${showRange('Rad nummer', 'Radene nummer', funn.fra, funn.til - 1)} fra skriver ${funn.skriver} ble skrevet, men fantes ikke da loggen ble forseglet ${funn.sett}.`;
    case 'blad-endret':
      return `Bladet til ${showRad(funn.rad)} er et annet enn vitnet har.`;
    case 'blad-mangler':
      return `${showRange('Blad', 'Bladene', funn.fra, funn.til - 1)} mangler, med sine rader.`;
    case 'blad-uten-sjekkpunkt':
      return `Fra blad ${funn.fra} finnes det ikke noe sjekkpunkt: det som dekket dem, er borte.`;
    case 'rot-avvik':
      return `Ved størrelse ${funn.stoerrelse} gir bladene en annen rot enn den som ble signert: noe før dette er endret.`;
    case 'ugyldig-signatur':
      return `Sjekkpunkt ${funn.nummer} i ${funn.kilde === 'logg' ? 'loggen' : 'vitnet'} er ikke signert med nøkkelen.`;
    case 'sjekkpunkt-mangler':
      return `${showRange('Sjekkpunkt', 'Sjekkpunktene', funn.fra, funn.til)} mangler i loggen.`;
    case 'sjekkpunkt-avvik':
      return `Sjekkpunkt ${funn.nummer} er et annet i loggen enn hos vitnet.`;
    case 'subjekt-uten-rad':
      return `En person er knyttet til en rad som ikke finnes (${funn.radId}, ${funn.tidspunkt}).`;
    case 'to-utfall':
      return `Kallet ${funn.kallId} har mer enn ett utfall.`;
  }
}
