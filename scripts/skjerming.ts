/**
 * The skjermingsliste from the command line:
 *
 *   npm run skjerming -- import FIL --sak REFERANSE
 *
 * The file is CSV with a fødselsnummer or d-nummer first in each line. It takes the place of the list before it, whole or not
 * at all, and bites at the next oppslag. Only how many there are stands in the revisjonslogg.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSkjermingsliste } from '#lib/domain/personregel/parse-skjermingsliste.ts';
import { createPool } from '#lib/server/db/pool.ts';
import { replaceSkjermingsliste } from '#lib/server/personregel/skjermingsliste.ts';
import { Bruksfeil, runProgram } from './bruksfeil.ts';
import { type Installasjon, withHandling, withInstallasjon } from './revisjonslogg/installasjon.ts';

const BRUK = 'Bruk: npm run skjerming -- import FIL --sak REFERANSE';
/** Lines that are named; of more than these only the number. */
const MAKS_LINJER = 10;

function parseValg(args: string[]): { fil: string; sak: string } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { sak: { type: 'string' } },
    });
    const [kommando, fil, ...flere] = positionals;
    if (kommando === 'import' && fil && values.sak && flere.length === 0) return { fil, sak: values.sak };
  } catch {
    throw new Bruksfeil(`Ukjent valg. ${BRUK}`);
  }
  throw new Bruksfeil(BRUK);
}

function showLinjer(linjer: readonly number[]): string {
  const resten = linjer.length > MAKS_LINJER ? ` og ${linjer.length - MAKS_LINJER} til` : '';

  return `${linjer.slice(0, MAKS_LINJER).join(', ')}${resten}`;
}

/** @throws Bruksfeil when the file is not a list that this installation may have; the list before it stands */
function readListe(fil: string): string[] {
  if (!existsSync(fil)) throw new Bruksfeil(`Filen ${fil} finnes ikke.`);
  const { numre, feil, virkelige } = parseSkjermingsliste(readFileSync(fil, 'utf8'));
  if (feil.length > 0) {
    throw new Bruksfeil(
      `Ingenting er lagt inn. Disse linjene begynner ikke med et gyldig nummer: ${showLinjer(feil)}.`,
    );
  }
  if (virkelige.length > 0 && process.env.FREG_MILJOE !== 'produksjon') {
    throw new Bruksfeil(
      `Ingenting er lagt inn. Disse linjene kan gjelde virkelige personer: ${showLinjer(virkelige)}. Bare en installasjon mot produksjonsregisteret kan ha dem: sett FREG_MILJOE=produksjon der.`,
    );
  }
  if (numre.length === 0) throw new Bruksfeil('Ingenting er lagt inn. Filen har ingen numre.');

  return numre;
}

async function runImport(
  { logg, ownerUrl, oppslagKey }: Installasjon,
  numre: string[],
  sak: string,
): Promise<number> {
  if (ownerUrl === null || oppslagKey === null)
    throw new Bruksfeil('Bare databasens eier kan legge inn listen: sett DATABASE_URL og OPPSLAG_KEY.');
  const eier = createPool(ownerUrl, { max: 1, withinMs: 60_000 });
  try {
    return await withHandling(logg, 'SKJERMINGSLISTE', sak, async () => {
      await replaceSkjermingsliste(eier, oppslagKey, numre);
      return { result: 0, utfall: 'importert', antall: numre.length };
    });
  } finally {
    await eier.end();
  }
}

await runProgram(async () => {
  const { fil, sak } = parseValg(process.argv.slice(2));
  const numre = readListe(fil);
  const kode = await withInstallasjon((installasjon) => runImport(installasjon, numre, sak));
  console.log(`Skjermingslisten har nå ${numre.length} numre.`);

  return kode;
});
