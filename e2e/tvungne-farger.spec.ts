/**
 * Forced colours: the reader's own few colours in place of all of ours. What only a colour or a shadow told must be told
 * by a line, so what is measured is what is drawn: two states that look the same are one state.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';

test.beforeAll(() => setScenario('normal'));

/** Room for a focus ring, which is drawn outside of what has the focus. */
const RING_PX = 6;

async function openIFarger(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
}

/** What the element and the space around it look like, as the bytes of a picture. */
async function draw(page: Page, element: Locator): Promise<string> {
  await element.scrollIntoViewIfNeeded();
  const boks = await element.boundingBox();
  if (boks === null) throw new Error('not on the screen');
  const clip = {
    x: Math.max(0, boks.x - RING_PX),
    y: Math.max(0, boks.y - RING_PX),
    width: boks.width + 2 * RING_PX,
    height: boks.height + 2 * RING_PX,
  };
  const bilde = await page.screenshot({ clip, caret: 'hide', animations: 'disabled' });

  return bilde.toString('base64');
}

/** The focus of a keyboard can be seen, on each. */
async function expectRing(page: Page, elementer: Record<string, Locator>): Promise<void> {
  // A browser shows the ring to who uses keys.
  await page.keyboard.press('Shift');
  for (const [navn, element] of Object.entries(elementer)) {
    await element.evaluate((el) =>
      (document.activeElement instanceof HTMLElement ? document.activeElement : el).blur(),
    );
    const uten = await draw(page, element);
    await element.focus();
    expect(await draw(page, element), `${navn} with focus`).not.toBe(uten);
  }
}

const RUNDT = ['top', 'right', 'bottom', 'left'] as const;

/** A line on each of these sides, in another colour than what it stands on. */
async function expectRamme(
  elementer: Record<string, Locator>,
  sider: readonly (typeof RUNDT)[number][] = RUNDT,
): Promise<void> {
  for (const [navn, element] of Object.entries(elementer)) {
    const linjer = await element.evaluate((el, alle) => {
      const { backgroundColor } = getComputedStyle(document.body);
      const stil = getComputedStyle(el);
      return alle.map((side) => ({
        bredde: Number.parseFloat(stil.getPropertyValue(`border-${side}-width`)),
        synes: stil.getPropertyValue(`border-${side}-color`) !== backgroundColor,
      }));
    }, sider);
    for (const { bredde, synes } of linjer) {
      expect(bredde, `${navn} has a line`).toBeGreaterThan(0);
      expect(synes, `the line of ${navn} is seen`).toBe(true);
    }
  }
}

/** The two look different. */
async function expectUlike(page: Page, navn: string, en: Locator, annen: Locator): Promise<void> {
  expect(await draw(page, en), navn).not.toBe(await draw(page, annen));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: a form says what has the focus, what is chosen, what is wrong and what is the way on`, async ({
    page,
  }) => {
    await openIFarger(page, colorScheme);
    await page.goto(`${office.portalUrl}/soek`);
    const boks = page.getByLabel('Ta med døde');
    const knapp = page.getByRole('button', { name: 'Søk', exact: true });
    await expectRing(page, {
      lenke: page.getByRole('link', { name: 'Slå opp mange' }),
      felt: page.getByLabel('Husnummer'),
      valg: page.getByLabel('Fylke'),
      avkrysning: boks,
      knapp,
    });
    const uavkrysset = await draw(page, boks);
    await boks.check();
    expect(await draw(page, boks), 'a box that is ticked').not.toBe(uavkrysset);
    await page.getByLabel('Husnummer').fill('12345');
    await knapp.click();
    const feil = page.locator('.ds-error-summary');
    await expect(feil).toBeVisible();
    await expectRamme({ feilliste: feil, felt: page.getByLabel('Husnummer'), knapp });
    const bredde = (el: Element) => Number.parseFloat(getComputedStyle(el).borderTopWidth);
    const andre = page.getByRole('button', { name: 'Tøm skjemaet' });
    expect(await knapp.evaluate(bredde)).toBeGreaterThan(await andre.evaluate(bredde));
    await page.getByRole('button', { name: /Saksbehandler$/ }).click();
    await expectUlike(
      page,
      'the language that is chosen',
      page.getByRole('radio', { name: 'Bokmål' }),
      page.getByRole('radio', { name: 'Nynorsk' }),
    );
    await expectRamme({ meny: page.locator('.menu[popover]') });
  });
}

test('a person: banner, tags, tabs, what is withheld, the family and the timeline', async ({ page }) => {
  await openIFarger(page, 'dark');
  await openPerson(page, await getScenarioNummer('fortrolig'));
  await expectRamme({ banner: page.locator('.ds-alert').first() });
  const adresser = await openFane(page, 'Adresser');
  const laas = adresser
    .locator('p', { hasText: /^Skjermet$/ })
    .first()
    .locator('svg');
  await expectTegnet(page, laas);
  const faner = page.getByRole('tab');
  const uvalgt = await draw(page, faner.nth(3));
  await faner.nth(3).click();
  await page.mouse.move(0, 0);
  await faner.nth(3).blur();
  expect(await draw(page, faner.nth(3)), 'the tab that is open').not.toBe(uvalgt);
  await expectRing(page, { fane: faner.nth(3) });

  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('under-vergemaal'));
  await expectRamme({ merke: page.getByRole('list', { name: 'Status' }).locator('.ds-tag').first() });

  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('skilt-og-gift-igjen'));
  const familie = await openFane(page, 'Familie');
  await familie.getByText('Vis familien som tegning').click();
  const kort = familie.getByRole('button', { name: /^Slå opp/ }).filter({ has: page.locator('span.block') });
  await expectRamme({
    personen: familie.getByText('Personen i oppslaget').locator('..'),
    slektning: kort.first(),
  });
  await expectRing(page, { slektning: kort.first() });
  const strek = (el: Element) => getComputedStyle(el).borderTopStyle;
  expect(
    await kort.evaluateAll((alle) => new Set(alle.map((el) => getComputedStyle(el).borderTopStyle)).size),
  ).toBe(2);
  expect(await kort.first().evaluate(strek)).toBe('solid');
  const tidslinje = await openFane(page, 'Tidslinje');
  await expectRamme({ tidslinje: tidslinje.getByRole('listitem').first() }, ['left']);
  await expectRing(page, {
    slag: tidslinje.getByRole('checkbox').first(),
    mer: tidslinje.locator('summary').first(),
  });
});

/** Something is drawn there: without it the picture is another one. */
async function expectTegnet(page: Page, element: Locator): Promise<void> {
  const med = await draw(page, element);
  await element.evaluate((el: SVGElement) => el.style.setProperty('visibility', 'hidden'));
  const uten = await draw(page, element);
  await element.evaluate((el: SVGElement) => el.style.removeProperty('visibility'));
  expect(med).not.toBe(uten);
}
