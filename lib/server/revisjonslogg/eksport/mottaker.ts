/**
 * Where exported lines go: a file that others read, or a syslog receiver over TCP or TLS. `send` comes back only when the
 * lines are taken: the file is on the disk; the receiver has read to the end and closed its side. Syslog has no answer of
 * its own, so a connection is used for one batch, and one that breaks off is a batch that was not sent.
 */
import 'server-only';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { connect as connectTls } from 'node:tls';

export type Mottaker = {
  /** Tells this receiver's cursor from others'. */
  navn: string;
  send(linjer: readonly string[]): Promise<void>;
};

/** A receiver that says nothing for this long has not taken the batch. */
const SILENCE_MS = 30_000;
/** Facility 13 (log audit), severity 6 (informational): RFC 5424. */
const PRIORITY = 13 * 8 + 6;

/** @throws Error when the address is none that we can send to */
export function createMottaker(adresse: string, caFile: string | undefined): Mottaker {
  const url = new URL(adresse);
  if (url.protocol === 'file:') return createFilmottaker(url);
  if (url.protocol === 'tcp:' || url.protocol === 'tls:') return createSyslogmottaker(url, caFile);
  throw new Error('an export goes to file:, tcp: or tls:');
}

function createFilmottaker(url: URL): Mottaker {
  return {
    navn: url.href,
    async send(linjer) {
      const file = await open(url, 'a', 0o600);
      try {
        await file.appendFile(`${linjer.join('\n')}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}

/** Octet counting (RFC 6587): where a message ends does not depend on what it holds. */
function toFrame(linje: string, time: string): Buffer {
  const message = Buffer.from(`<${PRIORITY}>1 ${time} ${hostname()} folkeregisterportalen - - - ${linje}`);

  return Buffer.concat([Buffer.from(`${message.length} `), message]);
}

function openSocket(url: URL, caFile: string | undefined): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port);
  if (url.protocol === 'tcp:') return connectTcp({ host, port });

  return connectTls({
    host,
    port,
    minVersion: 'TLSv1.2',
    ...(/[a-z]/i.test(host) ? { servername: host } : {}),
    ...(caFile ? { ca: readFileSync(caFile) } : {}),
  });
}

function createSyslogmottaker(url: URL, caFile: string | undefined): Mottaker {
  return {
    navn: url.href,
    async send(linjer) {
      const socket = openSocket(url, caFile);
      socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('the receiver is silent')));
      try {
        await once(socket, url.protocol === 'tls:' ? 'secureConnect' : 'connect');
        const time = new Date().toISOString();
        // Resolves when the receiver has ended its side, rejects when the connection breaks.
        const ended = once(socket.resume(), 'end');
        socket.end(Buffer.concat(linjer.map((linje) => toFrame(linje, time))));
        await ended;
      } finally {
        socket.destroy();
      }
    },
  };
}
