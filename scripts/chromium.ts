/** The browser of the browser tests: the system's own first, installed where it can be, Playwright's only as the last way. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns the path of a browser that is installed, or `null` */
export const findChromium = (): string | null =>
  [...SYSTEM, chromium.executablePath()].find((file) => file !== '' && existsSync(file)) ?? null;

function run(command: string, args: string[]): void {
  console.log(`${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

/** @returns the path of a browser, installed now if need be, or `null` when none can be had */
export function ensureChromium(): string | null {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (findChromium() === null && isDebianRoot) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  if (findChromium() === null) run('npx', ['playwright', 'install', 'chromium']);
  return findChromium();
}
