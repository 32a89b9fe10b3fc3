/** The portal's own client of KRR, made once per process; null where the portal has been given no way to it. */
import 'server-only';
import { getKrrEnv } from '#lib/server/env.ts';
import { systemKlokke } from '#lib/server/freg/freg-config.ts';
import { log } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';
import { createKrrClient } from './create-krr-client.ts';
import { KRR_TIDSGRENSER } from './krr-config.ts';

/** Throws when a setting or a file of it is not usable. */
export const findKrrClient = once('krr', () => {
  const env = getKrrEnv();

  return env === null
    ? null
    : createKrrClient({
        issuer: env.MASKINPORTEN_ISSUER,
        tokenUrl: env.MASKINPORTEN_TOKEN_URL,
        clientId: env.MASKINPORTEN_CLIENT_ID,
        jwkFile: env.MASKINPORTEN_JWK_FILE,
        baseUrl: env.KRR_BASE_URL,
        ca: env.KRR_CA_FILE,
        ...KRR_TIDSGRENSER,
        log: (nivaa, hendelse, felter) => log[nivaa](hendelse, felter),
        klokke: systemKlokke,
        random: Math.random,
      });
});
