/** Every service of the simulator is reachable from this machine only, on a port that is fixed or chosen by the system. */
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

/**
 * Listens on 127.0.0.1 and answers with the port; 0 means any free one.
 * Throws the system's error, `EADDRINUSE` with `port` when somebody else is there.
 */
export async function listenLocally(tjener: Server, port: number): Promise<number> {
  tjener.listen(port, '127.0.0.1');
  await once(tjener, 'listening');
  const adresse = tjener.address();
  if (adresse === null || typeof adresse === 'string') throw new Error('Tjeneren lytter ikke på en port');
  return adresse.port;
}

/** Throws as `listenLocally` when a port is taken, before anything expensive is done; 0 is always free. */
export async function ensureLedigPort(port: number): Promise<void> {
  const tjener = createServer();
  await listenLocally(tjener, port);
  await new Promise((resolve) => tjener.close(resolve));
}

/** Stops at once: nobody is let in, and open connections are cut. One that a fault has stopped is stopped already. */
export async function closeAtOnce(tjener: HttpServer): Promise<void> {
  if (!tjener.listening) return;
  const lukket = once(tjener, 'close');
  tjener.close();
  tjener.closeAllConnections();
  await lukket;
}
