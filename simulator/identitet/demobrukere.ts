/**
 * The people who can sign in. Groups are all that the portal may build rights on: `folkeregister-<rolle>`,
 * `folkeregister-fortrolig`, `folkeregister-skjermede` and `folkeregister-pakke-<rettighetspakke>`; a user without groups has no rights at all.
 * The users are those of the product's demo (product.md section 10) and one for each other rettighetspakke.
 */
import { NUMMER } from '../befolkning/scenarioer/nummer.ts';
import { listPakker, type PakkeId } from '../kontrakt/pakker.ts';

/**
 * `grupper` is the groups claim as it is issued; `enhet` the department claim; `pid` the person the user is in the register,
 * for those who are somebody there.
 */
export type Demobruker = {
  brukernavn: string;
  navn: string;
  enhet: string;
  grupper: readonly string[];
  pid?: string;
};

const MED_HJEMMEL: PakkeId = 'offentlig-med-hjemmel';
const PAKKE_MED_HJEMMEL = `folkeregister-pakke-${MED_HJEMMEL}`;
const ANDRE_PAKKER = listPakker().filter((pakke) => pakke !== MED_HJEMMEL);

export const DEMOBRUKERE: readonly Demobruker[] = [
  {
    brukernavn: 'saksbehandler',
    navn: 'Stødig Saksbehandler',
    enhet: 'Saksbehandling nord',
    grupper: ['folkeregister-saksbehandler', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'saksbehandler-fortrolig',
    navn: 'Varsom Saksbehandler',
    enhet: 'Saksbehandling skjermet',
    grupper: ['folkeregister-saksbehandler', 'folkeregister-fortrolig', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'saksbehandler-naer',
    navn: 'Nær Saksbehandler',
    enhet: 'Saksbehandling nord',
    grupper: ['folkeregister-saksbehandler', PAKKE_MED_HJEMMEL],
    pid: NUMMER['skilt-og-gift-igjen'],
  },
  {
    brukernavn: 'saksbehandler-skjermede',
    navn: 'Betrodd Saksbehandler',
    enhet: 'Saksbehandling skjermet',
    grupper: ['folkeregister-saksbehandler', 'folkeregister-skjermede', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'analytiker',
    navn: 'Grundig Analytiker',
    enhet: 'Analyse',
    grupper: ['folkeregister-analytiker', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'analytiker-to',
    navn: 'Nøye Analytiker',
    enhet: 'Analyse',
    grupper: ['folkeregister-analytiker', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'analytiker-leder',
    navn: 'Travel Avdelingsleder',
    enhet: 'Analyse',
    grupper: ['folkeregister-analytiker', 'folkeregister-leder', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'saksbehandler-analytiker',
    navn: 'Allsidig Saksbehandler',
    enhet: 'Analyse',
    grupper: ['folkeregister-saksbehandler', 'folkeregister-analytiker', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'leder',
    navn: 'Rolig Leder',
    enhet: 'Saksbehandling nord',
    grupper: ['folkeregister-leder', PAKKE_MED_HJEMMEL],
  },
  {
    brukernavn: 'administrator',
    navn: 'Ryddig Administrator',
    enhet: 'IT-drift',
    grupper: ['folkeregister-administrator'],
  },
  {
    brukernavn: 'personvernombud',
    navn: 'Våkent Personvernombud',
    enhet: 'Personvern',
    grupper: ['folkeregister-personvernombud', PAKKE_MED_HJEMMEL],
  },
  ...ANDRE_PAKKER.map((pakke) => ({
    brukernavn: `saksbehandler-${pakke}`,
    navn: `Saksbehandler ${pakke.replaceAll('-', ' ')}`,
    enhet: 'Prøveenhet for rettighetspakker',
    grupper: ['folkeregister-saksbehandler', `folkeregister-pakke-${pakke}`],
  })),
  { brukernavn: 'uten-tilgang', navn: 'Nysgjerrig Nyansatt', enhet: 'Resepsjon', grupper: [] },
];

/** The user with this name as typed: surrounding space and capital letters do not matter. */
export function findDemobruker(brukernavn: string): Demobruker | undefined {
  const soekt = brukernavn.trim().toLowerCase();
  return DEMOBRUKERE.find((bruker) => bruker.brukernavn === soekt);
}
