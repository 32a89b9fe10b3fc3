/** Rights given, confirmed and taken, as those who do it and she who gets them see it. */
import { expect, type Page, test } from '@playwright/test';
import { signIn } from './support/caseworker.ts';
import { toDag } from './support/dag.ts';
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

async function openNyansatt(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tilgang', exact: true }).click();
  await page.getByLabel('Navn eller brukernavn').fill('nyansatt');
  await page.getByRole('button', { name: 'Vis brukere' }).click();
  await page.getByRole('link', { name: 'Nysgjerrig Nyansatt' }).click();
  await expect(page.getByRole('heading', { name: 'Nysgjerrig Nyansatt', level: 1 })).toBeVisible();
}

async function give(page: Page, rettighet: string): Promise<void> {
  await page.getByLabel('Rettighet', { exact: true }).selectOption({ label: rettighet });
  await page.getByLabel('Siste dag').fill(toDag(0));
  await page.getByRole('textbox', { name: 'Begrunnelse' }).fill(GRUNN);
  await page.getByRole('button', { name: 'Gi rettigheten' }).click();
}

/** Somebody of the portal, by the name she signs in with. */
async function getBrukerId(brukernavn: string): Promise<string> {
  const [rad] = await runAsOwner<{ id: string }>('select id from portal.bruker where brukernavn = $1', [
    brukernavn,
  ]);
  if (rad === undefined) throw new Error(`${brukernavn} has not signed in`);
  return rad.id;
}

const til = () => new Date(Date.now() + 86_400_000).toISOString();

test('a right counts at the next click, one that needs four eyes when they have looked, none when blocked; what was written stands until it is done', async ({
  page: admin,
}) => {
  const nyansatt = await signInAs('uten-tilgang');
  const askAs = async (sti: string) => (await nyansatt.send('POST', sti, {})).status;
  expect(await askAs('/api/drift')).toBe(403);
  await signIn(admin, 'administrator');
  await openNyansatt(admin);
  const before = await getLastId();

  await give(admin, 'Rolle: Leder');
  await expect(admin.getByRole('status')).toHaveText('Rettigheten er gitt.');
  await give(admin, 'Rolle: Administrator');
  await expect(admin.getByRole('status')).toContainText('kan ikke gis sammen');
  await expect(admin.getByRole('textbox', { name: 'Begrunnelse' })).toHaveValue(GRUNN);
  await admin.getByRole('row', { name: /Leder/ }).getByRole('button', { name: 'Trekk tilbake' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Trekk tilbake' });
  await dialog.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(dialog.getByText('Begrunnelsen må ha minst 10 tegn')).toBeVisible();
  await dialog.getByLabel('Begrunnelse').fill(GRUNN);
  await admin.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(admin.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await admin.context().setOffline(false);
  await admin.getByRole('row', { name: /Leder/ }).getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(dialog.getByLabel('Begrunnelse')).toHaveValue(GRUNN);
  await dialog.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(admin.getByRole('status')).toHaveText('Rettigheten er trukket tilbake.');
  await give(admin, 'Rolle: Administrator');
  await expect(admin.getByRole('status')).toHaveText(
    'Rettigheten er gitt. Den gjelder når en annen har bekreftet den.',
  );
  await expect(admin.getByRole('row', { name: /Administrator/ })).toContainText('Venter på bekreftelse');
  await expect(admin.getByRole('button', { name: 'Bekreft' })).toHaveCount(0);
  expect(await askAs('/api/drift')).toBe(403);

  const ombud = await signInAs('personvernombud');
  const sti = `/api/tilgang/brukere/${await getBrukerId('uten-tilgang')}`;
  const side: { rettigheter: { tildelingId?: string; kanBekreftes?: boolean }[] } = await (
    await ombud.send('POST', sti)
  ).json();
  const ventende = side.rettigheter.find(({ kanBekreftes }) => kanBekreftes);
  const tildelingId = ventende?.tildelingId;
  expect((await ombud.send('POST', `${sti}/bekreftelse`, { tildelingId, bekreftes: true })).status).toBe(200);
  expect(await askAs('/api/drift')).toBe(200);

  await admin.getByRole('button', { name: 'Sperr brukeren' }).click();
  await admin.getByRole('dialog').getByLabel('Begrunnelse').fill(GRUNN);
  await admin.getByRole('dialog').getByRole('button', { name: 'Sperr brukeren' }).click();
  await expect(admin.getByText('Brukeren er sperret og har ingen tilgang.')).toBeVisible();
  expect(await askAs('/api/drift')).toBe(401);

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
  await page.goto(`${office.portalUrl}/tilgang/brukere/${await getBrukerId('personvernombud')}`);
  await expect(page.getByText('Ingen endrer sin egen.')).toBeVisible();
  await page.getByRole('link', { name: 'Matrise' }).click();
  const celler = page
    .getByRole('table', { name: 'Handlinger etter pakke og gradering' })
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
  page,
}) => {
  const enhet = `Prøveenhet ${Date.now()}`;
  const [nyansatt, admin] = [await signInAs('uten-tilgang'), await signInAs('administrator')];
  await signIn(page, 'leder');
  await admin.send('PUT', '/api/tilgang/enheter', { slag: 'opprett', navn: enhet, overordnetId: null });
  const [rad] = await runAsOwner<{ id: string }>('select id from portal.enhet where navn = $1', [enhet]);
  const [hun, leder] = [await getBrukerId('uten-tilgang'), await getBrukerId('leder')];
  const change = (brukerId: string, endring: Record<string, unknown>) =>
    admin.send('PUT', `/api/tilgang/brukere/${brukerId}`, endring);
  for (const brukerId of [hun, leder]) await change(brukerId, { slag: 'enhet', enhetId: rad?.id ?? '' });
  for (const rettighet of ['rolle:leder', 'pakke:finans'] as const)
    await change(hun, { slag: 'gi', rettighet, til: til(), begrunnelse: GRUNN });
  const start = await (await browser.newContext()).newPage();
  await signIn(start, 'administrator');
  await start.goto(`${office.portalUrl}/tilgang/gjennomgang`);
  await start.getByLabel('Enhet', { exact: true }).selectOption({ label: enhet });
  await start.getByLabel('Siste dag for å svare').fill(til().slice(0, 10));
  await start.getByRole('button', { name: 'Start gjennomgangen' }).click();
  const spoersmaal = start.getByRole('dialog', { name: `Starte gjennomgang: ${enhet}?` });
  await expect(spoersmaal).toContainText('slutter å gjelde ved fristen');
  await spoersmaal.getByRole('button', { name: 'Start gjennomgangen' }).click();
  await expect(start.getByText('Gjennomgangen er startet.')).toBeFocused();
  expect((await nyansatt.send('POST', '/api/uttrekk/liste')).status).toBe(200);

  await page.getByRole('link', { name: 'Gjennomgang av tilgang' }).click();
  const linje = (navn: RegExp) => page.getByRole('row', { name: navn });
  await expect(linje(/Rolig Leder.* Rolle: Leder/)).toContainText('Ubesvart');
  await linje(/Nyansatt.* Pakke: Finans/)
    .getByRole('button', { name: 'Behold' })
    .click();
  await expect(linje(/Nyansatt.* Pakke: Finans/).getByText('Beholdt av Rolig Leder')).toBeFocused();
  await linje(/Nyansatt.* Rolle: Leder/)
    .getByRole('button', { name: 'Fjern' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fjern', exact: true }).click();
  await expect(linje(/Nyansatt.* Rolle: Leder/).getByText('Fjernet av Rolig Leder')).toBeFocused();
  expect((await nyansatt.send('POST', '/api/uttrekk/liste')).status).toBe(403);
});
