/** One field for whatever one has: understood in words before anything is sent, and sent only when it would be answered. */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, signIn } from './support/caseworker.ts';
import { countCalls, getDokument, getScenarioNummer, setScenario } from './support/office.ts';

const felt = (page: Page) => page.getByLabel('Lim inn eller skriv det du har');

test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
});

test('a pasted number is told for what it is while nothing is sent, and Enter finds the person', async ({
  page,
}) => {
  const mor = await getScenarioNummer('ordinaer-mor');
  const sendt: string[] = [];
  // The page may still fetch what stands on it; nothing of what was typed may go with that.
  page.on('request', (request) => {
    const alt = `${request.url()} ${request.postData() ?? ''}`;
    if (alt.includes(mor.slice(0, 6)) || alt.includes(mor.slice(6))) sendt.push(alt);
  });
  await felt(page).fill(` ${mor.slice(0, 6)}\u00a0${mor.slice(6)}\u200b`);
  await expect(
    page.getByText(
      `Vi forstår dette som Fødselsnummer, syntetisk testperson: ${mor.slice(0, 6)} ${mor.slice(6)}`,
    ),
  ).toBeVisible();
  expect(sendt).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  expect(sendt).toHaveLength(1);
});

test('a name with a date in any order finds the person', async ({ page }) => {
  const dokument = await getDokument(await getScenarioNummer('ordinaer-far'));
  const [navn] = dokument.navn as { fornavn: string; etternavn: string }[];
  const [foedsel] = dokument.foedsel as { foedselsdato: string }[];
  const dato = foedsel?.foedselsdato.split('-').reverse().join('.') ?? '';
  await felt(page).fill(`${navn?.etternavn}, ${navn?.fornavn} f. dato: ${dato}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oppslag\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(navn?.etternavn ?? '-');
});

test('what is not enough fills the form, which says what is missing, and nothing is sent', async ({
  page,
}) => {
  const calls = await countCalls();
  await felt(page).fill('Kari Nordmann');
  await page.keyboard.press('Enter');
  const mangler = page.getByRole('region', { name: 'Du må fylle ut ett av dette også før du kan søke' });
  await expect(mangler.getByRole('listitem')).toHaveText([
    'Fødselsnummer eller d-nummer',
    'Fødselsdato',
    'Postnummer',
  ]);
  await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Kari Nordmann');
  expect(await countCalls()).toBe(calls);
});

test('several pasted lines are offered to the page for many', async ({ page, context }) => {
  const numre = await Promise.all(['ordinaer-mor', 'ordinaer-far'].map(getScenarioNummer));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((tekst) => navigator.clipboard.writeText(tekst), numre.join('\n'));
  await felt(page).press('Control+v');
  const calls = await countCalls();
  await page.getByRole('button', { name: 'Ta med 2 numre til Slå opp mange' }).click();
  await expect(page.getByRole('heading', { name: 'Dette sender vi' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  expect(await countCalls()).toBe(calls);
});
