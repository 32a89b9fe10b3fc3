/**
 * Z-04: no byte of somebody close to a user leaves the portal by any way in, and each refusal is a row. The user is a person
 * of the register herself: the provider gives her number, and the register her family.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { listAxefunn } from './support/axe.ts';
import { chooseKontekst, search, signIn } from './support/caseworker.ts';
import { getDokument, getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };

type Dokument = {
  navn: { fornavn: string; etternavn: string; erGjeldende: boolean }[];
  foedsel: { foedselsdato: string }[];
};

let naer: PortalClient;
let andre: PortalClient;
let nummer: string;
let fremmed: string;
let navn: string;
let foedselsdato: string;

test.beforeAll(async () => {
  await setScenario('normal');
  [naer, andre] = [await signInAs('saksbehandler-naer'), await signInAs('saksbehandler')];
  nummer = await getScenarioNummer('skilt-og-gift-igjen-tidligere');
  fremmed = await getScenarioNummer('samisk-navn');
  const dokument = (await getDokument(nummer)) as Dokument;
  const gjeldende = dokument.navn.find(({ erGjeldende }) => erGjeldende);
  navn = `${gjeldende?.fornavn} ${gjeldende?.etternavn}`;
  foedselsdato = dokument.foedsel[0]?.foedselsdato ?? '';
});

/** On no page of the demo: a list must have somebody. */
const UTENFOR = '01819000049';

/** As the one who keeps the list runs it. */
function importSkjermingsliste(...numre: string[]): void {
  const fil = path.join(office.dataDir, 'skjermingsliste.csv');
  writeFileSync(fil, numre.join('\n'));
  const { OFFICE_FILE: _, ...env } = process.env;
  const args = ['scripts/run.mjs', 'skjerming.ts', 'import', fil, '--sak', '2026/1'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...env, DATA_DIR: office.dataDir, DATABASE_URL: office.ownerUrl },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** What a client gets, as text: every byte of it. */
async function ask(client: PortalClient, path: string, body: unknown): Promise<string> {
  const response = await client.send('POST', path, body);
  expect(response.status).toBe(200);

  return await response.text();
}

const dato = () => foedselsdato.replaceAll('-', '');
const WAYS: [string, string, () => unknown][] = [
  ['by number', '/api/oppslag', () => toRequest({ identifikasjonsnummer: nummer })],
  ['by a search', '/api/oppslag', () => toRequest({ navn, foedselsdato: dato() })],
  ['by the ladder', '/api/oppslag/soeketrapp', () => toRequest({ navn, foedselsdato: dato() })],
  ['in a list of hits', '/api/soek', () => ({ ...KONTEKST, kriterier: { navn, foedselsdato: dato() } })],
  ['among many', '/api/bulk', () => ({ ...KONTEKST, bulkId: null, numre: [fremmed, nummer] })],
];
for (const [how, path, body] of WAYS) {
  test(`a former spouse ${how}: nothing of her, and a row that says why`, async () => {
    const before = await getLastId();
    const answer = await ask(naer, path, body());
    const rader = await listRaderAfter(before);
    expect(rader.filter(({ slag }) => slag === 'DENIED').map(({ utfall }) => utfall)).toEqual([
      'naerstaaende',
    ]);
    // Somebody else gets her by the same request, so it is the user that she is closed to.
    const [fornavn = '', etternavn = ''] = navn.split(' ');
    expect(await ask(andre, path, body())).toContain(etternavn);
    const bytes = [fornavn, etternavn, foedselsdato, ...(path === '/api/bulk' ? [] : [nummer])];
    for (const byte of bytes) expect(answer.toLowerCase()).not.toContain(byte.toLowerCase());
    // The others of the act are shown as ever.
    if (path === '/api/bulk') expect(answer).toMatch(new RegExp(`"nummer":"${fremmed}","utfall":"funnet"`));
  });
}

test('she is closed to herself, and nothing can put that aside', async () => {
  const meg = await getScenarioNummer('skilt-og-gift-igjen');
  const answer = JSON.parse(await ask(naer, '/api/oppslag', toRequest({ identifikasjonsnummer: meg })));
  expect(answer).toEqual({
    utfall: 'avvist',
    grunn: 'egenPerson',
    felt: null,
    referanse: expect.any(String),
  });
});

test('where nobody says who the user is, the row of what was shown says that the rule was not decided', async () => {
  const before = await getLastId();
  await ask(andre, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }));
  await ask(naer, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }));
  const rader = await runAsOwner(
    `select bruker, innhold->'personregler' as personregler from revisjonslogg.rad
     where id > $1 and slag = 'DISCLOSED' and handling = 'OPPSLAG' order by id`,
    [before],
  );
  expect(rader).toEqual([
    { bruker: 'saksbehandler', personregler: { naerstaaende: 'ikkeVurdert' } },
    // Decided, and they have nothing in common.
    { bruker: 'saksbehandler-naer', personregler: null },
  ]);
});

async function checkPage(page: Page, navn: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const regler = colorScheme === 'dark' ? ['color-contrast'] : undefined;
    expect(await listAxefunn(page, { regler }), `${navn}, ${colorScheme}`).toEqual([]);
  }
  const bredde = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(bredde, navn).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test('Z-10: a nødtilgang shows her with a countdown, is told to the personvernombud, and can be given back', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn(page, 'saksbehandler-naer');
  await chooseKontekst(page);
  const before = await getLastId();
  await search(page, { 'Fødselsnummer eller d-nummer': nummer });
  await expect(page.getByRole('heading', { name: 'Du har ikke tilgang til personen' })).toBeFocused();
  await page.getByText('Be om nødtilgang').click();
  const felt = page.getByLabel('Hvorfor må du se personen nå?');
  await felt.fill('asdfasdfasdf');
  await page.getByRole('button', { name: 'Bruk nødtilgang' }).click();
  await expect(page.getByText('Begrunnelsen må si hvorfor du må se personen')).toBeVisible();
  await checkPage(page, 'avvist');
  await felt.fill('Ingen kollega er på jobb, og barnet er på legevakten');
  await felt.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/oppslag\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(navn.split(' ')[1] ?? '');
  await expect(page.getByText(/^23:59:\d\d igjen$/)).toBeVisible();
  await checkPage(page, 'med nødtilgang');

  const ombud = await browser.newContext();
  const side = await ombud.newPage();
  await signIn(side, 'personvernombud');
  await side.goto(`${office.portalUrl}/revisjonslogg`);
  const rad = side.getByRole('row', { name: /Nær Saksbehandler.*Nærstående.*Gjelder til/ }).first();
  await expect(rad).toBeVisible();
  expect(await side.locator('main').innerText()).not.toContain(nummer);
  await checkPage(side, 'varselet til personvernombudet');
  await ombud.close();

  await page.getByRole('button', { name: 'Gi tilbake nødtilgangen' }).click();
  await expect(page.getByRole('link', { name: 'Gjør et nytt oppslag' })).toBeVisible();
  expect(await page.locator('main').innerText()).not.toContain(navn.split(' ')[1]);
  expect(
    (await listRaderAfter(before))
      .filter(({ bruker }) => bruker === 'saksbehandler-naer')
      .map(({ slag, handling, utfall }) => [slag, handling, utfall])
      .filter(([, handling]) => handling !== 'NAERSTAAENDE'),
  ).toEqual([
    ['DENIED', 'OPPSLAG', 'naerstaaende'],
    ['INTENT', 'NOEDTILGANG', null],
    ['DISCLOSED', 'NOEDTILGANG', 'gitt'],
    ['INTENT', 'OPPSLAG', null],
    ['DISCLOSED', 'OPPSLAG', 'funnet'],
    ['INTENT', 'NOEDTILGANG', null],
    ['DISCLOSED', 'NOEDTILGANG', 'avsluttet'],
  ]);
});

test('Z-07, Z-08: who comes on the list is closed at once, also what was kept of her, and open with the right', async () => {
  const betrodd = await signInAs('saksbehandler-skjermede');
  const made = JSON.parse(await ask(andre, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed })));
  const read = () => andre.send('POST', `/api/oppslag/${made.oppslagId}`);
  expect((await read()).status).toBe(200);
  importSkjermingsliste(fremmed);
  try {
    expect((await read()).status).toBe(404);
    expect(
      JSON.parse(await ask(andre, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }))),
    ).toMatchObject({ utfall: 'avvist', grunn: 'skjermetPerson', noedtilgang: expect.any(String) });
    expect(
      JSON.parse(await ask(betrodd, '/api/oppslag', toRequest({ identifikasjonsnummer: fremmed }))),
    ).toMatchObject({ utfall: 'funnet' });
  } finally {
    importSkjermingsliste(UTENFOR);
  }
  expect((await read()).status).toBe(200);
});
