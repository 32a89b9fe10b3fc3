/**
 * What a fault does to an answer: either replaces it or bends it. Pure; how bytes are sent is `send-svar.ts`.
 * Source of the shapes: freg-contract.md section 1.3.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import { AVSLAG, FREG_001 } from '../kontrakt/feilmeldinger.ts';
import type { Treff } from './feil.ts';
import { type Ferdig, type Svar, TOM, toAvslag } from './svar.ts';

/** A page in the firewall's manner: HTML, no word of the register, a support id that the client should keep. */
const BRANNMURSIDE =
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. ' +
  'Please consult with your administrator.<br><br>Your support ID is: 4810000000000000001</body></html>';

const toForMange = (retryAfter: number): Svar => ({
  status: 429,
  kropp: TOM,
  headere: { 'Retry-After': String(retryAfter) },
});

const toTjenestefeil = (status: number): Svar => ({
  status,
  kropp: { slag: 'data', rot: 'feil', verdi: FREG_001 },
});

const toBrannmur = (status: number): Svar => ({
  status,
  kropp: { slag: 'tekst', type: 'text/html; charset=utf-8', tekst: BRANNMURSIDE },
});

/** The answer that the fault gives instead of the register's; undefined for faults that need the real one. */
export function findErstatning({ feil, verdi }: Treff): Svar | undefined {
  switch (feil) {
    case 'status-400':
      return toAvslag(AVSLAG.ugyldigInput);
    case 'status-401':
      return toAvslag(AVSLAG.ukjentKonsument);
    case 'status-403':
      return toAvslag(AVSLAG.manglerTilgang);
    case 'status-404':
      return toAvslag(AVSLAG.ukjentPerson);
    case 'status-406':
      return toAvslag(AVSLAG.ugyldigPart);
    case 'status-429':
      return toForMange(1_000);
    case 'retry-after-ms':
    case 'retry-after-s':
      return toForMange(verdi);
    case 'status-500':
      return toTjenestefeil(500);
    case 'status-503':
      return toTjenestefeil(503);
    case 'brannmur-html-403':
      return toBrannmur(403);
    case 'brannmur-html-200':
      return toBrannmur(200);
    case 'tomt-svar':
      return { status: 200, kropp: TOM };
    default:
      return undefined;
  }
}

/** The population with every document exchanged for the next person's. */
export function toForvekslet(befolkning: Befolkning): Befolkning {
  return {
    antall: befolkning.antall,
    scenariopersoner: befolkning.scenariopersoner,
    findPerson: (nummer) => befolkning.findPerson(nummer),
    findEntydig: (kriterier) => befolkning.findEntydig(kriterier),
    getDokument: (person) => befolkning.getDokument((person + 1) % befolkning.antall),
  };
}

/** Adds an egenskap that no contract knows, as a newer register would. */
export function addUkjentFelt(svar: Svar): Svar {
  if (svar.status !== 200 || svar.kropp.slag !== 'data') return svar;
  const nyOpplysning = [{ erGjeldende: true, kilde: 'KILDE_NY', nyVerdi: 'ny' }];
  return { ...svar, kropp: { ...svar.kropp, verdi: { ...svar.kropp.verdi, nyOpplysning } } };
}

/** Bends the finished bytes: cut in the middle, or called something else than they are. */
export function toForvrengt(ferdig: Ferdig, feil: Treff['feil'] | undefined): Ferdig {
  if (feil === 'avkortet-json') return { ...ferdig, tekst: ferdig.tekst.slice(0, ferdig.tekst.length >> 1) };
  if (feil === 'feil-innholdstype')
    return { ...ferdig, headere: { ...ferdig.headere, 'Content-Type': 'text/plain' } };
  return ferdig;
}
