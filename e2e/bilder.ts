/** Not a test: takes the pictures of docs/bilder, each screen light and dark, wide and at 320 px (`npm run bilder`). */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, search, signIn } from './support/caseworker.ts';
import { happenAndRead } from './support/hendelser.ts';
import { createSak } from './support/kontroll.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';
import { fillBestilling, getTilstand, sendBestilling } from './support/uttrekk.ts';

const SHAPES = [
  ['lys', 'light', 1440],
  ['moerk', 'dark', 1440],
  ['lys-smal', 'light', 320],
  ['moerk-smal', 'dark', 320],
] as const;

/** @param seen what must be in the picture where it lies below the first screen */
async function takePictures(page: Page, name: string, seen?: Locator): Promise<void> {
  // Nothing under the pointer, so that nothing looks pointed at.
  await page.mouse.move(0, 0);
  for (const [shape, colorScheme, width] of SHAPES) {
    await page.setViewportSize({ width, height: width === 320 ? 800 : 900 });
    await page.emulateMedia({ colorScheme });
    await seen?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
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
  test.setTimeout(600_000);
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
  await openFane(page, 'Tidslinje');
  await takePictures(page, 'tidslinje');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('skilt-og-gift-igjen'));
  const perDato = await openFane(page, 'Per dato');
  await perDato.getByRole('button', { name: 'Sammenlign med en annen dato' }).click();
  await perDato.getByLabel('Dato', { exact: true }).fill('01.01.2005');
  await takePictures(page, 'sammenlign');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('ordinaert-barn-1'));
  const familie = await openFane(page, 'Familie');
  await familie.getByText('Vis familien som tegning').click();
  await expect(familie.getByRole('button', { name: /^Slå opp\s*Mor/ })).toBeVisible();
  await takePictures(page, 'familie');
  await page.goto(`${office.portalUrl}/`);
  const mor = await getScenarioNummer('ordinaer-mor');
  await happenAndRead('oppdatert', mor);
  await openPerson(page, mor);
  const hendelser = await openFane(page, 'Hendelser');
  await hendelser.getByRole('button', { name: 'Vis hendelser' }).click();
  await expect(hendelser.getByRole('table')).toBeVisible();
  await takePictures(page, 'hendelser');
  await hendelser
    .getByRole('button', { name: /Vis registeret da/ })
    .first()
    .click();
  await expect(hendelser.getByRole('heading', { name: /^Slik registeret viste det/ })).toBeVisible();
  await takePictures(page, 'registeret-da');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('under-vergemaal'));
  await openFane(page, 'Vergemål');
  await takePictures(page, 'vergemaal');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('skilt-og-gift-igjen'));
  const kontakt = await openFane(page, 'Kontakt');
  await kontakt.getByRole('button', { name: /^Hent fra/ }).click();
  await expect(kontakt.getByRole('heading', { name: 'Kan varsles digitalt' })).toBeVisible();
  await takePictures(page, 'kontakt');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('fortrolig'));
  await takePictures(page, 'fortrolig');
  await page.getByRole('button', { name: 'Vis fortrolig adresse' }).click();
  await takePictures(page, 'avdekking');
  await page.keyboard.press('Escape');
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
  await takePictures(page, 'treffliste', page.getByRole('heading', { name: 'Treff', exact: true }));
  await page.getByRole('link', { name: 'Slå opp mange' }).click();
  await expect(page.getByRole('heading', { name: 'Slå opp mange' })).toBeVisible();
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
  await expect(page.getByRole('list', { name: 'Handlinger i revisjonsloggen, nyeste først' })).toBeVisible();
  await takePictures(page, 'revisjonslogg');
  await page.goto(`${office.portalUrl}/mine-oppslag`);
  await expect(page.getByRole('list', { name: 'Det du har gjort, nyeste først' })).toBeVisible();
  await takePictures(page, 'mine-oppslag');
});

test('pictures of innsyn', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'personvernombud');
  await page.getByRole('link', { name: 'Innsyn', exact: true }).click();
  await page.getByLabel('Fødselsnummer og d-nummer').fill(await getScenarioNummer('ordinaer-mor'));
  await page.getByLabel('Hvorfor søker du i loggen?').fill('Personen har bedt om innsyn i brev');
  await page.getByRole('button', { name: 'Lag svaret' }).click();
  await expect(page.getByRole('article').getByRole('table')).toBeVisible();
  await takePictures(page, 'innsyn');
  await takePictures(page, 'innsyn-brev', page.getByRole('article'));
});

test('pictures of an uttrekk from its order to its files', async ({ page }) => {
  test.setTimeout(300_000);
  await setScenario('normal');
  await signIn(page, 'analytiker');
  await expect(page.getByRole('heading', { name: 'Uttrekk', level: 1 })).toBeVisible();
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await expect(page.getByLabel('Navn på uttrekket')).toBeVisible();
  await takePictures(page, 'uttrekk-bestilling');
  await fillBestilling(page, {
    navn: 'Innbyggere i Oslo',
    kommune: 'Oslo',
    felter: ['Kjønn', 'Fødselsår', 'Sivilstand'],
    formater: ['Parquet'],
  });
  await takePictures(page, 'uttrekk-kontroll');
  await sendBestilling(page);
  await expect(getTilstand(page)).toHaveText('Klar', { timeout: 120_000 });
  await takePictures(page, 'uttrekk-klart');
  await takePictures(page, 'uttrekk-tall', page.getByRole('heading', { name: 'Slik er uttrekket' }));
  await page.goto(`${office.portalUrl}/uttrekk`);
  await expect(page.getByRole('link', { name: 'Innbyggere i Oslo' })).toBeVisible();
  await takePictures(page, 'uttrekk');
});

test('pictures of kontroll', async ({ page }) => {
  test.setTimeout(120_000);
  const { sakId } = await createSak();
  await signIn(page, 'personvernombud');
  await page.getByRole('link', { name: 'Kontroll', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await takePictures(page, 'kontroll');
  await page.goto(`${office.portalUrl}/kontroll/${sakId}`);
  await expect(page.getByRole('heading', { name: 'Hvorfor saken er her' })).toBeVisible();
  await takePictures(page, 'kontroll-sak');
});

test('pictures of the draws of a unit', async ({ page }) => {
  test.setTimeout(120_000);
  await createSak('stikkproeve');
  await signIn(page, 'leder');
  await page.getByRole('link', { name: 'Stikkprøver', exact: true }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await takePictures(page, 'stikkproever');
});

test('pictures of the drift page', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'administrator');
  await page.getByRole('link', { name: 'Drift' }).click();
  await expect(page.getByRole('list', { name: 'Drift' })).toBeVisible();
  await takePictures(page, 'drift');
});

test('pictures of the pages of access', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'administrator');
  await page.goto(`${office.portalUrl}/tilgang`);
  await expect(page.getByRole('table')).toBeVisible();
  await takePictures(page, 'tilgang');
  await page.getByRole('link', { name: 'Ryddig Administrator' }).click();
  await expect(page.getByRole('heading', { name: 'Rettigheter' })).toBeVisible();
  await takePictures(page, 'tilgang-bruker');
  await page.goto(`${office.portalUrl}/tilgang/matrise`);
  await takePictures(page, 'tilgang-matrise', page.getByRole('heading', { name: /^Handlinger etter pakke/ }));
  await page.goto(`${office.portalUrl}/tilgang/vis-som`);
  await page.getByRole('button', { name: 'Vis eksempelet' }).click();
  await expect(page.getByRole('tablist')).toBeVisible();
  await takePictures(page, 'vis-som');
});

test('pictures of a person who is closed to the user', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'saksbehandler-naer');
  await chooseKontekst(page);
  const nummer = await getScenarioNummer('skilt-og-gift-igjen-tidligere');
  await search(page, { 'Fødselsnummer eller d-nummer': nummer });
  await page.getByText('Be om nødtilgang').click();
  const felt = page.getByLabel('Hvorfor må du se personen nå?');
  await felt.fill('Ingen kollega er på jobb, og barnet er på legevakten');
  await takePictures(page, 'ikke-tilgang', felt);
  await page.getByRole('button', { name: 'Bruk nødtilgang' }).click();
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  const tilbake = page.getByRole('button', { name: 'Gi tilbake nødtilgangen' });
  await expect(tilbake).toBeVisible();
  await takePictures(page, 'noedtilgang');
  await tilbake.click();
});
