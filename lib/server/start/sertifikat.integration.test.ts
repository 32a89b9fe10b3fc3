/** L-07: the certificate that a portal starts with, each way in which it cannot be used. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestRegister, type TestRegister } from '#lib/server/freg/test-register.ts';
import { createMappe, createPar, DAG_MS, writePar } from '#lib/server/freg/test-sertifikat.ts';
import { checkSertifikat } from './sertifikat.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startTestRegister();
});
afterAll(() => register.close());

/** What a portal that starts with a certificate of this validity is told. */
async function check(fra: number, til: number): Promise<string> {
  const par = await createPar(register.utsteder, {
    fra: new Date(Date.now() + fra * DAG_MS),
    til: new Date(Date.now() + til * DAG_MS),
  });
  const client = register.createClient({ klient: writePar(createMappe(), par) });
  try {
    checkSertifikat(client, { holdt: false });

    return 'served';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

test('L-07: nobody is served with a certificate that is past or is to come, and with a good one all are', async () => {
  expect(await check(-2, -1)).toBe('The virksomhetssertifikat cannot be used: utloept');
  expect(await check(1, 2)).toBe('The virksomhetssertifikat cannot be used: ikkeGyldigEnnaa');
  expect(await check(-1, 1)).toBe('served');
});

test('L-07: a certificate that is for signing documents is none to start with', async () => {
  const par = await createPar(register.utsteder, { bareSignering: true });
  const client = register.createClient({ klient: writePar(createMappe(), par) });
  expect(() => checkSertifikat(client, { holdt: false })).toThrow('feilNoekkelbruk');
});

test('L-07: a certificate whose file is gone stops a start, and not a portal that serves', () => {
  const mappe = createMappe();
  const borte = () =>
    register.createClient({
      klient: { certFile: path.join(mappe, 'borte.pem'), keyFile: path.join(mappe, 'borte.key') },
    });
  const proeve = { holdt: false };
  expect(() => checkSertifikat(borte(), proeve)).toThrow('mangler');
  checkSertifikat(register.createClient(), proeve);
  expect(() => checkSertifikat(borte(), proeve)).not.toThrow();
});
