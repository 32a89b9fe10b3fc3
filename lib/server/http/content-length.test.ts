/** An answer with a length goes whole: the head with the first piece, the length where clients look for it, and no tail. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { allowContentLength, LENGDE_HEADER } from './content-length.ts';

const SVAR = '{"navn":"SMIDIG KOPP"}';

/** Answers as Next does, and gives what had left by then: after the head was sent, and in all. */
async function answer(response: ServerResponse): Promise<[number, number]> {
  const { socket } = response;
  response.setHeader(LENGDE_HEADER, String(Buffer.byteLength(SVAR)));
  response.flushHeaders();
  const hode = socket?.bytesWritten ?? -1;
  response.write(SVAR);
  response.end();
  await once(response, 'finish');

  return [hode, socket?.bytesWritten ?? -1];
}

test('the head waits for the first piece, the length is told, and nothing follows the last byte', async () => {
  allowContentLength();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const asked = fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
    const [, response]: ServerResponse[] = await once(server, 'request');
    const [hode, alt] = await answer(response as ServerResponse);
    expect(hode).toBe(0);
    const svar = await asked;
    expect(await svar.text()).toBe(SVAR);
    expect(svar.headers.get('Content-Length')).toBe(String(SVAR.length));
    expect(svar.headers.get('Transfer-Encoding')).toBeNull();
    expect(svar.headers.get(LENGDE_HEADER)).toBeNull();
    expect(alt).toBeGreaterThan(SVAR.length);
  } finally {
    server.close();
  }
});
