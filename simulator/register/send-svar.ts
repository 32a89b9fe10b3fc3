/**
 * Writes a finished answer to the wire, the ordinary way or in the way that a fault of the connection demands.
 * Every fault stops by itself when the client goes away.
 */
import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { Treff } from './feil.ts';
import type { Ferdig } from './svar.ts';

const BLOKK = 64 * 1024;

/** Sends the answer; `treff` is the fault that strikes the call, if any. */
export function sendSvar(res: ServerResponse, ferdig: Ferdig, treff: Treff | undefined): void {
  switch (treff?.feil) {
    case 'henger':
      break;
    case 'brutt-forbindelse':
      sendBrutt(res, ferdig);
      break;
    case 'drypp':
      sendDrypp(res, ferdig, treff.verdi);
      break;
    case 'stort-svar':
      sendStort(res, ferdig, treff.verdi);
      break;
    default:
      sendHelt(res, ferdig);
  }
}

function startSvar(res: ServerResponse, { status, headere }: Ferdig, lengde: number): void {
  res.writeHead(status, { ...headere, 'Content-Length': lengde });
}

/**
 * Without a body Content-Length is 0, HEAD included, so that no client waits for one. A 304 has none: there it would
 * be the length of the page that the client already has (RFC 9110 section 8.6).
 */
function sendHelt(res: ServerResponse, ferdig: Ferdig): void {
  if (ferdig.status === 304) {
    res.writeHead(304, ferdig.headere).end();
    return;
  }
  const kropp = Buffer.from(ferdig.tekst);
  startSvar(res, ferdig, kropp.length);
  res.end(kropp);
}

/** Promises the whole body, sends half of it and tears the connection down. */
function sendBrutt(res: ServerResponse, ferdig: Ferdig): void {
  const kropp = Buffer.from(ferdig.tekst);
  startSvar(res, ferdig, kropp.length + 1);
  res.write(kropp.subarray(0, kropp.length >> 1), () => res.destroy());
}

function sendDrypp(res: ServerResponse, ferdig: Ferdig, mellomromMs: number): void {
  const kropp = Buffer.from(ferdig.tekst);
  startSvar(res, ferdig, kropp.length);
  let sendt = 0;
  const klokke = setInterval(() => {
    res.write(kropp.subarray(sendt, sendt + 1));
    sendt += 1;
    if (sendt >= kropp.length) res.end(() => clearInterval(klokke));
  }, mellomromMs);
  res.on('close', () => clearInterval(klokke));
}

/** Valid JSON of the given number of bytes, made while it is sent. */
function sendStort(res: ServerResponse, ferdig: Ferdig, bytes: number): void {
  const hode = '{"fyll":"';
  const hale = '"}';
  const fyll = Math.max(0, bytes - hode.length - hale.length);
  const blokk = Buffer.alloc(BLOKK, 'x');
  function* list() {
    yield Buffer.from(hode);
    for (let igjen = fyll; igjen > 0; igjen -= BLOKK) yield blokk.subarray(0, Math.min(igjen, BLOKK));
    yield Buffer.from(hale);
  }
  const stor: Ferdig = { ...ferdig, status: 200, headere: { 'Content-Type': 'application/json' } };
  startSvar(res, stor, hode.length + fyll + hale.length);
  pipeline(Readable.from(list()), res, () => {});
}
