/** F-04, F-05, F-06: a file through the browser, once, to whom it belongs, with the headers that keep it where it should be. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { createEndringsfil, createKlartUttrekk } from '../scripts/klart-uttrekk.ts';
import { createPortalClient, type PortalClient } from '../scripts/portal-client.ts';
import { signIn } from './support/caseworker.ts';
import { office } from './support/office.ts';
import { runAsOwner } from './support/revisjonslogg.ts';

const INNHOLD = Buffer.concat([Buffer.from('\ufeffpersonidentifikator\r\n'), randomBytes(600_000)]);
const Grant = z.object({ nedlastingId: z.uuid(), passord: z.string().nullable() });

const toSti = ({ uttrekkId, filId }: { uttrekkId: string; filId: string }) =>
  `/api/uttrekk/${uttrekkId}/filer/${filId}/nedlasting`;

const signInClient = (brukernavn: string) => createPortalClient(office.portalUrl, brukernavn, office.passord);

async function createGrant(client: PortalClient): Promise<string> {
  const fil = await createKlartUttrekk(office, 'analytiker', INNHOLD);
  const svar = await client.send('POST', toSti(fil), { form: 'fil' });
  expect(svar.status).toBe(200);

  return `/api/nedlasting/${Grant.parse(await svar.json()).nedlastingId}`;
}

const get = (client: PortalClient, sti: string, headers: Record<string, string> = {}) =>
  fetch(`${office.portalUrl}${sti}`, { headers: { ...client.headers, ...headers }, redirect: 'manual' });

const readBytes = async (svar: Response) => Buffer.from(await svar.arrayBuffer());

test('F-05, F-06: the browser saves the file under a name that says nothing, and a second time gets none', async ({
  page,
}) => {
  await signIn(page, 'analytiker');
  const fil = await createKlartUttrekk(office, 'analytiker', INNHOLD);
  const sti = await page.evaluate(async (url) => {
    const headers = { 'content-type': 'application/json' };
    const svar = await fetch(url, { method: 'POST', headers, body: '{"form":"fil"}' });
    return `/api/nedlasting/${(await svar.json()).nedlastingId}`;
  }, toSti(fil));
  const lagres = page.waitForEvent('download');
  await page.evaluate((href) => {
    const lenke = document.createElement('a');
    lenke.href = href;
    document.body.append(lenke);
    lenke.click();
  }, sti);
  const nedlasting = await lagres;
  expect(nedlasting.suggestedFilename()).toBe(`uttrekk-${fil.uttrekkId.slice(0, 8)}.csv`);
  expect((await readFile(await nedlasting.path())).equals(INNHOLD)).toBe(true);
  const igjen = await page.evaluate(async (url) => (await fetch(url)).status, sti);
  expect(igjen).toBe(410);
});

test('F-09: who comes back to the page after a download is told that the file goes sooner', async ({
  page,
}) => {
  await signIn(page, 'analytiker');
  const { uttrekkId } = await createKlartUttrekk(office, 'analytiker', INNHOLD);
  await runAsOwner(
    `update uttrekk.uttrekk set utloeper = now() + interval '7 days', slett_timer = 72 where id = $1`,
    [uttrekkId],
  );
  await page.goto(`${office.portalUrl}/uttrekk/${uttrekkId}`);
  const filer = page.getByRole('region', { name: 'Filer' });
  await expect(filer).toContainText('Nedlasting framskynder slettingen.');
  const lagres = page.waitForEvent('download');
  await filer.getByRole('button', { name: 'Last ned CSV' }).click();
  await (await lagres).path();
  // The file is counted as given when its last byte has been sent, which the browser can know before the row says it.
  const comeBack = async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    return filer.innerText();
  };
  await expect.poll(comeBack).toContain('72 timer etter at du');
  await expect(filer).not.toContainText('Nedlasting framskynder slettingen.');
});

test('the file of what has changed since an earlier run is downloaded beside the comparison', async ({
  page,
}) => {
  await signIn(page, 'analytiker');
  const [foer, naa] = [
    await createKlartUttrekk(office, 'analytiker', INNHOLD),
    await createKlartUttrekk(office, 'analytiker', INNHOLD),
  ];
  const endringer = Buffer.from(
    '\ufeffendring;personidentifikator\r\nny;01819000001\r\nborte;01819000002\r\n',
  );
  await createEndringsfil(office, { fraId: foer.uttrekkId, tilId: naa.uttrekkId }, endringer);
  await page.goto(`${office.portalUrl}/uttrekk/${naa.uttrekkId}`);
  const sammenligning = page.getByRole('region', { name: 'Sammenlign med et tidligere uttrekk' });
  await expect(sammenligning).toContainText(/Nye personer\s*1/);
  // It is no file of the uttrekk itself.
  await expect(page.getByRole('region', { name: 'Filer' }).getByRole('listitem')).toHaveCount(1);
  const lagres = page.waitForEvent('download');
  await sammenligning.getByRole('button', { name: 'Last ned endringene fra Ferdig uttrekk' }).click();
  const nedlasting = await lagres;
  expect(nedlasting.suggestedFilename()).toBe(`uttrekk-${naa.uttrekkId.slice(0, 8)}-endringer.csv`);
  expect((await readFile(await nedlasting.path())).equals(endringer)).toBe(true);
});

test('F-06: the headers keep it out of caches, frames and other readings', async () => {
  const client = await signInClient('analytiker');
  const svar = await get(client, await createGrant(client), { 'accept-encoding': 'gzip, br' });
  expect(svar.status).toBe(200);
  const headers = Object.fromEntries(svar.headers);
  expect(headers).toMatchObject({
    'cache-control': 'private, no-store, no-transform',
    'content-length': String(INNHOLD.length),
    'content-type': 'text/csv; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  });
  expect(headers['content-disposition']).toMatch(/^attachment; filename="uttrekk-[0-9a-f]{8}\.csv"$/);
  expect(headers['content-security-policy']).toContain('sandbox');
  expect(headers).not.toHaveProperty('content-encoding');
  expect(headers).not.toHaveProperty('x-portal-lengde');
  expect((await readBytes(svar)).equals(INNHOLD)).toBe(true);
});

test('F-05: of fifty at once one gets the file', async () => {
  const client = await signInClient('analytiker');
  const sti = await createGrant(client);
  const svar = await Promise.all(Array.from({ length: 50 }, () => get(client, sti)));
  const [fikk, ...andre] = svar.toSorted((a, b) => a.status - b.status);
  expect(fikk?.status).toBe(200);
  expect(fikk && (await readBytes(fikk)).equals(INNHOLD)).toBe(true);
  expect([...new Set(andre.map(({ status }) => status))]).toEqual([410]);
});

test('F-05: a broken download is taken up where it stopped, within the same grant', async () => {
  const client = await signInClient('analytiker');
  const sti = await createGrant(client);
  const foerste = await get(client, sti, { range: 'bytes=0-999' });
  expect(foerste.status).toBe(206);
  expect(foerste.headers.get('content-length')).toBe('1000');
  expect(foerste.headers.get('content-range')).toBe(`bytes 0-999/${INNHOLD.length}`);
  const start = await readBytes(foerste);
  // The client has its bytes before the portal has noted that the stream has ended.
  await expect
    .poll(() =>
      runAsOwner(
        'select count(*)::int as strommer from uttrekk.nedlasting where id = $1 and aktiv_til is not null',
        [sti.split('/').at(-1)],
      ),
    )
    .toEqual([{ strommer: 0 }]);
  const resten = await get(client, sti, { range: 'bytes=1000-', 'sec-fetch-site': 'none' });
  expect(resten.status).toBe(206);
  expect(Buffer.concat([start, await readBytes(resten)]).equals(INNHOLD)).toBe(true);
  expect((await get(client, sti, { range: 'bytes=1000-' })).status).toBe(410);
  expect((await get(client, await createGrant(client), { range: 'bytes=9999999-' })).status).toBe(416);
});

test('F-04: nobody else gets it, and no other page can ask for it', async () => {
  const client = await signInClient('analytiker');
  const fil = await createKlartUttrekk(office, 'analytiker', INNHOLD);
  const leder = await signInClient('leder');
  expect([403, 404]).toContain((await leder.send('POST', toSti(fil), { form: 'fil' })).status);
  const sti = await createGrant(client);
  expect([403, 404]).toContain((await get(leder, sti)).status);
  expect((await fetch(`${office.portalUrl}${sti}`, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(
    401,
  );
  const samme = await signInClient('analytiker');
  expect((await get(samme, sti)).status).toBe(404);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-purpose': 'prefetch' },
    { 'next-router-prefetch': '1' },
  ])
    expect((await get(client, sti, headers)).status).toBe(403);
  const hode = await fetch(`${office.portalUrl}${sti}`, { method: 'HEAD', headers: client.headers });
  expect(hode.status).toBe(404);
  expect((await get(client, sti)).status).toBe(200);
});
