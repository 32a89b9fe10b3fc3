/** One person, from search to what the register holds now and before: the caseworker's main job. */
import { expect, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, search, signIn } from './support/caseworker.ts';
import {
  countCalls,
  getDokument,
  getScenarioNummer,
  office,
  setScenario,
  startFeil,
} from './support/office.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

type Navn = { fornavn: string; mellomnavn?: string; etternavn: string; erGjeldende: boolean };
type Foedsel = { foedselsdato: string };
type Bosted = {
  erGjeldende: boolean;
  vegadresse?: { adressenavn: string; adressenummer?: { husnummer: string; husbokstav?: string } };
};
type Ordinaer = { navn: Navn[]; foedsel: Foedsel[]; bostedsadresse: Bosted[] };

let nummer: string;
let person: Ordinaer;

test.beforeAll(async () => {
  nummer = await getScenarioNummer('ordinaer-mor');
  person = (await getDokument(nummer)) as Ordinaer;
});
test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
});
test.afterAll(() => setScenario('normal'));

const fulltNavn = ({ navn: [navn] }: Ordinaer) => `${navn?.fornavn} ${navn?.etternavn}`;

test('a person is found by number and name, and the act is in the log before and after', async ({ page }) => {
  const before = await getLastId();
  await search(page, { 'Fødselsnummer eller d-nummer': nummer, Navn: fulltNavn(person) });
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(person.navn[0]?.etternavn ?? '-');
  const rader = (await listRaderAfter(before)).filter(({ handling }) => handling === 'OPPSLAG');
  expect(rader.map(({ slag, bruker }) => `${slag} ${bruker}`)).toEqual([
    'INTENT saksbehandler',
    'DISCLOSED saksbehandler',
  ]);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
});

test('a person is found by name and birth date, however the date is written', async ({ page }) => {
  const [aar, maaned, dag] = person.foedsel[0]?.foedselsdato.split('-') ?? [];
  await search(page, { Navn: fulltNavn(person), Fødselsdato: `${dag}.${maaned}.${aar}` });
  await page.waitForURL(/\/oppslag\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(person.navn[0]?.etternavn ?? '-');
});

test('an earlier address is read in the history of the addresses', async ({ page }) => {
  const [naa] = person.bostedsadresse;
  // Not a copy of the home of today, which is folded under it.
  const earlier = person.bostedsadresse.find(
    ({ vegadresse }) => vegadresse && vegadresse.adressenavn !== naa?.vegadresse?.adressenavn,
  )?.vegadresse;
  await openPerson(page, nummer);
  const adresser = await openFane(page, 'Adresser');
  const historikk = adresser.getByRole('table').first();
  await expect(historikk).toContainText(`${earlier?.adressenavn} ${earlier?.adressenummer?.husnummer}`);
});

test('tabs are reached with the arrow keys and say which is chosen', async ({ page }) => {
  await openPerson(page, nummer);
  await page.getByRole('tab', { name: 'Oversikt' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Identitet' })).toHaveAttribute('aria-selected', 'true');
});

test('the number is copied without the space it is shown with, the name as it stands, the address in its lines', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPerson(page, nummer);
  await expect(
    page
      .getByRole('banner')
      .or(page.locator('main'))
      .getByText(`${nummer.slice(0, 6)} ${nummer.slice(6)}`)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Kopier nummeret' }).first().click();
  const readKopiert = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await readKopiert()).toBe(nummer);
  await page.getByRole('button', { name: 'Kopier navnet' }).click();
  expect(await readKopiert()).toBe(await page.getByRole('heading', { level: 1 }).innerText());
  await page.getByRole('button', { name: 'Kopier adressen' }).click();
  expect(await readKopiert()).toMatch(/^Solsikkeveien 14B, H0201\n1606 FREDRIKSTAD$/);
});

test('I10: loading the page anew, going away and coming back show the same oppslag without a new act or call', async ({
  page,
}) => {
  await openPerson(page, nummer);
  const [before, calls] = [await getLastId(), await countCalls()];
  const isShown = () =>
    expect(page.getByRole('heading', { level: 1 })).toContainText(person.navn[0]?.etternavn ?? '-');
  await page.reload();
  await isShown();
  await page.getByRole('link', { name: 'Treffliste' }).click();
  await expect(page.getByRole('heading', { name: 'Treffliste' })).toBeVisible();
  await page.goBack();
  await isShown();
  expect(await listRaderAfter(before)).toEqual([]);
  expect(await countCalls()).toBe(calls);
});

test('Hent på nytt is a new act under a new address', async ({ page }) => {
  await openPerson(page, nummer);
  const first = page.url();
  const before = await getLastId();
  await page.getByRole('button', { name: 'Hent på nytt' }).click();
  await page.waitForURL((url) => url.href !== first && /\/oppslag\//.test(url.href));
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED']);
});

test('no hit is told as the register tells it, never as "finnes ikke"', async ({ page }) => {
  await search(page, { Navn: 'FINNES NEPPE', Fødselsdato: '01.01.1990' });
  const main = page.locator('main');
  await expect(main).toContainText('Folkeregisteret fant ingen eller flere personer');
  await expect(main).not.toContainText(/finnes ikke/i);
});

test('what would be refused is not sent: the fields say what is missing, and that no number is a case', async ({
  page,
}) => {
  const calls = await countCalls();
  await search(page, { Navn: fulltNavn(person) });
  await expect(
    page.getByRole('heading', { name: 'Du må fylle ut ett av dette også før du kan søke' }),
  ).toBeVisible();
  expect(await countCalls()).toBe(calls);
  await page.getByRole('button', { name: 'Endre formål og sak' }).click();
  const dialog = page.getByRole('dialog', { name: 'Formål og sak' });
  await dialog.getByLabel('Saksreferanse').fill(nummer);
  await dialog.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(
    dialog.getByRole('link', { name: 'Saksreferanse kan ikke være et fødselsnummer' }),
  ).toBeVisible();
  await expect(dialog.getByLabel('Saksreferanse')).toHaveValue(nummer);
});

const FEIL = [
  ['nede', 'Folkeregisteret er ikke tilgjengelig nå'],
  ['feil-person', 'Svaret fra Folkeregisteret lot seg ikke lese'],
  ['ugyldig-svar', 'Svaret fra Folkeregisteret lot seg ikke lese'],
  ['brannmur', 'Brannmuren til Folkeregisteret stoppet søket'],
  ['mangler-tilgang', 'Virksomheten har ikke tilgang til denne tjenesten'],
] as const;
for (const [scenario, text] of FEIL) {
  test(`the register in state ${scenario} is told as a failed source, with a reference, and logged FAILED`, async ({
    page,
  }) => {
    await setScenario(scenario);
    const before = await getLastId();
    await search(page, { 'Fødselsnummer eller d-nummer': nummer });
    const main = page.locator('main');
    await expect(main.getByText('Referanse:')).toBeVisible({ timeout: 20_000 });
    await expect(main).toContainText(text);
    await expect(main).not.toContainText(person.bostedsadresse[0]?.vegadresse?.adressenavn ?? '-');
    expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'FAILED']);
  });
}

test('a slow register is said to be slow while we wait', async ({ page }) => {
  await startFeil({ feil: 'forsinkelse-ms', verdi: 2_500 });
  await search(page, { 'Fødselsnummer eller d-nummer': nummer });
  await expect(page.getByText('Folkeregisteret svarer tregt')).toBeVisible();
  await page.waitForURL(/\/oppslag\//, { timeout: 15_000 });
});

test('an oppslag that is over half an hour old is said to be so, and offers a new one', async ({ page }) => {
  await page.goto(`${office.portalUrl}/oppslag/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c`);
  await expect(page.getByRole('heading', { name: 'Oppslaget vises ikke lenger' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Gjør et nytt oppslag' })).toBeVisible();
});
