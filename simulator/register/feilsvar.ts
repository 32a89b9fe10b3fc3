/**
 * The answers that faults give instead of the register's, and what they do to the finished bytes. Pure; how bytes are
 * sent is `send-svar.ts`, what faults do to data is `feildata.ts`.
 * Source of the shapes: freg-contract.md section 1.3.
 */
import { AVSLAG, FREG_001, toFeilmeldingForEksterne } from '../kontrakt/feilmeldinger.ts';
import type { Tjeneste } from '../kontrakt/pakker.ts';
import type { Treff } from './feil.ts';
import { type Ferdig, type Svar, TOM, toAvslag, toData } from './svar.ts';
import { toDatafeil, toForMangeJobber } from './uttrekkssvar.ts';

/** A page in the firewall's manner: HTML, no word of the register, a support id that the client should keep. */
const BRANNMURSIDE =
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. ' +
  'Please consult with your administrator.<br><br>Your support ID is: 4810000000000000001</body></html>';

export const toForMange = (retryAfter: number): Svar => ({
  status: 429,
  kropp: TOM,
  headere: { 'Retry-After': String(retryAfter) },
});

/** Never sent: the connection is closed instead. */
const UTEN_SVAR: Svar = { status: 0, kropp: TOM };

const toTjenestefeil = (status: number): Svar => ({
  status,
  kropp: { slag: 'data', rot: 'feil', verdi: FREG_001 },
});

const toBrannmur = (status: number): Svar => ({
  status,
  kropp: { slag: 'tekst', type: 'text/html; charset=utf-8', tekst: BRANNMURSIDE },
});

/** A 404 looks as the service's own does, so that nothing tells it from a true one. */
function toIkkeFunnet(tjeneste: Tjeneste | undefined): Svar {
  switch (tjeneste) {
    case 'entydigsoek':
      return toAvslag(AVSLAG.ikkeEntydig);
    case 'arkiv':
    case 'hendelsesdokument':
      return toAvslag(AVSLAG.ukjentDokument);
    case 'uttrekkBatch':
      return toDatafeil(404, 'Uttrekket er ikke ferdig.');
    case 'hendelsesliste':
      return {
        status: 404,
        kropp: {
          slag: 'data',
          rot: 'error',
          verdi: toFeilmeldingForEksterne(AVSLAG.feilUri, '00000000-0000-4000-8000-000000000000'),
        },
      };
    default:
      return toAvslag(AVSLAG.ukjentPerson);
  }
}

/** The answer that the fault gives instead of the service's; undefined for faults that need the real one. */
export function findErstatning({ feil, verdi }: Treff, tjeneste: Tjeneste | undefined): Svar | undefined {
  switch (feil) {
    case 'status-400':
      return toAvslag(AVSLAG.ugyldigInput);
    case 'status-401':
      return toAvslag(AVSLAG.ukjentKonsument);
    case 'status-403':
      return toAvslag(AVSLAG.manglerTilgang);
    case 'status-404':
      return toIkkeFunnet(tjeneste);
    case 'status-406':
      return toAvslag(AVSLAG.ugyldigPart);
    case 'status-410':
      return toDatafeil(410, 'Uttrekket finnes ikke.');
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
    case 'brutt-foer-behandling':
      return UTEN_SVAR;
    case 'uttrekk-fullt':
      return toForMangeJobber();
    case 'batch-ikke-klar':
      return toDatafeil(404, 'Uttrekket er ikke ferdig.');
    case 'batch-tom':
      return toData('uttrekkDataResponse', {});
    case 'for-gammelt-sekvensnummer':
      return toAvslag(AVSLAG.forGammeltSekvensnummer);
    default:
      return undefined;
  }
}

/** Bends the finished bytes: cut in the middle, begun with a mark, called or dated as something they are not. */
export function toForvrengt(ferdig: Ferdig, treff: readonly Treff[]): Ferdig {
  return treff.reduce((forrige, en) => forvreng(forrige, en), ferdig);
}

function forvreng(ferdig: Ferdig, { feil, verdi }: Treff): Ferdig {
  switch (feil) {
    case 'avkortet-json': {
      const kropp = Buffer.concat(ferdig.kropp);
      return { ...ferdig, kropp: [kropp.subarray(0, kropp.length >> 1)] };
    }
    case 'bom':
      return { ...ferdig, kropp: [Buffer.from('\uFEFF'), ...ferdig.kropp] };
    case 'feil-innholdstype':
      return { ...ferdig, headere: { ...ferdig.headere, 'Content-Type': 'text/plain' } };
    case 'klokke-skjev': {
      const dato = new Date(Date.now() + verdi * 1_000);
      return { ...ferdig, headere: { ...ferdig.headere, Date: dato.toUTCString() } };
    }
    default:
      return ferdig;
  }
}
