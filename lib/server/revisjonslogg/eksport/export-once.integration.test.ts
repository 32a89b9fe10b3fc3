/** A-16, I14: what is sealed comes to a receiver whole, whatever it does: away, cut off, slow to come back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { createMappe, createPar, createUtsteder, writePar } from '#lib/server/freg/test-sertifikat.ts';
import { createTestLogg, TEST_PLAN, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { exportOnce } from './export-once.ts';
import { createMottaker } from './mottaker.ts';

let server: TestServer;
let t: TestLogg;
const folder = mkdtempSync(path.join(tmpdir(), 'portal-eksport-'));

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  t = await createTestLogg(server);
});
afterEach(() => t.stop());

async function writeSealed(handlinger: number): Promise<void> {
  await t.writeHandlinger(handlinger);
  await t.forsegler.sealOnce();
}

const send = (adresse: string, ca?: string) => exportOnce(t.db.forsegler, createMottaker(adresse, ca), '1.0');

/** The log's own list of what must arrive. */
async function listSealed(): Promise<string[]> {
  const { rows } = await t.db.forsegler.query(
    'select r.rad_id from revisjonslogg.blad b join revisjonslogg.rad r using (id) order by indeks',
  );

  return rows.map(({ rad_id }) => rad_id);
}

const listIds = (text: string): string[] => [...text.matchAll(/ externalId=(\S+)/g)].map(([, id = '']) => id);

type Receiver = { port: number; texts: string[]; stop(): Promise<void> };

/** A receiver that reads to the end, or in `breakAfter` connections cuts them off after the first bytes. */
async function startReceiver(
  breakAfter = 0,
  tls?: { cert: string; key: string },
  port = 0,
): Promise<Receiver> {
  const texts: string[] = [];
  let connections = 0;
  const receive = (socket: Socket): void => {
    connections += 1;
    const isBroken = connections <= breakAfter;
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk;
      if (isBroken) socket.resetAndDestroy();
    });
    socket.on('end', () => {
      texts.push(text);
      socket.end();
    });
  };
  const listener: Server = tls
    ? createTlsServer(tls, receive)
    : createServer({ allowHalfOpen: true }, receive);
  await new Promise<void>((done) => listener.listen(port, '127.0.0.1', done));
  const address = listener.address();

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    texts,
    stop: () => new Promise((done) => listener.close(() => done())),
  };
}

test('a file gets every sealed row once, in order, and only what is new the next time', async () => {
  const file = pathToFileURL(path.join(folder, 'logg.cef'));
  await writeSealed(3);
  expect(await send(file.href)).toBe(6);
  expect(await send(file.href)).toBe(0);
  await t.writeHandlinger(1);
  // Not sealed yet: a row is exported when nothing can come before it.
  expect(await send(file.href)).toBe(0);
  await t.forsegler.sealOnce();
  expect(await send(file.href)).toBe(2);
  const text = readFileSync(file, 'utf8');
  expect(listIds(text)).toEqual(await listSealed());
  expect(text.trimEnd().split('\n')).toHaveLength(8);
  expect(text).not.toContain(TEST_PLAN.subjekter[0]);
});

test('more than a batch arrives whole, each message with its length', async () => {
  await t.db.portal.query(
    `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker, saksreferanse)
     select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'OPPSLAG', 'æøå', E'1\\n2 <14>1'
     from generate_series(1, 2500)`,
  );
  await t.forsegler.sealOnce();
  const receiver = await startReceiver();
  expect(await send(`tcp://127.0.0.1:${receiver.port}`)).toBe(2_500);
  await receiver.stop();
  expect(receiver.texts).toHaveLength(3);
  expect(listIds(receiver.texts.join('')).sort()).toEqual((await listSealed()).sort());
  for (const text of receiver.texts) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
      const [, length = ''] = /^(\d+) /.exec(rest.toString('utf8', 0, 12)) ?? [];
      const start = length.length + 1;
      const message = rest.toString('utf8', start, start + Number(length));
      expect(message).toMatch(/^<110>1 \S+ \S+ folkeregisterportalen - - - CEF:0\|/);
      expect(message).not.toContain('\n');
      rest = rest.subarray(start + Number(length));
    }
  }
});

test('a receiver that is away loses nothing: it gets all of it when it is back', async () => {
  const receiver = await startReceiver();
  const adresse = `tcp://127.0.0.1:${receiver.port}`;
  await writeSealed(2);
  expect(await send(adresse)).toBe(4);
  await receiver.stop();
  for (let round = 0; round < 3; round += 1) {
    await writeSealed(2);
    await expect(send(adresse)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
  const back = await startReceiver(0, undefined, receiver.port);
  expect(await send(adresse)).toBe(12);
  await back.stop();
  expect(listIds([...receiver.texts, ...back.texts].join(''))).toEqual(await listSealed());
});

test('a batch that broke off is sent again, whole', async () => {
  await writeSealed(5);
  const receiver = await startReceiver(2);
  const adresse = `tcp://127.0.0.1:${receiver.port}`;
  await expect(send(adresse)).rejects.toThrow();
  await expect(send(adresse)).rejects.toThrow();
  expect(await send(adresse)).toBe(10);
  await receiver.stop();
  expect(listIds(receiver.texts.join(''))).toEqual(await listSealed());
});

test('over TLS it is sent to the receiver that the certificate names, and to no other', async () => {
  await writeSealed(1);
  const mappe = createMappe();
  const utsteder = await createUtsteder('eksport');
  const par = await createPar(utsteder, { vert: '127.0.0.1' });
  const { certFile: caFile } = writePar(mappe, { cert: utsteder.cert, key: par.key }, 'ca');
  const receiver = await startReceiver(0, par);
  const adresse = `tls://127.0.0.1:${receiver.port}`;
  await expect(send(adresse)).rejects.toThrow();
  expect(receiver.texts.join('')).toBe('');
  expect(await send(adresse, caFile)).toBe(2);
  await receiver.stop();
  expect(listIds(receiver.texts.join(''))).toEqual(await listSealed());
});

test('two that export to one receiver at once send nothing twice', async () => {
  await writeSealed(5);
  const receiver = await startReceiver();
  const adresse = `tcp://127.0.0.1:${receiver.port}`;
  const sent = await Promise.all([send(adresse), send(adresse)]);
  await receiver.stop();
  expect(sent.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(10);
  expect(listIds(receiver.texts.join(''))).toEqual(await listSealed());
});

test('an address that is none of the three is refused', () => {
  expect(() => createMottaker('http://127.0.0.1:1', undefined)).toThrow(/file:, tcp: or tls:/);
});
