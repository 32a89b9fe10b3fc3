/** Nothing jumps: on a caseworker's way through the portal, what stands on the screen moves only when she moves it. */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';

/** How much of the screen may have moved in all, as browsers count it: a tenth of what they call good. */
const GRENSE = 0.01;

/** `naar` is by the clock of the machine, which the browser and the test share. */
type Hopp = { verdi: number; hva: string; naar: number };
/** From a press until what it asked for stands there, by the same clock. */
type Egen = { fra: number; til: number };

/** Begins to count, on this page and on every one after it. What follows a press at once is the user's own doing. */
async function watch(page: Page): Promise<Hopp[]> {
  const hopp: Hopp[] = [];
  await page.exposeFunction('meldHopp', (ett: Hopp) => hopp.push(ett));
  await page.addInitScript(() => {
    new PerformanceObserver((liste) => {
      for (const entry of liste.getEntries()) {
        const { value, hadRecentInput, sources, startTime } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        };
        const hva = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '').join(' | ');
        const { meldHopp } = window as unknown as { meldHopp: (hopp: object) => void };
        const naar = performance.timeOrigin + startTime;
        if (!hadRecentInput) meldHopp({ verdi: value, hva: `${location.pathname}: ${hva}`, naar });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return hopp;
}

/** Until what was painted last has been counted. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/**
 * Does what a user does, until what she did it for has been painted. To a browser what comes within half a second of a press
 * is her own doing; on a busy machine it takes longer.
 */
async function act(page: Page, work: () => Promise<void>): Promise<Egen> {
  const fra = Date.now();
  await work();
  await settle(page);
  return { fra, til: Date.now() };
}

test('nothing on the screen moves by itself, from the purpose to the last tab of a person and through a list', async ({
  page,
}) => {
  await setScenario('normal');
  await page.setViewportSize({ width: 1440, height: 900 });
  const hopp = await watch(page);
  await signIn(page, 'saksbehandler');
  await settle(page);
  const egne = [await act(page, () => chooseKontekst(page))];
  await openPerson(page, await getScenarioNummer('flyttet-ofte'));
  for (const tab of await page.getByRole('tab').all()) egne.push(await act(page, () => tab.click()));
  await page.reload();
  await expect(page.getByRole('tablist')).toBeVisible();
  await settle(page);
  await page.goto(`${office.portalUrl}/soek`);
  await page.getByLabel('Kjønn').selectOption({ label: 'Kvinne' });
  await page.getByLabel('Født fra og med år').fill('1960');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Treff', exact: true })).toBeFocused();
  await settle(page);
  await page.getByRole('button', { name: 'Neste side' }).click();
  await expect(page.getByText(/^Side 2 av /)).toBeVisible();
  await settle(page);
  for (const side of ['/bulk', '/mine-oppslag', '/']) {
    await page.goto(`${office.portalUrl}${side}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await settle(page);
  }
  const uventet = hopp.filter(({ naar }) => !egne.some(({ fra, til }) => fra <= naar && naar <= til));
  const sum = uventet.reduce((alle, { verdi }) => alle + verdi, 0);
  expect(sum, uventet.map(({ verdi, hva }) => `${verdi.toFixed(4)} ${hva}`).join('\n')).toBeLessThan(GRENSE);
});

test('the count finds what does move', async ({ page }) => {
  const hopp = await watch(page);
  await page.goto(`${office.portalUrl}/logg-inn`);
  await expect(page.getByRole('button', { name: 'Logg inn' })).toBeVisible();
  await settle(page);
  // Again and again: what follows at once on the opening of a window counts as the user's own.
  const move = () => document.querySelector('main')?.insertAdjacentHTML('beforebegin', '<p>Flytter alt</p>');
  await expect
    .poll(async () => {
      await page.evaluate(move);
      return hopp.reduce((alle, { verdi }) => alle + verdi, 0);
    })
    .toBeGreaterThan(GRENSE);
});
