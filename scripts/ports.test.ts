/** A port that was found is there when it is bound, however many connections have gone out in between. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, SIMULATORPORTER } from './ports.ts';

test('ports in a row are free, and the system lends none of them', async () => {
  const first = await findFreePort(SIMULATORPORTER);
  const servers = Array.from({ length: SIMULATORPORTER }, (_, nr) =>
    createServer().listen(first + nr, '127.0.0.1'),
  );
  await Promise.all(servers.map((server) => once(server, 'listening')));
  for (const server of servers) server.close();
  const lent = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').split(/\s+/).map(Number);
  expect(first + SIMULATORPORTER).toBeLessThanOrEqual(lent[0] ?? 0);
});
