/**
 * Who is calling: the organisation of the client certificate, of the Maskinporten token, or of both. One setting says
 * which of them the register takes.
 * Sources: freg-contract.md section 1.1; krr-maskinporten.md sections 2.5 and 2.6.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { PakkeId } from '../kontrakt/pakker.ts';
import { listPakkescopes } from '../kontrakt/scopes.ts';
import type { Tokenkontroll } from '../maskinporten/tokenkontroll.ts';
import { findOrganisasjonsnummer } from './organisasjon.ts';

/**
 * - `sertifikat`: a certificate in the handshake; a token is not looked at. - `token`: a token; no certificate is asked
 * for. - `begge`: both, and the token must be the certificate's organisation's, as consumer or supplier. - `valgfri`:
 * either; a token counts when there is one. Assumption: that both can be demanded at once, and what it then means.
 */
export const AUTENTISERINGER = ['sertifikat', 'token', 'begge', 'valgfri'] as const;
export type Autentiseringsmaate = (typeof AUTENTISERINGER)[number];

export type Konsument = {
  /** Null when nobody is known to call. */
  org: string | null;
  /** Those of the token; undefined when the certificate alone decides. */
  scopes?: ReadonlySet<string>;
  /** What a 401 says in WWW-Authenticate (RFC 6750 section 3). */
  utfordring?: string;
};

export type Autentisering = {
  tls: { requestCert: boolean; rejectUnauthorized: boolean };
  /** To be told of every connection, before its first request. */
  addForbindelse(socket: TLSSocket): void;
  findKonsument(req: IncomingMessage): Konsument | Promise<Konsument>;
};

const FREMMED_TOKEN: Konsument = {
  org: null,
  utfordring: 'Bearer error="invalid_token", error_description="The token is not the certificate holder\'s"',
};

/** `kontroll` is the check of Maskinporten's tokens. */
export function createAutentisering(maate: Autentiseringsmaate, kontroll: Tokenkontroll): Autentisering {
  const sertifikatVed = new WeakMap<Socket, Konsument>();
  const findSertifikat = (req: IncomingMessage) => sertifikatVed.get(req.socket) ?? { org: null };
  const findToken = async (req: IncomingMessage): Promise<Konsument> => {
    const tilgang = await kontroll(req.headers.authorization);
    if (!('org' in tilgang)) return { org: null, utfordring: tilgang.utfordring };
    const { org: holder } = findSertifikat(req);
    const erFremmed = maate === 'begge' && holder !== tilgang.org && holder !== tilgang.leverandoer;
    return erFremmed ? FREMMED_TOKEN : { org: tilgang.org, scopes: tilgang.scopes };
  };
  return {
    tls: { requestCert: maate !== 'token', rejectUnauthorized: maate === 'sertifikat' || maate === 'begge' },
    addForbindelse(socket) {
      sertifikatVed.set(socket, { org: socket.authorized ? findOrganisasjonsnummer(socket) : null });
    },
    findKonsument(req) {
      if (maate === 'sertifikat') return findSertifikat(req);
      const harToken = req.headers.authorization !== undefined;
      const sertifikat = findSertifikat(req);
      return maate === 'valgfri' && !harToken && sertifikat.org !== null ? sertifikat : findToken(req);
    },
  };
}

/** Whether the token, when it is one that decides, opens the pakke. A scope is one whole word of the token. */
export function hasPakkescope({ scopes }: Konsument, pakke: PakkeId): boolean {
  return scopes === undefined || listPakkescopes(pakke).some((scope) => scopes.has(scope));
}

/** What a 403 for want of scope says in WWW-Authenticate. */
export const toScopeutfordring = (pakke: PakkeId): string =>
  `Bearer error="insufficient_scope", scope="${listPakkescopes(pakke)[0]}"`;
