/**
 * Prints what each page weighs, and exits with 1 when one is over its budget. It weighs the build there is and makes
 * none: before the first build, and when the sources have changed since, there is nothing true to say.
 */
import path from 'node:path';
import { runProgram } from './bruksfeil.ts';
import { isBuilt } from './build-portal.ts';
import { findOverBudget, measureFirstLoad, showFirstLoad } from './first-load.ts';

await runProgram(async () => {
  if (!isBuilt()) {
    console.log('Portalen er ikke bygget av disse kildene. Sidene veies etter npm run build.');
    return 0;
  }
  const sizes = measureFirstLoad(path.join(import.meta.dirname, '..'));
  for (const size of sizes) console.log(showFirstLoad(size));
  const faults = findOverBudget(sizes);
  for (const fault of faults) console.error(`Over budsjettet: ${fault}`);
  return faults.length === 0 ? 0 : 1;
});
