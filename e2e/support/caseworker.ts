/** What a caseworker does with the screen, as verbs. Selectors are what she reads. */
import { expect, type Page, test } from '@playwright/test';
import { office } from './office.ts';
import { signInAs } from './oppslag.ts';

/**
 * Gives the page a session of its own, newly signed in at the identity provider without drawing its pages, and stands at
 * the start page. The browser has what it would have after signing in by hand but the provider's own cookie.
 */
export function signIn(page: Page, brukernavn: string): Promise<void> {
  return test.step(`logg inn som ${brukernavn}`, async () => {
    const { cookie } = await signInAs(brukernavn);
    const [name = '', value = ''] = cookie.split('=');
    const felles = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
    await page.context().addCookies([{ name, value, domain: 'localhost', ...felles }]);
    await page.goto(`${office.portalUrl}/`);
    // Each role has its own first page; the shell is the same.
    await expect(page.getByRole('banner')).toBeVisible();
  });
}

/** Signs in as a user does, through the identity provider's page: for tests about signing in and out. */
export function signInByHand(page: Page, brukernavn: string): Promise<void> {
  return test.step(`logg inn som ${brukernavn}`, async () => {
    await page.goto(`${office.portalUrl}/`);
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await page.getByLabel('Brukernavn').fill(brukernavn);
    await page.getByLabel('Passord').fill(office.passord);
    await page.getByRole('button', { name: 'Logg inn' }).click();
    await expect(page.getByRole('banner')).toBeVisible();
  });
}

/** States purpose and case number, as the start page asks for once in a session. */
export function chooseKontekst(
  page: Page,
  formaal = 'Saksbehandling med full oversikt',
  sak = '2026/123',
): Promise<void> {
  return test.step('velg formål og sak', async () => {
    const main = page.locator('main');
    await main.getByLabel('Formål', { exact: false }).selectOption({ label: formaal });
    await main.getByLabel('Saksreferanse').fill(sak);
    await main.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('heading', { name: 'Finn én person' })).toBeVisible();
  });
}

/** Fills the named fields and presses Enter. */
export function search(page: Page, felt: Record<string, string>): Promise<void> {
  return test.step('søk', async () => {
    for (const [label, value] of Object.entries(felt))
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Enter');
  });
}

/** Finds one person by number and waits until she is shown. */
export async function openPerson(page: Page, nummer: string): Promise<void> {
  await search(page, { 'Fødselsnummer eller d-nummer': nummer });
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('tablist')).toBeVisible();
}

/** Opens a tab of the person view and gives its panel. */
export async function openFane(page: Page, navn: string) {
  await page.getByRole('tab', { name: navn, exact: true }).click();

  return page.getByRole('tabpanel', { name: navn, exact: true });
}
