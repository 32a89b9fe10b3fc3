/** Many numbers on the screen: what is brought is judged before it is sent, one list is one act, and nothing is lost. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { chooseKontekst, signIn } from './support/caseworker.ts';
import {
  countCalls,
  getDokument,
  getScenarioNummer,
  listSteder,
  office,
  setScenario,
} from './support/office.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const lim = (page: Page) => page.getByLabel('Fødselsnumre og d-numre');
/** Numbers that are right in form and that nobody has. */
const listUkjente = (antall: number) =>
  Array.from({ length: antall }, (_, i) => String(1_819_000_000 + i).padStart(11, '0'));

test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await page.getByRole('link', { name: 'Slå opp mange' }).click();
  await expect(lim(page)).toBeFocused();
});
test.afterAll(() => setScenario('normal'));

async function paste(page: Page, tekst: string): Promise<void> {
  await lim(page).fill(tekst);
  await page.getByRole('button', { name: 'Kontroller listen' }).click();
  await expect(page.getByRole('heading', { name: 'Dette sender vi' })).toBeFocused();
}

const velgFil = (page: Page, name: string, buffer: Uint8Array) =>
  page
    .getByLabel('Eller velg en fil')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });

/** A list that is too long to type comes as a file. */
async function bring(page: Page, numre: readonly string[]): Promise<void> {
  await velgFil(page, 'liste.txt', Buffer.from(numre.join('\n')));
  await expect(page.getByRole('heading', { name: 'Dette sender vi' })).toBeFocused();
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Slå opp .+ person/ }).click();
}

const getFase = (page: Page) => page.getByRole('status').filter({ hasText: /Henter|Stopp|Stanset|Ferdig/ });

test('each row has its verdict before anything is sent, and what is sent is one act', async ({ page }) => {
  const [mor, far] = [await getScenarioNummer('ordinaer-mor'), await getScenarioNummer('ordinaer-far')];
  const [calls, before] = [await countCalls(), await getLastId()];
  await paste(page, `${mor.slice(0, 6)} ${mor.slice(6)}; \u200b${far}\n123\n${mor}\n${mor.slice(0, 10)}x`);
  const tabell = page.getByRole('table');
  await expect(tabell.getByRole('row')).toHaveText([
    /Rad/,
    /1.*Gyldig/,
    /2.*Gyldig/,
    /3.*123.*Har ikke 11 siffer/,
    /4.*Duplikat av rad 1/,
    /5.*Har andre tegn enn siffer/,
  ]);
  expect([await countCalls(), await listRaderAfter(before)]).toEqual([calls, []]);
  await page.getByLabel('Vis').selectOption({ label: 'Duplikater (1)' });
  await expect(tabell.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Vis').selectOption({ index: 0 });
  await send(page);
  await expect(getFase(page)).toHaveText('Ferdig');
  const [navn] = (await getDokument(mor)).navn as { etternavn: string }[];
  await expect(tabell.getByRole('row').nth(1)).toContainText(navn?.etternavn ?? '-');
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, handling }) => `${slag} ${handling}`)).toEqual(['INTENT BULK', 'DISCLOSED BULK']);
});

test('a row opens an oppslag of its own, and the list stands when one comes back', async ({ page }) => {
  await paste(page, `${await getScenarioNummer('ordinaer-mor')}\n${await getScenarioNummer('ordinaer-far')}`);
  await send(page);
  await expect(getFase(page)).toHaveText('Ferdig');
  const before = await getLastId();
  const knapp = page.getByRole('button', { name: /^Slå opp/ });
  await knapp.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(knapp.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('tablist')).toBeVisible();
  expect((await listRaderAfter(before)).map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT OPPSLAG',
    'DISCLOSED OPPSLAG',
  ]);
  const calls = await countCalls();
  await page.goBack();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  expect(await countCalls()).toBe(calls);
});

test('Z-05, N-18: the file holds what the screen does: no protected address, and no cell that can be run', async ({
  page,
}) => {
  const navn = ['fortrolig', 'strengt-fortrolig', 'fiendtlig-navn', 'ordinaer-mor'];
  const numre = await Promise.all(navn.map(getScenarioNummer));
  await paste(page, numre.join('\n'));
  await send(page);
  await expect(getFase(page)).toHaveText('Ferdig');
  const nedlasting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned 4 rader som CSV' }).click();
  const fil = await nedlasting;
  expect(fil.suggestedFilename()).toMatch(/^bulkoppslag-\d{4}-\d\d-\d\d\.csv$/);
  const tekst = readFileSync(await fil.path(), 'utf8');
  expect(tekst.startsWith('\ufeffRad;')).toBe(true);
  expect(tekst).toContain(numre[3]);
  for (const nummer of numre.slice(0, 2)) {
    for (const sted of listSteder(await getDokument(nummer)))
      expect(tekst.toLowerCase()).not.toContain(sted.toLowerCase());
  }
  for (const sted of listSteder(await getDokument(numre[3] ?? '')).slice(0, 1)) expect(tekst).toContain(sted);
  expect(tekst).not.toMatch(/(^|;)"?[=+\-@\t]/m);
});

test('a part that fails is kept apart, and is asked again within the same act', async ({ page }) => {
  await bring(page, listUkjente(1_500));
  let kall = 0;
  await page.route('**/api/bulk', async (route) => {
    kall += 1;
    if (kall === 2) await setScenario('nede');
    await route.continue();
  });
  const before = await getLastId();
  await send(page);
  await expect(getFase(page)).toHaveText('Ferdig');
  await expect(page.getByText('500 kunne ikke hentes')).toBeVisible();
  await expect(page.getByText('Referanse:')).toBeVisible();
  await page.getByLabel('Vis').selectOption({ label: 'Mislykket (500)' });
  await setScenario('normal');
  await page.getByRole('button', { name: 'Prøv de mislykkede på nytt' }).click();
  await expect(page.getByText('1 500 av 1 500 er hentet')).toBeVisible();
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag }) => slag)).toEqual([
    'INTENT',
    'DISCLOSED',
    'INTENT',
    'FAILED',
    'INTENT',
    'DISCLOSED',
  ]);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
});

test('a session that ends in the middle takes nothing off the screen, and one goes on after signing in beside it', async ({
  page,
  context,
}) => {
  await bring(page, listUkjente(1_500));
  let kall = 0;
  await page.route('**/api/bulk', async (route) => {
    kall += 1;
    if (kall === 2) await runAsOwner('update portal.session set avsluttet = now() where avsluttet is null');
    await route.continue();
  });
  await send(page);
  await expect(getFase(page)).toHaveText('Stanset');
  await expect(page.getByText('1 000 av 1 500 er hentet')).toBeVisible();
  const nyFane = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Logg inn i en ny fane' }).click();
  const fane = await nyFane;
  await fane.getByRole('button', { name: 'Logg inn' }).click();
  // The identity provider still knows her, or asks again.
  const brukernavn = fane.getByLabel('Brukernavn');
  await expect(brukernavn.or(fane.getByRole('banner'))).toBeVisible();
  if (await brukernavn.isVisible()) {
    await brukernavn.fill('saksbehandler');
    await fane.getByLabel('Passord').fill(office.passord);
    await fane.getByRole('button', { name: 'Logg inn' }).click();
  }
  await expect(fane.getByRole('banner')).toBeVisible();
  await page.getByRole('button', { name: 'Fortsett', exact: true }).click();
  await expect(getFase(page)).toHaveText('Ferdig');
  await expect(page.getByText('1 500 av 1 500 er hentet')).toBeVisible();
});

test('stopping sends no more, keeps what came, and the browser asks before results are left', async ({
  page,
}) => {
  await bring(page, listUkjente(3_500));
  let slipp = () => {};
  const holdt = new Promise<void>((done) => {
    slipp = done;
  });
  let kall = 0;
  await page.route('**/api/bulk', async (route) => {
    kall += 1;
    if (kall > 1) await holdt;
    await route.continue();
  });
  await send(page);
  await expect(page.getByText('1 000 av 3 500 er hentet')).toBeVisible();
  await page.getByRole('button', { name: 'Stopp' }).click();
  await expect(getFase(page)).toHaveText('Stopper når det som er sendt, er besvart');
  slipp();
  await expect(getFase(page)).toHaveText('Stanset');
  await expect(page.getByText('3 000 av 3 500 er hentet')).toBeVisible();
  expect(kall).toBe(3);
  const spurt = page.waitForEvent('dialog');
  void page.evaluate(() => window.location.reload()).catch(() => undefined);
  const dialog = await spurt;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByText('3 000 av 3 500 er hentet')).toBeVisible();
});

test('a long list is pasted without being laid out in the field', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((tekst) => navigator.clipboard.writeText(tekst), listUkjente(20_000).join('\n'));
  await lim(page).press('Control+v');
  await expect(page.getByRole('heading', { name: 'Dette sender vi' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Slå opp 20.000 personer/ })).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
});

test('a spreadsheet is read column by column, and a zero that it took away is put back', async ({ page }) => {
  const mor = await getScenarioNummer('ordinaer-mor');
  const medNull = '03851598730';
  const rows = [
    ['Navn', 'Fødselsnummer'],
    ['A', mor],
    ['B', Number(medNull)],
    ['C', null],
  ];
  const bok = await writeXlsx({
    sheets: [
      { name: 'Notater', rows: [['Ingen her']] },
      { name: 'Personer', rows },
    ],
  });
  await velgFil(page, 'liste.xlsx', bok);
  await expect(page.getByText('Vi fant ingen kolonne med fødselsnumre eller d-numre.')).toBeVisible();
  await page.getByLabel('Ark').selectOption({ label: 'Personer' });
  await expect(
    page.getByLabel('Kolonne med fødselsnummer eller d-nummer').locator('option:checked'),
  ).toContainText('Fødselsnummer');
  await page.getByRole('button', { name: 'Bruk kolonnen' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveText([
    /Rad/,
    /2.*Gyldig/,
    /3.*038515 98730.*Null lagt til foran/,
    /4.*Tom rad/,
  ]);
});

test('a text file in an old encoding is read, and what is no list is named', async ({ page }) => {
  const latin1 = (tekst: string) => Buffer.from(tekst, 'latin1');
  await velgFil(page, 'tom.csv', Buffer.alloc(0));
  await expect(page.getByRole('link', { name: 'Filen er tom.' })).toBeVisible();
  await velgFil(page, 'rapport.csv', Buffer.from('%PDF-1.7\n\0\0'));
  await expect(
    page.getByRole('link', { name: 'Filen er verken et regneark eller en tekstfil.' }),
  ).toBeVisible();
  await velgFil(page, 'stor.csv', Buffer.alloc(20_000_001, '1'));
  await expect(page.getByRole('link', { name: 'Filen er større enn 20 MB.' })).toBeVisible();
  const laast = await writeXlsx({
    sheets: [{ name: 'A', rows: [[1]] }],
    encryption: { password: 'hemmelig', spinCount: 1_000 },
  });
  await velgFil(page, 'laast.xlsx', laast);
  await expect(page.getByRole('link', { name: 'Filen er beskyttet med passord.' })).toBeVisible();
  await velgFil(page, 'oedelagt.xlsx', Buffer.from('PK\u0003\u0004 ikke et regneark'));
  await expect(page.getByRole('link', { name: 'Regnearket lar seg ikke lese.' })).toBeVisible();
  await velgFil(page, 'folk.csv', latin1('Født;Nr\n1990;03851598730\n'));
  await expect(
    page.getByLabel('Kolonne med fødselsnummer eller d-nummer').locator('option').first(),
  ).toContainText('Født');
  await page.getByRole('button', { name: 'Bruk kolonnen' }).click();
  await expect(page.getByRole('table')).toContainText('038515 98730');
});
