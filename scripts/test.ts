/** `npm test`: everything there is to prove, one part after the other, every part even when one before it failed. */
import { mkdirSync, rmSync } from 'node:fs';
import { listenForStop, runProgram } from './bruksfeil.ts';
import {
  type Part,
  runBrowserPart,
  runBuildPart,
  runCheckPart,
  runSizePart,
  runVitestPart,
  TEST_DATA,
} from './test-parts.ts';

const sum = (parts: readonly Part[], key: 'passed' | 'failed' | 'skipped'): number =>
  parts.reduce((total, part) => total + part[key], 0);

await runProgram(async () => {
  const signal = listenForStop();
  rmSync(TEST_DATA, { recursive: true, force: true });
  mkdirSync(TEST_DATA);
  const plan: [string, () => Promise<Part>][] = [
    ['check', runCheckPart],
    ['unit', () => runVitestPart('unit', signal)],
    ['build', () => runBuildPart(signal)],
    ['size', () => runSizePart(signal)],
    ['integration', () => runVitestPart('integration', signal)],
    ['browser', () => runBrowserPart(signal)],
  ];
  const parts: Part[] = [];
  for (const [name, run] of plan) {
    if (signal.aborted)
      parts.push({ name, passed: 0, failed: 1, skipped: 0, failures: [`${name}: stoppet før den begynte`] });
    else {
      console.log(`\n── ${name} ──`);
      parts.push(await run());
    }
  }
  console.log('');
  for (const { name, failures } of parts)
    for (const failure of failures) console.log(`✗ ${name}: ${failure}\n`);
  for (const { name, passed, failed, skipped } of parts)
    console.log(`${name}: ${passed}/${passed + failed + skipped}`);
  const failed = sum(parts, 'failed');
  console.log(`${sum(parts, 'passed')} passed, ${failed} failed, ${sum(parts, 'skipped')} skipped`);
  return failed === 0 ? 0 : 1;
});
