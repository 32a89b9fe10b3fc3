/** S-05, S-06: what matters most asks for a sign-in of the last five minutes, and nothing is lost by giving it. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { isForRoller, listRuter, toSti } from '../scripts/ruter.ts';
import { listAxefunn } from './support/axe.ts';
import { BRUKERE } from './support/brukere.ts';
import { chooseKontekst, openFane, openPerson, signInByHand } from './support/caseworker.ts';
import { countCalls, getScenarioNummer, office, setIdTokenFeil, setScenario } from './support/office.ts';
import { signInAs } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

/** Every act that asks for it, with somebody who may do it. */
const HANDLINGER = listRuter(path.join(import.meta.dirname, '..'))
  .api.filter(({ nyligInnlogging }) => nyligInnlogging)
  .map((rute) => ({ rute, bruker: BRUKERE.find(([, roller]) => isForRoller(rute, roller))?.[0] ?? '' }));
const GODKJENNING = { metode: 'POST', mal: '/api/uttrekk/{uttrekkId}/godkjenning' };

/** Six minutes pass for the user's sessions. */
const ageProof = (brukernavn: string) =>
  runAsOwner(
    `update portal.session set bekreftet = now() - interval '6 minutes'
     where bruker_id = (select id from portal.bruker where brukernavn = '${brukernavn}')`,
  );

async function getKode(client: PortalClient, rute: { metode: string; mal: string }): Promise<string> {
  return (await (await client.send(rute.metode, toSti(rute), { ingenTarDette: true })).json()).kode;
}

test.beforeEach(() => setScenario('normal'));

test('S-05: an old sign-in is asked for anew by every act that says so, before anything is read, asked or written', async () => {
  for (const { bruker, rute } of HANDLINGER) {
    const client = await signInAs(bruker);
    expect(await getKode(client, rute), rute.mal).toBe('UGYLDIG_INNHOLD');
    await ageProof(bruker);
    const [id, calls] = [await getLastId(), await countCalls()];
    expect(await getKode(client, rute), rute.mal).toBe('KREVER_NY_INNLOGGING');
    expect(await listRaderAfter(id), rute.mal).toEqual([]);
    expect(await countCalls(), rute.mal).toBe(calls);
  }
  expect(HANDLINGER.length).toBeGreaterThanOrEqual(3);
});

for (const feil of ['auth-time-gammel', 'auth-time-framtid']) {
  test(`S-05: a sign-in with ${feil} is a sign-in, and no fresh one`, async () => {
    await setIdTokenFeil(feil);
    try {
      const client = await signInAs('leder');
      expect(await getKode(client, GODKJENNING)).toBe('KREVER_NY_INNLOGGING');
    } finally {
      await setIdTokenFeil(null);
    }
  });
}

test('S-05: the reason stands, the provider asks again, and the act goes on when she says so', async ({
  page,
  context,
}) => {
  await signInByHand(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('fortrolig'));
  const findSession = async () =>
    (await context.cookies()).find(({ name }) => name === '__Host-session')?.value;
  const before = await findSession();
  await ageProof('saksbehandler-fortrolig');
  await page.getByRole('button', { name: 'Vis fortrolig adresse' }).click();
  const skjema = page.getByRole('dialog', { name: 'Vis fortrolig adresse' });
  await skjema.getByLabel('Hvorfor trenger du adressen?').fill('Må levere en innkalling på papir i dag');
  await skjema.getByRole('button', { name: 'Vis adressen' }).click();
  const spoersmaal = page.getByRole('dialog', { name: 'Logg inn på nytt' });
  await expect(spoersmaal).toBeVisible();
  expect(await listAxefunn(page, { innenfor: 'dialog[open]' })).toEqual([]);
  const aapnes = context.waitForEvent('page');
  await spoersmaal.getByRole('link', { name: 'Logg inn på nytt' }).click();
  const fane = await aapnes;
  await fane.getByLabel('Brukernavn').fill('saksbehandler-fortrolig');
  await fane.getByLabel('Passord').fill(office.passord);
  const id = await getLastId();
  await fane.getByRole('button', { name: 'Logg inn' }).click();
  await expect(fane.getByRole('heading', { name: 'Du er logget inn på nytt' })).toBeFocused();
  await fane.close();
  // Nothing is shown while she is away: she says when.
  expect((await listRaderAfter(id)).map(({ slag }) => slag)).toEqual(['LOGIN']);
  // Of the machine its kind is logged, and nothing else.
  const LOGGET =
    "select innhold -> 'gjelder' as gjelder from revisjonslogg.rad where id > $1 and slag = 'LOGIN'";
  const slag = { nettleser: 'Chrome', system: expect.stringMatching(/^(Linux|Windows)$/) };
  expect(await runAsOwner(LOGGET, [id])).toEqual([{ gjelder: slag }]);
  await expect(spoersmaal.getByRole('button', { name: 'Fortsett' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(skjema).toBeHidden();
  await expect(await openFane(page, 'Adresser')).toContainText(/hemmeliglykkja/i);
  await expect(page.getByText('2026/123').first()).toBeVisible();

  expect(await findSession()).not.toBe(before);
  const dead = await fetch(`${office.portalUrl}/api/oppslag/mine`, {
    method: 'POST',
    headers: {
      origin: office.portalUrl,
      'sec-fetch-site': 'same-origin',
      cookie: `__Host-session=${before}`,
    },
  });
  expect(dead.status).toBe(401);
});

test('S-05: another user cannot take the place of the one who is signed in', async ({ page }) => {
  await signInByHand(page, 'leder');
  await ageProof('leder');
  await page.goto(`${office.portalUrl}/logg-inn/igjen`);
  const id = await getLastId();
  await page.getByLabel('Brukernavn').fill('analytiker-leder');
  await page.getByLabel('Passord').fill(office.passord);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await expect(page.getByText('Du logget inn som en annen')).toBeVisible();
  expect((await listRaderAfter(id)).map(({ slag, bruker }) => [slag, bruker])).toEqual([['DENIED', '']]);
  await page.goto(`${office.portalUrl}/`);
  await expect(page.getByRole('banner')).toContainText('Rolig Leder');
});

test('S-05: a provider that does not ask is told of, and a stranger is sent to sign in', async ({
  page,
  browser,
}) => {
  await signInByHand(page, 'leder');
  await ageProof('leder');
  await page.goto(`${office.portalUrl}/logg-inn/igjen?tilbake`);
  await expect(page.getByText('ba deg ikke om å bekrefte')).toBeVisible();
  const fremmed = await (await browser.newContext()).newPage();
  await fremmed.goto(`${office.portalUrl}/logg-inn/igjen`);
  await expect(fremmed).toHaveURL(/\/logg-inn$/);
});
