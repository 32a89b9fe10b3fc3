/** The clients' keys: files that any client can use, kept between starts, renewed in time. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KLIENTER } from './klienter.ts';
import { ensureKlientnoekler, type Klientnoekler } from './noekler.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const DOEGN = 86_400_000;
let mappe: string;
let foerste: Klientnoekler;

beforeAll(async () => {
  mappe = await mkdtemp(join(tmpdir(), 'noekler-'));
  foerste = await ensureKlientnoekler(mappe, NAA);
});
afterAll(() => rm(mappe, { recursive: true }));

const toPem = ({ vedKid }: Klientnoekler, kid = 'simulator-virksomhet') =>
  vedKid.get(kid)?.offentlig.export({ format: 'pem', type: 'spki' });

test('every client with a key has one by kid, good for a year; the portal’s has one more that expired yesterday', () => {
  const noekkelklienter = KLIENTER.filter(({ slag }) => slag === 'noekkel');
  for (const { navn, clientId } of noekkelklienter) {
    expect(foerste.vedKid.get(`simulator-${navn}`)).toMatchObject({
      clientId,
      utloeper: NAA.getTime() + 365 * DOEGN,
    });
  }
  expect(foerste.vedKid.size).toBe(noekkelklienter.length + 1);
  expect(foerste.vedKid.get('simulator-virksomhet-utloept')?.utloeper).toBe(NAA.getTime() - DOEGN);
});

test('the files hold the same key as JWK with kid and as PEM, for the owner only', async () => {
  const jwk = JSON.parse(await readFile(join(mappe, 'virksomhet.jwk.json'), 'utf8'));
  const fraPem = createPrivateKey(await readFile(join(mappe, 'virksomhet.key'), 'utf8'));
  expect(jwk).toMatchObject({ kid: 'simulator-virksomhet', alg: 'RS256', use: 'sig', kty: 'RSA' });
  const fraJwk = createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' }));
  expect(fraJwk.export({ format: 'pem', type: 'spki' })).toBe(toPem(foerste));
  expect(createPublicKey(fraPem).export({ format: 'pem', type: 'spki' })).toBe(toPem(foerste));
  for (const fil of ['virksomhet.jwk.json', 'virksomhet.key'])
    expect((await stat(join(mappe, fil))).mode & 0o777).toBe(0o600);
});

test('a second start uses them again; one 30 days before they expire, or without one of the files, makes new ones', async () => {
  const senere = new Date(NAA.getTime() + 334 * DOEGN);
  expect(toPem(await ensureKlientnoekler(mappe, senere))).toBe(toPem(foerste));
  const fornyet = await ensureKlientnoekler(mappe, new Date(NAA.getTime() + 335 * DOEGN));
  expect(toPem(fornyet)).not.toBe(toPem(foerste));
  await rm(join(mappe, 'finans.key'));
  const etterTap = await ensureKlientnoekler(mappe, NAA);
  expect(toPem(etterTap)).not.toBe(toPem(fornyet));
  await writeFile(join(mappe, 'finans.key'), 'ikke en nøkkel');
  expect(toPem(await ensureKlientnoekler(mappe, NAA))).not.toBe(toPem(etterTap));
});
