/** Ports on this machine: whether one is free, and a free one when any will do. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Bruksfeil } from './bruksfeil.ts';

async function listenOnce(port: number, host: string): Promise<number> {
  const server = createServer();
  server.listen({ port, host });
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : port;
}

/** A port that nothing listens on now. */
export const findFreePort = (): Promise<number> => listenOnce(0, '127.0.0.1');

/**
 * @param variable the environment variable that chooses another port
 * @throws Bruksfeil when the port is taken or may not be used. A browser tries `::1` first, so both addresses count.
 */
export async function ensurePortIsFree(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await listenOnce(port, host);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
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
