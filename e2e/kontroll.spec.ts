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
  await expect(main.getByText(/^Grunnopplysninger, /)).toBeVisible();
  expect((await listRaderAfter(foer)).map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT KONTROLL_SAK',
    'DISCLOSED KONTROLL_SAK',
  ]);

  await page.getByLabel('Be den ansatte om en forklaring').check();
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(page.getByLabel('Spørsmål til den ansatte')).toBeFocused();
  await page.getByLabel('Spørsmål til den ansatte').fill('Hvorfor trengte du denne personen?');
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(main.getByText(/^Venter på forklaring\./)).toBeFocused();

  const ansatt = await (await browser.newContext()).newPage();
  await signIn(ansatt, 'saksbehandler');
  await chooseKontekst(ansatt);
  const varsel = ansatt.getByRole('region', { name: 'Forespørsel om forklaring' });
  await varsel.locator(`a[href="/forklaring/${sakId}"]`).click();
  await expect(ansatt.getByText('Hvorfor trengte du denne personen?')).toBeVisible();
  const annenFane = await ansatt.context().newPage();
  await annenFane.goto(`${office.portalUrl}/forklaring/${sakId}`);
  await annenFane.getByLabel('Svaret ditt').fill('Dette sto i en annen fane.');
  await ansatt.getByLabel('Svaret ditt').fill('Hun hadde søkt om støtte, og jeg behandlet søknaden.');
  await ansatt.getByRole('button', { name: 'Send svaret' }).click();
  await expect(ansatt.getByRole('heading', { name: 'Svaret ditt er sendt' })).toBeFocused();
  await expect(varsel.locator(`a[href="/forklaring/${sakId}"]`)).toHaveCount(0);
  // What stands in her other window stands when it comes too late, and when reading anew fails.
  await annenFane.getByRole('button', { name: 'Send svaret' }).click();
  await annenFane.context().setOffline(true);
  await annenFane.getByRole('button', { name: 'Les saken på nytt' }).click();
  await expect(annenFane.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await expect(annenFane.getByLabel('Svaret ditt')).toHaveValue('Dette sto i en annen fane.');
  await annenFane.context().setOffline(false);
  // Kontroll itself is not hers.
  await ansatt.goto(`${office.portalUrl}/kontroll/${sakId}`);
  await expect(ansatt.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' })).toBeVisible();

  // The ombud's screen is older than the answer: she is told, and what she wrote stands.
  const notat = 'Det var grunn til oppslaget.';
  await page.getByLabel('Begrunnelse').fill(notat);
  // Nothing is chosen for her: what she cannot take back is hers to choose.
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(main.getByRole('alert')).toHaveText('Velg et utfall');
  await page.getByLabel('I orden: det var grunn til det').check();
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(main.getByRole('alert')).toContainText('Noen har gjort noe med saken');
  await page.getByRole('button', { name: 'Les saken på nytt' }).click();
  await expect(main).toContainText('Hun hadde søkt om støtte');
  await expect(page.getByLabel('Begrunnelse')).toHaveValue(notat);
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(main.getByText('I orden.', { exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Avslutt saken' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Alle saker' }).click();
  await page.getByLabel('Vis', { exact: true }).selectOption({ label: 'Avsluttede saker' });
  await expect(lenke).toBeVisible();
  for (const url of sett) expect(url).not.toContain(nummer);
  await expect(main).not.toContainText(nummer);
});

test('D-07: the leder is asked about a draw of her unit, not whom it was about, and what she cannot confirm is the ombud’s', async ({
  browser,
  page,
}) => {
  const [{ sakId, nummer }, { sakId: annenId }] = [
    await createSak('stikkproeve'),
    await createSak('stikkproeve'),
  ];
  await signIn(page, 'leder');
  const lest = page.waitForResponse((response) => response.url().endsWith('/api/kontroll/enhet'));
  await page.getByRole('link', { name: 'Stikkprøver', exact: true }).click();
  const tekst = await (await lest).text();
  const liste: { saker: { sakId: string }[] } = JSON.parse(tekst);
  // Others of the office may have drawn too: the line is the one at its place in the answer.
  const plass = liste.saker.findIndex((sak) => sak.sakId === sakId);
  const alle = page.getByRole('article');
  const venter = page.getByRole('navigation').getByRole('listitem').filter({ hasText: 'Stikkprøver' });
  await expect(venter).toContainText(`${liste.saker.length} venter på deg`);
  await expect(alle).toHaveCount(liste.saker.length);
  await expect(alle.nth(plass)).toContainText('Saksreferanse: 2026/1234');
  expect(`${tekst} ${await page.content()}`).not.toContain(nummer);

  await alle.nth(plass).getByRole('button', { name: 'Send svaret' }).click();
  await expect(alle.nth(plass).getByRole('alert')).toHaveText('Velg et svar');
  await alle.nth(plass).getByLabel('Ja, det hørte til arbeidet').check();
  await alle.nth(plass).getByRole('button', { name: 'Send svaret' }).click();
  await expect(alle).toHaveCount(liste.saker.length - 1);
  await expect(page.getByText(/i Saksbehandling nord\.$/)).toBeFocused();

  await expect(venter).toContainText(`${liste.saker.length - 1} venter på deg`);
  const rest = liste.saker.filter((sak) => sak.sakId !== sakId);
  const annen = alle.nth(rest.findIndex((sak) => sak.sakId === annenId));
  await annen.getByLabel('Jeg kan ikke bekrefte det').check();
  await annen.getByRole('button', { name: 'Send svaret' }).click();
  await expect(annen.getByLabel('Hvorfor kan du ikke bekrefte det?')).toBeFocused();
  await annen.getByLabel('Hvorfor kan du ikke bekrefte det?').fill('Vi har ingen sak med den referansen.');
  await annen.getByRole('button', { name: 'Send svaret' }).click();
  await expect(alle).toHaveCount(rest.length - 1);

  const ombud = await (await browser.newContext()).newPage();
  await signIn(ombud, 'personvernombud');
  await ombud.goto(`${office.portalUrl}/kontroll/${annenId}`);
  await expect(ombud.locator('main')).toContainText('Ikke bekreftet av leder');
  await expect(ombud.locator('main')).toContainText('Vi har ingen sak med den referansen.');
  await ombud.goto(`${office.portalUrl}/kontroll/${sakId}`);
  await expect(ombud.locator('main')).toContainText('Bekreftet av leder');
});
