/** What somebody without a session is told, wherever she asks, and a way to ask at many places at once. */
import { expect } from '@playwright/test';
import { type ApiRute, toSti } from '../../scripts/ruter.ts';

/** Enough to keep the portal busy and to leave it time for nothing else. */
const AT_ONCE = 8;

/** Does `work` for each, some at a time. The first that fails is thrown. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const takeAll = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeAll));
}

/** 401, and not a word of what was wrong with the body. */
export async function expectStrangerRefused(portalUrl: string, rute: ApiRute): Promise<void> {
  const headers = {
    origin: portalUrl,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  for (const body of rute.metode === 'GET' ? [null] : ['{}', '{']) {
    const init = { method: rute.metode, headers, body };
    const response = await fetch(`${portalUrl}${toSti(rute)}`, init);
    const name = `${rute.metode} ${rute.mal} ${body}`;
    expect(response.status, name).toBe(401);
    expect(await response.json(), name).toMatchObject({ kode: 'IKKE_INNLOGGET' });
  }
}

/** To sign-in, with nothing of the page. */
export async function expectStrangerSentAway(portalUrl: string, sti: string): Promise<void> {
  const response = await fetch(`${portalUrl}${sti}`, { redirect: 'manual' });
  const body = await response.text();
  expect(response.headers.get('location') ?? body, sti).toContain('/logg-inn');
  for (const word of ['<form', '<table', '<input', '<h1']) expect(body, sti).not.toContain(word);
}
