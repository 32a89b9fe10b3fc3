/**
 * A register for the tests of the client: real TLS with client certificate required, and answers scripted by each
 * test. Time in the client is steered: a wait moves the clock instead of taking time.
 */
import 'server-only';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FregClient } from './create-freg-client.ts';
import { createFregClient } from './create-freg-client.ts';
import type { FregConfig } from './freg-config.ts';
import type { FregLogEntry } from './freg-svar.ts';
import type { Par, Utsteder } from './test-sertifikat.ts';
import { createMappe, createPar, createUtsteder, writePar } from './test-sertifikat.ts';

/** Synthetic numbers: month + 80. */
export const NUMMER = '05888012345';
export const ANNET_NUMMER = '17859054321';
export const OPPSLAG = {
  pakke: 'offentlig-med-hjemmel',
  personidentifikator: NUMMER,
  deler: ['person-basis'],
} as const;

type Handler = (req: IncomingMessage, res: ServerResponse, nummer: number) => void;

/** A whole person document with this number. */
export function createDokument(nummer = NUMMER) {
  return {
    identifikasjonsnummer: [{ erGjeldende: true, foedselsEllerDNummer: nummer, status: 'iBruk' }],
    navn: [{ erGjeldende: true, fornavn: 'Sjelden', etternavn: 'Fjelltopp' }],
  };
}

/** Answers with JSON, or with `body` as it stands when it is text. */
export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

export type TestRegister = {
  baseUrl: string;
  mappe: string;
  utsteder: Utsteder;
  klient: Par;
  caFile: string;
  /** Every call since the last `script`. */
  kall: { url: string; headers: IncomingMessage['headers'] }[];
  /** TCP connections since the last `script`. */
  countForbindelser: () => number;
  script: (handler: Handler) => void;
  /** A client with this register's certificate. It is closed with the register. */
  createClient: (endring?: Partial<FregConfig>) => FregClient;
  /** Everything that any client of this register has logged. */
  logg: FregLogEntry[];
  /** Milliseconds of every wait of every client. */
  ventet: number[];
  /** Moves the clients' clock. */
  moveClock: (ms: number) => void;
  close: () => Promise<void>;
};

export async function startTestRegister(tjener?: { utsteder?: Utsteder; par?: Par }): Promise<TestRegister> {
  const utsteder = await createUtsteder('Testutsteder');
  const par = tjener?.par ?? (await createPar(tjener?.utsteder ?? utsteder, { navn: 'CN=register' }));
  const klient = await createPar(utsteder);
  const mappe = createMappe();
  const caFile = join(mappe, 'ca.pem');
  writeFileSync(caFile, utsteder.cert);
  const filer = writePar(mappe, klient);

  let handler: Handler = (_req, res) => sendJson(res, 200, createDokument());
  let forbindelser = 0;
  let forskyvning = 0;
  const kall: TestRegister['kall'] = [];
  const logg: FregLogEntry[] = [];
  const ventet: number[] = [];
  const klienter: FregClient[] = [];

  const server = createServer(
    { ...par, ca: utsteder.cert, requestCert: true, rejectUnauthorized: true },
    (req, res) => {
      kall.push({ url: req.url ?? '', headers: req.headers });
      handler(req, res, kall.length);
    },
  );
  server.on('connection', () => forbindelser++);
  // A refused handshake is what some tests are about; the client's side of it is what they look at.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `https://127.0.0.1:${port}`;

  const config: FregConfig = {
    baseUrl,
    ca: caFile,
    klient: filer,
    pathFor: (pakke) => `folkeregisteret/${pakke}/api/v1`,
    tidsgrenser: {
      connectMs: 2_000,
      oppslag: { forsoekMs: 2_000, totalMs: 8_000 },
      entydigsoek: { forsoekMs: 2_000, totalMs: 8_000 },
      soek: { forsoekMs: 2_000, totalMs: 8_000 },
      bulkoppslag: { forsoekMs: 2_000, totalMs: 8_000 },
      bulkarkiv: { forsoekMs: 2_000, totalMs: 8_000 },
      hendelsesdokument: { forsoekMs: 2_000, totalMs: 8_000 },
      uttrekkTilpasset: { forsoekMs: 2_000, totalMs: 8_000 },
      uttrekkKomplett: { forsoekMs: 2_000, totalMs: 8_000 },
      uttrekkBatch: { forsoekMs: 2_000, totalMs: 8_000 },
      hendelsesliste: { forsoekMs: 2_000, totalMs: 8_000 },
      sekvensnummer: { forsoekMs: 2_000, totalMs: 8_000 },
    },
    maksBytes: 100_000,
    maksBytesBulk: 1_000_000,
    bulk: { forbindelser: 4, forsoek: 3 },
    sertifikatKontrollMs: 1_000,
    log: (entry) => logg.push(entry),
    klokke: {
      naa: () => Date.now() + forskyvning,
      vent: async (ms) => {
        ventet.push(ms);
        forskyvning += ms;
      },
    },
    random: () => 0.5,
  };

  return {
    baseUrl,
    mappe,
    utsteder,
    klient,
    caFile,
    kall,
    logg,
    ventet,
    countForbindelser: () => forbindelser,
    script(next) {
      handler = next;
      kall.length = 0;
      ventet.length = 0;
      forbindelser = 0;
    },
    createClient(endring = {}) {
      const client = createFregClient({ ...config, ...endring });
      klienter.push(client);
      return client;
    },
    moveClock(ms) {
      forskyvning += ms;
    },
    async close() {
      await Promise.all(klienter.map((client) => client.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The log lines that hold a number, a name, a host or a piece of an address: must be none (security.md R-20). */
export function listLekkasjer(logg: readonly FregLogEntry[]): string[] {
  const forbudt = /\d{6}|Sjelden|Fjelltopp|127\.0\.0\.1|https?:|\/v1\/|navn=|part=/i;
  return logg.map((entry) => JSON.stringify(entry)).filter((linje) => forbudt.test(linje));
}
