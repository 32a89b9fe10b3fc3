/**
 * The limit that the simulator is measured against: a bare node:https server with the same certificates that gives
 * the same bytes back without making them. A process of its own, started by `bench/simulator.ts` with the recorded
 * answers over IPC; sends its port when it listens. Ends when its parent does.
 */
import { createServer } from 'node:https';

/** One recorded answer, by what was asked: method, path and body. */
export type Recorded = { asked: string; type: string; body: string };

export type BareServerOrder = {
  tls: { ca: string; cert: string; key: string };
  answers: readonly Recorded[];
};

export const toAsked = (method: string, path: string, body = ''): string => `${method} ${path} ${body}`;

function serve({ tls, answers }: BareServerOrder): void {
  const recorded = new Map(
    answers.map(({ asked, type, body }) => [asked, { type, body: Buffer.from(body) }]),
  );
  const server = createServer({ ...tls, requestCert: true, rejectUnauthorized: true }, (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const answer = recorded.get(toAsked(req.method ?? '', req.url ?? '', Buffer.concat(chunks).toString()));
      if (!answer) return res.writeHead(404).end();
      const { type, body } = answer;
      return res.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
}

process.on('disconnect', () => process.exit());
process.on('message', serve);
