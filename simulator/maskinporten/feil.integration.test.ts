/** Maskinporten on a bad day: what its own faults do to tokens, and that the faults of servers strike it too. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Maskinportenproeve, startMaskinportenproeve } from './proeve/maskinporten.ts';

const NAA = Date.now();
let proeve: Maskinportenproeve;
beforeAll(async () => {
  proeve = await startMaskinportenproeve(() => NAA);
});
afterAll(() => proeve.stop());
afterEach(() => proeve.feil.cancel());

const checkToken = async (token: string) => {
  const kontroll = proeve.maskinporten.createKontroll({ krevUtenResource: true });
  return kontroll(`Bearer ${token}`);
};

test('token-ugyldig gives a token that looks right and that no API lets in', async () => {
  proeve.feil.start({ feil: 'token-ugyldig' });
  const token = await proeve.getToken();
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await expect(proeve.verifyToken(token)).rejects.toThrow(/signature/);
  expect(await checkToken(token)).toMatchObject({ utfordring: expect.stringContaining('invalid_token') });
  proeve.feil.cancel();
  expect(await checkToken(await proeve.getToken())).toHaveProperty('org');
});

test('klokke-skjev makes Maskinporten judge by its own clock, and only when it is named', async () => {
  proeve.feil.start({ feil: 'klokke-skjev' });
  expect((await proeve.sendGrant(await proeve.createGrant())).status).toBe(200);
  for (const verdi of [120, -120]) {
    proeve.feil.start({ feil: 'klokke-skjev', tjeneste: 'maskinporten', verdi });
    const svar = await proeve.sendGrant(await proeve.createGrant());
    expect([svar.status, JSON.parse(svar.tekst).error]).toEqual([400, 'invalid_grant']);
  }
});

test('nobody listens at Maskinporten while tilkobling-nektes is on for it', async () => {
  const sti = '/.well-known/oauth-authorization-server';
  proeve.feil.start({ feil: 'tilkobling-nektes' });
  expect((await proeve.call(sti)).status).toBe(200);
  proeve.feil.start({ feil: 'tilkobling-nektes', tjeneste: 'maskinporten' });
  await expect(proeve.call(sti)).rejects.toThrow(/ECONNREFUSED/);
  proeve.feil.cancel();
  expect((await proeve.call(sti)).status).toBe(200);
});

test('Maskinporten can show a certificate that has expired', async () => {
  proeve.feil.start({ feil: 'tls-utloept', tjeneste: 'maskinporten' });
  await expect(proeve.call('/jwk')).rejects.toThrow(/expired/);
});
