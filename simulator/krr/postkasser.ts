/**
 * The suppliers of digital mailboxes, each with the one certificate that letters to its mailboxes are encrypted for.
 * The certificates are the simulator's own, made once into a folder. Source: krr-maskinporten.md section 1.3.
 */
import { X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUtsteder, createVirksomhetssertifikat } from '../pki/create-sertifikat.ts';
import { writeFileAtomic } from '../pki/write-file.ts';

/** `sertifikat` is PEM. */
export type Postkasse = { leverandoer: string; sertifikat: string };

const LEVERANDOERER = ['984661185', '922020175'];
const DOEGN = 86_400_000;
const LEVETID = 3 * 365 * DOEGN;
const FORNY_FOER = 30 * DOEGN;

/** Reads the certificates in `mappe`, or makes them when one is missing or expires within 30 days of `naa`. */
export async function ensurePostkasser(mappe: string, naa: Date): Promise<Postkasse[]> {
  const lest = await Promise.all(LEVERANDOERER.map((leverandoer) => findPostkasse(mappe, leverandoer, naa)));
  const gode = lest.filter((postkasse) => postkasse !== undefined);
  if (gode.length === LEVERANDOERER.length) return gode;
  const start = naa.getTime();
  const gyldighet = { fra: new Date(start - DOEGN), til: new Date(start + LEVETID) };
  const utsteder = await createUtsteder('Simulert postkasse-CA', gyldighet);
  await mkdir(mappe, { recursive: true });
  return Promise.all(
    LEVERANDOERER.map(async (orgnr) => {
      const virksomhet = { orgnr, navn: 'Simulert postkasse', nummerfelt: 'organizationIdentifier' as const };
      const { cert } = await createVirksomhetssertifikat(utsteder, virksomhet, gyldighet);
      await writeFileAtomic(toFil(mappe, orgnr), cert, 0o644);
      return { leverandoer: orgnr, sertifikat: cert };
    }),
  );
}

const toFil = (mappe: string, leverandoer: string): string => join(mappe, `postkasse-${leverandoer}.pem`);

async function findPostkasse(mappe: string, leverandoer: string, naa: Date): Promise<Postkasse | undefined> {
  try {
    const sertifikat = await readFile(toFil(mappe, leverandoer), 'utf8');
    const utloeper = Date.parse(new X509Certificate(sertifikat).validTo);
    return utloeper > naa.getTime() + FORNY_FOER ? { leverandoer, sertifikat } : undefined;
  } catch {
    return undefined;
  }
}
