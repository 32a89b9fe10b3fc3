/**
 * The simulator's control port: what is running, what it was asked, and which faults it has. Local and without
 * sign-in, so it answers only to this machine's own names, and takes orders only from its own page or from no page, and
 * only as JSON: a web page that the developer has open can do nothing.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeAtOnce, listenLocally } from '../listen.ts';
import { Avvist } from './avvist.ts';
import { createRessurser, type Kontrollert, type Ressurser, type Svar } from './ressurser.ts';
import { findFil } from './statusside.ts';

const MAKS_KROPP = 10_000;
const LOKALE_NAVN = ['localhost', '127.0.0.1'];

export type Kontroll = { port: number; url: string; close(): Promise<void> };

/** Starts on 127.0.0.1; port 0 means any. Throws `EADDRINUSE` as node:net. */
export async function startKontroll(kontrollert: Kontrollert, oensketPort: number): Promise<Kontroll> {
  const tjener = createServer();
  const port = await listenLocally(tjener, oensketPort);
  const url = `http://127.0.0.1:${port}`;
  const ressurser = createRessurser(kontrollert, { port, url });
  tjener.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const fil = req.method === 'GET' && isLokal(req) ? findFil(getSti(req)) : undefined;
    if (fil) return void res.writeHead(200, fil.headere).end(fil.innhold);
    svar(req, ressurser).then(
      (resultat) => sendJson(res, resultat),
      (feil: unknown) => sendJson(res, toFeilsvar(feil)),
    );
  });
  return {
    port,
    url,
    close: () => closeAtOnce(tjener),
  };
}

async function svar(req: IncomingMessage, ressurser: Ressurser): Promise<Svar> {
  if (!isLokal(req)) throw new Avvist(403, 'Kontrollporten svarer bare til localhost');
  if (req.method !== 'GET' && !isEgen(req))
    throw new Avvist(403, 'Kontrollporten tar ikke imot bestillinger fra andre nettsider');
  const sti = getSti(req);
  const skille = sti.lastIndexOf('/') + 1;
  const [mappe, navn] = [sti.slice(0, skille), sti.slice(skille)];
  const handling = ressurser[`${req.method} ${sti}`] ?? ressurser[`${req.method} ${mappe}{navn}`];
  if (!handling) throw new Avvist(404, `Ukjent ressurs. Kjente: ${Object.keys(ressurser).join(', ')}`);
  const harKropp = 'transfer-encoding' in req.headers || Number(req.headers['content-length'] ?? 0) > 0;
  return handling({ navn, harKropp, readKropp: () => readJson(req) });
}

const getSti = (req: IncomingMessage): string => (req.url ?? '').split('?')[0] ?? '';

/** A page on another site can point its own name at this machine, but cannot change the Host it then sends. */
function isLokal(req: IncomingMessage): boolean {
  return LOKALE_NAVN.includes((req.headers.host ?? '').replace(/:\d+$/, ''));
}

/** A browser says which page sends an order; programs that are none say nothing. */
function isEgen({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || origin === `http://${host}`;
}

/** Asking for the JSON type makes a browser ask first before it sends for another site, and it is told no. */
async function readJson(req: IncomingMessage): Promise<unknown> {
  if (!req.headers['content-type']?.startsWith('application/json')) {
    throw new Avvist(415, 'Innholdet må være application/json');
  }
  const deler: Buffer[] = [];
  let lengde = 0;
  for await (const del of req) {
    lengde += del.length;
    if (lengde > MAKS_KROPP) throw new Avvist(413, 'Innholdet er for stort');
    deler.push(del);
  }
  try {
    return JSON.parse(Buffer.concat(deler).toString('utf8'));
  } catch {
    throw new Avvist(400, 'Innholdet er ikke gyldig JSON');
  }
}

function toFeilsvar(feil: unknown): Svar {
  const status = feil instanceof Avvist ? feil.status : 500;
  return { status, kropp: { feilmelding: feil instanceof Error ? feil.message : 'Ukjent feil' } };
}

function sendJson(res: ServerResponse, { status, kropp }: Svar): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(kropp === undefined ? undefined : `${JSON.stringify(kropp, null, 2)}\n`);
}
