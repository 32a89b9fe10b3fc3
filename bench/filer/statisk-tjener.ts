/**
 * The limit of a download: nginx, which lets the system send the file, or where it is not installed a bare node:http server
 * that streams it. The same bytes, unencrypted, to whoever asks.
 */
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { findFreePort } from '../../scripts/ports.ts';

export type StatiskTjener = { navn: string; url: string; stop(): Promise<void> };

/** The path of nginx, or null. It stands where only administrators look. */
function findNginx(): string | null {
  const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;
  try {
    return execFileSync('sh', ['-c', 'command -v nginx'], {
      env: { ...process.env, PATH },
      encoding: 'utf8',
    }).trim();
  } catch {
    return null;
  }
}

const isRoot = process.getuid?.() === 0;

/** One worker, nothing that it would write beside the file, and otherwise as it comes. */
const toOppsett = (mappe: string, port: number): string => `
daemon off; master_process off; pid ${mappe}/nginx.pid; error_log ${mappe}/nginx.log;${isRoot ? ' user root;' : ''}
events {}
http {
  access_log off; sendfile on;
  client_body_temp_path ${mappe}/body; proxy_temp_path ${mappe}/proxy; fastcgi_temp_path ${mappe}/fastcgi;
  uwsgi_temp_path ${mappe}/uwsgi; scgi_temp_path ${mappe}/scgi;
  server { listen 127.0.0.1:${port}; root ${mappe}/rot; }
}
`;

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');

    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function startNginx(program: string, fil: string): Promise<StatiskTjener> {
  const mappe = `${fil}.nginx`;
  const port = await findFreePort();
  mkdirSync(path.join(mappe, 'rot'), { recursive: true });
  execFileSync('ln', [fil, path.join(mappe, 'rot', 'fil')]);
  writeFileSync(path.join(mappe, 'nginx.conf'), toOppsett(mappe, port));
  const child = spawn(program, ['-p', mappe, '-c', path.join(mappe, 'nginx.conf')], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error('nginx did not start');
    await wait(20);
  }

  return {
    navn: 'nginx',
    url: `http://127.0.0.1:${port}/fil`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function startNode(fil: string): Promise<StatiskTjener> {
  const child = fork(path.join(import.meta.dirname, 'bar-tjener.ts'), [fil]);
  const [{ port }] = z
    .tuple([z.object({ port: z.number() })])
    .parse((await once(child, 'message')).slice(0, 1));
  const ended = once(child, 'exit');

  return {
    navn: 'en bar node-tjener',
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** Serves `fil`, a path, on a free port of 127.0.0.1. Whoever asks for it stops it. */
export function startStatiskTjener(fil: string): Promise<StatiskTjener> {
  const nginx = findNginx();

  return nginx === null ? startNode(fil) : startNginx(nginx, fil);
}
