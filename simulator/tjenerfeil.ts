/**
 * The faults that strike before there is a request: nobody listens, the handshake is late or never comes, and the server
 * shows another certificate or refuses the client's.
 * Rule: a change is seen by the next call, so idle connections are cut when the server's state changes. Without faults
 * a connection pays one comparison and a call nothing.
 */
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Tjenervariant, Tjenervarianter } from './pki/tjenervarianter.ts';
import type { FeilInjeksjon, Feiltjener } from './register/feil.ts';
import type { FeilNavn } from './register/feilliste.ts';

/** PEM. `ca` is the CA of the clients, `klientCrl` revokes those that a fault does; only the register has them. */
export type Tjenerpki = {
  key: string;
  cert: string;
  tjenervarianter: Tjenervarianter;
  ca?: string;
  klientCrl?: string;
};

const VARIANT_VED_FEIL: Partial<Record<FeilNavn, Tjenervariant>> = {
  'tls-ny-noekkel': 'ny-noekkel',
  'tls-ny-ca': 'ny-ca',
  'tls-utloept': 'utloept',
  'tls-feil-navn': 'feil-navn',
  'tls-tilbakekalt': 'tilbakekalt',
};

/** `navn` is what the faults call the server. `logg` is told when the port cannot be had back. */
export type Tjenerfeilvalg = {
  navn: Feiltjener;
  port: number;
  pki: Tjenerpki;
  feil: FeilInjeksjon;
  logg: (melding: string) => void;
};

/** Lets the faults strike a server that listens on 127.0.0.1, until it is closed. Returns what ends it: call it first. */
export function addTjenerfeil(tjener: Server, valg: Tjenerfeilvalg): () => void {
  const { navn, port, feil, pki, logg } = valg;
  addForbindelsesfeil(tjener, () => feil.findForbindelsestreff(navn));
  tjener.on('error', (grunn) => logg(`${navn}: ${grunn.message}`));
  let forrige = '';
  const oppdater = () => {
    const tilstand = feil.listTilstand(navn);
    if (tilstand.join() === forrige) return;
    forrige = tilstand.join();
    tjener.setSecureContext(toTlsvalg(pki, tilstand));
    if (!tilstand.includes('tilkobling-nektes')) {
      tjener.closeIdleConnections();
      if (!tjener.listening) tjener.listen(port, '127.0.0.1');
    } else if (tjener.listening) {
      tjener.close();
      tjener.closeAllConnections();
    }
  };
  oppdater();
  return feil.subscribe(oppdater);
}

/** What TLS is set up with in the given state. */
export function toTlsvalg(
  { key, cert, ca, klientCrl, tjenervarianter }: Tjenerpki,
  tilstand: readonly FeilNavn[],
) {
  const variant = tilstand.map((feil) => VARIANT_VED_FEIL[feil]).find((en) => en !== undefined);
  const par = variant ? tjenervarianter[variant] : { key, cert };
  const avviser = klientCrl !== undefined && tilstand.includes('klientsertifikat-tilbakekalt');
  return { ...par, ...(ca === undefined ? {} : { ca }), ...(avviser ? { crl: klientCrl } : {}) };
}

/** Comes before the server's own listener, so that TLS begins when the fault lets it. */
function addForbindelsesfeil(
  tjener: Server,
  findTreff: () => ReturnType<FeilInjeksjon['findForbindelsestreff']>,
): void {
  const motta = tjener.listeners('connection');
  tjener.removeAllListeners('connection');
  tjener.on('connection', (forbindelse: Socket) => {
    const slippInn = () => {
      for (const lytter of motta) lytter.call(tjener, forbindelse);
    };
    const treff = findTreff();
    const ventetid = treff.find((en) => en.feil === 'tregt-haandtrykk');
    if (treff.some((en) => en.feil === 'brutt-haandtrykk')) forbindelse.resetAndDestroy();
    else if (ventetid) waitFoer(forbindelse, ventetid.verdi, slippInn);
    else slippInn();
  });
}

/** A client that gives up meanwhile is nobody to let in. */
function waitFoer(forbindelse: Socket, ms: number, slippInn: () => void): void {
  const klokke = setTimeout(() => {
    forbindelse.off('error', ignorer);
    slippInn();
  }, ms);
  const ignorer = () => {};
  forbindelse.on('error', ignorer);
  forbindelse.once('close', () => clearTimeout(klokke));
}
