/**
 * What the portal costs over the register: the same persons, one run, three ways.
 *
 * (a) a client straight at the register on warm connections; (b) the portal's API, with session, authorisation and
 * both commits of the revisjonslogg; (c) straight at the register with a TLS handshake for every call, as a script
 * around curl does. Rounds alternate, so that noise strikes all three alike, and the first part of each is not counted:
 * what stood idle while the others ran is cold.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Agent, Pool } from 'undici';
import { createPortalClient } from '../scripts/portal-client.ts';
import { createBefolkning } from '../simulator/befolkning/create-befolkning.ts';
import type { BenchResultat } from './kjoer.ts';
import { getPercentile, type Maaling, measure } from './measure.ts';
import { startBenchOffice } from './office.ts';

export const ANTALL = 10_000;
export const FROE = 1;
const ROUNDS = 3;
const SETTLE_MS = 3_000;
const ROUND_MS = 6_000;
/** Enough for the runtime to have compiled what runs often: a portal at work is warm. The same for each way. */
const WARM_CALLS = 5_000;
const DELER = ['person-basis', 'historikk', 'identitetsgrunnlag-utvidet', 'relasjon-utvidet'];

export function listNummer(): string[] {
  const befolkning = createBefolkning({ froe: FROE, antall: ANTALL, naa: new Date() });
  const nummer: string[] = [];
  for (let person = 0; person < befolkning.antall; person += 7) {
    const [gjeldende] = JSON.parse(
      JSON.stringify(befolkning.getDokument(person).identifikasjonsnummer ?? []),
    );
    if (gjeldende) nummer.push(gjeldende.foedselsEllerDNummer);
  }

  return nummer;
}

type Way = { name: string; call: (nummer: string) => Promise<void>; close: () => Promise<void> };

async function drain(body: { text(): Promise<string> }, status: number): Promise<void> {
  const text = await body.text();
  if (status !== 200 || text.length < 100) throw new Error(`uventet svar ${status}`);
}

export function createDirect(url: string, pki: string, warm: boolean): Way {
  const pem = (name: string) => readFileSync(path.join(pki, name));
  const tls = { ca: pem('ca.pem'), cert: pem('virksomhet.pem'), key: pem('virksomhet.key') };
  const query = DELER.map((del) => `part=${del}`).join('&');
  const agent = new Agent({
    connect: { ...tls, ...(warm ? {} : { maxCachedSessions: 0 }) },
    pipelining: 1,
    connections: 16,
  });
  const headers = warm ? {} : { connection: 'close' };

  return {
    name: warm ? 'direkte, varme forbindelser' : 'direkte, ett håndtrykk per kall',
    async call(nummer) {
      const target = `/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/${nummer}?${query}`;
      const { body, statusCode } = await agent.request({ origin: url, path: target, method: 'GET', headers });
      await drain(body, statusCode);
    },
    close: () => agent.close(),
  };
}

async function createPortal(url: string, passord: string): Promise<Way> {
  const client = await createPortalClient(url, 'saksbehandler', passord);
  const pool = new Pool(url, { pipelining: 1, connections: 16 });
  const headers = { ...client.headers, 'content-type': 'application/json' };

  return {
    name: 'portalens API',
    async call(nummer) {
      const body = JSON.stringify({
        kriterier: { identifikasjonsnummer: nummer },
        pakke: 'offentlig-med-hjemmel',
        formaal: 'saksbehandling',
        saksreferanse: 'BENCH',
      });
      const answer = await pool.request({ path: '/api/oppslag', method: 'POST', headers, body });
      await drain(answer.body, answer.statusCode);
    },
    close: () => pool.close(),
  };
}

async function warm({ call }: Way, nummer: readonly string[]): Promise<void> {
  for (let calls = 0; calls < WARM_CALLS; ) {
    calls += (await measure(call, nummer, { samtidige: 8, varighetMs: 1_000 })).ms.length;
  }
}

async function compare(
  ways: readonly Way[],
  nummer: readonly string[],
  samtidige: number,
): Promise<Maaling[]> {
  const total: Maaling[] = ways.map(({ name }) => ({ navn: name, samtidige, ms: [], varighetMs: 0 }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, way] of ways.entries()) {
      await measure(way.call, nummer, { samtidige, varighetMs: SETTLE_MS });
      const { ms, varighetMs } = await measure(way.call, nummer, { samtidige, varighetMs: ROUND_MS });
      total[index]?.ms.push(...ms);
      const sum = total[index];
      if (sum) sum.varighetMs += varighetMs;
    }
  }

  return total;
}

/** Starts an office of its own, warms everything, and measures with 1 and 16 at a time. */
export async function kjoer(): Promise<BenchResultat> {
  const office = await startBenchOffice({ antall: ANTALL, froe: FROE });
  const nummer = listNummer();
  const ways = [
    createDirect(office.registerUrl, office.pki, true),
    await createPortal(office.portalUrl, office.passord),
    createDirect(office.registerUrl, office.pki, false),
  ];
  try {
    for (const way of ways) await warm(way, nummer);
    const maalinger = [...(await compare(ways, nummer, 1)), ...(await compare(ways, nummer, 16))];

    return toResultat(maalinger);
  } finally {
    for (const way of ways) await way.close();
    await office.stop();
  }
}

const perSecond = ({ ms, varighetMs }: Maaling) => ms.length / (varighetMs / 1000);
const median = ({ ms }: Maaling) => getPercentile(ms, 0.5);

function toResultat(maalinger: readonly Maaling[]): BenchResultat {
  const [direkte1, portal1, haandtrykk1, direkte16, portal16, haandtrykk16] = maalinger;
  if (!direkte1 || !portal1 || !haandtrykk1 || !direkte16 || !portal16 || !haandtrykk16)
    throw new Error('too few');
  const added = median(portal1) - median(direkte1);
  const gain = [
    perSecond(portal1) / perSecond(haandtrykk1),
    perSecond(portal16) / perSecond(haandtrykk16),
  ] as const;

  return {
    tittel: 'Ett oppslag gjennom portalen',
    beskrivelse:
      'De samme personene på tre måter i samme kjøring: rett mot registeret på varme forbindelser, gjennom portalens API med sesjon, tilgangskontroll og to forpliktede rader i revisjonsloggen, og rett mot registeret med ett TLS-håndtrykk per kall. Registeret er simulatoren uten forsinkelse. Rundene går på omgang, og de første tre sekundene av hver teller ikke. Alle prosesser deler maskinen.',
    maalinger,
    forhold: [
      {
        tekst: `Portalen legger ${added.toFixed(1)} ms til medianen med én om gangen; grensen er 8 ms`,
        holder: added < 8,
      },
      {
        tekst: `Portalen mot ett håndtrykk per kall, én om gangen: ${gain[0].toFixed(2)} ganger så mange`,
        holder: gain[0] > 1,
      },
      {
        tekst: `Portalen mot ett håndtrykk per kall, 16 om gangen: ${gain[1].toFixed(2)} ganger så mange`,
        holder: gain[1] > 1,
      },
      {
        tekst: `Portalen mot varme forbindelser rett mot registeret, 16 om gangen: ${(perSecond(portal16) / perSecond(direkte16)).toFixed(2)} ganger så mange`,
        holder: null,
      },
    ],
  };
}
