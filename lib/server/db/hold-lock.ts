/**
 * A lock between processes of one machine that the kernel lets go of when its holder dies, however it dies:
 * an abstract unix socket. Nothing is written to disk, so nothing can be left behind.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Resolves when the holder of the lock has let go of it or died. */
async function waitForHolder(address: string): Promise<void> {
  const socket = connect(address);
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise<void>((done) => socket.once('close', () => done()));
}

/**
 * Waits for the lock of this name and holds it.
 * @returns the function that lets go of it
 */
export async function holdLock(name: string): Promise<() => Promise<void>> {
  const address = `\0folkeregisterportalen-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  for (;;) {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => waiting.delete(socket));
    });
    try {
      server.listen(address);
      await once(server, 'listening');
    } catch (error) {
      if (!hasCode(error, 'EADDRINUSE')) throw error;
      await waitForHolder(address);
      continue;
    }
    return async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of waiting) socket.destroy();
      await closed;
    };
  }
}
