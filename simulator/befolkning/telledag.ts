/**
 * The day the population is counted. People, numbers, moves and marriages are made up to this day and are the same
 * however late the simulator runs; only what follows from age and time passed (18 years, five years as d-number) is
 * judged at the simulator's own now, which must not be earlier.
 */
import { parseDag } from './dato.ts';

export const TELLEDAG = parseDag('2026-01-01');
