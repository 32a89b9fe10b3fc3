/**
 * The OpenID provider of the virksomhet, on this machine: signs demo users in with a real login page and can be told
 * to issue wrong id_tokens. Keys and sessions live in memory only.
 */
import { generateKeyPair, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { Provider } from 'oidc-provider';
import { closeAtOnce, listenLocally } from '../listen.ts';
import { DEMOBRUKERE, findDemobruker } from './demobrukere.ts';
import { createUgyldigIdToken, type IdTokenFeil, type Signeringsnoekkel } from './id-token-feil.ts';
import { createKonfigurasjon, getSub, type Identitetsvalg } from './konfigurasjon.ts';
import { CSP, showFeil, showInnlogging } from './sider.ts';

const MAKS_SKJEMA = 4096;

/** `url` is the issuer. `setFeil` decides what is wrong with every id_token from now on; undefined is nothing. */
export type Identitet = {
  port: number;
  url: string;
  findFeil(): IdTokenFeil | undefined;
  setFeil(feil: IdTokenFeil | undefined): void;
  /** Completed sign-ins since the start. */
  getInnlogginger(): number;
  close(): Promise<void>;
};

/** Starts on 127.0.0.1; port 0 means any. Every demo user has the one `passord`. Throws `EADDRINUSE` as node:net. */
export async function startIdentitet(
  valg: Identitetsvalg & { port: number; passord: string },
): Promise<Identitet> {
  const noekkel = await createNoekkel();
  const tjener = createServer();
  const port = await listenLocally(tjener, valg.port);
  const url = `http://localhost:${port}`;
  const provider = new Provider(url, createKonfigurasjon(valg, noekkel.privat.export({ format: 'jwk' })));
  provider.on('server_error', (_ctx, feil) => console.error('Identitetstjenesten feilet:', feil));
  let idTokenFeil: IdTokenFeil | undefined;
  let innlogginger = 0;
  provider.use(async (ctx, next) => {
    await next();
    if (idTokenFeil && ctx.path === '/token') replaceIdToken(ctx, idTokenFeil, noekkel);
  });
  const svarProvider = provider.callback();
  tjener.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (!req.url?.startsWith('/interaction/')) return svarProvider(req, res);
    svarInnlogging(provider, valg.passord, req, res).then(
      (ferdig) => {
        if (ferdig) innlogginger += 1;
      },
      () =>
        sendSide(res, 400, showFeil('Innloggingen er utløpt. Gå tilbake til portalen og begynn på nytt.')),
    );
  });
  return {
    port,
    url,
    findFeil: () => idTokenFeil,
    setFeil: (feil) => {
      idTokenFeil = feil;
    },
    getInnlogginger: () => innlogginger,
    close: () => closeAtOnce(tjener),
  };
}

async function createNoekkel(): Promise<Signeringsnoekkel> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { privat: privateKey, offentlig: publicKey };
}

function replaceIdToken(ctx: { body: unknown }, feil: IdTokenFeil, noekkel: Signeringsnoekkel): void {
  const svar = ctx.body;
  if (typeof svar !== 'object' || svar === null || !('id_token' in svar)) return;
  if (typeof svar.id_token !== 'string') return;
  ctx.body = { ...svar, id_token: createUgyldigIdToken(svar.id_token, feil, noekkel) };
}

/** Shows or handles the login form; true when somebody was signed in. Throws when the login is unknown or too old. */
async function svarInnlogging(
  provider: Provider,
  passord: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  await provider.interactionDetails(req, res);
  if (req.method !== 'POST') {
    sendSide(res, 200, showInnlogging(DEMOBRUKERE, '', false));
    return false;
  }
  const skjema = new URLSearchParams(await readSkjema(req));
  const brukernavn = skjema.get('brukernavn') ?? '';
  const bruker = findDemobruker(brukernavn);
  if (!bruker || !isLike(skjema.get('passord') ?? '', passord)) {
    sendSide(res, 400, showInnlogging(DEMOBRUKERE, brukernavn, true));
    return false;
  }
  await provider.interactionFinished(req, res, { login: { accountId: getSub(bruker) } });
  return true;
}

async function readSkjema(req: IncomingMessage): Promise<string> {
  const deler: Buffer[] = [];
  let lengde = 0;
  for await (const del of req) {
    lengde += del.length;
    if (lengde > MAKS_SKJEMA) throw new Error('Skjemaet er for stort');
    deler.push(del);
  }
  return Buffer.concat(deler).toString('utf8');
}

function isLike(a: string, b: string): boolean {
  const [ab, bb] = [Buffer.from(a), Buffer.from(b)];
  return ab.length === bb.length && timingSafeEqual(ab, bb);
}

function sendSide(res: ServerResponse, status: number, side: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CSP,
    'cache-control': 'no-store',
  });
  res.end(side);
}
