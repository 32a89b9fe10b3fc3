/** One's own oppslag of the last half hour: found again by receipt, by nobody else, and never by who they were about. */
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { countCalls, getDokument, getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner, writeHandlinger } from './support/revisjonslogg.ts';

const mine = (page: Page) => page.getByRole('region', { name: 'Oppslagene dine den siste halvtimen' });
const lenker = (page: Page) => mine(page).getByRole('link', { name: /^Oppslag kl\. \d\d\.\d\d\.\d\d$/ });

test.beforeEach(async ({ page }) => {
  await setScenario('normal');
  await runAsOwner('delete from portal.oppslag');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
});

test('an oppslag is listed with its purpose and case, and opens again without a new act or call', async ({
  page,
}) => {
  await expect(mine(page)).toContainText('Du har ingen oppslag å gå tilbake til.');
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  const sett = page.url();
  await page.goBack();
  await expect(lenker(page)).toHaveCount(1);
  await expect(mine(page).getByRole('listitem')).toContainText(
    '2026/123 · Saksbehandling med full oversikt · Offentlig med hjemmel',
  );
  const [before, calls] = [await getLastId(), await countCalls()];
  await lenker(page).click();
  await page.waitForURL(sett);
  await expect(page.getByRole('tablist')).toBeVisible();
  expect(await listRaderAfter(before)).toEqual([]);
  expect(await countCalls()).toBe(calls);
});

test('Z-05: the list says nothing of whom: neither number nor name, on the screen or in the answer', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('fortrolig');
  const { navn } = (await getDokument(nummer)) as { navn: { fornavn: string; etternavn: string }[] };
  await openPerson(page, nummer);
  const svar = page.waitForResponse(`${office.portalUrl}/api/oppslag/mine`);
  await page.goto(`${office.portalUrl}/`);
  const answer = await (await svar).text();
  await expect(lenker(page)).toHaveCount(1);
  const whole = await page.content();
  for (const et of [nummer, `${nummer.slice(0, 6)} ${nummer.slice(6)}`]) expect(whole).not.toContain(et);
  // Parts of a name are words that the page may have of its own; the list has none of them.
  const listed = `${answer} ${await mine(page).innerText()}`.toLowerCase();
  for (const et of navn.flatMap(({ fornavn, etternavn }) => [fornavn, etternavn]))
    expect(listed).not.toContain(et.toLowerCase());
  expect(Object.keys(JSON.parse(answer)[0]).sort()).toEqual(
    ['formaal', 'handlingId', 'oppslagId', 'pakke', 'saksreferanse', 'tidspunkt', 'utloeper'].sort(),
  );
});

test('another user sees nothing of it', async ({ page }) => {
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  const andre = await signInAs('saksbehandler-fortrolig');
  expect(await (await andre.send('POST', '/api/oppslag/mine')).json()).toEqual([]);
  const eier = await signInAs('saksbehandler');
  expect(await (await eier.send('POST', '/api/oppslag/mine')).json()).toHaveLength(1);
});

test('an oppslag leaves the list when it can no longer be read, while one looks at it', async ({ page }) => {
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  await runAsOwner(`update portal.oppslag set utloeper = now() + interval '10 minutes'`);
  await page.clock.install();
  await page.goto(`${office.portalUrl}/`);
  await expect(lenker(page)).toHaveCount(1);
  await page.clock.fastForward('11:00');
  await expect(lenker(page)).toHaveCount(0);
  await expect(mine(page)).toContainText('Du har ingen oppslag å gå tilbake til.');
});

test('more than five are folded, and a list that cannot be fetched says so and can be tried again', async ({
  page,
}) => {
  const client = await signInAs('saksbehandler');
  const nummer = await getScenarioNummer('ordinaer-mor');
  for (let i = 0; i < 6; i += 1)
    await client.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  await page.route('**/api/oppslag/mine', (route) => route.abort());
  await page.goto(`${office.portalUrl}/`);
  await expect(mine(page).getByRole('alert')).toContainText('Vi fikk ikke hentet oppslagene dine.');
  await page.unroute('**/api/oppslag/mine');
  await mine(page).getByRole('button', { name: 'Prøv igjen' }).click();
  await expect(lenker(page).filter({ visible: true })).toHaveCount(5);
  await mine(page).getByText('Vis eldre (1)').click();
  await expect(lenker(page).filter({ visible: true })).toHaveCount(6);
});

test('all that one has done is told in sentences, with receipts, and opens again while it is kept', async ({
  page,
}) => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  await openPerson(page, nummer);
  const sett = page.url();
  await page.goto(`${office.portalUrl}/`);
  await page.getByRole('link', { name: 'Alt du har gjort' }).click();
  const liste = page.getByRole('list', { name: 'Det du har gjort, nyeste først' });
  const foerste = liste.getByRole('listitem').filter({ hasText: 'Du slo opp én person' }).first();
  await expect(foerste).toContainText('for Saksbehandling med full oversikt, sak 2026/123, og fikk vist');
  await expect(page.locator('main')).not.toContainText(nummer.slice(6));
  await foerste.getByRole('button', { name: 'Vis kvittering' }).click();
  await expect(page.getByRole('heading', { name: /^Kvittering for oppslag/ })).toBeFocused();
  await expect(page.locator('#kvittering')).toContainText('Folkeregisterloven § 10-2');
  await page.getByRole('button', { name: 'Tilbake til listen' }).click();
  const [before, calls] = [await getLastId(), await countCalls()];
  await foerste.getByRole('link', { name: /^Åpne igjen, til kl/ }).click();
  await page.waitForURL(sett);
  await expect(page.getByRole('tablist')).toBeVisible();
  expect(await listRaderAfter(before)).toEqual([]);
  expect(await countCalls()).toBe(calls);
});

test('the header is one line, and the page is behind the name of the user, by keyboard too', async ({
  page,
}) => {
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const hoyde = (await page.getByRole('banner').boundingBox())?.height;
    expect(hoyde, `header at ${width}`).toBeLessThan(64);
  }
  await page.getByRole('button', { name: 'Stødig Saksbehandler' }).press('Enter');
  await page.getByRole('link', { name: 'Mine oppslag' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Mine oppslag', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mine oppslag' })).toBeHidden();
});

test('I9: reading one’s own acts is a row before anything is shown, a page is a part of the same act, and it is for oneself', async () => {
  const [ombud, saksbehandler] = [await signInAs('personvernombud'), await signInAs('saksbehandler')];
  await writeHandlinger(51, 'LES_REVISJONSLOGG', 'MINE', 'personvernombud');
  const before = await getLastId();
  const foerste = await (await ombud.send('POST', '/api/mine-oppslag', {})).json();
  expect(foerste.handlinger).toHaveLength(50);
  expect(new Set(foerste.handlinger.map(({ bruker }: { bruker: string }) => bruker))).toEqual(
    new Set(['personvernombud']),
  );
  expect((await ombud.send('POST', '/api/mine-oppslag', { videre: foerste.videre })).status).toBe(200);
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT LES_EGNE_HANDLINGER',
    'DISCLOSED LES_EGNE_HANDLINGER',
    'INTENT LES_EGNE_HANDLINGER',
    'DISCLOSED LES_EGNE_HANDLINGER',
  ]);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
  // The token is hers, for this alone.
  expect((await saksbehandler.send('POST', '/api/mine-oppslag', { videre: foerste.videre })).status).toBe(
    400,
  );
  expect((await ombud.send('POST', '/api/revisjonslogg', { videre: foerste.videre })).status).toBe(400);
  expect((await ombud.send('POST', '/api/mine-oppslag', { bruker: 'saksbehandler' })).status).toBe(400);
});
