/** Rights given, confirmed and taken, as those who do it and she who gets them see it. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { signIn } from './support/caseworker.ts';
import { countCalls, office } from './support/office.ts';
import { signInAs } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

const GRUNN = 'Vikar for en kollega ut måneden';

/** The office is everybody's: she is left as she was found. */
test.afterEach(async () => {
  await runAsOwner('update portal.tildeling set trukket = now() where trukket is null');
  await runAsOwner('update portal.bruker set sperret = null, enhet_id = null');
  await runAsOwner('delete from portal.gjennomgangslinje');
  await runAsOwner('delete from portal.gjennomgang');
});

async function openAs(browser: Browser, brukernavn: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, brukernavn);
  return page;
}

async function openNyansatt(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tilgang', exact: true }).click();
  await page.getByLabel('Navn eller brukernavn').fill('nyansatt');
  await page.getByRole('button', { name: 'Vis brukere' }).click();
  await page.getByRole('link', { name: 'Nysgjerrig Nyansatt' }).click();
  await expect(page.getByRole('heading', { name: 'Nysgjerrig Nyansatt', level: 1 })).toBeVisible();
}

async function give(page: Page, rettighet: string): Promise<void> {
  await page.getByLabel('Rettighet', { exact: true }).selectOption({ label: rettighet });
  await page.getByLabel('Siste dag').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('textbox', { name: 'Begrunnelse' }).fill(GRUNN);
  await page.getByRole('button', { name: 'Gi rettigheten' }).click();
}

test('a right that is given counts at the next click, one that needs four eyes when they have looked, and none when blocked', async ({
  browser,
}) => {
  const nyansatt = await openAs(browser, 'uten-tilgang');
  await expect(nyansatt.locator('main')).toContainText(/ikke tilgang/i);
  const admin = await openAs(browser, 'administrator');
  await openNyansatt(admin);
  const before = await getLastId();

  await give(admin, 'Rolle: Leder');
  await expect(admin.getByRole('status')).toHaveText('Rettigheten er gitt.');
  await nyansatt.reload();
  await expect(nyansatt).toHaveURL(`${office.portalUrl}/uttrekk`);

  await give(admin, 'Rolle: Administrator');
  await expect(admin.getByRole('status')).toContainText('kan ikke gis sammen');
  await admin.getByRole('row', { name: /Leder/ }).getByRole('button', { name: 'Trekk tilbake' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Trekk tilbake' });
  await dialog.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(dialog.getByText('Begrunnelsen må ha minst 10 tegn')).toBeVisible();
  await dialog.getByLabel('Begrunnelse').fill(GRUNN);
  await dialog.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(admin.getByRole('status')).toHaveText('Rettigheten er trukket tilbake.');
  await give(admin, 'Rolle: Administrator');
  await expect(admin.getByRole('row', { name: /Administrator/ })).toContainText('Venter på bekreftelse');
  await expect(admin.getByRole('button', { name: 'Bekreft' })).toHaveCount(0);
  await nyansatt.goto(`${office.portalUrl}/drift`);
  await expect(nyansatt.locator('main')).toContainText(/ikke tilgang/i);

  const ombud = await openAs(browser, 'personvernombud');
  await openNyansatt(ombud);
  await expect(ombud.getByRole('heading', { name: 'Gi en rettighet' })).toHaveCount(0);
  await ombud.getByRole('button', { name: 'Bekreft' }).click();
  await expect(ombud.getByRole('row', { name: /Administrator/ })).toContainText('Gjelder');
  await nyansatt.reload();
  await expect(nyansatt.getByRole('heading', { name: 'Drift' })).toBeVisible();

  await admin.getByRole('button', { name: 'Sperr brukeren' }).click();
  await admin.getByRole('dialog').getByLabel('Begrunnelse').fill(GRUNN);
  await admin.getByRole('dialog').getByRole('button', { name: 'Sperr brukeren' }).click();
  await expect(admin.getByText('Brukeren er sperret og har ingen tilgang.')).toBeVisible();
  await nyansatt.reload();
  await expect(nyansatt.getByRole('button', { name: 'Logg inn' })).toBeVisible();

  const rader = (await listRaderAfter(before)).filter(({ handling }) => handling.startsWith('TILGANG_'));
  expect(rader.map(({ slag, handling }) => `${slag} ${handling.slice(8)}`)).toEqual([
    ...[
      'INTENT GI',
      'DISCLOSED GI',
      'DENIED GI',
      'INTENT TREKK',
      'DISCLOSED TREKK',
      'INTENT GI',
      'DISCLOSED GI',
    ],
    ...['INTENT BEKREFTELSE', 'DISCLOSED BEKREFTELSE', 'INTENT SPERR', 'DISCLOSED SPERR'],
  ]);
});

test('a caseworker has neither the pages nor the answers, and a personvernombud changes nothing', async ({
  page,
}) => {
  await signIn(page, 'saksbehandler');
  await expect(page.getByRole('link', { name: 'Tilgang', exact: true })).toHaveCount(0);
  for (const side of ['tilgang', 'tilgang/enheter']) {
    await page.goto(`${office.portalUrl}/${side}`);
    await expect(page.getByText('Du har ikke tilgang til denne siden')).toBeVisible();
  }
  const [bruker] = await runAsOwner<{ id: string }>(
    "select id from portal.bruker where brukernavn = 'saksbehandler'",
  );
  const sti = `/api/tilgang/brukere/${bruker?.id}`;
  const endring = { slag: 'sperr', begrunnelse: GRUNN };
  const saksbehandler = await signInAs('saksbehandler');
  const ombud = await signInAs('personvernombud');
  for (const svar of [
    await saksbehandler.send('POST', '/api/tilgang/brukere', {}),
    await saksbehandler.send('POST', sti),
    await saksbehandler.send('PUT', sti, endring),
    await ombud.send('PUT', sti, endring),
    await ombud.send('PUT', '/api/tilgang/enheter', { slag: 'opprett', navn: 'Ny', overordnetId: null }),
  ])
    expect(svar.status).toBe(403);
});

test('the matrix, two packages beside each other, and an example seen with the rights of somebody', async ({
  page,
}) => {
  await signIn(page, 'personvernombud');
  await page.goto(`${office.portalUrl}/tilgang/matrise`);
  const celler = page
    .getByRole('table', { name: 'Handlinger på personer, etter gradering' })
    .getByRole('row', { name: /^Slå opp én person/ })
    .getByRole('cell');
  await expect(celler).toHaveText(['Adressen vises', ...Array(3).fill('Adressen nevnes ikke')]);
  await page.getByLabel('Rett til fortrolig adresse').selectOption({ label: 'Ja' });
  await expect(celler).toHaveText(['Adressen vises', ...Array(3).fill('Adressen er skjermet')]);
  await page.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Administrator' });
  await expect(celler).toHaveText(Array(4).fill('Ikke i rollen'));

  await page.getByRole('link', { name: 'Pakker', exact: true }).click();
  await page.getByLabel('Første pakke').selectOption({ label: 'Finans' });
  await expect(page.getByRole('region', { name: 'Opplysninger', exact: true })).toContainText(
    'Familierelasjon',
  );

  const calls = await countCalls();
  await page.getByRole('link', { name: 'Vis som' }).click();
  const before = await getLastId();
  await page.getByLabel('Gradering av eksempelet').selectOption({ label: 'Fortrolig' });
  await page.getByRole('button', { name: 'Vis eksempelet' }).click();
  await expect(page.getByText('Dette er et eksempel.')).toBeVisible();
  await page.getByRole('tab', { name: 'Adresser' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Adresser' })).not.toContainText('EKSEMPELVEIEN');
  expect((await listRaderAfter(before)).map(({ slag, handling }) => `${slag} ${handling}`)).toEqual([
    'INTENT TILGANG_VIS_SOM',
    'DISCLOSED TILGANG_VIS_SOM',
  ]);
  expect(await countCalls()).toBe(calls);
});

test('a leder goes through her own unit: what she keeps stays, what she removes is gone at once', async ({
  browser,
}) => {
  const enhet = `Prøveenhet ${Date.now()}`;
  const nyansatt = await openAs(browser, 'uten-tilgang');
  const leder = await openAs(browser, 'leder');
  const admin = await openAs(browser, 'administrator');
  await admin.goto(`${office.portalUrl}/tilgang/enheter`);
  await admin.getByLabel('Navn').fill(enhet);
  await admin.getByRole('button', { name: 'Opprett enheten' }).click();
  await expect(admin.getByRole('row', { name: new RegExp(enhet) })).toBeVisible();
  await openNyansatt(admin);
  await admin.getByLabel('Plasser i enhet').selectOption({ label: enhet });
  await admin.getByRole('button', { name: 'Lagre enhet' }).click();
  await give(admin, 'Rolle: Leder');
  await expect(admin.getByRole('status')).toHaveText('Rettigheten er gitt.');
  await give(admin, 'Pakke: Finans');
  await expect(admin.getByRole('row', { name: /Finans/ })).toBeVisible();
  // The leder is put in the unit as the page would do it.
  await runAsOwner(
    `update portal.bruker set enhet_id = (select id from portal.enhet where navn = $1) where brukernavn = 'leder'`,
    [enhet],
  );

  await admin
    .getByRole('navigation', { name: 'Sider om tilgang' })
    .getByRole('link', { name: 'Gjennomgang' })
    .click();
  await admin.getByLabel('Enhet').selectOption({ label: enhet });
  await admin.getByLabel('Siste dag for å svare').fill(new Date().toISOString().slice(0, 10));
  await admin.getByRole('button', { name: 'Start gjennomgangen' }).click();
  await expect(admin.getByRole('heading', { name: `Gjennomgang: ${enhet}` })).toBeVisible();

  await leder.getByRole('link', { name: 'Gjennomgang av tilgang' }).click();
  const rad = (navn: RegExp) => leder.getByRole('row', { name: navn });
  await expect(rad(/Rolig Leder Prøveenhet .* Rolle: Leder/)).toContainText('Ubesvart');
  await rad(/Nyansatt .* Pakke: Finans/)
    .getByRole('button', { name: 'Behold' })
    .click();
  await expect(rad(/Nyansatt .* Pakke: Finans/)).toContainText('Beholdt av Rolig Leder');
  await rad(/Nyansatt .* Rolle: Leder/)
    .getByRole('button', { name: 'Fjern' })
    .click();
  await leder.getByRole('dialog').getByRole('button', { name: 'Fjern' }).click();
  await expect(rad(/Nyansatt .* Rolle: Leder/)).toContainText('Fjernet av Rolig Leder');
  await nyansatt.goto(`${office.portalUrl}/uttrekk`);
  await expect(nyansatt.locator('main')).toContainText(/ikke tilgang/i);
});
