/**
 * Two suites. `unit`, with `unit-tegnet` which draws components, is pure and uses every core; its files share the modules
 * that their worker has loaded: loading them anew for each file took as long as the tests. `integration` starts real
 * processes, each file its own, and runs three files at a time: they mostly wait for what they have started.
 * The condition `react-server` makes `server-only` an empty module, as Next and our Node scripts see it.
 */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const FILES = '{app,components,lib,messages,portal,scripts,simulator,worker,bench}/**';
const EXCLUDED = ['**/node_modules/**', '**/.data/**', '**/.test-data/**', '**/.next/**'];
const INTEGRATION = `${FILES}/*.integration.test.ts`;
/** Components drawn to HTML: with the React that draws, which the condition `react-server` takes away. */
const TEGNET = 'components/**/*.tegnet.test.tsx';

const DELT = { maxWorkers: '100%', isolate: false, testTimeout: 60_000, hookTimeout: 60_000 };

const resolve = { conditions: ['react-server'] };
const ssr = { resolve };
/** The setup of a run stands in vitest's own process, which was started without the condition. */
const alias = { 'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js') };

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
          ...DELT,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'unit-tegnet',
          include: [TEGNET],
          exclude: EXCLUDED,
          ...DELT,
          env: { NODE_ENV: 'production' },
        },
      },
      {
        resolve: { ...resolve, alias },
        ssr,
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: EXCLUDED,
          globalSetup: 'lib/server/db/test-klynge.ts',
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
