import { expect, test } from 'vitest';
import { createRetryBudget, RESERVE } from './retry-budget.ts';

test('R-02: retries are a reserve and a tenth of the calls of the last minute', () => {
  let naa = 0;
  const budget = createRetryBudget(() => naa);
  const countRetries = () => {
    let antall = 0;
    while (budget.startRetry()) antall++;
    return antall;
  };
  expect(countRetries()).toBe(RESERVE);
  for (let kall = 0; kall < 100; kall++) budget.addCall();
  expect(countRetries()).toBe(10);
  naa += 59_000;
  expect(countRetries()).toBe(0);
  naa += 2_000;
  expect(countRetries()).toBe(RESERVE);
});
