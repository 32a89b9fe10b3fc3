/**
 * How fast the simulator is: single oppslag, persons through bulkoppslag, entries of the feed. Each beside a bare
 * node:https server that gives back the same bytes, which is as fast as Node can be. Simulator, bare server and load
 * are processes of their own; rounds alternate, so that noise strikes both alike.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Agent } from 'undici';
import { z } from 'zod';
import { startChild } from '../scripts/child.ts';
import { waitFor } from '../scripts/wait-for.ts';
import { createBefolkning } from '../simulator/befolkning/create-befolkning.ts';
import { type BareServerOrder, type Recorded, toAsked } from './bare-server.ts';
import type { BenchResultat } from './kjoer.ts';
import type { LoadOrder, Request } from './load-client.ts';
import type { Maaling } from './measure.ts';

const ANTALL = 100_000;
const FROE = 1;
const FEEDSIDER = 30;
const ROUNDS = 8;
const SETTLE_MS = 1_000;
const ROUND_MS = 2_000;
const OMH = '/folkeregisteret/offentlig-med-hjemmel/api/v1';
const ALLE_DELER = 'part=person-basis&part=historikk&part=identitetsgrunnlag-utvidet&part=relasjon-utvidet';

type Work = {
  navn: string;
  requests: readonly Request[];
  samtidige: number;
  /** What is counted, how many one call gives, and how many a second we promise. */
  enhet: string;
  perCall: number;
  krav: number | null;
};

const Porter = z.object({ pid: z.number(), porter: z.object({ register: z.number() }) });
const Address = z.object({ port: z.number() });
const Nummer = z.object({
  identifikasjonsnummer: z.tuple([z.object({ foedselsEllerDNummer: z.string() })]).rest(z.unknown()),
});
const Result = z.object({ ms: z.array(z.number()), varighetMs: z.number() });
const Feed = z.array(z.object({ sekvensnummer: z.number() }));

function listNummer(antall: number): string[] {
  const befolkning = createBefolkning({ froe: FROE, antall: ANTALL, naa: new Date() });
  const hopp = Math.floor(ANTALL / antall);
  return Array.from({ length: antall }, (_, i) => {
    const { identifikasjonsnummer } = Nummer.parse(befolkning.getDokument(i * hopp));
    return identifikasjonsnummer[0].foedselsEllerDNummer;
  });
}

const chunk = (liste: readonly string[], antall: number): string[][] =>
  Array.from({ length: Math.floor(liste.length / antall) }, (_, i) =>
    liste.slice(i * antall, (i + 1) * antall),
  );

const toBulk = (numre: readonly string[], deler: string): Request => ({
  method: 'POST',
  path: `${OMH}/personer/bulkoppslag${deler}`,
  body: JSON.stringify({ foedselsEllerDNummer: numre }),
});

async function startSimulator(dataDir: string) {
  const file = path.join(dataDir, 'simulator.json');
  const logFile = path.join(dataDir, 'simulator.log');
  const child = startChild({
    args: [path.join('simulator', 'main.ts')],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      SIM_PORT: '0',
      SIM_POPULATION: String(ANTALL),
      SIM_FROE: String(FROE),
      SIM_HENDELSER_VED_START: String(FEEDSIDER * 1_200),
      SIM_HENDELSER_PER_MINUTT: '0',
      SIM_GRENSE_PER_MINUTT: '0',
    },
    logFile,
  });
  const look = async () => (existsSync(file) ? Porter.parse(JSON.parse(readFileSync(file, 'utf8'))) : null);
  const { porter } = await waitFor('Simulatoren', child, look, { logFile, signal: undefined }).catch(
    async (error: unknown) => {
      await child.stop();
      throw error;
    },
  );
  const pem = (name: string) => readFileSync(path.join(dataDir, 'pki', name), 'utf8');
  return {
    origin: `https://localhost:${porter.register}`,
    client: { ca: pem('ca.pem'), cert: pem('virksomhet.pem'), key: pem('virksomhet.key') },
    server: { ca: pem('ca.pem'), cert: pem('tjener.pem'), key: pem('tjener.key') },
    stop: () => child.stop(),
  };
}

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

/** Asks each distinct request once and keeps the answer. */
async function record({ origin, client }: Simulator, requests: readonly Request[]): Promise<Recorded[]> {
  const agent = new Agent({ connect: client });
  const answers: Recorded[] = [];
  for (const { method, path: target, body } of requests) {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const answer = await agent.request({
      origin,
      path: target,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (answer.statusCode !== 200) throw new Error(`${method} ${target} ga ${answer.statusCode}`);
    const type = String(answer.headers['content-type']);
    answers.push({ asked: toAsked(method, target, body), type, body: await answer.body.text() });
  }
  await agent.close();
  return answers;
}

/** The full pages of the feed from its start. */
async function listFeed(simulator: Simulator): Promise<Request[]> {
  const pages: Request[] = [];
  for (let seq = 0; pages.length < FEEDSIDER; ) {
    const request: Request = { method: 'GET', path: `${OMH}/hendelser/feed?seq=${seq}` };
    const [{ body } = { body: '[]' }] = await record(simulator, [request]);
    const last = Feed.parse(JSON.parse(body));
    if (last.length < 1_000) throw new Error('the feed is shorter than the bench needs');
    pages.push(request);
    seq = (last.at(-1)?.sekvensnummer ?? 0) + 1;
  }
  return pages;
}

/** Sends the order and resolves with the answer; rejects when the process ends instead. */
async function ask(child: ChildProcess, order: LoadOrder | BareServerOrder): Promise<unknown> {
  const done = new AbortController();
  const answered = once(child, 'message', done);
  const ended = once(child, 'exit', done).then(() => {
    throw new Error('a process of the bench ended; see above');
  });
  child.send(order);
  try {
    const [answer]: unknown[] = await Promise.race([answered, ended]);
    return answer;
  } finally {
    done.abort();
  }
}

const startFork = (file: string): ChildProcess => fork(path.join(import.meta.dirname, file));

function listWork(feed: readonly Request[]): Work[] {
  const numre = listNummer(10_000);
  const enkle = numre.slice(0, 2_000);
  const oppslag = (deler: string) =>
    enkle.map((nummer): Request => ({ method: 'GET', path: `${OMH}/personer/${nummer}${deler}` }));
  const bulk = (deler: string) => chunk(numre, 1_000).map((bit) => toBulk(bit, deler));
  const personer = { enhet: 'personer', perCall: 1_000 };
  return [
    { navn: 'oppslag', requests: oppslag(''), samtidige: 16, enhet: 'oppslag', perCall: 1, krav: 3_000 },
    {
      navn: 'oppslag, alle deler',
      requests: oppslag(`?${ALLE_DELER}`),
      samtidige: 16,
      enhet: 'oppslag',
      perCall: 1,
      krav: null,
    },
    { navn: 'bulkoppslag av 1000', requests: bulk(''), samtidige: 4, ...personer, krav: 15_000 },
    {
      navn: 'bulkoppslag av 1000, alle deler',
      requests: bulk(`?${ALLE_DELER}`),
      samtidige: 4,
      ...personer,
      krav: null,
    },
    {
      navn: 'hendelser/feed',
      requests: feed,
      samtidige: 4,
      enhet: 'hendelser',
      perCall: 1_000,
      krav: 60_000,
    },
  ];
}

type Compared = Work & { register: Maaling; bare: Maaling };

/**
 * Measures the same work at the simulator and at the bare server, turn about, and keeps the best round of each: what
 * else the machine does can only slow a round down.
 */
async function compare(
  work: Work,
  simulator: Simulator,
  load: ChildProcess,
  bare: ChildProcess,
): Promise<Compared> {
  const { navn, requests, samtidige } = work;
  const answers = await record(simulator, requests);
  const { port } = Address.parse(await ask(bare, { tls: simulator.server, answers }));
  const empty = (hvem: string): Maaling => ({ navn: `${navn}, ${hvem}`, samtidige, ms: [], varighetMs: 1 });
  const result = { ...work, register: empty('simulatoren'), bare: empty('bar node:https') };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [maaling, origin] of [
      [result.register, simulator.origin],
      [result.bare, `https://localhost:${port}`],
    ] as const) {
      const order = {
        origin,
        tls: simulator.client,
        requests,
        samtidige,
        settleMs: SETTLE_MS,
        roundMs: ROUND_MS,
      };
      const runde = Result.parse(await ask(load, order));
      if (perSecond(runde) > perSecond(maaling)) Object.assign(maaling, runde);
    }
  }
  return result;
}

/** Starts a simulator of its own and measures every service in turn. */
export async function kjoer(): Promise<BenchResultat> {
  const [busy = 0] = loadavg();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'simulator-bench-'));
  const load = startFork('load-client.ts');
  const bare = startFork('bare-server.ts');
  let simulator: Simulator | undefined;
  try {
    simulator = await startSimulator(dataDir);
    const compared: Compared[] = [];
    for (const work of listWork(await listFeed(simulator)))
      compared.push(await compare(work, simulator, load, bare));
    return toResultat(compared, busy);
  } finally {
    load.disconnect();
    bare.disconnect();
    await simulator?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const perSecond = ({ ms, varighetMs }: Pick<Maaling, 'ms' | 'varighetMs'>) => ms.length / (varighetMs / 1000);

/** `busy` is how many processes wanted the machine before the bench began. */
function toResultat(compared: readonly Compared[], busy: number): BenchResultat {
  return {
    tittel: 'Simulatoren',
    beskrivelse: `En simulator med 100 000 personer i én prosess, med TLS og klientsertifikat, ved siden av en bar node:https-tjener som gir de samme bytene uten å lage dem. Lasten går i en prosess for seg. Rundene går på omgang, åtte for hver, og det første sekundet av en runde teller ikke; tallene er fra den beste, for det andre som skjer på maskinen kan bare gjøre en runde langsommere. Alle prosesser deler maskinen. Tallene i tabellen er kall. Da målingen begynte, ville ${busy.toFixed(1).replace('.', ',')} andre prosesser ha maskinen; uten last er tallet under 0,5.`,
    maalinger: compared.flatMap(({ register, bare }) => [register, bare]),
    forhold: compared.map(({ navn, enhet, perCall, krav, register, bare }) => {
      const antall = Math.round(perSecond(register) * perCall);
      const andel = (perSecond(register) / perSecond(bare)).toFixed(2);
      const grense = krav === null ? '' : `; kravet er ${krav}`;
      return {
        tekst: `${navn}: ${antall} ${enhet} i sekundet, ${andel} av en bar node:https-tjener${grense}`,
        holder: krav === null ? null : antall >= krav,
      };
    }),
  };
}
