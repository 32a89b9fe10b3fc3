import { expect, test } from 'vitest';
import type { Kallutfall } from './breaker.ts';
import { AAPEN_MS, createBreaker } from './breaker.ts';

function create() {
  let naa = 1_000_000;
  const breaker = createBreaker(() => naa);
  const run = (utfall: Kallutfall, antall = 1) => {
    for (let kall = 0; kall < antall; kall++) breaker.start()?.(utfall);
  };
  const isOpen = () => {
    const avslutt = breaker.start();
    avslutt?.('noytral');
    return avslutt === null;
  };
  return { breaker, run, isOpen, pass: (ms: number) => (naa += ms) };
}

test('R-05: nineteen failures leave it closed, the twentieth opens it', () => {
  const { run, isOpen } = create();
  run('feil', 19);
  expect(isOpen()).toBe(false);
  run('feil');
  expect(isOpen()).toBe(true);
});

test('R-05: less than half failing leaves it closed, half opens it', () => {
  const { run, isOpen } = create();
  run('ok', 11);
  run('feil', 10);
  expect(isOpen()).toBe(false);
  run('feil');
  expect(isOpen()).toBe(true);
});

test('R-05: failures older than the window are forgotten', () => {
  const { run, isOpen, pass } = create();
  run('feil', 19);
  pass(31_000);
  run('feil', 19);
  expect(isOpen()).toBe(false);
});

test('R-05: throttling, cancelling and certificates say nothing of the health', () => {
  const { run, isOpen } = create();
  run('noytral', 100);
  expect(isOpen()).toBe(false);
  run('feil', 19);
  run('noytral', 100);
  expect(isOpen()).toBe(false);
});

test('R-05: after the pause one probe goes through at a time; a failed one opens it again, a good one closes it', () => {
  const { breaker, run, isOpen, pass } = create();
  run('feil', 20);
  pass(AAPEN_MS - 1);
  expect(isOpen()).toBe(true);
  pass(1);
  const probe = breaker.start();
  expect(probe).not.toBeNull();
  expect(breaker.start()).toBeNull();
  probe?.('feil');
  expect(isOpen()).toBe(true);
  pass(AAPEN_MS);
  breaker.start()?.('ok');
  expect(breaker.start()).not.toBeNull();
  expect(breaker.start()).not.toBeNull();
});

test('R-05: a probe that was cancelled gives its place to the next', () => {
  const { breaker, run, pass } = create();
  run('feil', 20);
  pass(AAPEN_MS);
  breaker.start()?.('noytral');
  expect(breaker.start()).not.toBeNull();
});

test('R-05: a call from before it opened neither closes it nor counts', () => {
  const { breaker, run, isOpen } = create();
  const gammelt = breaker.start();
  run('feil', 20);
  gammelt?.('ok');
  expect(isOpen()).toBe(true);
});
