/**
 * The tab Hendelser: a press and a row before anything is asked, the register as it was, and nothing of somebody protected
 * by what happened to her, by when, or by how the register had her before she was (product.md sections 4, 5 and 7).
 */
import { expect, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { happen, readFeed } from './support/hendelser.ts';
import {
  getDokument,
  getScenarioNummer,
  listNumre,
  listScenarioer,
  listSteder,
  office,
  setScenario,
  startFeil,
} from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter } from './support/revisjonslogg.ts';

const KONTEKST = { pakke: 'offentlig-med-hjemmel', formaal: 'saksbehandling', saksreferanse: '2026/1234' };

test.beforeAll(async () => {
  await setScenario('normal');
  await readFeed(0);
});

/** Somebody without a name among the scenarios, born that year, whom this has just happened to. */
async function findSomeone(
  foedselsaar: string,
  handling: string,
): Promise<{ nummer: string; plass: number }> {
  const navngitte = new Set((await listScenarioer()).map(({ nummer }) => nummer));
  for (const nummer of await listNumre(foedselsaar)) {
    const plass = navngitte.has(nummer) ? null : await happen(handling, nummer);
    if (plass !== null) return { nummer, plass };
  }
  throw new Error(`cannot happen to anybody: ${handling}`);
}

test('a press asks, the list is there by kind, and the register is shown as it was before she moved', async ({
  page,
}) => {
  const { nummer, plass } = await findSomeone('1973', 'oppdatert');
  const foer = listSteder(await getDokument(nummer));
  await happen('flytting', nummer);
  const nye = listSteder(await getDokument(nummer)).filter((sted) => !foer.includes(sted));
  expect(nye).not.toEqual([]);
  await readFeed(plass);
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, nummer);
  const before = await getLastId();
  const fane = await openFane(page, 'Hendelser');
  await expect(fane.getByRole('button', { name: 'Vis hendelser' })).toBeVisible();
  expect(await listRaderAfter(before)).toEqual([]);

  await fane.getByRole('button', { name: 'Vis hendelser' }).click();
  await expect(fane).toContainText('Hendelser er fulgt siden');
  await fane.getByLabel('Slag').selectOption({ label: 'Maskinell oppdatering (1)' });
  await expect(fane.getByRole('row')).toHaveCount(2);
  await fane.getByRole('button', { name: /Vis registeret da/ }).click();
  await expect(fane.getByRole('heading', { name: /^Slik registeret viste det/ })).toBeFocused();
  await fane.getByText('Kvittering for det arkiverte dokumentet').click();
  await expect(fane.getByText('Dokument-id i Folkeregisteret').locator('..')).toContainText(/[0-9a-f]{32}/);
  // The receipt alone on paper: neither what it documents, nor its own buttons.
  await page.evaluate(() => {
    window.print = () => {
      const skjult = document.querySelector('[role=tabpanel]:not([hidden]) div.print\\:hidden:has(h3)');
      document.title = skjult === null ? 'alt' : 'bare kvitteringen';
    };
  });
  await fane.getByRole('button', { name: 'Skriv ut kvitteringen' }).click();
  await expect(page).toHaveTitle('bare kvitteringen');
  const poststeder = foer.filter((sted) => /^\d{4} \p{L}/u.test(sted));
  expect(poststeder).not.toEqual([]);
  for (const sted of poststeder) await expect(fane).toContainText(sted, { ignoreCase: true });
  for (const sted of nye) await expect(fane).not.toContainText(sted, { ignoreCase: true });
  expect(
    (await listRaderAfter(before)).map(({ slag, handling, utfall }) => [slag, handling, utfall]),
  ).toEqual([
    ['INTENT', 'HENDELSESLISTE', null],
    ['DISCLOSED', 'HENDELSESLISTE', 'hendelserVist'],
    ['INTENT', 'HENDELSE', null],
    ['DISCLOSED', 'HENDELSE', 'funnet'],
  ]);
  await fane.getByRole('button', { name: 'Tilbake til hendelsene' }).click();
  // Until the document is put away there are its tables too.
  await expect(fane.getByRole('table')).toHaveCount(1);
  await expect(fane.locator(':focus')).toContainText('Hendelser er fulgt siden');

  // The stored receipt leads to the document too, and does so for nobody but her who opened it.
  await page.goto(`${office.portalUrl}/mine-oppslag`);
  await page
    .getByRole('button', { name: /^Vis kvittering/ })
    .first()
    .click();
  const feltet = page.getByText('Sekvensnummer i hendelseslisten').locator('..');
  await expect(feltet).toContainText(String(plass));
  const logg = await (await signInAs('personvernombud')).send('POST', '/api/revisjonslogg', {
    handling: 'HENDELSE',
  });
  expect(logg.status).toBe(200);
  expect(await logg.text()).not.toMatch(new RegExp(`"${plass}"|sekvensnummer`));
});

test('what a hendelse changed is named, and missing where the register does not say; the person is shown all the same', async ({
  page,
}) => {
  const { nummer, plass } = await findSomeone('1976', 'navneendring');
  await readFeed(plass);
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  await openPerson(page, nummer);
  const fane = await openFane(page, 'Hendelser');
  await fane.getByRole('button', { name: 'Vis hendelser' }).click();
  const navneendring = fane.getByRole('row', { name: /Endring i navn/ }).first();
  const aapne = navneendring.getByRole('button', { name: /Vis registeret da/ });
  const overskrift = fane.getByRole('heading', { name: /^Slik registeret viste det/ });

  await aapne.click();
  await expect(overskrift).toBeVisible();
  await expect(fane).toContainText(/Dette ble endret: .*Navn \(registrert\)/);
  await expect(fane.getByRole('heading', { level: 3 }).first()).toHaveText('Navn');
  await fane.getByText('Kvittering for det arkiverte dokumentet').click();
  await fane.getByText(/^Felt som ble vist/).click();
  await expect(fane.getByText(/Hva som ble gjort/)).toBeVisible();

  await fane.getByRole('button', { name: 'Tilbake til hendelsene' }).click();
  await startFeil({ feil: 'status-503', tjeneste: 'hendelsesdokument' });
  await aapne.click();
  await expect(overskrift).toBeVisible();
  await setScenario('normal');
  await expect(fane).toContainText('Registeret svarte ikke på hva som ble endret');
  await expect(fane.getByRole('heading', { name: 'Navn', exact: true })).toBeVisible();
});

/** What a user is given of a person: the kinds with their places, and the documents of some. */
async function readSom(bruker: string, nummer: string) {
  const client = await signInAs(bruker);
  const oppslag = await client.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  const sti = `/api/oppslag/${(await oppslag.json()).oppslagId}/hendelser`;
  const svar = await (await client.send('POST', sti, KONTEKST)).json();
  const plasser = new Map<string, string>(
    svar.hendelser.map(({ type, sekvensnummer }: Record<string, string>) => [type, sekvensnummer]),
  );
  const readDokument = async (sekvensnummer: string | undefined) =>
    (await client.send('POST', `${sti}/dokument`, { ...KONTEKST, sekvensnummer })).text();

  return { sti, typer: [...plasser.keys()], plasser, readDokument };
}

const FLYTTING = 'endringIBostedsadresse';
const BESKYTTET = 'endringIAdressebeskyttelse';
for (const [gradering, foedselsaar, medRett] of [
  ['fortrolig', '1974', [FLYTTING, BESKYTTET]],
  ['strengt-fortrolig', '1975', [BESKYTTET]],
] as const) {
  test(`Z-05: what happened to somebody ${gradering}, and how she was before, says nothing of where she lives`, async () => {
    const { nummer } = await findSomeone(foedselsaar, 'flytting');
    for (const handling of ['oppdatert', 'navneendring']) await happen(handling, nummer);
    const steder = listSteder(await getDokument(nummer));
    expect(steder.length).toBeGreaterThan(1);
    await readFeed((await happen(gradering, nummer)) ?? Number.NaN);
    const uten = await readSom('saksbehandler', nummer);
    const med = await readSom('saksbehandler-fortrolig', nummer);
    expect(uten.typer).toEqual(['endringINavn']);
    for (const type of [FLYTTING, BESKYTTET])
      expect(med.typer.includes(type), type).toBe(medRett.some((en) => en === type));
    for (const { readDokument, plasser } of [uten, med]) {
      const da = (await readDokument(plasser.get('endringINavn'))).toLowerCase();
      expect(da).toContain('"utfall":"funnet"');
      expect(da).toContain('"endret":[{"egenskap":"navn","entitetsendring":');
      for (const sted of steder) expect(da).not.toContain(sted.toLowerCase());
      if (gradering !== 'fortrolig' || plasser === uten.plasser)
        expect(da).not.toMatch(/fortrolig|"skjermet":true/);
    }
    // Those left out cannot be asked for by their place either.
    for (const plass of [...med.plasser.values()].filter((en) => en !== med.plasser.get('endringINavn')))
      expect(await uten.readDokument(plass)).toMatch(/^\{"utfall":"utenDokument"/);
    const andre = { 'saksbehandler-fortrolig': 404, analytiker: 403 };
    for (const [bruker, status] of Object.entries(andre))
      expect((await (await signInAs(bruker)).send('POST', uten.sti, KONTEKST)).status).toBe(status);
  });
}

test('a package whose feed is not followed is told so, and asks nothing', async ({ page }) => {
  await signIn(page, 'saksbehandler-finans');
  await chooseKontekst(page, 'Kontroll av kundens identitet og adresse');
  await openPerson(page, await getScenarioNummer('ordinaer-mor'));
  const fane = await openFane(page, 'Hendelser');
  await expect(fane).toContainText('Hendelser følges ikke for rettighetspakken du har valgt.');
  await expect(fane.getByRole('button')).toHaveCount(0);
});
