/**
 * Which organisation a client certificate belongs to. The certificate is the only thing asked.
 * Source: krr-maskinporten.md section 5 (organizationIdentifier `NTRNO-…` in SEID 2.0, serialNumber in SEID 1.0).
 */
import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { PakkeId } from '../kontrakt/pakker.ts';

export type Organisasjon = { navn: string; pakker: readonly PakkeId[] };

const NUMMER = /^(?:organizationIdentifier=NTRNO-|2\.5\.4\.97=NTRNO-|serialNumber=(?:NTRNO-)?)(\d{9})$/m;

/** The organisation number in the subject of the peer's certificate; null when it carries none. */
export function findOrganisasjonsnummer(socket: TLSSocket): string | null {
  const sertifikat = socket.getPeerX509Certificate();
  return sertifikat ? findNummerISertifikat(sertifikat) : null;
}

/** The organisation number in the subject; null when there is none. Who issued the certificate is not asked. */
export function findNummerISertifikat(sertifikat: X509Certificate): string | null {
  return NUMMER.exec(sertifikat.subject)?.[1] ?? null;
}
