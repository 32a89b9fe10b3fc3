/** An uttrekk that is held up to date, on the screen: switched on, told how many, what went wrong said, and switched off. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signIn } from './support/caseworker.ts';
import { happen } from './support/hendelser.ts';
import { office } from './support/office.ts';
import { runAsOwner } from './support/revisjonslogg.ts';
import { fillBestilling, findUttrekkId, getTilstand, sendBestilling } from './support/uttrekk.ts';

const FERDIG = { timeout: 60_000 };

test('the orderer is told how many of her persons something has happened to, and what may be missing', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await page.getByLabel('Bare fødselsnummer eller d-nummer').check();
  await fillBestilling(page, { navn: 'Holdes oppdatert', kommune: 'Trondheim', felter: [] });
  await sendBestilling(page);
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
  const kommer = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned CSV' }).click();
  const csv = readFileSync(await (await kommer).path(), 'utf8');
  const numre = [...csv.matchAll(/\b\d{11}\b/g)].map(([nummer]) => nummer);

  const oppdatering = page.getByRole('region', { name: 'Hold oppdatert' });
  const bryter = oppdatering.getByRole('checkbox', { name: 'Hold uttrekket oppdatert' });
  // The box stands as she left it before anybody has answered.
  expect(
    await bryter.evaluate((boks: HTMLInputElement) => {
      boks.click();
      return boks.checked;
    }),
  ).toBe(true);
  await expect(oppdatering).toContainText('Ingen personer har hatt endringer siden', FERDIG);
  await expect(bryter).toBeChecked();
  await expect(oppdatering).toContainText('da uttrekket ble bestilt');
  const log = page.getByRole('region', { name: 'Hva som har skjedd' });

  /** What the worker has read, as the page has it when it is opened. */
  const readAfter = async (antall: number): Promise<void> => {
    for (const nummer of numre.slice(0, antall)) await happen('oppdatert', nummer);
    await runAsOwner("select pg_notify('plikt', 'uttrekksoppdateringer')");
    const sql = 'select from uttrekk.oppdatering where uttrekk_id = $1 and endret >= $2';
    await expect
      .poll(async () => (await runAsOwner(sql, [findUttrekkId(page), antall])).length, FERDIG)
      .toBe(1);
    await page.reload();
  };
  await readAfter(2);
  await expect(oppdatering).toContainText('Færre enn fem personer har hatt endringer siden');
  await readAfter(6);
  await expect(oppdatering).toContainText(/\d personer har hatt endringer siden/);
  await expect(oppdatering).toContainText('Bestill på nytt for å få opplysningene slik de er nå.');
  await expect(log).toContainText('Bestilleren ba om at uttrekket holdes oppdatert.');
  await expect(page.getByRole('button', { name: 'Bestill på nytt' })).toBeVisible();

  const set = (felter: string) =>
    runAsOwner(`update uttrekk.oppdatering set ${felter} where uttrekk_id = $1`, [findUttrekkId(page)]);
  await set('for_gammel = true, hull = now()');
  await page.reload();
  await expect(
    oppdatering.getByRole('heading', { name: 'Uttrekket holdes ikke lenger oppdatert' }),
  ).toBeVisible();
  await expect(oppdatering.getByRole('heading', { name: 'Det kan mangle hendelser' })).toBeVisible();

  await bryter.uncheck();
  await expect(oppdatering.getByText('har hatt endringer')).toHaveCount(0);
  await page.reload();
  await expect(bryter).not.toBeChecked();
});
