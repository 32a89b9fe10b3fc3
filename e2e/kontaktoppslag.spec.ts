/** Kontakt: what KRR says, asked for by a press and logged as an act; protected persons as if they were not there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startPortal } from '../scripts/office.ts';
import type { PortalClient } from '../scripts/portal-client.ts';
import { composePortalEnv } from '../scripts/portal-env.ts';
import { findFreePort } from '../scripts/ports.ts';
import { ensureSecrets } from '../scripts/secrets.ts';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { countCalls, getScenarioNummer, office, setScenario, startFeil } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

/** What the simulator has of everybody who is in KRR. */
const EPOST = 'NULLstillt@default.digdir.no';
const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };

test.beforeEach(() => setScenario('normal'));
test.afterEach(() => setScenario('normal'));

const listKontakt = async (etter: string) =>
  (await listRaderAfter(etter))
    .filter(({ handling }) => handling === 'KONTAKTOPPSLAG')
    .map(({ slag, utfall }) => [slag, utfall]);

async function open(client: PortalClient, scenario: string): Promise<string> {
  const identifikasjonsnummer = await getScenarioNummer(scenario);
  const oppslag = await client.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer }));

  return (await oppslag.json()).oppslagId;
}
const ask = (client: PortalClient, oppslagId: string, kontekst: object = KONTEKST) =>
  client.send('POST', `/api/oppslag/${oppslagId}/kontakt`, kontekst);

test('nothing is asked before the press; then KRR is shown with its source, its rows and a receipt, and kept nowhere', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  const before = await getLastId();
  const fane = await openFane(page, 'Kontakt');
  const krr = fane.getByRole('region', { name: 'Kontakt- og reservasjonsregisteret' });
  await expect(krr).toContainText('Ikke spurt etter');
  expect(await listKontakt(before)).toEqual([]);
  await krr.getByRole('button', { name: 'Hent fra Kontakt- og reservasjonsregisteret' }).click();
  await expect(krr.getByRole('heading', { name: 'Kan varsles digitalt' })).toBeFocused();
  await expect(krr).toContainText(EPOST);
  await expect(krr).toContainText('Ikke reservert');
  await expect(krr).toContainText('Bokmål');
  await expect(krr).toContainText(
    /Kilde: Kontakt- og reservasjonsregisteret\. Hentet \d\d\.\d\d\.\d{4} kl\./,
  );
  expect(await listKontakt(before)).toEqual([
    ['INTENT', null],
    ['DISCLOSED', 'funnet'],
  ]);
  await krr.getByText('Kvittering for kontaktopplysningene').click();
  const [rad] = await runAsOwner<{ handling_id: string; avtrykk: string; felter: string[] }>(
    `select handling_id, innhold->>'avtrykk' as avtrykk, innhold->'felter' as felter from revisjonslogg.rad
     where id > $1 and handling = 'KONTAKTOPPSLAG' and slag = 'DISCLOSED'`,
    [before],
  );
  await expect(krr).toContainText(rad?.handling_id ?? 'ingen rad');
  await expect(krr).toContainText(rad?.avtrykk ?? 'ingen rad');
  expect(rad?.felter).toEqual([
    'krr.reservasjon',
    'krr.epostadresse',
    'krr.mobiltelefonnummer',
    'krr.spraak',
  ]);
  // Another tab and back is no new act; a reload is the end of it.
  await openFane(page, 'Adresser');
  await openFane(page, 'Kontakt');
  await expect(krr).toContainText(EPOST);
  expect(
    await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])),
  ).not.toContain(EPOST);
  await page.reload();
  await expect(krr).toContainText('Ikke spurt etter');
  expect(await listKontakt(before)).toHaveLength(2);
  await page.goto(`${office.portalUrl}/mine-oppslag`);
  await expect(page.locator('main')).toContainText(
    'spurte Kontakt- og reservasjonsregisteret om én person for Saksbehandling med full oversikt, sak 2026/123, og fikk vist kontakt- og reservasjonsopplysninger.',
  );
  expect(readFileSync(office.portalLog, 'utf8')).not.toContain(EPOST);
});

test('who is reserved is said to be so first; a KRR that is away is its own answer and never "not reserved"', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, await getScenarioNummer('delt-bosted-far'));
  const krr = (await openFane(page, 'Kontakt')).getByRole('region', {
    name: 'Kontakt- og reservasjonsregisteret',
  });
  await krr.getByRole('button', { name: /^Hent/ }).click();
  await expect(krr.getByRole('heading', { name: 'Reservert mot digital kommunikasjon' })).toBeVisible();
  await expect(krr).toContainText(/Reservert \d+\. \w+ \d{4}/);
  const before = await getLastId();
  await startFeil({ feil: 'status-503', tjeneste: 'krr' });
  await krr.getByRole('button', { name: 'Hent på nytt' }).click();
  await expect(
    krr.getByRole('heading', { name: 'Kontakt- og reservasjonsregisteret svarte ikke' }),
  ).toBeVisible();
  await expect(krr).not.toContainText(/Ikke reservert|Kan varsles/);
  expect(await listKontakt(before)).toEqual([
    ['INTENT', null],
    ['FAILED', 'krrSvarteIkke'],
  ]);
});

test('Z-05: a protected person is told of as one who is not in KRR, in the answer, in the log and when KRR is away', async () => {
  const client = await signInAs('saksbehandler');
  const scenarioer = ['ukjent-bosted', 'utflyttet', 'fortrolig', 'strengt-fortrolig'];
  const oppslag = await Promise.all(scenarioer.map((scenario) => open(client, scenario)));
  const shapes: unknown[] = [];
  for (const oppslagId of oppslag) {
    const before = await getLastId();
    const text = await (await ask(client, oppslagId)).text();
    expect(text).not.toMatch(/digdir|\+47|skjermet|fortrolig/i);
    const { kvittering, ...resten } = JSON.parse(text);
    const { handlingId, tidspunkt, ...like } = kvittering;
    const rader = await runAsOwner(
      `select slag, utfall, innhold from revisjonslogg.rad where id > $1 and handling = 'KONTAKTOPPSLAG' order by id`,
      [before],
    );
    shapes.push({ resten, like, rader, lengde: text.length });
  }
  expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  expect(shapes[0]).toMatchObject({
    resten: { utfall: 'ingenOpplysninger' },
    rader: [{ slag: 'INTENT' }, { slag: 'DISCLOSED', utfall: 'ingenOpplysninger' }],
  });
  await startFeil({ feil: 'status-503', tjeneste: 'krr' });
  for (const oppslagId of oppslag)
    expect(await (await ask(client, oppslagId)).json()).toEqual({
      utfall: 'kildefeil',
      kilde: 'krr',
      grunn: 'utilgjengelig',
      referanse: expect.any(String),
    });
  // The same asking of an open person finds it, so it can be found.
  await setScenario('normal');
  expect(await (await ask(client, await open(client, 'ordinaer-mor'))).text()).toContain(EPOST);
});

test('Z-05: who may know of a protected person is told that she is withheld, and still nothing of her', async () => {
  const client = await signInAs('saksbehandler-fortrolig');
  for (const scenario of ['fortrolig', 'strengt-fortrolig']) {
    const text = await (await ask(client, await open(client, scenario))).text();
    expect(JSON.parse(text)).toMatchObject({ utfall: 'skjermet', kvittering: { felter: [] } });
    expect(text).not.toMatch(/digdir|\+47/);
  }
  expect(await (await ask(client, await open(client, 'klientadresse'))).text()).toContain(EPOST);
  expect(await (await ask(client, await open(client, 'ukjent-bosted'))).json()).toMatchObject({
    krr: { konklusjon: 'ikkeRegistrert' },
  });
});

test("Z-02: another's oppslag and another's purpose give nothing, without a call; and no register, no KRR", async () => {
  const [client, annen] = [await signInAs('saksbehandler'), await signInAs('saksbehandler-fortrolig')];
  const oppslagId = await open(client, 'ordinaer-mor');
  const [before, calls] = [await getLastId(), await countCalls()];
  expect((await ask(annen, oppslagId)).status).toBe(404);
  expect((await ask(client, oppslagId, { ...KONTEKST, pakke: 'finans' })).status).toBe(403);
  expect((await ask(client, oppslagId, { ...KONTEKST, saksreferanse: '' })).status).toBe(403);
  expect((await ask(client, oppslagId, { ...KONTEKST, nummer: '12838442208' })).status).toBe(400);
  expect(await listKontakt(before)).toEqual([
    ['DENIED', 'manglerPakke'],
    ['DENIED', 'manglerSaksreferanse'],
  ]);
  expect(await countCalls()).toBe(calls);
  await setScenario('nede');
  expect(await (await ask(client, oppslagId)).json()).toMatchObject({
    utfall: 'kildefeil',
    kilde: 'folkeregisteret',
  });
});

/** One more portal in the same office, which has been given no way to KRR. */
async function startUtenKrr() {
  const { dataDir, ownerUrl } = office;
  const port = await findFreePort();
  const portalUrl = `http://localhost:${port}`;
  const { porter: ports } = JSON.parse(readFileSync(path.join(dataDir, 'simulator.json'), 'utf8'));
  const alle = Object.entries(
    composePortalEnv(ensureSecrets(dataDir), { dataDir, portalUrl, ownerUrl, ports }),
  );
  const uten = alle.filter(([navn]) => !/^(KRR|MASKINPORTEN)_/.test(navn));
  const env = { NODE_ENV: 'production' as const, ...Object.fromEntries(uten) };
  const logFile = path.join(dataDir, 'logg', 'uten-krr.log');
  const valg = { host: '127.0.0.1', port, mode: 'start', logFile, signal: undefined } as const;

  return { portalUrl, portal: await startPortal(env, valg) };
}

test('a portal without a way to KRR says so, and asks nobody', async ({ page }) => {
  const { portalUrl, portal } = await startUtenKrr();
  try {
    const client = await signInAs('saksbehandler');
    const oppslagId = await open(client, 'ordinaer-mor');
    const before = await getLastId();
    // A cookie is for a host, whatever the port: it is the same office, database and keys.
    const [name = '', value = ''] = client.cookie.split('=');
    const cookie = { name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true };
    await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }]);
    await page.goto(`${portalUrl}/oppslag/${oppslagId}?fane=kontakt`);
    const krr = page.getByRole('region', { name: 'Kontakt- og reservasjonsregisteret' });
    await expect(krr).toContainText('Portalen er ikke satt opp med Kontakt- og reservasjonsregisteret');
    await expect(krr.getByRole('button')).toHaveCount(0);
    const svar = await fetch(`${portalUrl}/api/oppslag/${oppslagId}/kontakt`, {
      method: 'POST',
      headers: { ...client.headers, origin: portalUrl, 'content-type': 'application/json' },
      body: JSON.stringify(KONTEKST),
    });
    expect(await svar.json()).toEqual({ utfall: 'ikkeSattOpp', referanse: expect.any(String) });
    expect(await listKontakt(before)).toEqual([['DENIED', 'ikkeSattOpp']]);
  } finally {
    await portal.stop();
  }
});
