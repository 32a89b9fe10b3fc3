/** What an analyst does with the screens of uttrekk, as verbs. Selectors are what she reads. */
import { expect, type Page, test } from '@playwright/test';
import { office } from './office.ts';
import { signInAs } from './oppslag.ts';

type Ordre = { navn: string; status?: string; kommune?: string; felter?: string[]; formater?: string[] };

/** Fills in the order form, which is open, and keeps it as a draft; stands at its page, checked. */
export function fillBestilling(page: Page, ordre: Ordre): Promise<void> {
  return test.step(`bestill «${ordre.navn}»`, async () => {
    // Who looks people up as well has the same two at the top of the page.
    const main = page.getByRole('main');
    await main.getByLabel('Formål').selectOption({ label: 'Statistikk og planlegging' });
    await main.getByLabel('Saksreferanse').fill('2026/77');
    await page.getByLabel(ordre.status ?? 'Bosatt i Norge').check();
    if (ordre.kommune) {
      await page.getByLabel('Bostedsadresse i kommune').check();
      await page.getByRole('combobox', { name: 'Kommuner' }).fill(ordre.kommune);
      await page.keyboard.press('Enter');
    }
    for (const felt of ordre.felter ?? ['Kjønn', 'Fødselsår'])
      await page.getByRole('checkbox', { name: felt, exact: true }).check();
    for (const format of ordre.formater ?? []) await page.getByRole('checkbox', { name: format }).check();
    await page.getByLabel('Navn på uttrekket').fill(ordre.navn);
    await page.getByRole('button', { name: 'Kontroller bestillingen' }).click();
    await page.waitForURL(/\/uttrekk\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: 'Kontroller bestillingen' })).toBeVisible();
  });
}

/** The tag that says how the uttrekk stands, wherever it is shown first. */
export const getTilstand = (page: Page) => page.locator('main .ds-tag').first();

/** Another user approves the uttrekk on the page, without a screen of her own. */
export function approve(page: Page): Promise<void> {
  return test.step('leder godkjenner', async () => {
    const leder = await signInAs('leder');
    const sti = `/api/uttrekk/${findUttrekkId(page)}`;
    const { avtrykk } = await (await leder.send('POST', sti)).json();
    const svar = await leder.send('POST', `${sti}/godkjenning`, {
      avtrykk,
      utfall: 'godkjent',
      begrunnelse: 'Kommunens planlegging trenger disse tallene',
    });
    expect(svar.status).toBe(204);
  });
}

/** Orders, has it approved, and stands at its page while it runs. */
export async function orderUttrekk(page: Page, ordre: Ordre): Promise<void> {
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await fillBestilling(page, ordre);
  await sendBestilling(page);
}

/** Sends the draft whose page is open, and has it approved where it must be. A small one needs a reason. */
export async function sendBestilling(page: Page): Promise<void> {
  await expect(
    page.getByRole('button', { name: /^(Send til godkjenning|Bestill uttrekket)$/ }),
  ).toBeVisible();
  const begrunnelse = page.getByLabel('Hvorfor trenger du dette uttrekket?');
  if (await begrunnelse.isVisible()) await begrunnelse.fill('Kommunens planlegging trenger disse tallene');
  await page.getByRole('button', { name: /^(Send til godkjenning|Bestill uttrekket)$/ }).click();
  await expect(getTilstand(page)).not.toHaveText('Utkast');
  if ((await getTilstand(page).textContent()) === 'Venter på godkjenning') await approve(page);
}

/** The id of the uttrekk whose page is open. */
export const findUttrekkId = (page: Page): string => page.url().split('/').at(-1) ?? '';
