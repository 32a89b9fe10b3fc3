/**
 * Writes a finished answer to the wire, the ordinary way or in the way that a fault of the connection demands.
 * Every fault stops by itself when the client goes away.
 */
import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Treff } from './feil.ts';
import type { FeilNavn } from './feilliste.ts';
import type { Ferdig } from './svar.ts';

const BLOKK = 64 * 1024;
/** What one part of the bomb unpacks to. */
const BOMBEDEL = 64 * 1024 * 1024;

/** How the answer leaves, one way for each call: the first of the faults that has a say. */
const VEIER: Partial<Record<FeilNavn, (res: ServerResponse, ferdig: Ferdig, verdi: number) => void>> = {
  henger: () => {},
  'brutt-foer-behandling': sendBruddUtenSvar,
  'brutt-etter-behandling': sendBruddUtenSvar,
  'brutt-forbindelse': sendBrutt,
  'lengde-for-stor': sendForKort,
  'lengde-for-liten': sendForLang,
  'lukket-etterpaa': sendOgLukk,
  drypp: sendDrypp,
  'stort-svar': sendStort,
  'gzip-bombe': sendBombe,
};

/** Sends the answer; `treff` are the faults that strike the call. */
export function sendSvar(res: ServerResponse, ferdig: Ferdig, treff: readonly Treff[]): void {
  const avvik = treff.find(({ feil }) => VEIER[feil] !== undefined);
  if (avvik) VEIER[avvik.feil]?.(res, ferdig, avvik.verdi);
  else sendHelt(res, ferdig);
}

/** Whether the client gets no status at all. */
export function isUtenStatus({ feil }: Treff): boolean {
  return feil === 'henger' || VEIER[feil] === sendBruddUtenSvar;
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
  const { kropp } = ferdig;
  startSvar(
    res,
    ferdig,
    kropp.reduce((sum, { length }) => sum + length, 0),
  );
  for (const bit of kropp.slice(0, -1)) res.write(bit);
  res.end(kropp.at(-1));
}

function sendBruddUtenSvar(res: ServerResponse): void {
  res.destroy();
}

/** Promises more than there is, and closes in good order. */
function sendForKort(res: ServerResponse, ferdig: Ferdig): void {
  const kropp = Buffer.concat(ferdig.kropp);
  startSvar(res, ferdig, kropp.length + 100);
  res.write(kropp, () => res.socket?.end());
}

/** Promises half of what it sends: the rest stands where the next answer should begin. */
function sendForLang(res: ServerResponse, ferdig: Ferdig): void {
  const kropp = Buffer.concat(ferdig.kropp);
  startSvar(res, ferdig, kropp.length >> 1);
  res.end(kropp);
}

/** A whole answer on a connection that is said to live, which is then closed. */
function sendOgLukk(res: ServerResponse, ferdig: Ferdig): void {
  const { socket } = res;
  res.on('finish', () => socket?.end());
  sendHelt(res, ferdig);
}

/** Promises the whole body, sends half of it and tears the connection down. */
function sendBrutt(res: ServerResponse, ferdig: Ferdig): void {
  const kropp = Buffer.concat(ferdig.kropp);
  startSvar(res, ferdig, kropp.length + 1);
  res.write(kropp.subarray(0, kropp.length >> 1), () => res.destroy());
}

function sendDrypp(res: ServerResponse, ferdig: Ferdig, mellomromMs: number): void {
  const kropp = Buffer.concat(ferdig.kropp);
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

/** Parts that each unpack to 64 MiB, as RFC 1952 section 2.2 lets a file be made of several. */
function sendBombe(res: ServerResponse, ferdig: Ferdig, bytes: number): void {
  const del = gzipSync(Buffer.alloc(BOMBEDEL, 'x'));
  const deler = Math.ceil(bytes / BOMBEDEL);
  const headere = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  startSvar(res, { ...ferdig, status: 200, headere }, del.length * deler);
  pipeline(Readable.from(Array.from({ length: deler }, () => del)), res, () => {});
}
