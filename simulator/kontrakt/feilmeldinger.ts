/**
 * What the register says when it does not answer with data: status, body and texts.
 * Rule: texts and codes are those of the sources; where they have none, the text is plain and there is no code.
 * Source: freg-contract.md sections 1.2 and 1.3; section 9 no 5: shapes per endpoint as in OpenAPI 1.6.2.
 */

/** OpenAPI: FolkeregisterFeilmelding. Used for 401, 403 and 406, and (assumption) for 400 and 404 of personer. */
export type Feilmelding = {
  httpStatus: number;
  alvorlighetsgrad: string;
  feilkode?: string;
  feilmelding: string;
};

/** The docs' own body for a fault in the service. */
export const FREG_001 = {
  kode: 'FREG-001',
  melding: 'Feil i tjenesten. Vennligst prøv igjen seinere.',
} as const;

/** One outcome that is not data: the status and the one text that goes with it. */
export type Avslag = { status: 400 | 401 | 403 | 404 | 405 | 406 | 413; tekst: string; feilkode?: string };

export const AVSLAG = {
  /** Assumption: the text. The certificate is good, but no known organisation holds it. */
  ukjentKonsument: { status: 401, tekst: 'Autentisering feiler.' },
  /** The code is the class name that the sources know, without its package, which they do not. */
  manglerTilgang: {
    status: 403,
    tekst: 'Konsumenten mangler tilgang til tjenesten.',
    feilkode: 'KonsumentManglerTilgangException',
  },
  ukjentPerson: { status: 404, tekst: 'Ukjent person.' },
  ikkeEntydig: { status: 404, tekst: 'Ukjent person, eller ikke entydig treff' },
  feilUri: { status: 404, tekst: 'Feil uri brukt.' },
  /** Assumption: no source says what a wrong method gives. */
  feilMetode: { status: 405, tekst: 'Metoden støttes ikke.' },
  ugyldigPart: { status: 406, tekst: 'Ugyldig part.' },
  ugyldigAccept: { status: 406, tekst: 'Accept støttes ikke.' },
  ukjentDokument: { status: 404, tekst: 'Ukjent dokumentid.' },
  /** Assumption: the text. Section 1.2 no 4 gives the status alone. */
  forGammeltDokument: { status: 400, tekst: 'Dokumentet er mer enn tre år gammelt.' },
  forGammeltSekvensnummer: {
    status: 406,
    tekst: 'Det er oppgitt ulovlig sekvensnummer. Sekvensnummer kan ikke være mere enn 36 måneder gammelt',
  },
  /** Assumption: status and text. Section 1.2 no 6 says only that the search must be made more precise. */
  forMangeTreff: { status: 400, tekst: 'Søket har mer enn 10000 treff. Konkretiser søket.' },
  ugyldigInput: { status: 400, tekst: 'Ugyldig input.' },
  forStort: { status: 413, tekst: 'For mange data i forespørselen.' },
} as const satisfies Record<string, Avslag>;

/** 400 with the fault named, as section 1.3 asks ("spesifiseres i retur"). */
export function createUgyldigParameter(tekst: string): Avslag {
  return { status: 400, tekst };
}

/** The body of an avslag in the register's shape. Assumption: alvorlighetsgrad WARNING for all. */
export function toFeilmelding(avslag: Avslag): Feilmelding {
  return {
    httpStatus: avslag.status,
    alvorlighetsgrad: 'WARNING',
    ...(avslag.feilkode === undefined ? {} : { feilkode: avslag.feilkode }),
    feilmelding: avslag.tekst,
  };
}

/** OpenAPI: ErrorMessageForExternalUsers, the shape of the feed's 404. */
export type FeilmeldingForEksterne = {
  code: string;
  message: string;
  httpStatus: number;
  feilreferanse: string;
};

/** The feed's 404. Assumption: the code; no source lists any. `feilreferanse` is what a client may quote to support. */
export function toFeilmeldingForEksterne(avslag: Avslag, feilreferanse: string): FeilmeldingForEksterne {
  return { code: 'IKKE_FUNNET', message: avslag.tekst, httpStatus: avslag.status, feilreferanse };
}
