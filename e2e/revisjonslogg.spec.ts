/** The revisjonslogg for those who read it: filters, reasons, pages and files, and a row for each before anything is shown. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './support/caseworker.ts';
import { getScenarioNummer, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, writeHandlinger } from './support/revisjonslogg.ts';

const SAK = `LOGG-${Date.now()}`;
const liste = (page: Page) => page.getByRole('list', { name: 'Handlinger i revisjonsloggen, nyeste først' });
const visLoggen = (page: Page) => page.getByRole('button', { name: 'Vis loggen' }).click();
const listHandlinger = async (after: string) =>
  (await listRaderAfter(after))
    .filter(({ bruker }) => bruker === 'personvernombud')
    .map(({ slag, handling, utfall }) => `${slag} ${handling} ${utfall ?? ''}`.trim());

test.beforeAll(async () => {
  await setScenario('normal');
  const saksbehandler = await signInAs('saksbehandler');
  const nummer = await getScenarioNummer('ordinaer-mor');
  const request = { ...toRequest({ identifikasjonsnummer: nummer }), saksreferanse: SAK };
  for (let i = 0; i < 2; i += 1) await saksbehandler.send('POST', '/api/oppslag', request);
});

test('a lawyer finds a case, reads it as sentences, opens the rows and takes a file of them', async ({
  page,
}) => {
  await signIn(page, 'personvernombud');
  await expect(page.getByRole('region', { name: 'Forsegling' })).toContainText(/Loggen er (ikke )?forseglet/);
  // Whatever the other specs do, nobody changes a row before it is sealed.
  await expect(page.getByText('før de ble forseglet')).toHaveCount(0);
  await expect(liste(page)).toBeVisible();
  await page.getByLabel('Saksreferanse').fill(SAK);
  await page.getByLabel('Hvordan det gikk').selectOption({ label: 'Gjennomført' });
  await visLoggen(page);
  await expect(liste(page).getByRole('listitem')).toHaveCount(2);
  await expect(liste(page)).toContainText(
    `slo opp én person for Saksbehandling med full oversikt, sak ${SAK}, og fikk vist`,
  );
  await liste(page).getByText('Vis 2 rader i loggen').first().click();
  await expect(liste(page).getByRole('table')).toContainText('Utlevert');
  expect(page.url()).not.toContain(SAK);

  const before = await getLastId();
  await page.getByRole('button', { name: 'Hent som fil' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hent som fil' });
  await dialog.getByRole('button', { name: 'Lag filen' }).click();
  await expect(dialog.getByText('Skriv en begrunnelse på minst 10 tegn')).toBeVisible();
  expect(await listHandlinger(before)).toEqual([]);
  await dialog.getByLabel('Hvorfor trenger du filen?').fill(`Tilsyn har bedt om loggen for saken ${SAK}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Lag filen' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('revisjonslogg.csv');
  const tekst = readFileSync(await download.path(), 'utf8');
  expect(tekst.trimEnd().split('\r\n')).toHaveLength(3);
  expect(tekst).toContain(SAK);
  expect(tekst).not.toContain(await getScenarioNummer('ordinaer-mor'));
  await expect(dialog.getByText('Filen har 2 rader, og nedlastingen er startet.')).toBeVisible();
  expect(await listHandlinger(before)).toEqual([
    'INTENT EKSPORTER_REVISJONSLOGG',
    'DISCLOSED EKSPORTER_REVISJONSLOGG eksportert',
  ]);
  // Once: the address gives nothing more.
  const igjen = await page.request.get(download.url(), { headers: { 'sec-fetch-site': 'same-origin' } });
  expect(igjen.status()).toBe(410);
});

test('A-15: a person is asked for with a reason that is new, and each filter can be taken away', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  const begrunnelse = `Innsynskrav ${Date.now()} fra en registrert`;
  await signIn(page, 'personvernombud');
  await expect(liste(page)).toBeVisible();
  await page.getByLabel('Saksreferanse').fill(SAK);
  await page.getByLabel('Fødselsnummer eller d-nummer').fill(nummer);
  await page.getByLabel('Hvorfor spør du om denne personen?').fill(begrunnelse);
  const before = await getLastId();
  await visLoggen(page);
  await expect(liste(page).getByRole('listitem')).toHaveCount(2);
  expect(await listHandlinger(before)).toEqual([
    'INTENT LES_REVISJONSLOGG',
    'DISCLOSED LES_REVISJONSLOGG vist',
  ]);
  await expect(page.getByRole('list', { name: 'Filtre i bruk' })).not.toContainText(nummer);

  await visLoggen(page);
  await expect(page.getByRole('link', { name: /^Du har brukt denne begrunnelsen før/ })).toBeVisible();
  expect((await listHandlinger(before)).at(-1)).toBe('DENIED LES_REVISJONSLOGG gjenbruktBegrunnelse');

  // The rest of a search for a person is another search for her: she must say why again.
  await page.getByRole('button', { name: `Ta bort filteret Saksreferanse: ${SAK}` }).click();
  await expect(page.getByText('Skriv en ny begrunnelse for å spørre om personen på nytt.')).toBeVisible();
  await page.getByRole('button', { name: /^Ta bort filteret Fødselsnummer/ }).click();
  await expect(page.getByRole('button', { name: /^Ta bort filteret/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Ta bort alle filtre' }).click();
  await expect(page.getByRole('button', { name: /^Ta bort filteret/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Vis loggen' })).toBeFocused();
  await expect(liste(page)).toBeVisible();
});

test('older pages are parts of the same act, and newer ones are shown again without one', async ({
  page,
}) => {
  await writeHandlinger(51, 'BULK', `${SAK}-mange`);
  await signIn(page, 'administrator');
  await expect(liste(page)).toBeVisible();
  const before = await getLastId();
  await page.getByLabel('Hva som ble gjort').selectOption({ label: 'Oppslag på mange' });
  await page.getByLabel('Saksreferanse').fill(`${SAK}-mange`);
  await visLoggen(page);
  await expect(liste(page).getByRole('listitem')).toHaveCount(50);
  const foerste = await liste(page).getByRole('listitem').first().innerText();
  await page.getByRole('button', { name: 'Eldre handlinger' }).click();
  await expect(page.getByText('Side 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Nyere handlinger' }).click();
  await expect(page.getByText('Side 1', { exact: true })).toBeVisible();
  // Drawn as it comes into view.
  await expect(liste(page).getByRole('listitem').first()).toHaveText(foerste, { useInnerText: true });
  const rader = (await listRaderAfter(before)).filter(({ bruker }) => bruker === 'administrator');
  expect(rader.map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED', 'INTENT', 'DISCLOSED']);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
});

test('a filter is kept under a name, used again, renamed and deleted, and never with a person', async ({
  page,
}) => {
  const navn = `Visning ${SAK}`;
  await signIn(page, 'personvernombud');
  await expect(liste(page)).toBeVisible();
  await page.getByLabel('Saksreferanse').fill(SAK);
  await visLoggen(page);
  await page.getByText('Lagrede visninger').click();
  await page.getByLabel('Navn på visningen').fill('Om 21818012345');
  await page.getByRole('button', { name: 'Lagre filtrene i bruk' }).click();
  await expect(page.getByText('kan ikke ha et fødselsnummer eller d-nummer')).toBeVisible();
  await page.getByLabel('Navn på visningen').fill(navn);
  await page.getByRole('button', { name: 'Lagre filtrene i bruk' }).click();
  await expect(page.getByText('Visningen er lagret.')).toBeVisible();

  await page.getByRole('button', { name: 'Ta bort alle filtre' }).click();
  await page.getByRole('button', { name: `Vis ${navn}` }).click();
  await expect(page.getByRole('button', { name: `Ta bort filteret Saksreferanse: ${SAK}` })).toBeVisible();

  await page.getByRole('button', { name: `Gi nytt navn ${navn}` }).click();
  await page.getByLabel('Nytt navn', { exact: true }).fill(`${navn} ny`);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: `Gi nytt navn ${navn}` }).click();
  // What was written stands until it is saved.
  await expect(page.getByLabel('Nytt navn', { exact: true })).toHaveValue(`${navn} ny`);
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByRole('button', { name: `Slett ${navn} ny` }).click();
  await page
    .getByRole('dialog', { name: 'Slette visningen?' })
    .getByRole('button', { name: 'Slett' })
    .click();
  await expect(page.getByText(`${navn} ny`)).toHaveCount(0);
  await expect(page.getByText('Visningen er slettet.')).toBeFocused();
});
