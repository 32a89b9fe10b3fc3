/** A process with one engine, on what the file it is given says. It lives until it is stopped or killed. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { startMotor } from './start-motor.ts';
import { createDeps, type Testplass } from './test-motor.ts';

const plass: Testplass = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const deps = createDeps(plass);
const motor = startMotor(deps);
process.stdout.write('klar\n');
process.once('SIGTERM', () => {
  void motor.stop(5_000).then(async () => {
    await deps.close();
    process.exit(0);
  });
});
