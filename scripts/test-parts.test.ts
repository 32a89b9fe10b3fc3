/** A part of `npm test` cannot look better than it was, and what failed is named at the end. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { listPlaywrightFailures, listVitestFailures, ROOT, toPart } from './test-parts.ts';

test('a part that ran no test has failed, whatever its exit code says', () => {
  expect(toPart('unit', 0, { passed: 0, failed: 0, skipped: 3 }).failed).toBe(1);
  expect(toPart('unit', 0, null).failed).toBe(1);
});

test('a file that could not be loaded fails the part although no test failed', () => {
  expect(toPart('unit', 1, { passed: 7, failed: 0, skipped: 0 })).toEqual({
    name: 'unit',
    passed: 7,
    failed: 1,
    skipped: 0,
    failures: [],
  });
});

test('failed tests are counted as they are', () => {
  const failed = toPart('unit', 1, { passed: 7, failed: 2, skipped: 1 });
  expect([failed.passed, failed.failed, failed.skipped]).toEqual([7, 2, 1]);
  const passed = toPart('unit', 0, { passed: 7, failed: 0, skipped: 1 });
  expect([passed.passed, passed.failed, passed.skipped]).toEqual([7, 0, 1]);
});

test('a failed test is named with its file and the beginning of its reason, and so is a file that did not load', () => {
  const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  const reason = Array.from({ length: 40 }, (_, n) => `\u001b[31mline ${n}\u001b[39m`).join('\n');
  const failures = listVitestFailures({
    ...counts,
    testResults: [
      {
        name: path.join(ROOT, 'lib', 'a.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          { status: 'failed', fullName: 'does not hold', failureMessages: [reason] },
        ],
      },
      {
        name: path.join(ROOT, 'b.test.ts'),
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
      { name: path.join(ROOT, 'c.test.ts'), status: 'passed', message: '', assertionResults: [] },
    ],
  });
  expect(failures).toEqual([
    expect.stringMatching(/^lib\/a\.test\.ts: does not hold\n {4}line 0\n[\s\S]*line 11$/),
    'b.test.ts\n    no such module',
  ]);
});

test('a failed browser test is named however deep it stands', () => {
  const spec = (title: string, ok: boolean) => ({
    ok,
    title,
    file: 'soek.spec.ts',
    line: 3,
    tests: [{ results: [{ errors: ok ? [] : [{ message: 'expected one' }] }] }],
  });
  const suites = [{ specs: [spec('a', true)], suites: [{ specs: [spec('b', false), spec('c', true)] }] }];
  expect(listPlaywrightFailures(suites)).toEqual(['soek.spec.ts:3: b\n    expected one']);
});
