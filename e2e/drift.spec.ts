/** What an administrator sees of the portal's health, and what the machines that watch it are told. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { listAxefunn } from './support/axe.ts';
import { chooseKontekst, openPerson, signIn } from './support/caseworker.ts';
import { getScenarioNummer, office } from './support/office.ts';
import { runAsOwner } from './support/revisjonslogg.ts';
import { fillBestilling, findUttrekkId } from './support/uttrekk.ts';

/** One area, by its name. */
const getOmraade = (page: Page, navn: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: navn, exact: true }) });

test('an administrator reads how the portal is doing; a caseworker has no such page and no such answer', async ({
  browser,
  page,
}) => {
  await signIn(page, 'administrator');
  await page.getByRole('link', { name: 'Drift' }).click();
  await expect(getOmraade(page, 'Virksomhetssertifikat')).toContainText(/utløper .* om [\d\s]+ dager/);
  await expect(getOmraade(page, 'Tjenester hos Folkeregisteret')).toContainText('Alle tjenester svarer');
  await expect(getOmraade(page, 'Kontakt- og reservasjonsregisteret')).toContainText(
    /Maskinporten(:| svarte)/,
  );
  await expect(page.locator('main')).toContainText('PostgreSQL');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await listAxefunn(page)).toEqual([]);
  }

  const annen = await (await browser.newContext()).newPage();
  await signIn(annen, 'saksbehandler');
  await expect(annen.getByRole('link', { name: 'Drift' })).toHaveCount(0);
  await annen.goto(`${office.portalUrl}/drift`);
  await expect(annen.getByRole('heading', { name: 'Du har ikke tilgang til denne siden' })).toBeVisible();
  const svar = await annen.request.post(`${office.portalUrl}/api/drift`, {
    data: {},
    headers: { origin: office.portalUrl, 'sec-fetch-site': 'same-origin' },
  });
  expect(svar.status()).toBe(403);
});

test('F-08: an administrator is told when files are signed with another key than their receivers are given', async ({
  page,
}) => {
  await signIn(page, 'analytiker');
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await fillBestilling(page, { navn: 'Med en annens manifest', kommune: 'Oslo' });
  const id = findUttrekkId(page);
  const visUttrekk = async () => {
    await page.context().clearCookies();
    await signIn(page, 'administrator');
    await page.goto(`${office.portalUrl}/drift`);
    return getOmraade(page, 'Uttrekk');
  };
  await expect(await visUttrekk()).not.toContainText('Mottakere kan ikke kontrollere');
  await runAsOwner(
    "insert into uttrekk.fil (uttrekk_id, format, tilstand, manifest) values ($1, 'csv', 'klar', $2)",
    [id, '{}\n\n— en-annen AAAA\n'],
  );
  try {
    const rad = await visUttrekk();
    await expect(rad).toContainText('Mottakere kan ikke kontrollere den nyeste filen');
    await expect(rad).toContainText('Feil');
    const svar = await page.request.get(`${office.portalUrl}/api/internal/metrics`);
    expect(await svar.text()).toContain('portal_uttrekk_kan_kontrolleres 0');
    // What is gone nobody checks: a key that was replaced long ago is no fault.
    await runAsOwner("update uttrekk.fil set tilstand = 'slettet' where uttrekk_id = $1", [id]);
    await expect(await visUttrekk()).not.toContainText('Mottakere kan ikke kontrollere');
  } finally {
    await runAsOwner('delete from uttrekk.fil where uttrekk_id = $1', [id]);
  }
});

test('N-09: the figures count calls by template, and hold no number and no name', async ({ page }) => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, nummer);
  const navn = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('ukjente-verdier'));

  const svar = await page.request.get(`${office.portalUrl}/api/internal/metrics`);
  const tekst = await svar.text();
  expect(svar.headers()['content-type']).toContain('text/plain');
  expect(tekst).toContain(
    'portal_freg_kall_seconds_count{mal="GET personer/{id}",pakke="offentlig-med-hjemmel",utfall="funnet"}',
  );
  expect(tekst).toMatch(/portal_svar_seconds_count\{mal="POST \/api\/oppslag",status="200"\} [1-9]/);
  expect(tekst).toContain('portal_database_svarer 1');
  // what the portal did not know is told by its place, and what it said is not.
  expect(tekst).toMatch(/portal_ukjente_opplysninger_total\{felt="navn.kallenavn",slag="felt"\} [1-9]/);
  expect(tekst).not.toContain('ukjentFelt');
  // Every figure that docs/drift.md tells of, and sets an alarm on, is one.
  const omtalte = new Set(readFileSync('docs/drift.md', 'utf8').match(/portal_[a-z_]+/g));
  expect(omtalte.size).toBeGreaterThan(12);
  for (const navn of omtalte)
    expect(tekst).toMatch(new RegExp(`# HELP ${navn.replace(/_(bucket|count)$/, '')} `));
  expect(tekst).not.toContain(nummer);
  // Figures may have eleven digits; labels may not.
  expect(tekst).not.toMatch(/\{[^}]*\d{11}[^}]*\}/);
  for (const ord of navn.split(/\s+/)) expect(tekst).not.toContain(ord);
});
