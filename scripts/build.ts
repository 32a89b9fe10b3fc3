/** `npm run build`: the portal, built if its sources have changed. */
import { runProgram } from './bruksfeil.ts';
import { ensureBuild } from './build-portal.ts';

await runProgram(async () => {
  await ensureBuild();
  return 0;
});
