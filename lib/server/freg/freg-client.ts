/** The portal's own register client: made once per process from its settings, its packages and its logger. */
import 'server-only';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { FellesEnv } from '#lib/server/env.ts';
import { getFellesEnv } from '#lib/server/env.ts';
import { log } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';
import { createFregClient } from './create-freg-client.ts';
import type { Bulkvalg, KlientFiler } from './freg-config.ts';
import {
  BULK_FOR_SKJERM,
  BULK_FOR_UTTREKK,
  MAKS_BYTES,
  MAKS_BYTES_BULK,
  SERTIFIKAT_KONTROLL_MS,
  systemKlokke,
  TIDSGRENSER,
} from './freg-config.ts';
import type { FregLogEntry } from './freg-svar.ts';

/** The settings are checked to name either PKCS#12 or both PEM files; a file name left empty is reported as `mangler`. */
function toKlientFiler(env: FellesEnv): KlientFiler {
  const passphrase = env.FREG_KEY_PASSPHRASE === undefined ? {} : { passphrase: env.FREG_KEY_PASSPHRASE };
  return env.FREG_PKCS12_FILE === undefined
    ? { certFile: env.FREG_CERT_FILE ?? '', keyFile: env.FREG_KEY_FILE ?? '', ...passphrase }
    : { pkcs12File: env.FREG_PKCS12_FILE, ...passphrase };
}

function writeLog({ nivaa, hendelse, ...fields }: FregLogEntry): void {
  log[nivaa](hendelse, fields);
}

function createClient(bulk: Bulkvalg) {
  const env = getFellesEnv();
  return createFregClient({
    baseUrl: env.FREG_BASE_URL,
    ca: env.FREG_CA_FILE,
    klient: toKlientFiler(env),
    pathFor: (pakke) => RETTIGHETSPAKKER[pakke].sti,
    tidsgrenser: TIDSGRENSER,
    maksBytes: MAKS_BYTES,
    maksBytesBulk: MAKS_BYTES_BULK,
    bulk,
    sertifikatKontrollMs: SERTIFIKAT_KONTROLL_MS,
    log: writeLog,
    klokke: systemKlokke,
    random: Math.random,
  });
}

/** The client of the portal. Throws when a setting is missing or malformed. */
export const getFregClient = once('freg', () => createClient(BULK_FOR_SKJERM));
/** The client of a worker. */
export const getUttrekkFregClient = once('freg.uttrekk', () => createClient(BULK_FOR_UTTREKK));
