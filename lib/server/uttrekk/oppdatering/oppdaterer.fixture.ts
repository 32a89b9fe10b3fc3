/** A process that runs the duty once, on what the file it is given says. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { runPlikt } from './test-oppdatering.ts';

const { fulgte, ...plass } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
await runPlikt(plass, { fulgte });
