/**
 * The simulator's certificates: made once into a folder, used again while every one of them is good, made anew
 * together when one is missing, does not fit or is about to expire. So a client's copy stays right between starts.
 */
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPkcs12 } from './create-pkcs12.ts';
import {
  createTilbaketrekking,
  createTjenernoekler,
  createTjenersertifikat,
  createUtsteder,
  createVirksomhetsnoekler,
  createVirksomhetssertifikat,
  type Gyldighet,
  type Sertifikatpar,
} from './create-sertifikat.ts';
import { TESTVIRKSOMHETER } from './testvirksomheter.ts';
import { createTjenervarianter, mapTjenervarianter, type Tjenervarianter } from './tjenervarianter.ts';
import { writeFileAtomic } from './write-file.ts';

const DOEGN = 86_400_000;
/** As long as a virksomhetssertifikat lives (krr-maskinporten.md section 5). */
const LEVETID = 3 * 365 * DOEGN;
const FORNY_FOER = 30 * DOEGN;
/** So that a machine whose clock is a little behind accepts a certificate made now. */
const SLINGRING = DOEGN;

/**
 * `klienter` holds one pair per file stem: the organisations of `testvirksomheter.ts`, `virksomhet-ny` (what takes over
 * for `virksomhet`), `utloept` (expired) and `fremmed` (from a CA that the simulator does not trust). `crl` revokes the
 * server's certificate of that name, `klientCrl` that of `virksomhet`. All PEM. The same files lie in `mappe`, and
 * besides `virksomhet.p12` with its passphrase in `virksomhet.p12-passord`.
 */
export type Pki = {
  mappe: string;
  ca: string;
  fremmedCa: string;
  crl: string;
  klientCrl: string;
  tjener: Sertifikatpar;
  tjenervarianter: Tjenervarianter;
  klienter: Record<string, Sertifikatpar>;
};

/** The pair of one client. Throws when `navn` is none of the clients. */
export function getKlient(pki: Pki, navn: string): Sertifikatpar {
  const par = pki.klienter[navn];
  if (!par) throw new Error(`Fant ikke klientsertifikatet «${navn}» i ${pki.mappe}`);
  return par;
}

/**
 * Reads the certificates in `mappe`, or makes them when they are not all usable 30 days after `naa`.
 * Throws what node:fs throws when the folder cannot be written.
 */
export async function ensurePki(mappe: string, naa: Date): Promise<Pki> {
  const lest = await findPki(mappe);
  if (lest && isBrukbar(lest, naa)) return lest;
  const ny = await createPki(mappe, naa);
  await writePki(ny);
  return ny;
}

function listKlientnavn(): string[] {
  return [...TESTVIRKSOMHETER.map((virksomhet) => virksomhet.fil), 'virksomhet-ny', 'utloept', 'fremmed'];
}

async function findPki(mappe: string): Promise<Pki | undefined> {
  const readPem = (navn: string) => readFile(join(mappe, navn), 'utf8');
  const readPar = async (navn: string): Promise<Sertifikatpar> => ({
    cert: await readPem(`${navn}.pem`),
    key: await readPem(`${navn}.key`),
  });
  try {
    const klienter = await Promise.all(
      listKlientnavn().map(async (navn) => [navn, await readPar(navn)] as const),
    );
    await Promise.all([readFile(join(mappe, 'virksomhet.p12')), readPem('virksomhet.p12-passord')]);
    return {
      mappe,
      ca: await readPem('ca.pem'),
      fremmedCa: await readPem('fremmed-ca.pem'),
      crl: await readPem('crl.pem'),
      klientCrl: await readPem('klient-crl.pem'),
      tjener: await readPar('tjener'),
      tjenervarianter: await mapTjenervarianter((variant) => readPar(`tjener-${variant}`)),
      klienter: Object.fromEntries(klienter),
    };
  } catch {
    return undefined;
  }
}

function isBrukbar(pki: Pki, naa: Date): boolean {
  const { utloept, fremmed, ...vanlige } = pki.klienter;
  if (!utloept || !fremmed) return false;
  const frist = naa.getTime() + FORNY_FOER;
  try {
    const ca = new X509Certificate(pki.ca);
    const fremmedCa = new X509Certificate(pki.fremmedCa);
    const varer = [ca, fremmedCa, new X509Certificate(fremmed.cert)];
    const par = [pki.tjener, ...Object.values(vanlige)];
    const { 'ny-ca': nyCa, ...egne } = pki.tjenervarianter;
    const avCa = Object.values(egne);
    return (
      [...varer, ...par.map(({ cert }) => new X509Certificate(cert))].every(
        (s) => Date.parse(s.validTo) > frist,
      ) &&
      [...par, utloept, ...avCa].every((ett) => isUtstedtAv(ca, ett)) &&
      [nyCa, fremmed].every((ett) => isUtstedtAv(fremmedCa, ett)) &&
      TESTVIRKSOMHETER.every(({ fil, orgnr }) => hasNummer(getKlient(pki, fil), orgnr))
    );
  } catch {
    return false;
  }
}

function isUtstedtAv(ca: X509Certificate, par: Sertifikatpar): boolean {
  const sertifikat = new X509Certificate(par.cert);
  return sertifikat.verify(ca.publicKey) && sertifikat.checkPrivateKey(createPrivateKey(par.key));
}

/** A folder from before an organisation got another number must not outlive it. */
function hasNummer(par: Sertifikatpar, orgnr: string): boolean {
  return new X509Certificate(par.cert).subject.includes(orgnr);
}

async function createPki(mappe: string, naa: Date): Promise<Pki> {
  const start = naa.getTime();
  const gyldig: Gyldighet = { fra: new Date(start - SLINGRING), til: new Date(start + LEVETID) };
  const gammel: Gyldighet = { fra: new Date(start - LEVETID), til: new Date(start - SLINGRING) };
  const [ca, fremmedCa] = await Promise.all([
    createUtsteder('Folkeregistersimulator CA', { fra: gammel.fra, til: gyldig.til }),
    createUtsteder('Fremmed CA', gyldig),
  ]);
  const [portal] = TESTVIRKSOMHETER;
  if (!portal) throw new Error('Ingen testvirksomheter');
  const tjenervarianter = await createTjenervarianter(ca, fremmedCa, gyldig, gammel);
  // Making keys is what takes time: the expired certificate is for the key of the one that followed it.
  const [tjenernoekler, nyeNoekler, ...noekler] = await Promise.all([
    createTjenernoekler(),
    createVirksomhetsnoekler(),
    ...TESTVIRKSOMHETER.map(createVirksomhetsnoekler),
  ]);
  const portalnoekler = noekler[0] ?? nyeNoekler;
  const [tjener, ny, utloept, fremmed, ...resten] = await Promise.all([
    createTjenersertifikat(ca, gyldig, tjenernoekler),
    createVirksomhetssertifikat(ca, portal, gyldig, nyeNoekler),
    createVirksomhetssertifikat(ca, portal, gammel, portalnoekler),
    createVirksomhetssertifikat(fremmedCa, portal, gyldig, nyeNoekler),
    ...TESTVIRKSOMHETER.map((virksomhet, i) =>
      createVirksomhetssertifikat(ca, virksomhet, gyldig, noekler[i] ?? nyeNoekler),
    ),
  ]);
  const virksomheter = TESTVIRKSOMHETER.flatMap(({ fil }, i) => {
    const par = resten[i];
    return par ? [[fil, par] as const] : [];
  });
  const klienter = { ...Object.fromEntries(virksomheter), 'virksomhet-ny': ny, utloept, fremmed };
  const tilbakekalt = resten.slice(0, 1);
  return {
    mappe,
    ca: ca.pem,
    fremmedCa: fremmedCa.pem,
    crl: await createTilbaketrekking(ca, gyldig, [tjenervarianter.tilbakekalt]),
    klientCrl: await createTilbaketrekking(ca, gyldig, tilbakekalt),
    tjener,
    tjenervarianter,
    klienter,
  };
}

async function writePki(pki: Pki): Promise<void> {
  await mkdir(pki.mappe, { recursive: true });
  const passord = randomBytes(12).toString('base64url');
  const write = (navn: string, innhold: string | Uint8Array, modus?: number) =>
    writeFileAtomic(join(pki.mappe, navn), innhold, modus);
  const varianter = Object.entries(pki.tjenervarianter).map(
    ([navn, par]) => [`tjener-${navn}`, par] as const,
  );
  const par = Object.entries({ tjener: pki.tjener, ...pki.klienter, ...Object.fromEntries(varianter) });
  await Promise.all([
    ...par.map(([navn, { cert }]) => write(`${navn}.pem`, cert, 0o644)),
    ...par.map(([navn, { key }]) => write(`${navn}.key`, key)),
    write('fremmed-ca.pem', pki.fremmedCa, 0o644),
    write('crl.pem', pki.crl, 0o644),
    write('klient-crl.pem', pki.klientCrl, 0o644),
    write('virksomhet.p12', createPkcs12(getKlient(pki, 'virksomhet'), [pki.ca], passord)),
    write('virksomhet.p12-passord', passord),
  ]);
  await write('ca.pem', pki.ca, 0o644);
}
