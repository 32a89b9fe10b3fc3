/** A fortrolig address behind a reason: its own act, five minutes, and never strengt fortrolig (product.md section 5). */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { countCalls, getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

const HEMMELIG = /hemmeliglykkja/i;
/** A new one each time: one of the last five is refused. */
let stevning = 0;
const createBegrunnelse = () => `Må forkynne stevning nummer ${++stevning} i saken`;
const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };

test.beforeEach(() => setScenario('normal'));

async function openFortrolig(page: Page): Promise<void> {
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('fortrolig'));
}

async function avdekk(page: Page, begrunnelse = createBegrunnelse()): Promise<void> {
  await page.getByRole('button', { name: 'Vis fortrolig adresse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hvorfor trenger du adressen?').fill(begrunnelse);
  await dialog.getByRole('button', { name: 'Vis adressen' }).click();
  await expect(dialog).toBeHidden();
}

test('a reason that says nothing sends nothing; a good one shows the address, with rows of its own', async ({
  page,
}) => {
  await openFortrolig(page);
  const before = await getLastId();
  await page.getByRole('button', { name: 'Vis fortrolig adresse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hvorfor trenger du adressen?').fill('asdfasdfasdf');
  await dialog.getByRole('button', { name: 'Vis adressen' }).click();
  await expect(dialog.getByText('Begrunnelsen må si hvorfor du trenger adressen')).toBeVisible();
  await dialog.getByLabel('Hvorfor trenger du adressen?').fill('Må sende vedtak til 218180 12345');
  await expect(dialog.getByText('Begrunnelsen kan ikke ha et fødselsnummer i seg')).toBeVisible();
  expect(await listRaderAfter(before)).toEqual([]);
  await page.keyboard.press('Escape');
  await avdekk(page);
  const fane = await openFane(page, 'Adresser');
  await expect(fane).toContainText(HEMMELIG);
  // What stands for five minutes is not left on a clipboard by a press.
  await expect(fane.getByRole('button', { name: 'Kopier adressen' })).toHaveCount(0);
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, handling, utfall }) => [slag, handling, utfall])).toEqual([
    ['INTENT', 'AVDEKKING', null],
    ['DISCLOSED', 'AVDEKKING', 'avdekket'],
  ]);
});

test('it is covered again by the button, by a hidden window, by a print and by a reload', async ({
  page,
}) => {
  await openFortrolig(page);
  const fane = await openFane(page, 'Adresser');
  const cover = [
    () => page.getByRole('button', { name: 'Skjul adressen' }).click(),
    () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'visibilityState');
      }),
    // Paper gets the page as it is when the listeners have run, so that is when it is read.
    async () => {
      const paaPapiret = await page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        return document.body.textContent;
      });
      expect(paaPapiret).not.toMatch(HEMMELIG);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    },
    () => page.reload(),
  ];
  for (const act of cover) {
    await avdekk(page);
    await expect(fane).toContainText(HEMMELIG);
    await act();
    await expect(fane).toBeVisible();
    await expect(fane).not.toContainText(HEMMELIG);
  }
  expect(readFileSync(office.portalLog, 'utf8')).not.toMatch(HEMMELIG);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
    HEMMELIG,
  );
});

test('after five minutes it is covered', async ({ page }) => {
  await page.clock.install();
  await openFortrolig(page);
  const fane = await openFane(page, 'Adresser');
  await avdekk(page);
  await expect(fane).toContainText(HEMMELIG);
  await page.clock.fastForward('04:30');
  await expect(fane).toContainText(HEMMELIG);
  await page.clock.fastForward('00:45');
  await expect(fane).not.toContainText(HEMMELIG);
});

test('Z-05: strengt fortrolig is never offered, and refused over the API in the same words as nothing to show', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('strengt-fortrolig'));
  await expect(page.getByRole('button', { name: 'Vis fortrolig adresse' })).toHaveCount(0);
  const client = await signInAs('saksbehandler-fortrolig');
  const oppslag = await (
    await client.send(
      'POST',
      '/api/oppslag',
      toRequest({ identifikasjonsnummer: await getScenarioNummer('strengt-fortrolig') }),
    )
  ).json();
  const answer = await client.send('POST', `/api/oppslag/${oppslag.oppslagId}/avdekking`, {
    ...KONTEKST,
    begrunnelse: createBegrunnelse(),
  });
  expect(await answer.json()).toEqual({ utfall: 'kanIkkeAvdekkes', referanse: expect.any(String) });
});

test("who lacks the right is refused with a row and without a call, and cannot use another user's oppslag", async () => {
  const [uten, med] = [await signInAs('saksbehandler'), await signInAs('saksbehandler-fortrolig')];
  const nummer = await getScenarioNummer('fortrolig');
  const make = async (client: typeof uten) =>
    (await (await client.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }))).json())
      .oppslagId;
  const [utens, meds] = [await make(uten), await make(med)];
  const [before, calls] = [await getLastId(), await countCalls()];
  const ask = (client: typeof uten, id: string, begrunnelse = createBegrunnelse()) =>
    client.send('POST', `/api/oppslag/${id}/avdekking`, { ...KONTEKST, begrunnelse });
  expect((await ask(uten, utens)).status).toBe(403);
  expect((await ask(uten, meds)).status).toBe(404);
  expect((await ask(med, utens)).status).toBe(404);
  expect((await ask(med, meds, 'kort')).status).toBe(400);
  expect((await listRaderAfter(before)).map(({ slag, utfall }) => [slag, utfall])).toEqual([
    ['DENIED', 'manglerSkjermingsrett'],
  ]);
  expect(await countCalls()).toBe(calls);
});

async function openForAvdekking(scenario: string) {
  const client = await signInAs('saksbehandler-fortrolig');
  const identifikasjonsnummer = await getScenarioNummer(scenario);
  const oppslag = await client.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer }));
  const { oppslagId } = await oppslag.json();

  return async (begrunnelse: string) =>
    (await client.send('POST', `/api/oppslag/${oppslagId}/avdekking`, { ...KONTEKST, begrunnelse })).json();
}

test('Z-09: a reason that was used is refused with a row and without a call, and what was written stands', async ({
  page,
}) => {
  const begrunnelse = createBegrunnelse();
  await openFortrolig(page);
  await avdekk(page, begrunnelse);
  await page.getByRole('button', { name: 'Skjul adressen' }).click();
  const [before, calls] = [await getLastId(), await countCalls()];
  await page.getByRole('button', { name: 'Vis fortrolig adresse' }).click();
  const felt = page.getByRole('dialog').getByLabel('Hvorfor trenger du adressen?');
  await felt.fill(`${begrunnelse.toUpperCase()}!`);
  await page.getByRole('button', { name: 'Vis adressen' }).click();
  await expect(page.getByText('Begrunnelsen kan ikke være en av de fem siste du har brukt')).toBeVisible();
  await expect(felt).toBeFocused();
  await expect(felt).toHaveAttribute('aria-invalid', 'true');
  await expect(felt).toHaveValue(`${begrunnelse.toUpperCase()}!`);
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, utfall }) => [slag, utfall])).toEqual([['DENIED', 'gjenbruktBegrunnelse']]);
  expect(await countCalls()).toBe(calls);
  await felt.fill(createBegrunnelse());
  await page.getByRole('button', { name: 'Vis adressen' }).click();
  await expect(page.getByRole('button', { name: 'Skjul adressen' })).toBeVisible();
});

test('Z-09: a reason for which nothing was shown can be used again', async () => {
  const ask = await openForAvdekking('fortrolig');
  const begrunnelse = createBegrunnelse();
  await setScenario('nede');
  expect(await ask(begrunnelse)).toMatchObject({ utfall: 'kildefeil' });
  await setScenario('normal');
  expect(await ask(begrunnelse)).toMatchObject({ utfall: 'avdekket' });
  expect(await ask(begrunnelse)).toMatchObject({ utfall: 'gjenbruktBegrunnelse' });
});

test('klientadresse: that one address is withheld and can be uncovered; nothing says that she is fortrolig', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('klientadresse'));
  const fane = await openFane(page, 'Adresser');
  await expect(fane).toContainText('Kløverenga 6');
  await expect(fane).not.toContainText('Klientsvingen');
  await expect(page.locator('main')).not.toContainText(/fortrolig/i);
  await page.getByRole('button', { name: 'Vis skjermet adresse' }).click();
  await page.getByLabel('Hvorfor trenger du adressen?').fill(createBegrunnelse());
  await page.getByRole('button', { name: 'Vis adressen' }).click();
  await expect(fane).toContainText('Klientsvingen 2');
});
