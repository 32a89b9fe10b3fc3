/** What a caseworker does at the screen, one thing after the other, each measured. */
import { NUMMER } from '../simulator/befolkning/scenarioer/nummer.ts';
import type { Saksbehandler, Tid } from './nettleser.ts';

const RUNDER = 5;

/** Persons about whom the register says a lot. */
const MED_MYE = [
  NUMMER['flyttet-ofte'],
  NUMMER['ordinaer-mor'],
  NUMMER['skilt-og-gift-igjen'],
  NUMMER['under-vergemaal'],
  NUMMER['dnummer-til-foedselsnummer'],
];

/** Every tab of a person by its id, with what stands in it when it is there. */
const FANER: readonly (readonly [navn: string, innhold: string])[] = [
  ['identitet', 'h3'],
  ['adresser', 'h3'],
  ['familie', 'h3'],
  ['sivilstand', 'h3'],
  ['status', 'h3'],
  ['flytting', 'h3'],
  ['vergemaal', 'h3'],
  ['kontakt', 'h3'],
  ['tidslinje', 'ol > li'],
  ['perDato', '#per-dato'],
  ['oversikt', 'h3'],
];

/** Looks each number up from the search. */
export async function measureSoek(saksbehandler: Saksbehandler, numre: readonly string[]): Promise<Tid[]> {
  const tider: Tid[] = [];
  for (const nummer of numre) {
    await saksbehandler.openSoek();
    tider.push(await saksbehandler.slaaOpp(nummer));
  }
  return tider;
}

function openFane({ page, time }: Saksbehandler, navn: string, innhold: string): Promise<Tid> {
  const panel = `[role=tabpanel][id$="-panel-${navn}"]:not([hidden])`;
  const fane = page.locator(`[role=tab][id$="-tab-${navn}"]`);
  return time(() => fane.click(), 'click', { selector: `${panel} :is(${innhold})` });
}

/** Every tab of each person opened for the first time, and then gone back to. */
export async function measureFaner(saksbehandler: Saksbehandler) {
  const foerste: Tid[] = [];
  const igjen: Tid[] = [];
  for (const nummer of MED_MYE) {
    await saksbehandler.openSoek();
    await saksbehandler.slaaOpp(nummer);
    for (const [navn, innhold] of FANER) foerste.push(await openFane(saksbehandler, navn, innhold));
    for (const [navn, innhold] of FANER) igjen.push(await openFane(saksbehandler, navn, innhold));
  }
  return { foerste: foerste.filter((_, i) => (i + 1) % FANER.length !== 0), igjen };
}

/** Sixty days written one after the other. */
export async function measureDatoer(saksbehandler: Saksbehandler, nummer: string): Promise<Tid[]> {
  const { page, time } = saksbehandler;
  await saksbehandler.openSoek();
  await saksbehandler.slaaOpp(nummer);
  await openFane(saksbehandler, 'perDato', '#per-dato');
  const dato = page.locator('#per-dato');
  const tider: Tid[] = [];
  for (let aar = 1960; aar < 2020; aar += 1)
    tider.push(
      await time(() => dato.fill(`01.02.${aar}`), 'input', { selector: 'h2', tekst: `1. februar ${aar}` }),
    );
  return tider;
}

export type Historikk = { person: Tid[]; adresser: Tid[]; tidslinje: Tid[]; perDato: Tid[] };

/** The views of somebody with a long history, each opened for the first time. */
export async function measureHistorikk(saksbehandler: Saksbehandler, nummer: string): Promise<Historikk> {
  const historikk: Historikk = { person: [], adresser: [], tidslinje: [], perDato: [] };
  for (let runde = 0; runde < RUNDER; runde += 1) {
    await saksbehandler.openSoek();
    historikk.person.push(await saksbehandler.slaaOpp(nummer));
    historikk.adresser.push(await openFane(saksbehandler, 'adresser', 'tbody > tr:nth-child(60)'));
    historikk.tidslinje.push(await openFane(saksbehandler, 'tidslinje', 'ol > li'));
    historikk.perDato.push(await openFane(saksbehandler, 'perDato', '#per-dato'));
  }
  return historikk;
}
