/** A search with many hits: judged while it is typed, one act, read page by page, and taken along without an address. */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, signIn } from './support/caseworker.ts';
import { countCalls, getDokument, getScenarioNummer, office, setScenario } from './support/office.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await page.getByRole('link', { name: 'Treffliste' }).click();
  await expect(page.getByLabel('Navn', { exact: true })).toBeFocused();
});
test.afterAll(() => setScenario('normal'));

/** A search that many fit. */
async function searchWide(page: Page): Promise<void> {
  await page.getByLabel('Kjønn').selectOption({ label: 'Kvinne' });
  await page.getByLabel('Født fra og med år').fill('1960');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Treff', exact: true })).toBeFocused();
}

test('Z-13: one fact is not enough, and what is missing is said before anything is sent', async ({
  page,
}) => {
  const calls = await countCalls();
  await expect(page.getByText('Fyll ut minst to opplysninger', { exact: true })).toBeVisible();
  await page.getByLabel('Kommune').fill('Oslo');
  await expect(page.getByText('Oslo (0301)', { exact: true })).toBeVisible();
  await expect(page.getByText('Fyll ut minst én opplysning til')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Du må rette dette før du kan søke' })).toBeVisible();
  expect(await countCalls()).toBe(calls);
  await page.getByLabel('Kommune').fill('Herøy');
  await expect(page.getByText(/Flere kommuner passer: .*Nordland/)).toBeVisible();
});

test('hits are read page by page: each page once, a row for each, all one act', async ({ page }) => {
  const before = await getLastId();
  await searchWide(page);
  const status = page.getByRole('status').filter({ hasText: /^Side/ });
  await expect(status).toHaveText(/^Side 1 av \d+, [\d\s]+ treff$/);
  const rader = page.getByRole('table').getByRole('row');
  await expect(rader).toHaveCount(51);
  const foerste = await rader.nth(1).innerText();
  // The longest name there is makes its own row high, and no row wide.
  const langt = await getScenarioNummer('langt-navn');
  await expect(rader.filter({ hasText: langt.slice(6) })).toHaveCount(1);
  const utenfor = await page
    .getByRole('region', { name: /^Treff på side/ })
    .evaluate((liste) => liste.scrollWidth - liste.clientWidth);
  expect(utenfor).toBe(0);
  await page.getByRole('button', { name: 'Neste side' }).click();
  await expect(status).toHaveText(/^Side 2 av /);
  await expect(page.getByRole('heading', { name: 'Treff', exact: true })).toBeFocused();
  await expect(rader.nth(1)).not.toHaveText(foerste);
  const calls = await countCalls();
  await page.getByRole('button', { name: 'Forrige side' }).click();
  await expect(status).toHaveText(/^Side 1 av /);
  expect(await countCalls()).toBe(calls);
  const logg = await listRaderAfter(before);
  expect(logg.map(({ slag, handling, utfall }) => `${slag} ${handling} ${utfall}`)).toEqual([
    'INTENT SOEK null',
    'DISCLOSED SOEK treff',
    'INTENT SOEK null',
    'DISCLOSED SOEK rader',
    'INTENT SOEK null',
    'DISCLOSED SOEK rader',
  ]);
  expect(new Set(logg.map(({ handling_id }) => handling_id)).size).toBe(1);
});

test('N-09: picked across pages by keyboard and taken along to bulk, with nobody in an address or in storage', async ({
  page,
}) => {
  const adresser: string[] = [];
  page.on('request', (request) => adresser.push(request.url()));
  await searchWide(page);
  const velg = page.getByRole('checkbox', { name: /^Velg .+, / });
  const navn = await velg.nth(1).getAttribute('aria-label');
  await velg.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Neste side' }).click();
  await expect(page.getByText(/^Side 2 av /)).toBeVisible();
  await velg.first().check();
  await expect(page.getByText('2 valgt')).toBeVisible();
  const calls = await countCalls();
  await page.getByRole('button', { name: 'Ta med til Slå opp mange' }).click();
  await expect(page.getByRole('heading', { name: 'Dette sender vi' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  expect(await countCalls()).toBe(calls);
  const nummer = (navn ?? '').replace(/\D/g, '');
  expect(nummer).toHaveLength(11);
  const lagret = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      document.title,
    ]),
  );
  expect([...adresser, page.url(), lagret].join('\n')).not.toContain(nummer);
  await page.goBack();
  await expect(page.getByText('2 valgt')).toBeVisible();
});

test('a hit is opened as an oppslag of its own, and the list stands when one comes back', async ({
  page,
}) => {
  await searchWide(page);
  const before = await getLastId();
  await page
    .getByRole('checkbox', { name: /^Velg .+, / })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('tablist')).toBeVisible();
  // Bulk that another spec began may still be on its way.
  const handlinger = (await listRaderAfter(before)).map(({ handling }) => handling);
  expect(handlinger.filter((handling) => handling !== 'BULK')).toEqual(['OPPSLAG', 'OPPSLAG']);
  await page.goBack();
  await expect(page.getByText(/^Side 1 av /)).toBeVisible();
});

test('no hits, too many, and a source that fails are three things', async ({ page }) => {
  await page.getByLabel('Navn', { exact: true }).fill('FINNES NEPPE');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ingen treff' })).toBeFocused();
  await expect(page.locator('main')).not.toContainText(/finnes ikke/i);
  await page.getByRole('button', { name: 'Tøm skjemaet' }).click();
  await searchWide(page);
  await setScenario('bulk-stengt');
  await page.getByRole('button', { name: 'Neste side' }).click();
  await expect(page.getByRole('heading', { name: 'Vi fikk ikke svar fra Folkeregisteret' })).toBeVisible();
  await setScenario('normal');
  await page.getByRole('button', { name: 'Prøv igjen' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(51);
  await page.route('**/api/soek', (route) => route.fulfill({ json: { utfall: 'forMange', referanse: 'r' } }));
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'For mange treff' })).toBeVisible();
});

test('a list that is cut where the user asked says that more may fit', async ({ page }) => {
  await page.getByLabel('Høyst antall treff').fill('60');
  await searchWide(page);
  await expect(page.getByText('Side 1 av 2, 60 treff', { exact: true })).toBeVisible();
  await expect(page.getByText('Du ba om høyst 60 treff. Flere kan passe.')).toBeVisible();
});

test('a list that the server no longer has says so, and is searched anew', async ({ page }) => {
  await searchWide(page);
  await runAsOwner("update portal.soek set utloeper = now() - interval '1 minute'");
  await page.getByRole('button', { name: 'Neste side' }).click();
  await expect(page.getByRole('heading', { name: 'Trefflisten er ikke tilgjengelig lenger' })).toBeFocused();
  await page.getByRole('button', { name: 'Søk på nytt' }).click();
  await expect(page.getByText(/^Side 1 av /)).toBeVisible();
});

test('Z-05: a protected person among the hits shows no address', async ({ page }) => {
  const nummer = await getScenarioNummer('fortrolig');
  const [navn] = ((await getDokument(nummer)).navn ?? []) as {
    fornavn: string;
    etternavn: string;
  }[];
  await page.getByLabel('Navn', { exact: true }).fill(`${navn?.fornavn} ${navn?.etternavn}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(navn?.etternavn ?? '-') })).toContainText(
    'Ingen opplysninger å vise',
  );
  expect(page.url()).toBe(`${office.portalUrl}/soek`);
});
