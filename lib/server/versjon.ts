/** Which version of the portal this is, as package.json says. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { once } from '#lib/server/once.ts';

export const getPortalversjon = once(
  'versjon',
  () => z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version,
);
