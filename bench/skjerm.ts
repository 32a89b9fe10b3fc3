/**
 * What the screen costs in a browser: from the search is sent until the person is painted, from one tab or day to the
 * next, and a person with hundreds of earlier entries. The register takes 30 ms to answer; the same persons asked for
 * straight at it, in the same run, tell how much of the wait is its own.
 */
import { loadavg } from 'node:os';
import path from 'node:path';
import { type FirstLoad, measureFirstLoad, showFirstLoad } from '../scripts/first-load.ts';
import { NUMMER } from '../simulator/befolkning/scenarioer/nummer.ts';
import type { BenchResultat } from './kjoer.ts';
import { getPercentile, type Maaling, measure } from './measure.ts';
import { type Saksbehandler, startSaksbehandler, type Tid } from './nettleser.ts';
import { type BenchOffice, startBenchOffice } from './office.ts';
import { ANTALL, createDirect, FROE, listNummer } from './oppslag.ts';
import {
  type Historikk,
  measureDatoer,
  measureFaner,
  measureHistorikk,
  measureSoek,
} from './skjerm-maalinger.ts';

const FORSINKELSE_MS = 30;
const DIREKTE_MS = 4_000;
const OPPSLAG = 60;
const TOMME_KLIKK = 50;
/** Enough for the portal and the browser to have compiled what runs often. */
const WARM_OPPSLAG = 15;
const TIDLIGERE = 300;
const MAANED_MIN = 30 * 24 * 60;
const GRENSE = { soekMs: 200, bytteMs: 50, skriptMs: 100 };

const ROOT = path.join(import.meta.dirname, '..');
async function sendKontroll(office: BenchOffice, method: string, sti: string, body: object): Promise<void> {
  const svar = await fetch(`${office.kontrollUrl}${sti}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!svar.ok) throw new Error(`${method} ${sti}: ${svar.status} ${await svar.text()}`);
}

/** The same persons asked for straight at the register, on warm connections and one at a time. */
async function measureDirekte(office: BenchOffice, numre: readonly string[]): Promise<Maaling> {
  const direkte = createDirect(office.registerUrl, office.pki, true);
  try {
    const maaling = await measure(direkte.call, numre, { samtidige: 1, varighetMs: DIREKTE_MS });
    return { navn: direkte.name, samtidige: 1, ...maaling };
  } finally {
    await direkte.close();
  }
}

/** Lets the register move somebody who lives alone once a month, so that she has that many earlier addresses. */
async function createHistorikk(office: BenchOffice, nummer: string): Promise<void> {
  await sendKontroll(office, 'PUT', '/hendelser/takt', { perMinutt: 0 });
  for (let antall = 0; antall < TIDLIGERE; antall += 1) {
    await sendKontroll(office, 'POST', '/klokke/frem', { minutter: MAANED_MIN });
    await sendKontroll(office, 'POST', '/hendelser', { handling: 'flytting', nummer });
  }
}

type Maalt = {
  travelt: number;
  direkte: Maaling;
  tomtKlikk: Tid[];
  soek: Tid[];
  faner: { foerste: Tid[]; igjen: Tid[] };
  datoer: Tid[];
  historikk: Historikk;
  sider: FirstLoad[];
};

async function measureAlt(
  office: BenchOffice,
  saksbehandler: Saksbehandler,
): Promise<Omit<Maalt, 'travelt'>> {
  await sendKontroll(office, 'POST', '/feil', { feil: 'forsinkelse-ms', verdi: FORSINKELSE_MS });
  const numre = listNummer();
  const maalte = numre.slice(WARM_OPPSLAG, WARM_OPPSLAG + OPPSLAG);
  await measureSoek(saksbehandler, numre.slice(0, WARM_OPPSLAG));
  const soek = await measureSoek(saksbehandler, maalte);
  const direkte = await measureDirekte(office, maalte);
  const tomtKlikk: Tid[] = [];
  for (let klikk = 0; klikk < TOMME_KLIKK; klikk += 1) tomtKlikk.push(await saksbehandler.timeTomtKlikk());
  const faner = await measureFaner(saksbehandler);
  const datoer = await measureDatoer(saksbehandler, NUMMER['flyttet-ofte']);
  await createHistorikk(office, NUMMER['samisk-navn']);
  const historikk = await measureHistorikk(saksbehandler, NUMMER['samisk-navn']);
  return { direkte, tomtKlikk, soek, faner, datoer, historikk, sider: measureFirstLoad(ROOT) };
}

/** Starts an office and a browser of its own, and measures everything in turn. */
export async function kjoer(): Promise<BenchResultat> {
  const [travelt = 0] = loadavg();
  const office = await startBenchOffice({ antall: ANTALL, froe: FROE });
  try {
    const saksbehandler = await startSaksbehandler(office);
    try {
      return toResultat({ travelt, ...(await measureAlt(office, saksbehandler)) });
    } finally {
      await saksbehandler.close();
    }
  } finally {
    await office.stop();
  }
}

const toMs = (tider: readonly Tid[], felt: keyof Tid): number[] => tider.map((tid) => tid[felt]);
const show = (ms: number): string => `${ms.toFixed(0)} ms`;

function toMaaling(navn: string, ms: number[]): Maaling {
  return { navn, samtidige: 1, ms, varighetMs: ms.reduce((sum, et) => sum + et, 0) };
}

/** How long 19 of 20 took, against a limit. */
function toForhold(hva: string, ms: readonly number[], grense: number) {
  const p95 = getPercentile(ms, 0.95);
  return {
    tekst: `${hva}: ${show(p95)} eller mindre i 19 av 20; grensen er ${grense} ms`,
    holder: p95 < grense,
  };
}

function toResultat({
  travelt,
  direkte,
  tomtKlikk,
  soek,
  faner,
  datoer,
  historikk,
  sider,
}: Maalt): BenchResultat {
  const registerets = getPercentile(direkte.ms, 0.5);
  const overRegisteret = toMs(soek, 'vistMs').map((ms) => ms - registerets);
  const skript = Object.values(historikk).map((tider) => getPercentile(toMs(tider, 'skriptMs'), 0.5));
  const tyngst = Math.max(...skript);
  return {
    tittel: 'Skjermen',
    beskrivelse: `Portalen i Chromium, fra det saksbehandleren gjør til det er tegnet på skjermen, med nettleserens egen klokke. Registeret er simulatoren med ${FORSINKELSE_MS} ms forsinkelse; de samme personene spurt om rett mot registeret i samme kjøring forteller hvor mye av ventetiden som er registerets, og et klikk på en tom side hvor mye som er maskinens. Skripttid er prosessortiden som hovedtråden brukte på JavaScript. Alle prosesser deler maskinen. Da målingen begynte, ville ${travelt.toFixed(1).replace('.', ',')} andre prosesser ha maskinen; uten last er tallet under 0,5.`,
    maalinger: [
      direkte,
      toMaaling('søk sendt til person vist', toMs(soek, 'vistMs')),
      toMaaling('et klikk på en tom side', toMs(tomtKlikk, 'vistMs')),
      toMaaling('fane åpnet første gang', toMs(faner.foerste, 'vistMs')),
      toMaaling('tilbake til fane', toMs(faner.igjen, 'vistMs')),
      toMaaling('ny dato', toMs(datoer, 'vistMs')),
      ...Object.entries(historikk).map(([hva, tider]) =>
        toMaaling(`${TIDLIGERE} tidligere adresser: ${hva}, skripttid`, toMs(tider, 'skriptMs')),
      ),
    ],
    forhold: [
      toForhold('Søk sendt til person vist, over registerets tid', overRegisteret, GRENSE.soekMs),
      toForhold('Bytte av fane', toMs([...faner.foerste, ...faner.igjen], 'vistMs'), GRENSE.bytteMs),
      toForhold('Valg av dato', toMs(datoer, 'vistMs'), GRENSE.bytteMs),
      {
        tekst: `En person med ${TIDLIGERE} tidligere adresser: ${show(tyngst)} skripttid i den tyngste visningen; grensen er ${GRENSE.skriptMs} ms`,
        holder: tyngst < GRENSE.skriptMs,
      },
      ...sider
        .filter(({ budget }) => budget !== null)
        .map((side) => ({
          tekst: `JavaScript ved første åpning, pakket: ${showFirstLoad(side)}`,
          holder: side.bytes <= (side.budget ?? 0),
        })),
    ],
  };
}
