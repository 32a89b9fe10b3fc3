/** A case from the ombud's list to its verdict, with the employee's own words in between. */
import { expect, test } from '@playwright/test';
import { chooseKontekst, signIn } from './support/caseworker.ts';
import { createSak } from './support/kontroll.ts';
import { office } from './support/office.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

test('the ombud opens a case, asks the employee, is told when she has answered, and concludes', async ({
  browser,
  page,
}) => {
  const { sakId, nummer } = await createSak();
  const sett: string[] = [];
  page.on('request', (request) => sett.push(request.url()));
  await signIn(page, 'personvernombud');
  await page.getByRole('link', { name: 'Kontroll', exact: true }).click();
  const lenke = page.locator(`a[href="/kontroll/${sakId}"]`);
  await expect(page.getByRole('row').filter({ has: lenke })).toContainText('Forfalt');
  const foer = await getLastId();
  await lenke.click();

  const main = page.locator('main');
  await expect(main).toContainText('slo opp én person');
  await expect(main).toContainText('samme ansatt har sett på samme person på 5 ulike dager av 30');
  await expect(main).toContainText('det skjedde i en helg');
  expect((await listRaderAfter(foer)).map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT KONTROLL_SAK',
    'DISCLOSED KONTROLL_SAK',
  ]);

  await page.getByLabel('Be den ansatte om en forklaring').check();
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(page.getByLabel('Spørsmål til den ansatte')).toBeFocused();
  await page.getByLabel('Spørsmål til den ansatte').fill('Hvorfor trengte du denne personen?');
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(main).toContainText('Venter på forklaring');

  const ansatt = await (await browser.newContext()).newPage();
  await signIn(ansatt, 'saksbehandler');
  await chooseKontekst(ansatt);
  const varsel = ansatt.getByRole('region', { name: 'Forespørsel om forklaring' });
  await varsel.locator(`a[href="/forklaring/${sakId}"]`).click();
  await expect(ansatt.getByText('Hvorfor trengte du denne personen?')).toBeVisible();
  await ansatt.getByLabel('Svaret ditt').fill('Hun hadde søkt om støtte, og jeg behandlet søknaden.');
  await ansatt.getByRole('button', { name: 'Send svaret' }).click();
  await expect(ansatt.getByRole('heading', { name: 'Svaret ditt er sendt' })).toBeVisible();
  await expect(varsel.locator(`a[href="/forklaring/${sakId}"]`)).toHaveCount(0);
  // Kontroll itself is not hers.
  await ansatt.goto(`${office.portalUrl}/kontroll/${sakId}`);
  await expect(ansatt.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' })).toBeVisible();

  // The ombud's screen is older than the answer: she is told, and what she wrote stands.
  const notat = 'Det var grunn til oppslaget.';
  await page.getByLabel('Begrunnelse').fill(notat);
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(main.getByRole('alert')).toContainText('Noen har gjort noe med saken');
  await page.getByRole('button', { name: 'Les saken på nytt' }).click();
  await expect(main).toContainText('Hun hadde søkt om støtte');
  await expect(page.getByLabel('Begrunnelse')).toHaveValue(notat);
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(main).toContainText(`I orden. `);
  await expect(page.getByRole('button', { name: 'Avslutt saken' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Alle saker' }).click();
  await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Avsluttede saker' });
  await expect(lenke).toBeVisible();
  for (const url of sett) expect(url).not.toContain(nummer);
  await expect(main).not.toContainText(nummer);
});
