/**
 * The keys that the clients have registered: made once into a folder, kept while all of them are good, made anew
 * together otherwise. A registered key is good for a year from the day it was posted (krr-maskinporten.md section 2.7).
 */
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFileAtomic } from '../pki/write-file.ts';
import { KLIENTER } from './klienter.ts';

const DOEGN = 86_400_000;
const LEVETID = 365 * DOEGN;
const FORNY_FOER = 30 * DOEGN;
/** The portal's organisation has one more, which has expired: a client can see what that looks like. */
const UTLOEPT = { fil: 'virksomhet-utloept', navn: 'virksomhet' };
const BITER = 2048;

/** A key that a client has posted. `utloeper` is in milliseconds. */
export type Klientnoekkel = { clientId: string; kid: string; offentlig: KeyObject; utloeper: number };

/** By kid, which no two clients share. The private halves lie in `mappe` as `FILE.jwk.json` and `FILE.key`. */
export type Klientnoekler = { mappe: string; vedKid: ReadonlyMap<string, Klientnoekkel> };

type Noekkelfil = { fil: string; clientId: string; kid: string };

function listNoekkelfiler(): Noekkelfil[] {
  const klienter = KLIENTER.filter(({ slag }) => slag === 'noekkel');
  return [...klienter.map(({ navn }) => ({ fil: navn, navn })), UTLOEPT].map(({ fil, navn }) => ({
    fil,
    clientId: klienter.find((klient) => klient.navn === navn)?.clientId ?? '',
    kid: `simulator-${fil}`,
  }));
}

/**
 * Reads the keys in `mappe`, or makes them when they are not all usable 30 days after `naa`.
 * Throws what node:fs throws when the folder cannot be written.
 */
export async function ensureKlientnoekler(mappe: string, naa: Date): Promise<Klientnoekler> {
  const lest = await findNoekler(mappe, naa.getTime());
  if (lest) return lest;
  await createNoekler(mappe, naa);
  const laget = await findNoekler(mappe, naa.getTime());
  if (!laget) throw new Error(`Nøklene i ${mappe} kan ikke leses`);
  return laget;
}

async function findNoekler(mappe: string, naa: number): Promise<Klientnoekler | undefined> {
  try {
    const postet = Date.parse(await readFile(join(mappe, 'postet'), 'utf8'));
    if (!(postet + LEVETID > naa + FORNY_FOER)) return undefined;
    const noekler = await Promise.all(
      listNoekkelfiler().map(async ({ fil, clientId, kid }): Promise<[string, Klientnoekkel]> => {
        const privat = createPrivateKey(await readFile(join(mappe, `${fil}.key`), 'utf8'));
        await readFile(join(mappe, `${fil}.jwk.json`));
        const utloeper = fil === UTLOEPT.fil ? postet - DOEGN : postet + LEVETID;
        return [kid, { clientId, kid, offentlig: createPublicKey(privat), utloeper }];
      }),
    );
    return { mappe, vedKid: new Map(noekler) };
  } catch {
    return undefined;
  }
}

async function createNoekler(mappe: string, naa: Date): Promise<void> {
  await mkdir(mappe, { recursive: true });
  await Promise.all(listNoekkelfiler().map((fil) => createNoekkel(mappe, fil)));
  await writeFileAtomic(join(mappe, 'postet'), naa.toISOString());
}

async function createNoekkel(mappe: string, { fil, kid }: Noekkelfil): Promise<void> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITER });
  const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid };
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFileAtomic(join(mappe, `${fil}.jwk.json`), `${JSON.stringify(jwk, null, 2)}\n`);
  await writeFileAtomic(join(mappe, `${fil}.key`), pem);
}
