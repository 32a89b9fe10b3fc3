/**
 * The files of uttrekk from the command line, as their receivers check them:
 *
 *   npm run uttrekk -- verify FIL MANIFEST --noekkel NØKKEL
 *   npm run uttrekk -- ny-noekkel NAVN
 *
 * verify ends with 0 when the file is the one that was signed, 2 when it is not. What it found stands on standard output, one
 * sentence a line. Nothing is asked of an installation: a receiver has none.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  createSigneringsnoekkel,
  parseKontrollnoekkel,
  parseSigneringsnoekkel,
  UgyldigNoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import { type Filkontroll, verifyFil } from '#lib/server/uttrekk/manifest/verify-fil.ts';
import { Bruksfeil, runProgram } from './bruksfeil.ts';
import { readNoekkel } from './read-noekkel.ts';

const BRUK = 'Bruk: npm run uttrekk -- verify FIL MANIFEST --noekkel NØKKEL, eller ny-noekkel NAVN';
const STEMMER = 0;
const AVVIK = 2;

type Kall = { kommando: string; steder: string[]; noekkel: string | undefined };

function parseKall(args: string[]): Kall {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { noekkel: { type: 'string' } },
    });
    const [kommando = '', ...steder] = positionals;

    return { kommando, steder, noekkel: values.noekkel };
  } catch {
    throw new Bruksfeil(`Ukjent valg. ${BRUK}`);
  }
}

function listSetninger(kontroll: Filkontroll): string[] {
  switch (kontroll.utfall) {
    case 'signatur':
      return ['Manifestet er ikke signert med denne nøkkelen, eller det er endret. Ikke stol på filen.'];
    case 'ukjentForm':
      return ['Manifestet er signert, men har en form som dette programmet ikke kjenner.'];
    case 'avvik': {
      const { fil } = kontroll.manifest;
      return [
        ...kontroll.deler.map(
          ({ nr, fra, til }) => `Del ${nr} stemmer ikke: byte ${fra} til og med ${til - 1}.`,
        ),
        `Filen er ikke den som ble signert: ${kontroll.deler.length} av ${fil.deler.length} deler avviker, og den er ${kontroll.bytes} byte mot ${fil.bytes}.`,
      ];
    }
    case 'stemmer': {
      const { fil, uttrekk } = kontroll.manifest;
      return [`Filen stemmer: ${fil.rader} rader fra uttrekk ${uttrekk}, uendret siden den ble laget.`];
    }
  }
}

async function runVerify([fil, manifest, ...flere]: string[], noekkel: string | undefined): Promise<number> {
  if (!fil || !manifest || flere.length > 0 || !noekkel) throw new Bruksfeil(BRUK);
  for (const sti of [fil, manifest]) if (!existsSync(sti)) throw new Bruksfeil(`${sti} finnes ikke.`);
  const kontroll = await verifyFil(
    createReadStream(fil),
    readFileSync(manifest, 'utf8'),
    parseKontrollnoekkel(readNoekkel(noekkel)),
  );
  for (const setning of listSetninger(kontroll)) console.log(setning);

  return kontroll.utfall === 'stemmer' ? STEMMER : AVVIK;
}

function runNyNoekkel([navn, ...flere]: string[]): number {
  if (!navn || flere.length > 0 || /[\s+]/.test(navn))
    throw new Bruksfeil(`${BRUK}. Navnet er uten mellomrom og uten +.`);
  const noekkel = createSigneringsnoekkel(navn);
  console.log(`MANIFEST_KEY=${noekkel}`);
  console.log(`MANIFEST_OFFENTLIG=${parseSigneringsnoekkel(noekkel).kontrolltekst}`);

  return STEMMER;
}

await runProgram(async () => {
  const { kommando, steder, noekkel } = parseKall(process.argv.slice(2));
  try {
    if (kommando === 'verify') return await runVerify(steder, noekkel);
    if (kommando === 'ny-noekkel') return runNyNoekkel(steder);
  } catch (error) {
    if (error instanceof UgyldigNoekkel)
      throw new Bruksfeil('Nøkkelen er ikke en offentlig nøkkel for manifester.');
    throw error;
  }
  throw new Bruksfeil(BRUK);
});
