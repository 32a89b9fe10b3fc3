/**
 * Reads one person document as the register delivers it and prints everything that the person view would show.
 * A support tool, and the way to see that no value of a document is lost. Nothing is fetched and nothing is logged.
 *
 *   npm run -s show-person -- FILE.json [--pakke NAVN] [--fortrolig]
 *
 * `-` reads standard input. Ends with 0, with 1 when the document cannot be read, with 2 when the call is wrong.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parsePerson, UgyldigPersondokument } from '#lib/domain/person/parse-person.ts';
import { showPersonView } from '#lib/domain/person/show-person-view.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { toPersonView } from '#lib/domain/person/to-person-view.ts';
import { findPakkeByAlias } from '#lib/domain/rettighetspakke/find-pakke.ts';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, historikkFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import messages from '#messages/nb/person.json' with { type: 'json' };

const FEIL_DOKUMENT = 1;
const FEIL_BRUK = 2;
const BRUK = 'Bruk: npm run -s show-person -- FIL.json [--pakke NAVN] [--fortrolig]';

/** A fault of the call or of the file, told in one sentence. */
class Brukerfeil extends Error {
  readonly kode: number;
  constructor(melding: string, kode: number) {
    super(melding);
    this.name = 'Brukerfeil';
    this.kode = kode;
  }
}

/** The message text at a path, or null. */
function findTekst(...sti: readonly string[]): string | null {
  let node: unknown = messages;
  for (const navn of sti) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, navn)) return null;
    node = Reflect.get(node, navn);
  }
  return typeof node === 'string' ? node : null;
}

type Valg = { fil: string; pakke: Pakke; rett: Skjermingsrett };

function parseValg(args: string[]): Valg {
  const lest = readArgs(args);
  const [fil, ...flere] = lest.positionals;
  if (fil === undefined || flere.length > 0)
    throw new Brukerfeil(`Oppgi nøyaktig én fil. ${BRUK}`, FEIL_BRUK);
  const pakke = findPakkeByAlias(lest.values.pakke);
  if (pakke === undefined) {
    const kjente = PAKKER.join(', ');
    throw new Brukerfeil(
      `Rettighetspakken «${lest.values.pakke}» finnes ikke. Velg en av: ${kjente}`,
      FEIL_BRUK,
    );
  }
  return { fil, pakke, rett: lest.values.fortrolig ? 'fortrolig' : 'ingen' };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        pakke: { type: 'string', default: 'offentlig-med-hjemmel' },
        fortrolig: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new Brukerfeil(`Kjenner ikke igjen valgene. ${BRUK}`, FEIL_BRUK);
  }
}

async function readDokument(fil: string): Promise<unknown> {
  const innhold = await (fil === '-' ? text(process.stdin) : readFile(fil, 'utf8')).catch(() => {
    throw new Brukerfeil(`Filen «${fil}» kan ikke leses.`, FEIL_DOKUMENT);
  });
  try {
    return JSON.parse(innhold.replace(/^\uFEFF/, ''));
  } catch {
    throw new Brukerfeil(`Filen «${fil}» inneholder ikke gyldig JSON.`, FEIL_DOKUMENT);
  }
}

/** The person of one hit in a bulkoppslag, or the document itself. */
function unwrapDokument(json: unknown): unknown {
  const harPerson = typeof json === 'object' && json !== null && 'folkeregisterperson' in json;
  return harPerson ? json.folkeregisterperson : json;
}

/** The text of one document, as a user with this package and right would see it with every part asked for. */
function showDokument(json: unknown, { pakke, rett }: Valg): string {
  const iPakken = egenskaperFor(pakke);
  const medHistorikk = historikkFor(pakke);
  const view = toPersonView(maskPerson(parsePerson(unwrapDokument(json)), rett), {
    spurtEtter: iPakken,
    iPakken,
    historikk: (egenskap) => (medHistorikk.has(egenskap) ? 'verdi' : 'ikkeIPakken'),
    forespurtNummer: null,
    naa: new Date(),
  });
  return showPersonView(view, findTekst);
}

try {
  const valg = parseValg(process.argv.slice(2));
  process.stdout.write(showDokument(await readDokument(valg.fil), valg));
} catch (feil) {
  const ugyldig = feil instanceof UgyldigPersondokument;
  if (!ugyldig && !(feil instanceof Brukerfeil)) throw feil;
  process.stderr.write(
    `${ugyldig ? 'Dokumentet er ikke et JSON-objekt, så det er ingen person i det.' : feil.message}\n`,
  );
  process.exitCode = ugyldig ? FEIL_DOKUMENT : feil.kode;
}
