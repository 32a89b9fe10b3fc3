/** `npm run check`: the gate that every change passes. */
import { runProgram } from './bruksfeil.ts';
import { runCheck } from './run-check.ts';

await runProgram(async () => ((await runCheck()).every(({ isOk }) => isOk) ? 0 : 1));
