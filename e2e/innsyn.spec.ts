/** The personvernombud's journey: who has looked this person up, as a letter in the person's own language, and on paper. */
import { expect, test } from '@playwright/test';
import { signIn } from './support/caseworker.ts';
import { toDag } from './support/dag.ts';
import { getScenarioNummer, office } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

test('P-01, P-02: a person is answered in a letter on paper, without names until they are released', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  const saksbehandler = await signInAs('saksbehandler');
  await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  await signIn(page, 'personvernombud');
  await page.getByRole('link', { name: 'Innsyn', exact: true }).click();
  await page.getByRole('button', { name: 'Lag svaret' }).click();
  await expect(page.getByRole('region', { name: 'Du må rette dette' })).toContainText(
    'minst ett fødselsnummer',
  );

  const foer = await getLastId();
  await page.getByLabel('Fødselsnummer og d-nummer').fill(nummer);
  await page.getByLabel('Hvorfor søker du i loggen?').fill('Personen har bedt om innsyn i brev');
  const kommer = page.waitForResponse(/\/api\/innsyn$/);
  await page.getByRole('button', { name: 'Lag svaret' }).click();
  // The user's name is that of her role: neither may stand in what the browser got.
  expect(await (await kommer).text()).not.toMatch(/saksbehandler/i);
  const brev = page.getByRole('article');
  await expect(
    brev.getByRole('row', { name: /Oppslag på deg.*Opplysningene ble vist/ }).first(),
  ).toBeVisible();
  await expect(brev).toContainText('Saksbehandling med full oversikt');
  // P-08: paper is read by whoever finds it.
  await expect(brev).toContainText(`${nummer.slice(0, 6)} *****`);
  const rader = (await listRaderAfter(foer)).filter(({ handling }) => handling === 'INNSYN');
  expect(rader.map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED']);

  await page.getByRole('group', { name: 'Språk i brevet' }).getByLabel('English').check();
  await expect(brev).toHaveAttribute('lang', 'en');
  await expect(brev.getByRole('columnheader', { name: 'Purpose and legal basis' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skriv ut eller lagre som PDF' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(brev.getByRole('heading', { level: 1, name: 'Access report: who has seen' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await page.locator('body').innerText()).not.toMatch(/saksbehandler/i);
  const pdf = await page.pdf({ tagged: true });
  expect(pdf.toString('latin1')).toContain('/MarkInfo');
  expect(pdf.toString('latin1')).toMatch(/\/Lang ?\(/);
  await page.emulateMedia({ media: 'screen' });

  const antall = await brev.getByRole('row').count();
  await page.getByText('Hold tilbake et tilfelle for en tid').click();
  await page.getByLabel('Hvilket tilfelle?').selectOption({ index: 1 });
  await page.getByLabel('Begrunnelse', { exact: true }).fill('Kontrollen av oppslaget er ikke ferdig');
  await page.getByRole('button', { name: 'Hold tilbake' }).click();
  await expect(page.getByText('Skriv en dag fra i morgen')).toBeVisible();
  const omEnUke = toDag(7);
  await page.getByLabel('Dagen det skal komme med igjen').fill(omEnUke);
  await page.getByRole('button', { name: 'Hold tilbake' }).click();
  await expect(page.getByText('tilbake og står ikke i brevet')).toBeVisible();
  await expect(brev.getByRole('row')).toHaveCount(antall > 2 ? antall - 1 : 0);
  // A second press is no decision to undo the first.
  await page.getByRole('button', { name: 'Hold tilbake' }).click();
  await expect(page.getByText('Velg et tilfelle fra listen')).toBeVisible();
  await page.getByLabel('Hvilket tilfelle?').selectOption({ index: 1 });
  await page.getByLabel('Begrunnelse', { exact: true }).fill('Kontrollen av oppslaget er ferdig nå');
  await page.getByRole('button', { name: 'Ta det med igjen nå' }).click();
  await expect(brev.getByRole('row')).toHaveCount(antall);

  await page.getByText('Ta med navn på ansatte').click();
  await page.getByRole('button', { name: 'Ta med navnene i dette svaret' }).click();
  await expect(page.getByText('Skriv minst 10 tegn')).toBeVisible();
  await page
    .getByLabel('Begrunnelse for å ta med navnene')
    .fill('Nødvendig for at hun kan bruke rettighetene');
  await page.getByLabel('Hvem har avgjort det?').fill('Direktøren');
  await page.getByRole('button', { name: 'Ta med navnene i dette svaret' }).click();
  await expect(page.getByText('Navnene er tatt med')).toBeFocused();
  await expect(brev.getByRole('columnheader', { name: 'Employee' })).toBeVisible();
  expect((await listRaderAfter(foer)).map(({ handling }) => handling)).toContain('INNSYN_NAVN');
});

test('P-02: nobody else has the page or the answer', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto(`${office.portalUrl}/innsyn`);
  await expect(page.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' })).toBeVisible();
  for (const brukernavn of ['saksbehandler', 'leder', 'administrator']) {
    const client = await signInAs(brukernavn);
    for (const path of ['/api/innsyn', '/api/innsyn/navn', '/api/innsyn/tilbakehold'])
      expect((await client.send('POST', path, {})).status).toBe(403);
  }
});
