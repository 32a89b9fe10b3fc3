/** Uttrekk on the screen, from an empty list to a file, with the four eyes, the ways it ends, and those it is not for. */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, type Page, test } from '@playwright/test';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { chooseKontekst, signIn } from './support/caseworker.ts';
import { toDag } from './support/dag.ts';
import { office, setScenario, startFeil } from './support/office.ts';
import { runAsOwner } from './support/revisjonslogg.ts';
import {
  fillBestilling,
  findUttrekkId,
  getTilstand,
  orderUttrekk,
  sendBestilling,
} from './support/uttrekk.ts';

// Each test has orders of its own: the workers share them.
test.describe.configure({ mode: 'parallel' });
test.beforeEach(() => setScenario('normal'));
test.afterAll(() => setScenario('normal'));

async function openNytt(page: Page): Promise<void> {
  await page.goto(`${office.portalUrl}/uttrekk`);
  await page.getByRole('link', { name: 'Nytt uttrekk' }).click();
  await expect(page.getByRole('heading', { name: 'Nytt uttrekk' })).toBeVisible();
}

test('the form says what is missing, what it orders, and keeps what was typed', async ({ page }) => {
  await signIn(page, 'analytiker');
  await expect(page).toHaveURL(`${office.portalUrl}/uttrekk`);
  await openNytt(page);
  await page.getByRole('button', { name: 'Kontroller bestillingen' }).click();
  const oppsummering = page.getByRole('region', {
    name: 'Du må rette dette før bestillingen kan kontrolleres',
  });
  await expect(oppsummering).toBeFocused();
  await expect(oppsummering.getByRole('link')).toHaveText([
    'Formål må være valgt',
    'Personstatus må være valgt',
    'Opplysninger må ha minst ett valg',
    'Navn på uttrekket må fylles ut',
  ]);
  await oppsummering.getByRole('link', { name: 'Personstatus' }).click();
  await expect(page.getByLabel('Bosatt i Norge')).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByLabel('Bostedsadresse i kommune').check();
  const kommuner = page.getByRole('combobox', { name: 'Kommuner' });
  await kommuner.fill('berg');
  await page.keyboard.press('Enter');
  await kommuner.fill('0301');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const setning = page.getByRole('region', { name: 'Dette bestiller du' });
  await expect(setning).toContainText(
    'personer som er bosatt, med bostedsadresse i Bergen (4601) eller Oslo (0301).',
  );
  await expect(setning).toContainText('Det blir 2 jobber hos Folkeregisteret');
  await page.getByRole('button', { name: 'Fjern Bergen (4601)' }).click();
  await expect(setning).not.toContainText('Bergen');
  // Elsewhere and back: what was typed stands.
  await page.getByRole('link', { name: 'Uttrekk', exact: true }).click();
  await page.getByRole('link', { name: 'Nytt uttrekk' }).click();
  await expect(setning).toContainText('bostedsadresse i Oslo (0301)');
});

test('an order that needs four eyes is approved by another, and the orderer sees it happen', async ({
  page,
  browser,
}) => {
  await signIn(page, 'analytiker');
  await openNytt(page);
  // The whole country: nobody knows how many, whatever has been ordered before.
  await fillBestilling(page, { navn: 'Kvinner og menn', status: 'Utflyttet fra Norge' });
  await expect(getTilstand(page)).toHaveText('Utkast');
  await expect(
    page.getByText('Uttrekket gjelder mer enn 1 000 personer, eller vi vet ikke hvor mange.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Send til godkjenning' }).click();
  await expect(getTilstand(page)).toHaveText('Venter på godkjenning');
  await expect(page.getByRole('button', { name: 'Godkjenn' })).toHaveCount(0);
  const uttrekkId = findUttrekkId(page);

  const context = await browser.newContext();
  const leder = await context.newPage();
  await signIn(leder, 'leder');
  await leder.getByRole('link', { name: 'Kvinner og menn' }).click();
  await expect(leder.getByRole('heading', { name: 'Kontroller bestillingen' })).toBeVisible();
  await expect(leder.locator('#uttrekkstilstand')).toContainText('Bestillingen venter på avgjørelsen din.');
  await leder.getByRole('button', { name: 'Godkjenn', exact: true }).click();
  await expect(leder.getByLabel('Begrunnelse for avgjørelsen')).toBeFocused();
  await leder
    .getByLabel('Begrunnelse for avgjørelsen')
    .fill('Planleggingen av skoler trenger tallene for Oslo');
  await leder.getByRole('button', { name: 'Godkjenn', exact: true }).click();
  await expect(leder.getByRole('heading', { name: 'Bestillingen er godkjent' })).toBeVisible();
  await expect(leder.locator(':focus')).toContainText('Bestillingen er godkjent');
  await context.close();

  await expect(page.getByText('Rolig Leder godkjente bestillingen.')).toBeVisible();
  await expect(getTilstand(page)).not.toHaveText('Venter på godkjenning');
  expect(findUttrekkId(page)).toBe(uttrekkId);
});

test('what is another’s is refused, and says no more than that', async ({ page, browser }) => {
  await signIn(page, 'analytiker');
  await openNytt(page);
  await fillBestilling(page, { navn: 'Bare mitt', kommune: 'Oslo' });
  const adresse = page.url();
  for (const bruker of ['saksbehandler', 'leder', 'analytiker-to']) {
    const context = await browser.newContext();
    const annen = await context.newPage();
    await signIn(annen, bruker);
    await annen.goto(adresse);
    await expect(annen.getByText(/^Du har ikke tilgang til (denne siden|dette uttrekket)$/)).toBeVisible();
    await expect(annen.locator('body')).not.toContainText('Bare mitt');
    await context.close();
  }
});

test('a draft is changed and thrown away after a question', async ({ page }) => {
  await signIn(page, 'analytiker');
  await openNytt(page);
  await fillBestilling(page, { navn: 'Feil navn', kommune: 'Oslo' });
  await page.getByRole('link', { name: 'Endre bestillingen' }).click();
  await page.getByLabel('Navn på uttrekket').fill('Riktig navn');
  await page.getByRole('button', { name: 'Kontroller bestillingen' }).click();
  await expect(page.getByRole('heading', { name: 'Riktig navn' })).toBeVisible();
  await page.getByRole('button', { name: 'Forkast utkastet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vil du forkaste utkastet?' });
  await dialog.getByRole('button', { name: 'Gå tilbake' }).last().click();
  await expect(getTilstand(page)).toHaveText('Utkast');
  await page.getByRole('button', { name: 'Forkast utkastet' }).click();
  await dialog.getByRole('button', { name: 'Forkast utkastet' }).click();
  await expect(getTilstand(page)).toHaveText('Avbrutt');
  await expect(page.locator('#uttrekkstilstand')).toBeFocused();
});

test('who looks people up as well has on the start page what is under way, and only that', async ({
  page,
}) => {
  // Nobody else is her: what she has is what this test gives her.
  await signIn(page, 'saksbehandler-analytiker');
  await chooseKontekst(page);
  const iArbeid = page.getByRole('region', { name: 'Uttrekk i arbeid' });
  await expect(iArbeid.getByText('Ingen uttrekk er i arbeid.')).toBeVisible();
  await iArbeid.getByRole('link', { name: 'Se alle uttrekk' }).click();
  await page.getByRole('link', { name: 'Nytt uttrekk' }).click();
  // Whole documents must be approved, however few they are.
  await page.getByLabel('Hele dokumentet fra Folkeregisteret').check();
  await fillBestilling(page, { navn: 'Til Tromsø', kommune: 'Tromsø', felter: [], formater: ['NDJSON'] });
  const start = `${office.portalUrl}/`;
  const adresse = page.url();
  // A draft waits for nobody but herself.
  await page.goto(start);
  await expect(iArbeid.getByText('Ingen uttrekk er i arbeid.')).toBeVisible();
  await page.goto(adresse);
  await page.getByRole('button', { name: /^(Send til godkjenning|Bestill uttrekket)$/ }).click();
  await expect(getTilstand(page)).toHaveText('Venter på godkjenning');
  await page.goto(start);
  await expect(iArbeid.getByRole('listitem')).toHaveText(['Til TromsøVenter på godkjenning']);
  await iArbeid.getByRole('link', { name: 'Til Tromsø' }).click();
  await page.getByRole('button', { name: 'Avbryt uttrekket' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avbryt uttrekket' }).click();
  await expect(getTilstand(page)).toHaveText('Avbrutt');
  await page.goto(start);
  await expect(iArbeid.getByText('Ingen uttrekk er i arbeid.')).toBeVisible();
});

/** A worker has it in hand within a second, and the simulator has the first batch ready when it first asks. */
const FERDIG = { timeout: 60_000 };

async function press(page: Page, knapp: string): Promise<{ navn: string; innhold: Buffer }> {
  const kommer = page.waitForEvent('download');
  await page.getByRole('button', { name: knapp }).click();
  const fil = await kommer;
  return { navn: fil.suggestedFilename(), innhold: readFileSync(await fil.path()) };
}
const download = (page: Page, format: string) => press(page, `Last ned ${format}`);

/** The encrypted zip, opened with the password that stands on the page. */
async function downloadZip(page: Page, format: string): Promise<Buffer> {
  const { navn, innhold } = await press(page, `Kryptert zip med ${format}`);
  expect(navn).toMatch(/^uttrekk-[0-9a-f]{8}\.zip$/);
  const passord = await page.getByText('Passord til zip-filen:').locator('code').textContent();
  const leser = new ZipReader(new Uint8ArrayReader(innhold), { useWebWorkers: false });
  const [fil] = await leser.getEntries();
  if (fil === undefined || fil.directory) throw new Error('no file in the zip');
  return Buffer.from(await fil.getData(new Uint8ArrayWriter(), { password: passord ?? '' }));
}

/** As whoever was given the file, its manifest and the key finds it: whole, and not when a byte is another. */
async function checkManifest(
  page: Page,
  { navn, innhold }: { navn: string; innhold: Buffer },
): Promise<void> {
  const manifest = await press(page, 'Manifest til CSV');
  expect(manifest.navn).toBe(`${navn}.manifest`);
  await page.getByText('Slik kontrollerer mottakeren en fil').click();
  const noekkel = await page.getByText('Offentlig nøkkel:').locator('code').textContent();
  const mappe = mkdtempSync(path.join(tmpdir(), 'uttrekk-'));
  const [fil, note] = [path.join(mappe, navn), path.join(mappe, manifest.navn)];
  writeFileSync(note, manifest.innhold);
  const verify = (bytes: Buffer) => {
    writeFileSync(fil, bytes);
    const args = ['--conditions=react-server', 'scripts/uttrekk.ts', 'verify', fil, note];
    return spawnSync(process.execPath, [...args, '--noekkel', noekkel ?? ''], { encoding: 'utf8' });
  };
  expect(verify(innhold)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Filen stemmer: /) });
  expect(verify(Buffer.concat([innhold, Buffer.of(10)]))).toMatchObject({ status: 2 });
}

/** The files as somebody opens them: as many rows as the page says, and the bytes that it has the checksum of. */
async function checkFiler(page: Page): Promise<void> {
  const csv = await download(page, 'CSV');
  const linjer = csv.innhold.toString('utf8').trimEnd().split('\r\n');
  expect(linjer[0]).toBe(
    '\ufefffoedsel.foedselsaar;kjoenn.kjoenn;status.status;sivilstand.sivilstand;bosted.kommunenummer',
  );
  expect(linjer.slice(1).every((linje) => linje.endsWith(';0301'))).toBe(true);
  await expect(page.getByRole('region', { name: 'Filer' })).toContainText(`${linjer.length - 1} rader`);
  await expect(page.getByText(hash('sha256', csv.innhold))).toBeVisible();
  expect((await downloadZip(page, 'CSV')).equals(csv.innhold)).toBe(true);
  await checkManifest(page, csv);
  const parquet = await download(page, 'Parquet');
  const sti = path.join(mkdtempSync(path.join(tmpdir(), 'uttrekk-')), 'fil.parquet');
  writeFileSync(sti, parquet.innhold);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const svar = await duckdb.runAndReadAll(
    `select count(*)::integer, min("bosted.kommunenummer") from '${sti}'`,
  );
  expect(svar.getRows()).toEqual([[linjer.length - 1, '0301']]);
}

test('from the builder to files that can be trusted: progress, proof, pictures, and the log in sentences', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await orderUttrekk(page, {
    navn: 'Bosatte i Oslo',
    kommune: 'Oslo',
    felter: ['Kjønn', 'Fødselsår', 'Personstatus', 'Sivilstand', 'Bosted, kommunenummer'],
    formater: ['Excel (XLSX)', 'NDJSON', 'Parquet'],
  });
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
  await expect(page.getByRole('heading', { name: 'Uttrekket er fullstendig' })).toBeVisible();
  const filer = page.getByRole('region', { name: 'Filer' });
  await expect(filer.getByRole('button', { name: /^Last ned/ })).toHaveCount(4);
  await expect(filer.getByText(/^[0-9a-f]{64}$/)).toHaveCount(4);
  await expect(filer).toContainText(
    'Nedlasting framskynder slettingen. De slettes 72 timer etter at du har lastet ned alle filene.',
  );
  const bilder = page.getByRole('region', { name: 'Slik er uttrekket' });
  await expect(bilder.getByRole('table', { name: 'Alder og kjønn' })).toBeVisible();
  await expect(bilder.getByRole('table', { name: 'Kommune' })).toContainText('Oslo');
  await expect(bilder.getByRole('table', { name: 'Personstatus' })).toContainText('Bosatt');
  await checkFiler(page);
  const logg = page.getByRole('region', { name: 'Hva som har skjedd' });
  await expect(logg).toContainText('Filene er klare, med ');
  await expect(logg).not.toContainText(/uttrekk\.merknad/);
  // Before their time: the files go, and the page says that they have gone.
  await page.getByRole('button', { name: 'Slett filene nå' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Slett filene nå' }).click();
  await expect(page.getByText('Filene slettes. Det tar vanligvis noen sekunder.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Last ned/ })).toHaveCount(0);
  await expect(getTilstand(page)).toHaveText('Utløpt', FERDIG);
  await expect(page.getByText('Filene er slettet, og nøklene til dem er ødelagt.')).toBeVisible();
});

test('a colleague who is named sees the uttrekk, and no longer when she is not', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  // Only who has signed in once is known.
  const context = await browser.newContext();
  const kollega = await context.newPage();
  await signIn(kollega, 'analytiker-to');
  await signIn(page, 'analytiker');
  await orderUttrekk(page, { navn: 'Delt uttrekk', kommune: 'Tromsø' });
  const deling = page.getByRole('region', { name: 'Delt med' });
  await deling.getByLabel('Finn en analytiker').fill('Nøye');
  await deling.getByRole('button', { name: 'Finn', exact: true }).click();
  await deling.getByRole('button', { name: 'Del med Nøye Analytiker' }).click();
  await expect(deling.getByRole('button', { name: 'Fjern Nøye Analytiker' })).toBeVisible();
  await expect(deling.getByRole('heading', { name: 'Delt med' })).toBeFocused();
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
  await kollega.goto(`${office.portalUrl}/uttrekk`);
  await kollega
    .getByRole('region', { name: 'Delt med deg' })
    .getByRole('link', { name: 'Delt uttrekk' })
    .click();
  expect((await download(kollega, 'CSV')).innhold.length).toBeGreaterThan(0);
  await expect(kollega.getByRole('button', { name: 'Slett filene nå' })).toHaveCount(0);
  await deling.getByRole('button', { name: 'Fjern Nøye Analytiker' }).click();
  await expect(deling).toContainText('Bare du kan laste ned filene.');
  await kollega.getByRole('button', { name: 'Last ned CSV' }).click();
  await expect(kollega.getByRole('region', { name: 'Filer' }).getByRole('alert')).toContainText(
    'Vi finner ikke det du ba om.',
  );
  await context.close();
});

test('two runs of the same order are held against each other', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await orderUttrekk(page, { navn: 'Sammenlignes', kommune: 'Kristiansand' });
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
  await page.getByRole('button', { name: 'Bestill på nytt' }).click();
  await expect(page.getByText('Du har et ferskt uttrekk av det samme')).toBeVisible();
  await sendBestilling(page);
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
  const sammenligning = page.getByRole('region', { name: 'Sammenlign med et tidligere uttrekk' });
  await sammenligning.getByRole('button', { name: 'Sammenlign', exact: true }).click();
  await expect(sammenligning.getByRole('heading', { name: /^Sammenlign med/ })).toBeFocused();
  await expect(sammenligning).toContainText(/Nye personer\s*0/, FERDIG);
  await expect(sammenligning).toContainText(/Personer som er borte\s*0/);
  await runAsOwner(
    `update uttrekk.sammenligning set tilstand = 'feilet', nye = null, borte = null, endret = null where til_id = $1`,
    [findUttrekkId(page)],
  );
  await page.reload();
  await expect(sammenligning).toContainText('Sammenligningen kunne ikke lages.');
  await sammenligning
    .getByRole('button', { name: 'Prøv igjen sammenligningen med Sammenlignes', exact: true })
    .click();
  await expect(sammenligning.getByRole('heading', { name: /^Sammenlign med/ })).toBeFocused();
  await expect(sammenligning).toContainText(/Nye personer\s*0/, FERDIG);
});

test('the register says no, and the page says what to do', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await startFeil({ feil: 'status-400', tjeneste: 'uttrekkTilpasset' });
  await orderUttrekk(page, { navn: 'Avvist bestilling', kommune: 'Bergen' });
  await expect(getTilstand(page)).toHaveText('Feilet', FERDIG);
  await expect(page.getByText('Folkeregisteret godtok ikke bestillingen.').first()).toBeVisible();
  await setScenario('normal');
  await page.getByRole('button', { name: 'Bestill på nytt' }).click();
  await expect(getTilstand(page)).toHaveText('Utkast');
});

test('an order whose answer was lost is cleared up by a person', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await startFeil({ feil: 'brutt-forbindelse', tjeneste: 'uttrekkTilpasset', antall: 1 });
  await orderUttrekk(page, { navn: 'Tapt svar', kommune: 'Stavanger' });
  await expect(getTilstand(page)).toHaveText('Må avklares', FERDIG);
  await page.getByRole('button', { name: 'Bekreft' }).click();
  await expect(page.getByLabel('Hvorfor velger du dette?')).toBeFocused();
  await page
    .getByLabel('Hvorfor velger du dette?')
    .fill('Folkeregisteret har ledig plass nok til en jobb til');
  await page.getByRole('button', { name: 'Bekreft' }).click();
  await expect(getTilstand(page)).toHaveText('Klar', FERDIG);
});

test('what is under way is paused, goes on, and is cancelled after a question', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'analytiker');
  await startFeil({ feil: 'batch-ikke-klar' });
  await orderUttrekk(page, { navn: 'Avbrutt underveis', kommune: 'Trondheim' });
  await expect(getTilstand(page)).toHaveText('Venter på Folkeregisteret', FERDIG);
  await page.getByRole('button', { name: 'Sett på pause' }).click();
  await expect(getTilstand(page)).toHaveText('På pause');
  await page.getByRole('button', { name: 'Fortsett' }).click();
  await expect(getTilstand(page)).toHaveText('Venter på Folkeregisteret');
  await page.getByRole('button', { name: 'Avbryt uttrekket' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avbryt uttrekket' }).click();
  await expect(getTilstand(page)).toHaveText('Avbrutt', FERDIG);
  await expect(page.getByRole('button', { name: 'Bestill på nytt' })).toBeVisible();
});

test('a template is kept, ordered from, planned and removed', async ({ page }) => {
  await signIn(page, 'analytiker');
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await fillBestilling(page, { navn: 'Fast bestilling', kommune: 'Oslo' });
  await page.getByRole('button', { name: 'Lagre som mal' }).click();
  await expect(page.getByText('Malen er lagret')).toBeVisible();
  await page.getByRole('link', { name: 'Alle uttrekk' }).click();
  const maler = page.getByRole('region', { name: 'Maler' });
  const mal = maler.getByRole('listitem').filter({ hasText: 'Fast bestilling' });
  await mal.getByRole('link', { name: 'Bruk malen Fast bestilling' }).click();
  await expect(page.getByLabel('Navn på uttrekket')).toHaveValue('Fast bestilling');
  await page.goto(`${office.portalUrl}/uttrekk`);
  await mal.getByText('Bestill med jevne mellomrom').click();
  await mal.getByRole('button', { name: 'Lagre planen' }).click();
  await expect(mal.getByRole('region', { name: 'Du må rette dette før planen kan lagres' })).toBeFocused();
  const aar = Number(toDag(0).slice(0, 4)) + 1;
  await mal.getByLabel('Første dag').fill(`1.1.${aar}`);
  await mal.getByLabel('Siste dag').fill(`1.6.${aar}`);
  await mal.getByRole('button', { name: 'Lagre planen' }).click();
  await expect(mal).toContainText('Bestilles hver måned');
  await expect(mal).toBeFocused();
  await mal.getByRole('button', { name: 'Stans planen' }).click();
  await expect(mal).not.toContainText('Bestilles hver måned');
  await mal.getByRole('button', { name: 'Slett malen Fast bestilling' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Slett malen' }).click();
  await expect(mal).toHaveCount(0);
  await expect(maler.getByRole('heading', { name: 'Maler' })).toBeFocused();
});
