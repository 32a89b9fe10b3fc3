/**
 * Z-05, N-09: a protected person leaks nothing to a user without the right. Everything the browser receives, shows,
 * stores or asks for, and everything the portal logs, is searched for her address; one planted hit proves the search.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openPerson, signInByHand } from './support/caseworker.ts';
import { getDokument, getScenarioNummer, listSteder, office, setScenario } from './support/office.ts';

test.beforeAll(() => setScenario('normal'));

/** Collects the text of all answers and all URLs of a page. */
function listen(page: Page): { texts: string[]; done: () => Promise<unknown> } {
  const texts: string[] = [];
  const pending: Promise<unknown>[] = [];
  page.on('request', (request) => texts.push(request.url(), JSON.stringify(request.headers())));
  page.on('response', (response) => {
    if (!response.url().startsWith(office.portalUrl)) return;
    texts.push(JSON.stringify(response.headers()));
    pending.push(
      response.text().then(
        (text) => texts.push(text),
        () => undefined,
      ),
    );
  });
  page.on('console', (message) => texts.push(message.text()));

  return { texts, done: () => Promise.all(pending) };
}

async function visitEverything(page: Page, nummer: string): Promise<string> {
  const heard = listen(page);
  await openPerson(page, nummer);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    heard.texts.push(await page.content(), await page.locator('body').innerText());
  }
  for (const details of await page.locator('summary').all())
    if (await details.isVisible()) await details.click();
  await page.emulateMedia({ media: 'print' });
  heard.texts.push(await page.content(), await page.title(), page.url());
  await page.emulateMedia({ media: null });
  await page.reload();
  await expect(page.getByRole('tablist')).toBeVisible();
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = 'caches' in window ? await caches.keys() : [];

    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      databases,
      caches_,
      history.state,
    ]);
  });
  heard.texts.push(stored);
  await heard.done();

  return heard.texts.join('\n');
}

function findLeaks(haystack: string, needles: readonly string[]): string[] {
  const lower = haystack.toLowerCase();

  return needles.filter((needle) => lower.includes(needle.toLowerCase()));
}

for (const scenario of ['fortrolig', 'strengt-fortrolig']) {
  test(`Z-05: ${scenario}: no address, post code, place or grading reaches a user without the right`, async ({
    page,
  }) => {
    const nummer = await getScenarioNummer(scenario);
    const steder = listSteder(await getDokument(nummer));
    expect(steder.length).toBeGreaterThan(0);
    await signInByHand(page, 'saksbehandler');
    await chooseKontekst(page);
    const answers: string[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/api/oppslag')) answers.push(await response.text().catch(() => ''));
    });
    const seen = await visitEverything(page, nummer);
    expect(findLeaks(seen, steder)).toEqual([]);
    // That she is protected is a secret too: neither the answer nor the screen says it. (The page's own texts do hold
    // the words, for everyone.)
    const shown = await page.locator('body').innerText();
    expect(answers.length).toBeGreaterThan(0);
    expect(findLeaks(answers.join('\n'), ['fortrolig', '"skjermet":true', '"tilstand":"skjermet"'])).toEqual(
      [],
    );
    expect(findLeaks(shown, ['fortrolig', 'skjermet'])).toEqual([]);
    // The same search over an open person finds her address, so it can find.
    const open = await getScenarioNummer('ordinaer-mor');
    await page.goto(`${office.portalUrl}/`);
    expect(
      findLeaks(await visitEverything(page, open), listSteder(await getDokument(open))).length,
    ).toBeGreaterThan(0);
  });

  test(`Z-05: ${scenario}: with the right there is a banner, and still no address`, async ({ page }) => {
    const nummer = await getScenarioNummer(scenario);
    const dokument = await getDokument(nummer);
    const skjult = listSteder({
      ...dokument,
      ...(scenario === 'strengt-fortrolig' ? { postadresse: [] } : {}),
    });
    await signInByHand(page, 'saksbehandler-fortrolig');
    await chooseKontekst(page);
    const seen = await visitEverything(page, nummer);
    expect(findLeaks(seen, skjult)).toEqual([]);
    await expect(page.locator('main')).toContainText(/fortrolig/i);
  });
}

/** What the browser keeps of a page beyond the page. */
const readLagret = (page: Page) =>
  page.evaluate(async () => {
    const caches_ = 'caches' in window ? await caches.keys() : [];

    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      await indexedDB.databases(),
      caches_,
      history.state,
      document.title,
      location.href,
    ]);
  });

for (const bruker of ['saksbehandler', 'saksbehandler-fortrolig']) {
  test(`Z-05: in lists and files for ${bruker} protected persons have no address, and nothing of them is stored`, async ({
    page,
  }) => {
    const numre = await Promise.all(['fortrolig', 'strengt-fortrolig'].map(getScenarioNummer));
    const dokumenter = await Promise.all(numre.map(getDokument));
    const steder = dokumenter.flatMap(listSteder);
    expect(steder.length).toBeGreaterThan(1);
    const open = await getScenarioNummer('ordinaer-mor');
    await signInByHand(page, bruker);
    await chooseKontekst(page);
    const heard = listen(page);
    await page.getByRole('link', { name: 'Treffliste' }).click();
    await expect(page.getByRole('heading', { name: 'Treffliste' })).toBeVisible();
    for (const { navn } of dokumenter) {
      const [gjeldende] = navn as { fornavn: string; etternavn: string }[];
      await page.getByLabel('Navn', { exact: true }).fill(`${gjeldende?.fornavn} ${gjeldende?.etternavn}`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('row', { name: gjeldende?.etternavn ?? '-' })).toBeVisible();
      heard.texts.push(await page.content(), await readLagret(page));
    }
    await page.getByRole('link', { name: 'Slå opp mange' }).click();
    await page.getByLabel('Fødselsnumre og d-numre').fill([...numre, open].join('\n'));
    await page.getByRole('button', { name: 'Kontroller listen' }).click();
    await page.getByRole('button', { name: 'Slå opp 3 personer' }).click();
    await expect(page.getByText('3 av 3 er hentet')).toBeVisible();
    const nedlasting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Last ned 3 rader som CSV' }).click();
    const fil = await nedlasting;
    const lagret = await readLagret(page);
    heard.texts.push(await page.content(), lagret, fil.suggestedFilename());
    heard.texts.push(readFileSync(await fil.path(), 'utf8'));
    await heard.done();
    const seen = heard.texts.join('\n');
    expect(findLeaks(seen, steder)).toEqual([]);
    expect(findLeaks(lagret + fil.suggestedFilename(), numre)).toEqual([]);
    expect(findLeaks(seen, listSteder(await getDokument(open))).length).toBeGreaterThan(0);
  });
}

test('N-09: neither number, name nor address is in the portal’s log, and the search finds what is', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('fortrolig');
  const dokument = await getDokument(nummer);
  await signInByHand(page, 'saksbehandler');
  await chooseKontekst(page, undefined, 'LOGGSOEK');
  await openPerson(page, nummer);
  const linjer = ['POST /api/oppslag', 'GET personer/{id}'];
  // Lines are written some at a time.
  await expect.poll(() => findLeaks(readFileSync(office.portalLog, 'utf8'), linjer)).toHaveLength(2);
  const log = readFileSync(office.portalLog, 'utf8');
  const navn = (dokument.navn as { fornavn: string; etternavn: string }[]).map(
    ({ fornavn, etternavn }) => `${fornavn} ${etternavn}`,
  );
  expect(findLeaks(log, [nummer, ...navn, ...listSteder(dokument), 'LOGGSOEK'])).toEqual([]);
});
