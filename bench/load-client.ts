/**
 * A process that loads one server at a time, so that the load does not run in the process that is measured. Started by
 * `bench/simulator.ts`; takes one order over IPC and answers with the milliseconds of each call. Ends when its parent does.
 */
import { Agent } from 'undici';
import { measure } from './measure.ts';

export type Request = { method: 'GET' | 'POST'; path: string; body?: string };

/** `settleMs` of the same load come first and are not counted. A call that is not 200 ends the process. */
export type LoadOrder = {
  origin: string;
  tls: { ca: string; cert: string; key: string };
  requests: readonly Request[];
  samtidige: number;
  settleMs: number;
  roundMs: number;
};

async function run({ origin, tls, requests, samtidige, settleMs, roundMs }: LoadOrder) {
  const agent = new Agent({ connect: tls, connections: samtidige, pipelining: 1 });
  const call = async ({ method, path, body }: Request): Promise<void> => {
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await agent.request({
      origin,
      path,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    let bytes = 0;
    for await (const chunk of answer.body) bytes += chunk.length;
    if (answer.statusCode !== 200 || bytes < 100)
      throw new Error(`unexpected answer ${answer.statusCode} of ${bytes} bytes`);
  };
  try {
    await measure(call, requests, { samtidige, varighetMs: settleMs });
    return await measure(call, requests, { samtidige, varighetMs: roundMs });
  } finally {
    await agent.close();
  }
}

process.on('disconnect', () => process.exit());
process.on('message', (order: LoadOrder) => {
  void run(order).then((result) => process.send?.(result));
});
