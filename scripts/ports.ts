/**
 * Ports on this machine: whether one is free, and a free one when any will do. Who asks for a port binds it later, so it
 * is one that the system gives nobody by itself: those it lends to every connection that goes out, and they are refused
 * for a minute after the connection has ended.
 */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Bruksfeil } from './bruksfeil.ts';

async function listenOnce(port: number, host: string): Promise<void> {
  const server = createServer();
  server.listen({ port, host });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

/** How many ports the simulator takes, from SIM_PORT and up. */
export const SIMULATORPORTER = 5;

/** Below what systems lend out: Linux begins at 32768, others higher. */
const FOERSTE = 20_000;
const SISTE = 32_000;

const toCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : '');

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port, '127.0.0.1');
    return true;
  } catch (error) {
    if (toCode(error) !== 'EADDRINUSE') throw error;
    return false;
  }
}

/** The first of so many ports in a row that nothing listens on now, and that no connection will be lent. */
export async function findFreePort(antall = 1): Promise<number> {
  for (;;) {
    const first = randomInt(FOERSTE, SISTE - antall);
    const free = await Promise.all(Array.from({ length: antall }, (_, nr) => isFree(first + nr)));
    if (free.every(Boolean)) return first;
  }
}

/**
 * @param variable the environment variable that chooses another port
 * @throws Bruksfeil when the port is taken or may not be used. A browser tries `::1` first, so both addresses count.
 */
export async function ensurePortIsFree(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await listenOnce(port, host);
    } catch (error) {
      const code = toCode(error);
      if (code === 'EADDRINUSE') {
        throw new Bruksfeil(
          `Port ${port} er i bruk: stopp det som bruker den, eller velg en annen med ${variable}.`,
        );
      }
      if (code === 'EACCES')
        throw new Bruksfeil(`Mangler rett til port ${port}: velg en annen med ${variable}.`);
      if (host === '127.0.0.1') throw error;
    }
  }
}
