/** Who can sign in, and as what (simulator/identitet/demobrukere.ts, config/tilgang.json). */

/** The demo users with their roles, none included. */
export const BRUKERE: [string, string[]][] = [
  ['saksbehandler', ['saksbehandler']],
  ['saksbehandler-fortrolig', ['saksbehandler']],
  ['analytiker', ['analytiker']],
  ['analytiker-leder', ['analytiker', 'leder']],
  ['saksbehandler-analytiker', ['saksbehandler', 'analytiker']],
  ['leder', ['leder']],
  ['administrator', ['administrator']],
  ['personvernombud', ['personvernombud']],
  ['uten-tilgang', []],
];
