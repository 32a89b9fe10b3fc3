/**
 * The revisjonslogg from the command line:
 *
 *   npm run revisjonslogg -- verify [--full | --since TIDSPUNKT | --entry RAD]
 *   npm run revisjonslogg -- verify --dump MAPPE --noekkel NØKKEL [--vitne MAPPE]
 *   npm run revisjonslogg -- dump --til MAPPE --sak REFERANSE
 *   npm run revisjonslogg -- slett --maaned 2021-03 --sak REFERANSE
 *   npm run revisjonslogg -- brudd --fil FIL --sak REFERANSE [--bruker NAVN] [--sesjon RAD] [--uttrekk ID] [--fra TID] [--foer TID]
 *   npm run revisjonslogg -- noekkel
 *
 * verify ends with 0 when nothing is wrong, 2 when something is, 3 when it cannot be decided. What it found stands on
 * standard output, one sentence a line.
 */
import { existsSync } from 'node:fs';
import { parseKontrollnoekkel, UgyldigNoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createBevis } from '#lib/server/revisjonslogg/verifisering/create-bevis.ts';
import { withDatabasekilde } from '#lib/server/revisjonslogg/verifisering/database-kilde.ts';
import { openDump, writeDump } from '#lib/server/revisjonslogg/verifisering/dump.ts';
import type { Funn } from '#lib/server/revisjonslogg/verifisering/funn.ts';
import type { Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';
import { verify } from '#lib/server/revisjonslogg/verifisering/verify.ts';
import { Bruksfeil, runProgram } from './bruksfeil.ts';
import { readNoekkel } from './read-noekkel.ts';
import { withHandling, withInstallasjon } from './revisjonslogg/installasjon.ts';
import { BRUK, parseValg, type Valg } from './revisjonslogg/parse-valg.ts';
import { runBrudd } from './revisjonslogg/run-brudd.ts';
import { runSlett } from './revisjonslogg/run-slett.ts';
import { showFunn } from './revisjonslogg/show-funn.ts';

const INGEN_FUNN = 0;
const FUNN = 2;
const UAVGJORT = 3;
/** Sentences that are printed; of more than these only the number. */
const MAKS_LINJER = 1_000;
const UTEN_BEVIS = {
  'ikke-forseglet': 'er ikke forseglet.',
  borte: 'finnes ikke lenger: verify sier om den er slettet etter reglene.',
  'stemmer-ikke': 'stemmer ikke med det som er forseglet.',
};

type Sak = { kilde: Kilde; offentlig: string; vitne: string | null };

function conclude(antall: number, hasSjekkpunkt: boolean, vitne: string | null): number {
  if (antall > 0) {
    console.log(`${antall} funn: loggen er endret utenom portalen.`);
    return FUNN;
  }
  if (!hasSjekkpunkt) {
    console.log('Uavgjort: loggen er ikke forseglet, så det er ingenting å holde den mot.');
    return UAVGJORT;
  }
  if (vitne === null) {
    console.log('Uavgjort: ingen funn, men uten vitne kan ingen se om slutten av loggen er borte.');
    return UAVGJORT;
  }
  console.log('Ingen funn.');
  return INGEN_FUNN;
}

async function runVerify(
  { kilde, offentlig, vitne }: Sak,
  siden: string | null,
): Promise<{ kode: number; antall: number }> {
  let antall = 0;
  const meld = (funn: Funn): void => {
    antall += 1;
    if (antall <= MAKS_LINJER) console.log(showFunn(funn));
  };
  const noekler = [parseKontrollnoekkel(offentlig)];
  const { rader, siste } = await verify({ kilde, noekler, vitne, siden, meld });
  if (antall > MAKS_LINJER) console.log(`… og ${antall - MAKS_LINJER} til.`);
  console.log(
    `Kontrollert: ${rader} forseglede rader, til og med ${siste?.tidspunkt ?? 'ingen sjekkpunkt'}.`,
  );

  return { kode: conclude(antall, siste !== null, vitne), antall };
}

async function runEntry(
  { kilde, offentlig, vitne }: Sak,
  id: string,
): Promise<{ kode: number; antall: number }> {
  const result = await createBevis(kilde, id, [parseKontrollnoekkel(offentlig)], vitne);
  if ('bevis' in result) {
    process.stdout.write(result.bevis);
    return { kode: INGEN_FUNN, antall: 1 };
  }
  console.error(`Rad ${id} ${UTEN_BEVIS[result.grunn]}`);

  return { kode: result.grunn === 'stemmer-ikke' ? FUNN : UAVGJORT, antall: 0 };
}

const runSak = (sak: Sak, valg: Valg) =>
  valg.entry === undefined ? runVerify(sak, valg.since ?? null) : runEntry(sak, valg.entry);

async function runOffline(mappe: string, valg: Valg): Promise<number> {
  if (!existsSync(mappe)) throw new Bruksfeil(`Mappen ${mappe} finnes ikke.`);
  if (!valg.noekkel)
    throw new Bruksfeil('Oppgi den offentlige nøkkelen, eller en fil med den, med --noekkel.');
  const sak = { kilde: openDump(mappe), offentlig: readNoekkel(valg.noekkel), vitne: valg.vitne ?? null };

  return (await runSak(sak, valg)).kode;
}

function runOnline(valg: Valg): Promise<number> {
  return withInstallasjon(({ forsegler, logg, offentlig, vitne }) =>
    withHandling(logg, 'KONTROLLER_REVISJONSLOGG', valg.sak ?? null, async () => {
      const sak = {
        offentlig: valg.noekkel ? readNoekkel(valg.noekkel) : offentlig,
        vitne: valg.vitne ?? vitne,
      };
      const { kode, antall } = await withDatabasekilde(forsegler, (kilde) => runSak({ ...sak, kilde }, valg));

      return { result: kode, utfall: kode === FUNN ? 'funn' : 'ingenFunn', antall };
    }),
  );
}

function runDump({ til, sak }: Valg): Promise<number> {
  if (!til || !sak) throw new Bruksfeil('Oppgi mappen med --til og saken det gjelder med --sak.');
  if (existsSync(til)) throw new Bruksfeil(`${til} finnes allerede: oppgi en mappe som ikke gjør det.`);

  return withInstallasjon(({ forsegler, logg }) =>
    withHandling(logg, 'EKSPORTER_REVISJONSLOGG', sak, async () => {
      await withDatabasekilde(forsegler, (kilde) => writeDump(kilde, til));
      console.log(`Loggen er skrevet til ${til}.`);

      return { result: INGEN_FUNN, utfall: 'vist', antall: 0 };
    }),
  );
}

await runProgram(async () => {
  const { kommando, valg } = parseValg(process.argv.slice(2));
  try {
    if (kommando === 'verify') return await (valg.dump ? runOffline(valg.dump, valg) : runOnline(valg));
    if (kommando === 'dump') return await runDump(valg);
    if (kommando === 'slett') {
      const { maaned, sak } = valg;
      if (!maaned || !sak)
        throw new Bruksfeil('Oppgi måneden med --maaned og saken vedtaket står i med --sak.');
      return await withInstallasjon((installasjon) => runSlett(installasjon, maaned, sak));
    }
    if (kommando === 'brudd') return await runBrudd(valg);
    if (kommando === 'noekkel') {
      return await withInstallasjon(async ({ offentlig }) => {
        console.log(offentlig);
        return 0;
      });
    }
  } catch (error) {
    if (error instanceof UgyldigNoekkel)
      throw new Bruksfeil('Nøkkelen er ikke en offentlig nøkkel for en logg.');
    throw error;
  }
  throw new Bruksfeil(BRUK);
});
