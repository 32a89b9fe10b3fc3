/** Prints what breaks the architecture and exits with 1 when anything does. The rules lie in `scripts/architecture`. */
import path from 'node:path';
import { findFaults } from './architecture/find-faults.ts';

/** A check that sees too little is broken, whatever it reports. Raise it as the tree grows. */
const EXPECTED_AT_LEAST = 150;

const { faults, scanned } = findFaults(path.join(import.meta.dirname, '..'));
if (scanned < EXPECTED_AT_LEAST) {
  faults.push({
    path: 'scripts/check-architecture.ts',
    sentence: `saw only ${scanned} files: the check itself is broken`,
  });
}
for (const { path: file, sentence } of faults) console.error(`${file}: ${sentence}`);
console.log(`architecture: ${scanned} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
