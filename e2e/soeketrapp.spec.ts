/** The søketrapp: one act, a row for every rung, and a hit that is never shown as surer than it is. */
import { expect, test } from '@playwright/test';
import { chooseKontekst, search, signIn } from './support/caseworker.ts';
import { getDokument, getScenarioNummer, setScenario } from './support/office.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

test.beforeAll(() => setScenario('normal'));

/** An earlier name of a person who has changed it, and her birth date as it is typed. */
async function getTidligere(): Promise<{ navn: string; dato: string }> {
  const dokument = await getDokument(await getScenarioNummer('navneendring'));
  const navnene = dokument.navn as { erGjeldende: boolean; fornavn: string; etternavn: string }[];
  const tidligere = navnene.find(({ erGjeldende }) => !erGjeldende);
  const [foedsel] = dokument.foedsel as { foedselsdato: string }[];

  return {
    navn: `${tidligere?.fornavn} ${tidligere?.etternavn}`,
    dato: foedsel?.foedselsdato.split('-').reverse().join('.') ?? '',
  };
}

test('an earlier name is found on a later rung, in one act, and must be checked', async ({ page }) => {
  const { navn, dato } = await getTidligere();
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await search(page, { Navn: navn, Fødselsdato: dato });
  const button = page.getByRole('button', { name: 'Prøv flere søk' });
  await expect(button).toBeVisible();
  const before = await getLastId();
  await button.click();
  await expect(page).toHaveURL(/\/oppslag\//);
  await expect(page.getByRole('heading', { name: 'Treffet må kontrolleres' })).toBeVisible();
  const rad = page.getByRole('row', { name: /^Navn/ });
  await expect(rad).toContainText('Stemmer med en tidligere opplysning');
  const rader = await listRaderAfter(before);
  expect(rader.map(({ slag, utfall }) => [slag, utfall])).toEqual([
    ['INTENT', null],
    ['DISCLOSED', 'ingenEntydigTreff'],
    ['INTENT', null],
    ['DISCLOSED', 'funnet'],
  ]);
  expect(new Set(rader.map(({ handling_id }) => handling_id)).size).toBe(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Treffet må kontrolleres' })).toBeVisible();
});

test('a ladder without a hit says what was tried, and is not offered again', async ({ page }) => {
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await search(page, { Navn: 'FINNES NEPPE', Fødselsdato: '01.01.1990' });
  await page.getByRole('button', { name: 'Prøv flere søk' }).click();
  await expect(page.getByText('Disse søkene ga ikke ett entydig treff:')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'navn som høres likt ut' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Prøv flere søk' })).toHaveCount(0);
});

test('a register that fails ends the climb: the rungs above would say less than they seem to', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await search(page, { Navn: 'FINNES NEPPE', Fødselsdato: '01.01.1990' });
  const button = page.getByRole('button', { name: 'Prøv flere søk' });
  await expect(button).toBeVisible();
  await setScenario('nede');
  const before = await getLastId();
  await button.click();
  await expect(page.getByRole('heading', { name: 'Vi fikk ikke svar fra Folkeregisteret' })).toBeVisible();
  expect((await listRaderAfter(before)).map(({ slag }) => slag)).toEqual(['INTENT', 'FAILED']);
  await setScenario('normal');
});
