/**
 * The virksomhetssertifikat at the start (security.md L-07): nobody is served until one could be used. Later it is a fault of
 * the drift page, and the log can still be read.
 */
import 'server-only';
import type { FregClient } from '#lib/server/freg/create-freg-client.ts';

/** Whether it has held since the process began. */
export type Sertifikatproeve = { holdt: boolean };

/** Throws an Error that says why the certificate cannot be used, until it has been usable once. */
export function checkSertifikat(client: Pick<FregClient, 'getSertifikat'>, proeve: Sertifikatproeve): void {
  if (proeve.holdt) return;
  const sertifikat = client.getSertifikat();
  if ('grunn' in sertifikat) throw new Error(`The virksomhetssertifikat cannot be used: ${sertifikat.grunn}`);
  proeve.holdt = true;
}
