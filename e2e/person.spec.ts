/** The person view beyond one tab: folded upkeep, the timeline, a day and two, the family, what was not asked for, paper. */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { countCalls, getLastParts, getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

test.beforeEach(() => setScenario('normal'));

async function openScenario(page: Page, scenario: string, formaal?: string): Promise<void> {
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page, formaal);
  await openPerson(page, await getScenarioNummer(scenario));
}

test('a kommunereform is no move: not in the history, not on the timeline, not between two days', async ({
  page,
}) => {
  await openScenario(page, 'kommunereform-uten-flytting');
  const adresser = await openFane(page, 'Adresser');
  await expect(adresser.getByRole('table')).toHaveCount(0);
  await adresser.getByText('2 registerendringer').click();
  await expect(adresser.getByText('Bærum')).toHaveCount(3);
  const tidslinje = await openFane(page, 'Tidslinje');
  await expect(tidslinje.getByRole('listitem').filter({ hasText: 'Bostedsadresse' })).toHaveCount(1);
  const perDato = await openFane(page, 'Per dato');
  await perDato.getByRole('button', { name: 'Sammenlign med en annen dato' }).click();
  await perDato.getByLabel('Dato', { exact: true }).fill('01.01.2010');
  await perDato.getByLabel('Dato å sammenligne med').fill('01.01.2025');
  await expect(perDato.getByText('Ingen forskjeller')).toBeVisible();
});

test('somebody who has moved often has each home once, and the reform of 2024 under the home of 2022', async ({
  page,
}) => {
  await openScenario(page, 'flyttet-ofte');
  const adresser = await openFane(page, 'Adresser');
  await expect(adresser.getByText('Tidligere (11)')).toBeVisible();
  await expect(adresser.getByText('1 registerendring')).toHaveCount(1);
});

test('the timeline is filtered by kind and turned around, by keyboard', async ({ page }) => {
  await openScenario(page, 'flyttet-ofte');
  const tidslinje = await openFane(page, 'Tidslinje');
  const aar = tidslinje.getByRole('heading', { level: 3 });
  await expect(aar.first()).toHaveText('2025');
  await expect(tidslinje).toContainText('Folkeregisteret viser historikken slik den er rettet i ettertid');
  await tidslinje.getByLabel('Eldste først').focus();
  await page.keyboard.press('Space');
  await expect(aar.first()).toHaveText('1951');
  const foer = await tidslinje.getByRole('listitem').count();
  await tidslinje.getByLabel(/^Adresser \(/).focus();
  await page.keyboard.press('Space');
  await expect(tidslinje.getByRole('listitem').filter({ hasText: 'Bostedsadresse' })).toHaveCount(0);
  expect(await tidslinje.getByRole('listitem').count()).toBeLessThan(foer);
});

test('a day is written as people write it, and shows what held then', async ({ page }) => {
  await openScenario(page, 'flyttet-ofte');
  const perDato = await openFane(page, 'Per dato');
  const dato = perDato.getByLabel('Dato', { exact: true });
  for (const skrevet of ['01.02.1990', '010290', '1990-02-01']) {
    await dato.fill(skrevet);
    await expect(perDato.getByRole('heading', { level: 2 })).toHaveText(
      'Slik registeret sier at det var 1. februar 1990',
    );
  }
  await expect(perDato).toContainText('Strandveien 77');
  await expect(perDato).not.toContainText('Fossetunet');
  await dato.fill('31.02.1990');
  await dato.blur();
  await expect(perDato.getByText('Dato må være en dato som finnes')).toBeVisible();
  await expect(dato).toHaveAttribute('aria-invalid', 'true');
  await dato.fill('01.02.1990');
  await perDato.getByRole('button', { name: 'Neste endring' }).click();
  await expect(dato).toHaveValue('20.11.1990');
});

test('two days stand side by side, what differs first', async ({ page }) => {
  await openScenario(page, 'skilt-og-gift-igjen');
  const perDato = await openFane(page, 'Per dato');
  await perDato.getByRole('button', { name: 'Sammenlign med en annen dato' }).click();
  await perDato.getByLabel('Dato', { exact: true }).fill('01.01.2005');
  await perDato.getByLabel('Dato å sammenligne med').fill('01.01.2020');
  const rader = perDato.getByRole('row');
  await expect(rader.nth(1)).toContainText('Endret');
  await expect(rader.last()).toContainText('Likt');
});

test('the family is drawn with the relatives of the list, and one of them opens as a new act', async ({
  page,
}) => {
  await openScenario(page, 'ordinaer-mor');
  const familie = await openFane(page, 'Familie');
  await familie.getByText('Vis familien som tegning').click();
  const barn = familie.getByRole('button', { name: /^Slå opp\s*Barn/ });
  await expect(barn).toHaveCount(2);
  const [first, before] = [page.url(), await getLastId()];
  await barn.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== new URL(first).pathname);
  await expect(page.getByRole('tablist')).toBeVisible();
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED']);
});

test('Z-11: what was not asked for is asked for on a press only, as an act of its own with one part more', async ({
  page,
}) => {
  await openScenario(page, 'ordinaer-mor', 'Identifisering ved henvendelse');
  const smale = ['navn', 'status', 'adressebeskyttelse', 'bostedsadresse'];
  expect((await getLastParts()).toSorted()).toEqual(smale.toSorted());
  const [calls, before] = [await countCalls(), await getLastId()];
  for (const fane of await page.getByRole('tab').all()) await fane.click();
  expect(await countCalls()).toBe(calls);
  await openFane(page, 'Familie');
  await page.getByRole('button', { name: 'Spør etter Familierelasjoner' }).click();
  const familie = page.getByRole('tabpanel', { name: 'Familie' });
  await expect(familie.getByText('Relatert person').first()).toBeVisible();
  expect((await getLastParts()).toSorted()).toEqual([...smale, 'familierelasjon'].toSorted());
  expect(await countCalls()).toBe(calls + 1);
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'DISCLOSED']);
  await expect(page.locator('#kvittering')).toContainText('Lagt til for dette oppslaget');
  // Asked for after a reload too, when the criteria are gone; what was added before comes along.
  await page.reload();
  await openFane(page, 'Adresser');
  await page.getByRole('button', { name: 'Spør etter tidligere opplysninger' }).first().click();
  await expect(page.getByRole('tabpanel', { name: 'Adresser' }).getByRole('table')).toBeVisible();
  expect((await getLastParts()).toSorted()).toEqual([...smale, 'familierelasjon', 'historikk'].toSorted());
});

test('Z-11: the server refuses a part that the package lacks, whatever the browser sends, and logs it', async () => {
  const client = await signInAs('saksbehandler-finans');
  const [calls, before] = [await countCalls(), await getLastId()];
  const request = {
    ...toRequest(
      { identifikasjonsnummer: await getScenarioNummer('ordinaer-mor') },
      'finans',
      'kundekontroll',
    ),
    tilleggsdeler: ['opphold'],
  };
  const svar = await (await client.send('POST', '/api/oppslag', request)).json();
  expect(svar).toMatchObject({ utfall: 'avvist', grunn: 'tilleggIkkeIPakken' });
  expect(await countCalls()).toBe(calls);
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['DENIED']);
  const alt = { ...request, tilleggsdeler: ['person-basis'] };
  expect((await client.send('POST', '/api/oppslag', alt)).status).toBe(400);
});

test('every part that the widest package has can be added, and the register answers', async () => {
  const client = await signInAs('saksbehandler');
  const kriterier = { identifikasjonsnummer: await getScenarioNummer('ordinaer-mor') };
  const smalt = toRequest(kriterier, undefined, 'identifisering');
  const { person } = await (await client.send('POST', '/api/oppslag', smalt)).json();
  const manglende: string[] = person.seksjoner
    .filter(({ tilstand }: { tilstand: string }) => tilstand === 'ikkeSpurtEtter')
    .map(({ egenskap }: { egenskap: string }) => egenskap);
  expect(manglende.length).toBeGreaterThan(20);
  for (const del of manglende) {
    const svar = await (await client.send('POST', '/api/oppslag', { ...smalt, tilleggsdeler: [del] })).json();
    expect(svar.utfall, del).toBe('funnet');
    const seksjon = svar.person.seksjoner.find(({ egenskap }: { egenskap: string }) => egenskap === del);
    expect(seksjon.tilstand, del).not.toBe('ikkeSpurtEtter');
  }
});

test('on paper: the open tab, all of them or the receipt alone, with what opens on demand open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      const paneler = [...document.querySelectorAll<HTMLElement>('[role=tabpanel]')].filter((en) =>
        en.checkVisibility(),
      );
      document.title = JSON.stringify({
        paneler: paneler.length,
        kilder: document.body.textContent?.includes('Ført i registeret'),
      });
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await openScenario(page, 'ordinaer-mor');
  await page.emulateMedia({ media: 'print' });
  const print = async (valg: string) => {
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Skriv ut', exact: true }).click();
    await page.getByRole('button', { name: valg }).click();
    return JSON.parse(await page.title());
  };
  expect(await print('Fanen som er åpen')).toEqual({ paneler: 1, kilder: true });
  const antall = await page.getByRole('tab').count();
  // Without the overview and the two in time, which say again what the others say, and what is an act of its own.
  expect((await print('Alle faner')).paneler).toBe(antall - 4);
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Skriv ut', exact: true })).toBeHidden();
  await expect(page.locator('#kvittering')).toContainText('Avtrykk');
});

test('on paper the ink is dark in the dark theme too, and a source stands across the page under its row', async ({
  page,
}) => {
  await page.context().addCookies([{ name: 'tema', value: 'dark', url: office.portalUrl }]);
  await openScenario(page, 'flyttet-ofte');
  const fane = await openFane(page, 'Adresser');
  const readInk = () =>
    fane
      .getByRole('heading', { level: 3 })
      .first()
      .evaluate((heading) => getComputedStyle(heading).color);
  const paaSkjermen = await readInk();
  await page.emulateMedia({ media: 'print' });
  expect(paaSkjermen).not.toBe('rgb(0, 0, 0)');
  expect(await readInk()).toBe('rgb(0, 0, 0)');
  const [tabell, kilde] = await Promise.all([
    fane.getByRole('table').first().boundingBox(),
    fane.getByText('Ført i registeret').last().locator('xpath=ancestor::td').boundingBox(),
  ]);
  expect(kilde?.width).toBeGreaterThan((tabell?.width ?? 0) * 0.9);
});
