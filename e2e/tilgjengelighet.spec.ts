/** Every page, light and dark, wide and at 320 px: axe finds nothing, and nothing has to be scrolled sideways. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { listAxefunn } from './support/axe.ts';
import { chooseKontekst, openFane, openPerson, search, signIn, signInByHand } from './support/caseworker.ts';
import { happenAndRead } from './support/hendelser.ts';
import { createSak } from './support/kontroll.ts';
import { getScenarioNummer, office, setScenario } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { runAsOwner } from './support/revisjonslogg.ts';
import { fillBestilling, findUttrekkId, getTilstand, orderUttrekk } from './support/uttrekk.ts';

// Each walk is long and stands alone: the workers share them.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });
test.beforeAll(() => setScenario('normal'));
// A dialog that fades in has, for a moment, the colours of neither state.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

const SMAL = 320;
const BRED = 1280;
/** The rules whose answer the theme can change: the markup is the same in both. */
const FARGER = ['color-contrast', 'link-in-text-block'];

async function expectOrden(page: Page, navn: string, regler?: string[]): Promise<void> {
  expect(await listAxefunn(page, { regler }), navn).toEqual([]);
}

/** A page of somebody else's, beside the first. */
async function openSmal(browser: Browser): Promise<Page> {
  const viewport = { width: SMAL, height: 800 };

  return (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage();
}

/** Lays the page out anew in another width, or the same. */
async function setBredde(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scrollWidth, `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(width);
}

/**
 * Every rule, narrow and wide, and those of colours in the dark where there is room: a narrow screen has the same ones.
 * The page is left narrow, as every walk goes on: whoever has least room must reach everything.
 */
async function checkPage(page: Page, navn: string): Promise<void> {
  await setBredde(page, SMAL);
  await expectOrden(page, `${navn}, ${SMAL} px`);
  await setBredde(page, BRED);
  await expectOrden(page, `${navn}, ${BRED} px`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectOrden(page, `${navn}, dark`, FARGER);
  await page.emulateMedia({ colorScheme: 'light' });
  await setBredde(page, SMAL);
}

test('signing in and searching', async ({ page }) => {
  await setBredde(page, SMAL);
  await page.goto(`${office.portalUrl}/logg-inn`);
  await checkPage(page, 'logg-inn');
  await signInByHand(page, 'saksbehandler-fortrolig');
  await checkPage(page, 'velg formål');
  await page.goto(`${office.portalUrl}/logg-inn/igjen?error=feilet`);
  await checkPage(page, 'logg inn på nytt');
  await page.goto(`${office.portalUrl}/`);
  await chooseKontekst(page);
  await checkPage(page, 'søk');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Hurtigtaster' }).getByText('Neste fane')).toBeVisible();
  await checkPage(page, 'hurtigtaster');
  await page.keyboard.press('Escape');
  await search(page, { Navn: 'ETT', 'Fødselsnummer eller d-nummer': '123' });
  await checkPage(page, 'søk med feil');
  await page.getByRole('button', { name: 'Tøm skjemaet' }).click();
  await search(page, { Navn: 'FINNES NEPPE', Fødselsdato: '01.01.1990' });
  await expect(page.getByText('Referanse:')).toBeVisible();
  await checkPage(page, 'ingen treff');
  await page.goto(`${office.portalUrl}/finnes-ikke`);
  await checkPage(page, 'ikke funnet');
  await page.goto(`${office.portalUrl}/revisjonslogg`);
  await checkPage(page, 'ingen tilgang');
});

test('what has happened to a person, and how the register had her then', async ({ page }) => {
  await setBredde(page, SMAL);
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  const mor = await getScenarioNummer('ordinaer-mor');
  await happenAndRead('oppdatert', mor);
  await openPerson(page, mor);
  const hendelser = await openFane(page, 'Hendelser');
  await checkPage(page, 'før hendelsene');
  await hendelser.getByRole('button', { name: 'Vis hendelser' }).click();
  await expect(hendelser.getByRole('table')).toBeVisible();
  await checkPage(page, 'hendelser');
  await hendelser
    .getByRole('button', { name: /Vis registeret da/ })
    .first()
    .click();
  await expect(hendelser.getByRole('heading', { name: /^Slik registeret viste det/ })).toBeVisible();
  await checkPage(page, 'registeret etter en hendelse');
});

test('persons, and what one has looked up', async ({ page }) => {
  await setBredde(page, SMAL);
  await signIn(page, 'saksbehandler-fortrolig');
  await chooseKontekst(page);
  // Every tab of the two with most and oddest content, the first tab of the others.
  for (const scenario of [
    'ordinaer-mor',
    'fortrolig',
    'langt-navn',
    'uten-navn',
    'flyttet-ofte',
    'ukjente-verdier',
  ]) {
    await page.goto(`${office.portalUrl}/`);
    await openPerson(page, await getScenarioNummer(scenario));
    const tabs = await page.getByRole('tab').all();
    for (const tab of ['flyttet-ofte', 'ukjente-verdier'].includes(scenario) ? tabs : tabs.slice(0, 1)) {
      await tab.click();
      await checkPage(page, `${scenario}, ${await tab.innerText()}`);
    }
    if (scenario !== 'flyttet-ofte') continue;
    await page.getByRole('button', { name: 'Sammenlign med en annen dato' }).click();
    await checkPage(page, 'to datoer');
  }
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('skilt-og-gift-igjen'));
  const kontakt = await openFane(page, 'Kontakt');
  await kontakt.getByRole('button', { name: /^Hent fra/ }).click();
  await kontakt.getByText('Kvittering for kontaktopplysningene').click();
  await checkPage(page, 'kontaktopplysninger');
  await page.goto(`${office.portalUrl}/`);
  await expect(page.getByRole('link', { name: /^Oppslag kl/ }).first()).toBeVisible();
  await checkPage(page, 'søk med egne oppslag');
  await page.goto(`${office.portalUrl}/mine-oppslag`);
  await page
    .getByText(/^Vis \d+ rad/)
    .first()
    .click();
  await checkPage(page, 'mine oppslag');
  await page.getByRole('button', { name: 'Vis kvittering' }).first().click();
  await checkPage(page, 'kvittering for et tidligere oppslag');
  await page.goto(`${office.portalUrl}/`);
  await openPerson(page, await getScenarioNummer('skilt-og-gift-igjen'));
  await (await openFane(page, 'Familie')).getByText('Vis familien som tegning').click();
  await expect(page.getByText('Personen i oppslaget')).toBeVisible();
  await checkPage(page, 'familien tegnet');
});

test("the analyst's pages", async ({ page }) => {
  await setBredde(page, SMAL);
  await signIn(page, 'analytiker');
  await checkPage(page, 'uttrekk');
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await page.getByRole('button', { name: 'Kontroller bestillingen' }).click();
  await checkPage(page, 'nytt uttrekk med feil');
  await page.getByLabel('Bostedsadresse i kommune').check();
  await page.getByRole('combobox', { name: 'Kommuner' }).fill('os');
  await checkPage(page, 'nytt uttrekk, kommuner');
  await page.getByLabel('Formål').selectOption({ label: 'Statistikk og planlegging' });
  await checkPage(page, 'nytt uttrekk, opplysninger');
  await orderUttrekk(page, {
    navn: 'Tilgjengelig',
    kommune: 'Oslo',
    felter: ['Kjønn', 'Fødselsår', 'Bosted, kommunenummer'],
  });
  await checkPage(page, 'uttrekk i arbeid');
  await expect(getTilstand(page)).toHaveText('Klar', { timeout: 60_000 });
  await expect(page.getByRole('table', { name: 'Alder og kjønn' })).toBeVisible();
  await page.getByRole('button', { name: 'Kryptert zip med CSV' }).click();
  await expect(page.getByText('Passord til zip-filen:')).toBeVisible();
  await page.getByText('Slik kontrollerer mottakeren en fil').click();
  await expect(page.getByRole('button', { name: 'Kopier kommandoene' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Hold uttrekket oppdatert' }).check();
  await expect(page.getByText('Ingen personer har hatt endringer')).toBeVisible({ timeout: 60_000 });
  await checkPage(page, 'uttrekk som er klart');
  // Or the worker asks the register each minute, while others count what is asked.
  await page.getByRole('checkbox', { name: 'Hold uttrekket oppdatert' }).uncheck();
  await expect(page.getByText('Ingen personer har hatt endringer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Slett filene nå' }).click();
  await checkPage(page, 'spørsmål før sletting');
  await page.getByRole('dialog').getByRole('button', { name: 'Gå tilbake' }).last().click();
  await page.getByRole('button', { name: 'Bestill på nytt' }).click();
  await expect(page.getByRole('heading', { name: 'Kontroller bestillingen' })).toBeVisible();
  await checkPage(page, 'kontroll av bestilling');
  await page.getByRole('button', { name: 'Lagre som mal' }).click();
  await expect(page.getByText('Malen er lagret')).toBeVisible();
  await page.getByRole('link', { name: 'Alle uttrekk' }).click();
  await page.getByText('Bestill med jevne mellomrom').first().click();
  await checkPage(page, 'uttrekk med rader og maler');
});

test('lists and many numbers', async ({ page }) => {
  await setBredde(page, SMAL);
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  const smartfelt = page.getByLabel('Lim inn eller skriv det du har');
  await smartfelt.fill('03851598730, 41819077302');
  await checkPage(page, 'smart felt, flere numre');
  await smartfelt.fill('?');
  await page.keyboard.press('Enter');
  await checkPage(page, 'smart felt, uforstått');
  await page.getByRole('link', { name: 'Treffliste' }).click();
  await expect(page.getByRole('heading', { name: 'Treffliste' })).toBeVisible();
  await checkPage(page, 'treffliste');
  await page.getByLabel('Husnummer').fill('12345');
  await page.keyboard.press('Enter');
  await checkPage(page, 'treffliste med feil');
  await page.getByRole('button', { name: 'Tøm skjemaet' }).click();
  await page.getByLabel('Kjønn').selectOption({ label: 'Kvinne' });
  await page.getByLabel('Født fra og med år').fill('1960');
  await page.keyboard.press('Enter');
  await page
    .getByRole('checkbox', { name: /^Velg .+, / })
    .first()
    .check();
  await checkPage(page, 'treff');
  await page.getByRole('link', { name: 'Slå opp mange' }).click();
  await checkPage(page, 'bulk');
  await page.getByRole('button', { name: 'Kontroller listen' }).click();
  await checkPage(page, 'bulk uten numre');
  const numre = await Promise.all(['ordinaer-mor', 'fortrolig', 'langt-navn'].map(getScenarioNummer));
  await page.getByLabel('Fødselsnumre og d-numre').fill(`A\t${numre.join('\nB\t')}\nC\t1`);
  await page.getByRole('button', { name: 'Kontroller listen' }).click();
  await checkPage(page, 'bulk, velg kolonne');
  await page.getByRole('button', { name: 'Bruk kolonnen' }).click();
  await checkPage(page, 'bulk, kontrollert');
  await page.getByRole('button', { name: 'Slå opp 3 personer' }).click();
  await expect(page.getByText('3 av 3 er hentet')).toBeVisible();
  await checkPage(page, 'bulk, ferdig');
  await page.getByRole('button', { name: 'Ny liste' }).click();
  await checkPage(page, 'bulk, ny liste');
});

test('the revisjonslogg', async ({ page }) => {
  await setBredde(page, SMAL);
  await signIn(page, 'personvernombud');
  await page.goto(`${office.portalUrl}/revisjonslogg`);
  await page.getByRole('button', { name: 'Vis filtre', exact: true }).click();
  await page.getByLabel('Fødselsnummer eller d-nummer').fill('1');
  await page.getByRole('button', { name: 'Skjul filtre' }).click();
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  // What is wrong is on the screen, where it can be reached from the summary.
  await page.getByRole('link', { name: /må ha 11 siffer/ }).click();
  await expect(page.getByLabel('Fødselsnummer eller d-nummer')).toBeFocused();
  await checkPage(page, 'revisjonslogg med feil');
  await page.getByLabel('Fødselsnummer eller d-nummer').fill('');
  await page.getByLabel('Hvordan det gikk').selectOption('vist');
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  await expect(page.getByLabel('Hvordan det gikk', { exact: true })).toBeHidden();
  await page
    .getByText(/^Vis \d+ rad/)
    .first()
    .click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.getByText('Lagrede visninger').click();
  await page.getByText('Hva betyr dette?').click();
  await expect(page.getByLabel('Navn på visningen')).toBeVisible();
  await checkPage(page, 'revisjonslogg');
  await page.getByRole('button', { name: 'Hent som fil' }).click();
  await checkPage(page, 'revisjonslogg som fil');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Vis filtre (1 utfylt)' }).click();
  await page.getByLabel('Rettighetspakke').selectOption('privat-uten-folkeregisteridentifikator');
  await page.getByRole('button', { name: 'Vis loggen' }).click();
  await expect(page.getByRole('button', { name: /^Ta bort filteret Rettighetspakke/ })).toBeVisible();
  await setBredde(page, SMAL);
  await page.getByRole('link', { name: 'Innsyn', exact: true }).click();
  await page.getByRole('button', { name: 'Lag svaret' }).click();
  await checkPage(page, 'innsyn med feil');
  const nummer = await getScenarioNummer('ordinaer-mor');
  // Somebody has looked her up, whatever other tests have done.
  const saksbehandler = await signInAs('saksbehandler');
  await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  await page.getByLabel('Fødselsnummer og d-nummer').fill(nummer);
  await page.getByLabel('Hvorfor søker du i loggen?').fill('Personen har bedt om innsyn');
  await page.getByRole('button', { name: 'Lag svaret' }).click();
  await page.getByText('Hold tilbake et tilfelle for en tid').click();
  await page.getByText('Ta med navn på ansatte').click();
  await checkPage(page, 'innsyn, svaret');
});

test('kontroll', async ({ page, browser }) => {
  await setBredde(page, SMAL);
  const { sakId } = await createSak();
  await signIn(page, 'personvernombud');
  await page.goto(`${office.portalUrl}/kontroll`);
  await expect(page.getByText('Forfalt', { exact: true }).first()).toBeVisible();
  await checkPage(page, 'kontroll');
  await page.goto(`${office.portalUrl}/kontroll/${sakId}`);
  await page.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(page.getByText('Teksten må ha minst 10 tegn')).toBeVisible();
  await checkPage(page, 'sak til kontroll med feil');
  await page.getByLabel('Be den ansatte om en forklaring').check();
  await page.getByLabel('Spørsmål til den ansatte').fill('Hvorfor slo du opp denne personen?');
  await page.getByRole('button', { name: 'Send spørsmålet' }).click();
  await expect(page.getByRole('heading', { name: 'Vurderinger' })).toBeVisible();
  await checkPage(page, 'sak til kontroll, spurt');
  await page.goto(`${office.portalUrl}/kontroll/statistikk`);
  await expect(page.getByRole('table', { name: 'Regler' })).toBeVisible();
  await checkPage(page, 'tall for kontroll');
  const ansatt = await openSmal(browser);
  await signIn(ansatt, 'saksbehandler');
  await ansatt.goto(`${office.portalUrl}/forklaring/${sakId}`);
  await expect(ansatt.getByLabel('Svaret ditt')).toBeVisible();
  await checkPage(ansatt, 'forklaring');
  await ansatt.getByLabel('Svaret ditt').fill('Jeg behandlet en søknad fra henne.');
  await ansatt.getByRole('button', { name: 'Send svaret' }).click();
  await expect(ansatt.getByRole('heading', { name: 'Svaret ditt er sendt' })).toBeVisible();
});

test('the draws of a unit', async ({ page }) => {
  await setBredde(page, SMAL);
  await createSak('stikkproeve');
  await signIn(page, 'leder');
  await page.goto(`${office.portalUrl}/kontroll/enhet`);
  const trukket = page.getByRole('article').first();
  await trukket.getByRole('button', { name: 'Send svaret' }).click();
  await trukket.getByLabel('Jeg kan ikke bekrefte det').check();
  await trukket.getByRole('button', { name: 'Send svaret' }).click();
  await checkPage(page, 'stikkprøver med feil');
});

test('the pages of access', async ({ page }) => {
  await signInAs('saksbehandler');
  await setBredde(page, SMAL);
  await signIn(page, 'administrator');
  await page.goto(`${office.portalUrl}/tilgang`);
  await page.getByRole('link', { name: 'Ryddig Administrator' }).waitFor();
  await checkPage(page, 'tilgang');
  await page.getByRole('link', { name: 'Stødig Saksbehandler' }).click();
  await page.getByRole('button', { name: 'Gi rettigheten' }).click();
  await checkPage(page, 'brukerens tilgang med feil');
  await page.getByRole('button', { name: 'Sperr brukeren' }).click();
  await checkPage(page, 'spørsmål før sperring');
  await page.goto(`${office.portalUrl}/tilgang/enheter`);
  await page.getByRole('button', { name: 'Opprett enheten' }).click();
  await checkPage(page, 'enheter med feil');
  await page.goto(`${office.portalUrl}/tilgang/gjennomgang`);
  await page.getByRole('button', { name: 'Start gjennomgangen' }).click();
  await checkPage(page, 'gjennomgang med feil');
  await page.goto(`${office.portalUrl}/tilgang/matrise`);
  await checkPage(page, 'matrise');
  await page.goto(`${office.portalUrl}/tilgang/pakker`);
  await checkPage(page, 'to pakker');
  await page.goto(`${office.portalUrl}/tilgang/vis-som`);
  await page.getByRole('button', { name: 'Vis eksempelet' }).click();
  await expect(page.getByRole('tablist')).toBeVisible();
  await checkPage(page, 'vis som');
});

test('what a leader and an orderer must decide, at 320 px', async ({ page, browser }) => {
  const viewport = { width: SMAL, height: 800 };
  await setBredde(page, SMAL);
  await signIn(page, 'analytiker-to');
  await page.goto(`${office.portalUrl}/uttrekk/ny`);
  await fillBestilling(page, { navn: 'Skal avgjøres', kommune: 'Oslo' });
  const id = findUttrekkId(page);
  // Straight to each state: how it comes there is told elsewhere.
  const setTilstand = (felter: string) =>
    runAsOwner(`update uttrekk.uttrekk set ${felter}, versjon = versjon + 1 where id = $1`, [id]);
  await setTilstand("tilstand = 'venterPaaGodkjenning', godkjenningsgrunner = '{mange,skillerUt}'");
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const leder = await context.newPage();
  await signIn(leder, 'leder');
  await expect(leder.getByRole('link', { name: 'Skal avgjøres' })).toBeVisible();
  await checkPage(leder, 'det en leder skal avgjøre');
  await leder.getByRole('link', { name: 'Skal avgjøres' }).click();
  await leder.getByRole('button', { name: 'Godkjenn', exact: true }).click();
  await expect(leder.getByLabel('Begrunnelse for avgjørelsen')).toBeFocused();
  await checkPage(leder, 'godkjenning uten begrunnelse');
  await context.close();
  await setTilstand("tilstand = 'ukjent'");
  await page.reload();
  await page.getByRole('button', { name: 'Bekreft' }).click();
  await expect(page.getByLabel('Hvorfor velger du dette?')).toBeFocused();
  await checkPage(page, 'bestilling som må avklares');
  await setTilstand("tilstand = 'henter', oenske = 'pause', feil = 'diskFull'");
  await page.reload();
  await expect(page.getByText('Det er ikke plass til mer på disken.').first()).toBeVisible();
  await checkPage(page, 'uttrekk som har stanset');
  await setTilstand("tilstand = 'avbrutt'");
});
