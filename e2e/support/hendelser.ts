/** What happens at the register when a test says so, and the worker's reading of it. */
import { expect } from '@playwright/test';
import { office } from './office.ts';
import { runAsOwner } from './revisjonslogg.ts';

/** Lets one thing happen to one person; the last place of it in the feed, or null where it cannot happen to her. */
export async function happen(handling: string, nummer: string): Promise<number | null> {
  const svar = await fetch(`${office.kontrollUrl}/hendelser`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handling, nummer }),
  });
  if (svar.status === 409) return null;
  expect(svar.status).toBe(200);

  return Math.max(...(await svar.json()).sekvensnumre);
}

/** Waits until the worker has read the feed past a place, which it is called for as often as it takes. */
export async function readFeed(til: number): Promise<void> {
  await expect
    .poll(
      async () => {
        await runAsOwner(
          `update uttrekk.oppdatering set ajour = ajour - interval '6 minutes' where pakke is not null`,
        );
        await runAsOwner(`select pg_notify('plikt', 'uttrekksoppdateringer')`);
        const sql = 'select from uttrekk.oppdatering where pakke is not null and neste > $1';
        return (await runAsOwner(sql, [til])).length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
}

/** Lets one thing happen to one person when the feed is followed, and waits until it has been read. */
export async function happenAndRead(handling: string, nummer: string): Promise<void> {
  await readFeed(0);
  await readFeed((await happen(handling, nummer)) ?? Number.NaN);
}
