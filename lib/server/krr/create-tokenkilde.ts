/**
 * Tokens from Maskinporten, one at a time for each scope: kept for as long as they say, asked for anew when four fifths of that
 * are gone while the old one is still used, and by one request for all who wait (security.md R-15, krr-maskinporten.md
 * section 2). A token is in memory and nowhere else.
 */
import 'server-only';
import { z } from 'zod';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';
import type { Anrop, Anropssvar } from './create-anrop.ts';
import { createGrant } from './create-grant.ts';
import type { KrrConfig } from './krr-config.ts';
import { readNoekkel } from './noekkel.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Milliseconds before its end when a token is used no more: the call takes time, and clocks differ. */
const MARGIN_MS = 10_000;
/** The part of its life after which a new one is asked for. */
const FORNYES_ETTER = 0.8;
/** Maskinporten's word for a grant that it has had: signed anew it is a new one. */
const BRUKT_FOER = 'MP-012';

const Tokensvar = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Moments in milliseconds since the epoch. */
type Kjent = { token: string; fornyes: number; utloeper: number };

export type Tokenutfall = { kind: 'token'; token: string } | FregFeil;

export type Tokenkilde = {
  /** A token that can be used now, or why there is none. */
  get(scope: string, requestId: string | undefined): Promise<Tokenutfall>;
  /** The service has refused the token: it is not given again. */
  drop(scope: string, token: string): void;
};

export function createTokenkilde(config: KrrConfig, call: (anrop: Anrop) => Promise<Anropssvar>): Tokenkilde {
  const { klokke, issuer, clientId, tokenUrl, jwkFile } = config;
  const kjente = new Map<string, Kjent>();
  const underveis = new Map<string, Promise<Tokenutfall>>();

  function createBody(scope: string): string {
    const assertion = createGrant(readNoekkel(jwkFile), { issuer, clientId, scope }, klokke.naa());
    return new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString();
  }

  const ask = (scope: string, requestId: string | undefined) =>
    call({
      hendelse: 'maskinporten.kall',
      mal: 'POST maskinporten/token',
      url: tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      createBody: () => createBody(scope),
      // Shared by all who wait: none of them ends it for the others.
      signal: undefined,
      requestId,
    });

  async function fetchToken(scope: string, requestId: string | undefined): Promise<Tokenutfall> {
    const foerste = await ask(scope, requestId);
    const { svar } = foerste.kode === BRUKT_FOER ? await ask(scope, requestId) : foerste;
    if (svar.kind !== 'json') return svar;
    const lest = Tokensvar.safeParse(svar.verdi);
    if (!lest.success) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
    const { access_token: token, expires_in } = lest.data;
    const naa = klokke.naa();
    const [fornyes, utloeper] = [
      naa + expires_in * 1000 * FORNYES_ETTER,
      naa + expires_in * 1000 - MARGIN_MS,
    ];
    kjente.set(scope, { token, fornyes, utloeper });

    return { kind: 'token', token };
  }

  /** One request at a time: who comes while it is under way waits for the same. */
  function renew(scope: string, requestId: string | undefined): Promise<Tokenutfall> {
    const paaVei = underveis.get(scope);
    if (paaVei) return paaVei;
    const ny = fetchToken(scope, requestId)
      .catch((error: unknown): Tokenutfall => {
        // The key's file: what it was when the portal began, it is no longer.
        config.log('error', 'maskinporten.noekkel', { error });
        return { kind: 'sertifikat', grunn: 'uleselig' };
      })
      .finally(() => underveis.delete(scope));
    underveis.set(scope, ny);

    return ny;
  }

  return {
    async get(scope, requestId) {
      const kjent = kjente.get(scope);
      const naa = klokke.naa();
      if (kjent === undefined || naa >= kjent.utloeper) return renew(scope, requestId);
      // Not waited for: the one there is does until it ends, also while Maskinporten is away.
      if (naa >= kjent.fornyes) void renew(scope, requestId);

      return { kind: 'token', token: kjent.token };
    },
    drop(scope, token) {
      if (kjente.get(scope)?.token === token) kjente.delete(scope);
    },
  };
}
