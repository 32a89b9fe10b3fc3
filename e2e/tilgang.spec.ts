/** What each user is let in to, and told when she is not. */
import { expect, test } from '@playwright/test';
import { chooseKontekst, openPerson, search, signInByHand } from './support/caseworker.ts';
import { countCalls, getScenarioNummer, office, setScenario } from './support/office.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

test.beforeAll(() => setScenario('normal'));

test('a package without oppslag by number is refused in words, before any call', async ({ page }) => {
  await signInByHand(page, 'saksbehandler-presse');
  await chooseKontekst(page, 'Identifisering ved henvendelse', '');
  const [calls, before] = [await countCalls(), await getLastId()];
  await search(page, { 'Fødselsnummer eller d-nummer': await getScenarioNummer('ordinaer-mor') });
  await expect(page.getByRole('heading', { name: 'Du må rette dette før du kan søke' })).toBeVisible();
  expect(await countCalls()).toBe(calls);
  expect(await listRaderAfter(before)).toEqual([]);
});

test('an administrator sees no search and no person', async ({ page }) => {
  await signInByHand(page, 'administrator');
  await expect(page.getByRole('heading', { name: 'Revisjonslogg' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Søk' })).toHaveCount(0);
  await page.goto(`${office.portalUrl}/oppslag/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c`);
  await expect(page.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
});

test('the pages for many are for those who may, and for packages that have the services', async ({
  page,
  browser,
}) => {
  for (const side of ['soek', 'bulk']) {
    await page.goto(`${office.portalUrl}/${side}`);
    await expect(page.getByRole('button', { name: 'Logg inn' })).toBeVisible();
  }
  await signInByHand(page, 'personvernombud');
  await expect(page.getByRole('link', { name: 'Treffliste' })).toHaveCount(0);
  for (const side of ['soek', 'bulk']) {
    await page.goto(`${office.portalUrl}/${side}`);
    await expect(page.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
  }
  const context = await browser.newContext();
  const press = await context.newPage();
  await signInByHand(press, 'saksbehandler-presse');
  await press.goto(`${office.portalUrl}/bulk`);
  await expect(press.getByRole('heading', { name: 'Velg formål og sak' })).toBeVisible();
  await press.goto(`${office.portalUrl}/`);
  await chooseKontekst(press, 'Identifisering ved henvendelse', '');
  const calls = await countCalls();
  for (const lenke of ['Treffliste', 'Slå opp mange']) {
    await press.getByRole('link', { name: lenke }).click();
    await expect(
      press.getByRole('heading', { name: 'Rettighetspakken gir ikke tilgang til denne siden' }),
    ).toBeVisible();
  }
  expect(await countCalls()).toBe(calls);
  await context.close();
});

test('an analyst has uttrekk and nothing else, a leder what she answers for; a caseworker has no uttrekk', async ({
  page,
  browser,
}) => {
  for (const bruker of ['analytiker', 'leder']) {
    // A window of her own: a page that asks for news goes to sign-in by itself when its session is gone.
    const context = await browser.newContext();
    const own = await context.newPage();
    await signInByHand(own, bruker);
    await expect(own).toHaveURL(`${office.portalUrl}/uttrekk`);
    await expect(own.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link')).toHaveText([
      'Uttrekk',
      ...(bruker === 'leder' ? ['Gjennomgang av tilgang', 'Stikkprøver'] : []),
    ]);
    await expect(own.getByRole('link', { name: 'Nytt uttrekk' })).toHaveCount(
      bruker === 'analytiker' ? 1 : 0,
    );
    await context.close();
  }
  await signInByHand(page, 'saksbehandler');
  for (const side of ['uttrekk', 'uttrekk/ny', 'uttrekk/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c']) {
    await page.goto(`${office.portalUrl}/${side}`);
    await expect(page.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
  }
});

test('a user without groups is told that she has no access', async ({ page }) => {
  await signInByHand(page, 'uten-tilgang');
  await expect(page.locator('main')).toContainText(/ikke tilgang/i);
});

test('a caseworker who writes the address of the revisjonslogg is told that it is not hers', async ({
  page,
}) => {
  await signInByHand(page, 'saksbehandler');
  await page.goto(`${office.portalUrl}/revisjonslogg`);
  await expect(page.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
});

test('the personvernombud finds a caseworker’s oppslag by user and by person, and reading it is a row too', async ({
  page,
  browser,
}) => {
  const nummer = await getScenarioNummer('ordinaer-far');
  const context = await browser.newContext();
  const caseworker = await context.newPage();
  await signInByHand(caseworker, 'saksbehandler');
  await chooseKontekst(caseworker, undefined, 'OMBUD-1');
  await openPerson(caseworker, nummer);
  await context.close();

  await signInByHand(page, 'personvernombud');
  await page.goto(`${office.portalUrl}/revisjonslogg`);
  const liste = page.getByRole('list', { name: 'Handlinger i revisjonsloggen, nyeste først' });
  await expect(liste).toBeVisible();
  const before = await getLastId();
  await page.getByLabel('Bruker').fill('saksbehandler');
  await page.getByLabel('Fødselsnummer eller d-nummer').fill(nummer);
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  // Whoever asks for a person says why, before anything is read.
  await expect(page.getByRole('link', { name: 'Skriv en begrunnelse på minst 10 tegn' })).toBeVisible();
  expect(await listRaderAfter(before)).toEqual([]);
  await page
    .getByLabel('Hvorfor spør du om denne personen?')
    .fill(`Innsynskrav nummer ${Date.now()} fra en registrert`);
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  await expect(liste).toContainText('saksbehandler) slo opp én person for Saksbehandling');
  await expect(liste).toContainText('sak OMBUD-1, og fikk vist');
  await expect(page.locator('main').getByText(nummer)).toHaveCount(0);
  expect((await listRaderAfter(before)).map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT LES_REVISJONSLOGG',
    'DISCLOSED LES_REVISJONSLOGG',
  ]);
});

test('S-07: after sign-out neither the back button nor another page shows anything of a person', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  await signInByHand(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, nummer);
  const navn = await page.getByRole('heading', { level: 1 }).innerText();
  const annen = await page.context().newPage();
  await annen.goto(page.url());
  await expect(annen.getByRole('heading', { level: 1 })).toHaveText(navn);
  await page.getByRole('button', { name: /Saksbehandler/ }).click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.waitForURL(/\/logg-inn/);
  await expect(annen).toHaveURL(/\/logg-inn\?aarsak=logget-ut/);
  expect(await annen.content()).not.toContain(navn);
  for (let step = 0; step < 4; step += 1) {
    await page.goBack({ waitUntil: 'networkidle' }).catch(() => null);
    await page.waitForLoadState('networkidle');
    expect(await page.content()).not.toContain(navn);
    expect(await page.content()).not.toContain(nummer);
  }
});

test('S-03: a session that has ended takes the person off the screen and leads to sign-in', async ({
  page,
}) => {
  await signInByHand(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  const navn = await page.getByRole('heading', { level: 1 }).innerText();
  await runAsOwner(
    `update portal.session set avsluttet = now() where bruker_id = (select id from portal.bruker where brukernavn = 'saksbehandler-fortrolig')`,
  );
  await page.getByRole('button', { name: 'Hent på nytt' }).click();
  await expect(page).toHaveURL(new RegExp(`${office.portalUrl}/logg-inn`));
  expect(await page.content()).not.toContain(navn);
});
