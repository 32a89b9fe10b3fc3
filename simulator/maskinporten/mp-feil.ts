/**
 * What Maskinporten says when it gives no token: OAuth error, text and MP code, as its fault-finding page lists them.
 * Rule: a text is the documented one; what no source has is marked.
 * Source: krr-maskinporten.md section 2.4.
 */

/** One refusal. `kode` ends the address of `error_uri`; without it there is none. */
export type MpFeil = { status: number; error: string; kode?: string; tekst: string };

const KLIENT = 'Invalid assertion. Client authentication failed.';

const toKlientfeil = (kode: string | undefined, tekst: string): MpFeil => ({
  status: 400,
  error: 'invalid_grant',
  ...(kode === undefined ? {} : { kode }),
  tekst: `${KLIENT} ${tekst}`,
});

export const MP = {
  ugyldigVerdi: {
    status: 400,
    error: 'invalid_request',
    kode: 'MP-011',
    tekst: 'Invalid assertion. Invalid parameter value.',
  },
  /** Assumption: the OAuth error; the source has the text alone. */
  brukt: { status: 400, error: 'invalid_grant', kode: 'MP-012', tekst: 'Grant is used before.' },
  ukjentKlient: toKlientfeil('MP-100', 'Client not found.'),
  ugyldigAud: toKlientfeil('MP-110', 'Invalid JWT claim aud.'),
  ugyldigSertifikat: toKlientfeil('MP-120', 'The JWT is signed with an invalid certificate.'),
  utloeptNoekkel: toKlientfeil('MP-121', 'Expired key.'),
  feilVirksomhet: toKlientfeil(
    'MP-122',
    'Invalid JWT. Invalid organization number for client. Does not match certificate orgno.',
  ),
  ugyldigX5c: toKlientfeil('MP-123', 'Invalid JWT header x5c.'),
  ugyldigSignatur: toKlientfeil('MP-124', 'Invalid JWT signature.'),
  utloept: toKlientfeil('MP-130', 'JWT is expired.'),
  ukjentKid: toKlientfeil(undefined, 'Unknown key identifier (kid) for client.'),
  manglerKid: toKlientfeil(
    undefined,
    'Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided.',
  ),
  /** Assumption: the OAuth error. */
  forTidlig: { status: 400, error: 'invalid_grant', tekst: 'Issue time is after now.' },
  egenVirksomhet: {
    status: 400,
    error: 'invalid_request',
    tekst:
      'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid.',
  },
  /** Assumption: the OAuth error of the three; RFC 9396 section 5 has this one for them. */
  ukjentDetaljtype: {
    status: 400,
    error: 'invalid_authorization_details',
    kode: 'MP-301',
    tekst: 'Unknown authorization details type.',
  },
  ukjentDetaljfelt: {
    status: 400,
    error: 'invalid_authorization_details',
    kode: 'MP-302',
    tekst: 'Unknown fields in the authorization details.',
  },
  ugyldigDetalj: {
    status: 400,
    error: 'invalid_authorization_details',
    kode: 'MP-303',
    tekst: 'Invalid authorization details values.',
  },
  /** Assumption for these five: RFC 6749 section 5.2 and plain HTTP; the source is silent. */
  ukjentGrantType: { status: 400, error: 'unsupported_grant_type', tekst: 'Unsupported grant type.' },
  ugyldigSkjema: { status: 400, error: 'invalid_request', tekst: 'Invalid request.' },
  ukjentAdresse: { status: 404, error: 'not_found', tekst: 'Not found.' },
  feilMetode: { status: 405, error: 'invalid_request', tekst: 'Method not allowed.' },
  forStort: { status: 413, error: 'invalid_request', tekst: 'Request too large.' },
} as const satisfies Record<string, MpFeil>;

/** The client does not have the scope. Recorded without a full stop. */
export const toUgyldigScope = (scope: string): MpFeil => ({
  status: 400,
  error: 'invalid_scope',
  kode: 'MP-200',
  tekst: `Token request contains invalid scopes for client, ${scope}`,
});

/** The scope belongs to another kind of client, as ID-porten's do. Assumption: the scope after the text. */
export const toScopeForAndre = (scope: string): MpFeil => ({
  status: 400,
  error: 'invalid_scope',
  kode: 'MP-201',
  tekst: `Token request contains scopes not allowed for maskinporten, ${scope}`,
});

/** The API's owner has not let the organisation in. */
export const toIkkeTilgang = (scope: string): MpFeil => ({
  status: 403,
  error: 'forbidden',
  kode: 'MP-250',
  tekst: `Consumer has not been granted access to the scope ${scope}.`,
});

/** The customer has not let the supplier act for it. */
export const toIkkeDelegert = (konsument: string, scope: string, leverandoer: string): MpFeil => ({
  status: 403,
  error: 'forbidden',
  kode: 'MP-251',
  tekst: `Consumer ${konsument} has not delegated access to the scope ${scope} to supplier ${leverandoer}.`,
});

/** The body of a refusal. `sporing` is 32 hex that a client may quote to support. */
export function toFeilkropp({ error, kode, tekst }: MpFeil, issuer: string, sporing: string) {
  return {
    error,
    error_description: `${tekst} (trace_id: ${sporing})`,
    ...(kode === undefined ? {} : { error_uri: `${issuer}errors/${kode}` }),
  };
}
