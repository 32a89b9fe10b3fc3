/**
 * Every named person of the register, looked up by a caseworker: what she must be able to see stands on the page, in
 * words. A person that the register gets besides must get a row here.
 */
import { expect, test } from '@playwright/test';
import { chooseKontekst, openFane, openPerson, signIn } from './support/caseworker.ts';
import { listScenarioer, setScenario } from './support/office.ts';

/** By scenario: the tab to open, and what stands in it. `Hodet` is the head and the banners above the tabs. */
const VENTET: Readonly<Record<string, readonly (readonly [fane: string, tekst: string | RegExp])[]>> = {
  'ordinaer-mor': [['Familie', '218612 92476']],
  'ordinaer-far': [['Sivilstand', '128384 42208']],
  'ordinaert-barn-1': [
    ['Familie', '059182 42513'],
    ['Identitet', 'Født alene'],
  ],
  'ordinaert-barn-2': [['Oversikt', /Mødre\s*1\s*Fedre\s*1/]],
  'flyttet-ofte': [
    ['Adresser', 'Tidligere (11)'],
    ['Flytting', 'Göteborg'],
  ],
  navneendring: [['Identitet', /FRODIG\s*SYKKELBJELLE/]],
  'skilt-og-gift-igjen': [['Sivilstand', /Gift[\s\S]*Skilt[\s\S]*Separert[\s\S]*Gift[\s\S]*Ugift/]],
  'skilt-og-gift-igjen-tidligere': [['Sivilstand', /Skilt[\s\S]*308475 42507/]],
  'skilt-og-gift-igjen-ny': [['Sivilstand', /Gift[\s\S]*308475 42507[\s\S]*Ugift/]],
  'tvilling-1': [['Identitet', 'Barn nummer 1 av 2 i samme fødsel']],
  'tvilling-2': [['Identitet', 'Barn nummer 2 av 2 i samme fødsel']],
  'tvilling-mor': [['Familie', /019208 92228[\s\S]*019208 92570/]],
  'delt-bosted-barn': [['Adresser', /Måkeberget 12[\s\S]*Delt bosted[\s\S]*Teglkroken 40C/]],
  'delt-bosted-mor': [['Familie', /Felles[\s\S]*168514 92503/]],
  'delt-bosted-far': [['Adresser', 'Teglkroken 40C']],
  'under-vergemaal': [
    ['Hodet', /Under vergemål\s*Begrenset rettslig handleevne/],
    ['Vergemål', /Bank: representasjon i dagligbank[\s\S]*FORHENVÆRENDE VERGE/],
  ],
  fremtidsfullmakt: [['Vergemål', /Statsforvaltaren i Vestland[\s\S]*BETRODD NØKKELKNIPPE/]],
  fortrolig: [['Adresser', /Bostedsadresse\s*Ingen opplysninger å vise/]],
  'strengt-fortrolig': [['Adresser', /Postadresse\s*Ingen opplysninger å vise/]],
  klientadresse: [['Adresser', /Ingen gjeldende opplysninger[\s\S]*Kløverenga 6/]],
  'dnummer-til-foedselsnummer': [
    ['Hodet', 'Flere identifikasjonsnummer'],
    ['Identitet', /Personen har hatt flere nummer[\s\S]*D-nummer\s*Opphørt/],
    ['Flytting', 'Gdańsk'],
  ],
  'inaktivt-dnummer': [
    ['Hodet', 'Inaktiv'],
    ['Identitet', '201405760505'],
    ['Adresser', 'Bærhagen 3'],
  ],
  utflyttet: [
    ['Hodet', 'Utflyttet'],
    ['Flytting', /Spania[\s\S]*Alicante/],
  ],
  'doed-med-doedsbo': [
    ['Hodet', /Personen er død\s*Dødsdato: 14. mars 2025/],
    ['Kontakt', /NØYAKTIG PARAGRAF[\s\S]*ADVOKATFIRMAET PRØVE OG FEIL/],
  ],
  'annullert-doedsfall': [
    ['Hodet', /79 år|8\d år/],
    ['Status', /Bosatt[\s\S]*Dødsfall\s*Ikke registrert/],
  ],
  'opphoert-dublett': [
    ['Hodet', 'Personen har et annet nummer nå'],
    ['Identitet', /028381 42527[\s\S]*038381 42566/],
  ],
  'falsk-identitet': [
    ['Hodet', 'Registeret sier at identiteten er falsk'],
    ['Identitet', 'VIRKELIG ANSIKT'],
  ],
  'utenlandsk-adresse': [['Adresser', /GLOBUS C\/O KARTVERK[\s\S]*Tyskland[\s\S]*Kosovo/]],
  'ukjent-bosted': [['Adresser', /Ukjent bosted\s*Ja\s*Bostedskommune\s*Tromsø/]],
  'uten-navn': [
    ['Hodet', /Uten navn[\s\S]*Fødselsdato er ikke registrert[\s\S]*Identiteten er opphørt/],
    ['Status', 'Opphørt'],
  ],
  'nyfoedt-midlertidig-navn': [['Identitet', 'Navnet er midlertidig']],
  'samisk-navn': [['Hodet', 'ČAPPA ŠERDDON ŊÁVDI-ŽŦUOŦŦA']],
  'langt-navn': [['Identitet', /Forkortet navn\s*LANGSTRAKT/]],
  'foedselsdato-avviker': [
    ['Hodet', '24. desember 1998'],
    ['Identitet', 'Fødselsdatoen er en annen enn den nummeret er laget av'],
  ],
  'kommunereform-uten-flytting': [['Adresser', '2 registerendringer']],
  'ukjente-verdier': [
    ['Status', 'fjernarbeidende (ukjent for portalen)'],
    ['Andre', /vegadresse\.poststed\.sone\.kode\s*ukjentFelt-sone/],
  ],
  'bare-foedselsaar': [
    ['Hodet', 'Født i 1956'],
    ['Identitet', 'registrert med bare fødselsår'],
  ],
  'fiendtlig-navn': [['Hodet', '<script>alert("navn")</script> =HYPERLINK']],
};

test('every named person is found, and what is special about each is said on the page', async ({ page }) => {
  test.setTimeout(180_000);
  await setScenario('normal');
  const personer = await listScenarioer();
  expect(personer.map(({ navn }) => navn).toSorted()).toEqual(Object.keys(VENTET).toSorted());
  await signIn(page, 'saksbehandler');
  await chooseKontekst(page);
  for (const { navn, nummer } of personer)
    await test.step(navn, async () => {
      await openPerson(page, nummer);
      for (const [fane, tekst] of VENTET[navn] ?? [])
        await expect(fane === 'Hodet' ? page.locator('main') : await openFane(page, fane)).toContainText(
          tekst,
        );
      await page.getByRole('navigation').getByRole('link', { name: 'Søk' }).click();
      await expect(page.getByRole('heading', { name: 'Finn én person' })).toBeVisible();
    });
});
