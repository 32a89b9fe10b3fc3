/** The portal in three languages: chosen by the user, right at first paint, and kept; no language in an address. */
import { expect, type Page, test } from '@playwright/test';
import { listAxefunn } from './support/axe.ts';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';

const SPRAAK = [
  {
    spraak: 'nn',
    navn: 'Nynorsk',
    start: 'Finn éin person',
    fane: 'Adresser',
    kilde: 'Kjelde',
    land: 'Noreg',
    soek: 'Treffliste',
    bulk: 'Lim inn nummer eller vel ei fil.',
    tid: /^Henta \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d/,
  },
  {
    spraak: 'en',
    navn: 'English',
    start: 'Find one person',
    fane: 'Addresses',
    kilde: 'Source',
    land: 'Norway',
    soek: 'Hit list',
    bulk: 'Paste numbers or choose a file.',
    tid: /^Fetched \d\d\/\d\d\/\d{4}, \d\d:\d\d/,
  },
] as const;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Chooses a language in the user menu, whatever language it is in. */
async function chooseSpraak(page: Page, navn: string): Promise<void> {
  await page.getByRole('button', { name: 'Stødig Saksbehandler' }).click();
  await page.getByRole('radio', { name: navn }).check();
  await page.keyboard.press('Escape');
}

async function expectNoAxeFindings(page: Page): Promise<void> {
  expect(await listAxefunn(page)).toEqual([]);
}

test('the language can be chosen before one signs in', async ({ page }) => {
  await page.goto(`${office.portalUrl}/logg-inn`);
  await page.getByRole('radio', { name: 'Nynorsk' }).check();
  await expect(page.getByText('Logg inn med brukaren du har i verksemda.')).toBeVisible();
});

test.describe('signed in', () => {
  test.beforeEach(async ({ page }) => {
    await setScenario('normal');
    await signIn(page, 'saksbehandler');
    await chooseKontekst(page);
  });

  for (const { spraak, navn, start, fane, kilde, land, soek, bulk, tid } of SPRAAK) {
    test(`${navn}: from search to person, with dates, codes and countries`, async ({ page }) => {
      await page.getByLabel('Navn', { exact: true }).fill('SMIDIG KOPP');
      await chooseSpraak(page, navn);
      await expect(heading(page)).toHaveText(start);
      await expect(page.locator('html')).toHaveAttribute('lang', spraak);
      // What was typed is still there, and the address says nothing of the language.
      await expect(page.locator('#navn')).toHaveValue('SMIDIG KOPP');
      expect(page.url()).toBe(`${office.portalUrl}/`);
      await expectNoAxeFindings(page);
      await page.locator('#navn').fill('');
      await page.locator('#identifikasjonsnummer').fill(await getScenarioNummer('ordinaer-mor'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('tab', { name: fane })).toBeVisible();
      await expect(page.getByText(tid)).toBeVisible();
      await expect(page.getByText(land, { exact: true }).first()).toBeVisible();
      await expectNoAxeFindings(page);
      await page.getByRole('tab', { name: fane }).click();
      await expect(page.getByRole('columnheader', { name: kilde, exact: true }).first()).toBeVisible();
      await chooseSpraak(page, 'Bokmål');
      await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
      await expect(page.getByRole('columnheader', { name: 'Kilde', exact: true }).first()).toBeVisible();
    });

    test(`${navn}: the pages for many`, async ({ page }) => {
      await chooseSpraak(page, navn);
      await expect(heading(page)).toHaveText(start);
      await page.goto(`${office.portalUrl}/soek`);
      await expect(heading(page)).toHaveText(soek);
      await expectNoAxeFindings(page);
      await page.goto(`${office.portalUrl}/bulk`);
      await expect(page.getByText(bulk)).toBeVisible();
      await expectNoAxeFindings(page);
    });
  }

  test('the first bytes of a page are in the language of the cookie, and in bokmål without one', async ({
    page,
  }) => {
    const read = async (cookie: string) =>
      (await fetch(`${office.portalUrl}/logg-inn`, { headers: { cookie } })).text();
    expect(await read('')).toContain('<html lang="nb"');
    expect(await read('spraak=sv')).toContain('<html lang="nb"');
    const english = await read('spraak=en');
    expect(english).toContain('<html lang="en"');
    expect(english).toContain('<title>Sign in');
    // The texts of one language travel, and not those of the others.
    expect(english).not.toContain('Hopp til innholdet');
    await chooseSpraak(page, 'English');
    await expect(heading(page)).toHaveText('Find one person');
    await page.reload();
    await expect(heading(page)).toHaveText('Find one person');
  });

  test('an oppslag that is kept is read in the language of the reader', async ({ page }) => {
    await openPerson(page, await getScenarioNummer('ordinaer-mor'));
    const kept = page.url();
    await chooseSpraak(page, 'English');
    await page.goto(kept);
    await expect(page.getByText('Married', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('Norway', { exact: true }).first()).toBeVisible();
  });
});
