/** N-18: what hostile people have had registered as a name is shown as text, and does nothing. */
import { expect, test } from '@playwright/test';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { getDokument, getScenarioNummer } from './support/office.ts';

test('N-18: a name of HTML, formula and reversed direction stands inert on the screen', async ({ page }) => {
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) alarms.push(message.text());
  });
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  const nummer = await getScenarioNummer('fiendtlig-navn');
  const [navn] = (await getDokument(nummer)).navn as {
    fornavn: string;
    mellomnavn: string;
    etternavn: string;
  }[];
  await openPerson(page, nummer);
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  await page.getByRole('tab', { name: 'Oversikt' }).click();
  for (const del of [navn?.fornavn, navn?.mellomnavn, navn?.etternavn]) {
    await expect(
      page.getByRole('tabpanel', { name: 'Oversikt' }).getByText(del ?? '-', { exact: true }),
    ).toBeVisible();
  }
  expect(await page.locator('main script, main b').count()).toBe(0);
  expect(alarms).toEqual([]);
});
