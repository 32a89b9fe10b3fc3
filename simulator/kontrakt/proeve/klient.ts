/** A client that keeps its connections, since the contract is walked in thousands of calls. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import { getKlient, type Pki } from '../../pki/ensure-pki.ts';

/** `klient` is a file stem of the pki folder. */
export type Kall = {
  metode: string;
  sti: string;
  klient: string;
  headere: OutgoingHttpHeaders;
  kropp: string;
};
export type Svar = { status: number; headere: IncomingHttpHeaders; tekst: string };

export type Klient = {
  /** Rejects with the error of the connection when there is no whole answer. */
  call(kall: Kall): Promise<Svar>;
  close(): void;
};

export function createKlient(pki: Pki, port: number): Klient {
  const agenter = new Map<string, Agent>();
  const getAgent = (navn: string): Agent => {
    const agent = agenter.get(navn) ?? new Agent({ keepAlive: true, ca: pki.ca, ...getKlient(pki, navn) });
    agenter.set(navn, agent);
    return agent;
  };
  return {
    call: ({ metode, sti, klient, headere, kropp }) =>
      new Promise((resolve, reject) => {
        const req = request({
          host: 'localhost',
          port,
          path: sti,
          method: metode,
          headers: { ...headere, 'content-length': Buffer.byteLength(kropp) },
          agent: getAgent(klient),
        });
        req.on('error', reject);
        req.on('response', async (res) => {
          const biter: Buffer[] = await res.toArray();
          resolve({
            status: res.statusCode ?? 0,
            headere: res.headers,
            tekst: Buffer.concat(biter).toString('utf8'),
          });
        });
        req.end(kropp);
      }),
    close: () => {
      for (const agent of agenter.values()) agent.destroy();
    },
  };
}
