/** Not a test: takes the pictures of docs/bilder, each screen light and dark, wide and at 320 px (`npm run bilder`). */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, search, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';

const SHAPES = [
  ['lys', 'light', 1440],
  ['moerk', 'dark', 1440],
  ['lys-smal', 'light', 320],
  ['moerk-smal', 'dark', 320],
] as const;

async function takePictures(page: Page, name: string): Promise<void> {
  for (const [shape, colorScheme, width] of SHAPES) {
    await page.setViewportSize({ width, height: width === 320 ? 800 : 900 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      path: `docs/bilder/${name}-${shape}.png`,
      animations: 'disabled',
      caret: 'hide',
    });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('pictures of the caseworker’s screens', async ({ page }) => {
  test.setTimeout(300_000);
  await setScenario('normal');
  await page.goto(`${office.portalUrl}/logg-inn`);
  await takePictures(page, 'logg-inn');
  await signIn(page, 'saksbehandler-fortrolig');
  await takePictures(page, 'formaal');
  await chooseKontekst(page);
  await page.getByLabel('Navn', { exact: true }).fill('SMIDIG KOPP');
  await takePictures(page, 'soek');
  await page.goto(`${office.portalUrl}/`);
  await search(page, { Navn: 'FINNES NEPPE', Fødselsdato: '01.01.1990' });
  await expect(page.getByText('Referanse:')).toBeVisible();
  await takePictures(page, 'ingen-treff');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  await takePictures(page, 'person');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('flyttet-ofte'));
  await openFane(page, 'Adresser');
  await takePictures(page, 'adresser');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('fortrolig'));
  await takePictures(page, 'fortrolig');
  await page.goto(`${office.portalUrl}/`);
  await setScenario('nede');
  await search(page, { 'Fødselsnummer eller d-nummer': await getScenarioNummer('ordinaer-mor') });
  await expect(page.getByText('Referanse:')).toBeVisible();
  await takePictures(page, 'kilden-nede');
  await setScenario('normal');
});

test('pictures of lists and of many numbers', async ({ page }) => {
  test.setTimeout(300_000);
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await page.getByRole('link', { name: 'Treffliste' }).click();
  await expect(page.getByRole('heading', { name: 'Treffliste' })).toBeVisible();
  await page.getByLabel('Kommune').fill('Oslo');
  await page.getByLabel('Født fra og med år').fill('1960');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toBeVisible();
  await takePictures(page, 'treffliste');
  await page.getByRole('link', { name: 'Slå opp mange' }).click();
  await takePictures(page, 'bulk');
  const numre = await Promise.all(['ordinaer-mor', 'ordinaer-far', 'fortrolig'].map(getScenarioNummer));
  await page.getByLabel('Fødselsnumre og d-numre').fill([...numre, numre[0], '123'].join('\n'));
  await page.getByRole('button', { name: 'Kontroller listen' }).click();
  await takePictures(page, 'bulk-kontroll');
  await page.getByRole('button', { name: 'Slå opp 3 personer' }).click();
  await expect(page.getByText('3 av 3 er hentet')).toBeVisible();
  await takePictures(page, 'bulk-svar');
});

test('pictures of the revisjonslogg', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'personvernombud');
  await expect(page.getByRole('table')).toBeVisible();
  await takePictures(page, 'revisjonslogg');
});
