/** Shortcuts: what each does, that typing is left alone, and that they can be switched off for good (WCAG 2.1.4). */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';

const hjelp = (page: Page) => page.getByRole('dialog', { name: 'Hurtigtaster' });
const soekefelt = (page: Page) => page.getByLabel('Lim inn eller skriv det du har', { exact: true });

test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
});

/** Takes focus from whatever has it, so that a key belongs to the page. */
const leaveFields = (page: Page) => page.locator('h1').click();

test('? opens the sheet with every shortcut of the user, and closing it gives the focus back', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Treffliste' }).focus();
  await page.keyboard.press('?');
  await expect(hjelp(page)).toBeVisible();
  await expect(hjelp(page).locator('kbd')).toHaveText([
    '/',
    '?',
    'g',
    's',
    'g',
    't',
    'g',
    'm',
    'g',
    'o',
    '1',
    '9',
    'n',
    'f',
    'k',
    'h',
  ]);
  // Keys are the sheet's own while it is open.
  await page.keyboard.press('/');
  await expect(soekefelt(page)).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(hjelp(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Treffliste' })).toBeFocused();
});

test('/ goes to the search from anywhere, and g s too', async ({ page }) => {
  await leaveFields(page);
  await page.keyboard.press('/');
  await expect(soekefelt(page)).toBeFocused();
  await expect(soekefelt(page)).toHaveValue('');
  for (const taster of [['/'], ['g', 's']]) {
    await openPerson(page, await getScenarioNummer('ordinaer-mor'));
    for (const tast of taster) await page.keyboard.press(tast);
    await page.waitForURL(`${office.portalUrl}/`);
    await expect(soekefelt(page)).toBeVisible();
  }
});

test('what is typed in a field stays there, also the keys that are shortcuts', async ({ page }) => {
  await page.getByLabel('Navn', { exact: true }).pressSequentially('gs/?nfkh2');
  await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('gs/?nfkh2');
  await expect(hjelp(page)).toBeHidden();
  expect(page.url()).toBe(`${office.portalUrl}/`);
});

test('a key with a modifier is the browser’s own', async ({ page }) => {
  await leaveFields(page);
  for (const tast of ['Control+/', 'Alt+/', 'Meta+/']) await page.keyboard.press(tast);
  await expect(soekefelt(page)).not.toBeFocused();
});

test('on a person, n and f and the digits change tab, k copies the number, and h is a new oppslag', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const nummer = await getScenarioNummer('ordinaer-mor');
  await openPerson(page, nummer);
  await page.keyboard.press('n');
  await expect(page.getByRole('tab', { name: 'Identitet' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'Identitet' })).toBeFocused();
  await page.keyboard.press('f');
  await expect(page.getByRole('tab', { name: 'Oversikt' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('3');
  await expect(page.getByRole('tab', { name: 'Adresser' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'Adresser' })).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('status').filter({ hasText: 'Kopiert' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(nummer);
  const foer = new URL(page.url()).pathname;
  await page.keyboard.press('h');
  await page.waitForURL(({ pathname }) => pathname !== foer && /^\/oppslag\/[0-9a-f-]{36}$/.test(pathname));
});

test('switched off they do nothing, the sheet is still in the menu, and the choice is remembered', async ({
  page,
}) => {
  const open = async () => {
    await page.getByRole('button', { name: 'Stødig Saksbehandler' }).click();
    await page.getByRole('button', { name: 'Hurtigtaster' }).click();
    await expect(hjelp(page)).toBeVisible();
  };
  await open();
  await hjelp(page).getByLabel('Bruk hurtigtaster').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Stødig Saksbehandler' })).toBeFocused();
  for (const again of [false, true]) {
    if (again) await page.reload();
    await leaveFields(page);
    for (const tast of ['/', '?']) await page.keyboard.press(tast);
    await expect(soekefelt(page)).not.toBeFocused();
    await expect(hjelp(page)).toBeHidden();
  }
  await open();
  await hjelp(page).getByLabel('Bruk hurtigtaster').check();
  await page.keyboard.press('Escape');
  await leaveFields(page);
  await page.keyboard.press('?');
  await expect(hjelp(page)).toBeVisible();
});
