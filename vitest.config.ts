/**
 * Two suites: `unit`, with `unit-tegnet` which draws components, is pure and parallel; `integration` starts real
 * processes, each file its own, and runs two files at a time: they mostly wait for what they have started.
 * The condition `react-server` makes `server-only` an empty module, as Next and our Node scripts see it.
 */
import { defineConfig } from 'vitest/config';

const FILES = '{app,components,lib,messages,scripts,simulator,worker,bench}/**';
const EXCLUDED = ['**/node_modules/**', '**/.data/**', '**/.test-data/**', '**/.next/**'];
const INTEGRATION = `${FILES}/*.integration.test.ts`;
/** Components drawn to HTML: with the React that draws, which the condition `react-server` takes away. */
const TEGNET = 'components/**/*.tegnet.test.tsx';

const resolve = { conditions: ['react-server'] };
const ssr = { resolve };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: [`${FILES}/*.test.ts`],
          exclude: [...EXCLUDED, INTEGRATION, TEGNET],
          testTimeout: 20_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'unit-tegnet',
          include: [TEGNET],
          exclude: EXCLUDED,
          testTimeout: 60_000,
          env: { NODE_ENV: 'production' },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: EXCLUDED,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
