/** What the command was called with. A call that is wrong is one sentence, and nothing is read. */
import { parseArgs } from 'node:util';
import { Bruksfeil } from '../bruksfeil.ts';

export const BRUK =
  'Bruk: npm run revisjonslogg -- verify [--full | --since TIDSPUNKT | --entry RAD] [--dump MAPPE --noekkel NØKKEL] [--vitne MAPPE], dump --til MAPPE --sak REFERANSE, slett --maaned ÅÅÅÅ-MM --sak REFERANSE, brudd --fil FIL --sak REFERANSE [--bruker NAVN] [--sesjon RAD] [--uttrekk ID] [--fra TIDSPUNKT] [--foer TIDSPUNKT], eller noekkel';

const text = { type: 'string' } as const;
const VALG = {
  full: { type: 'boolean' },
  since: text,
  entry: text,
  dump: text,
  noekkel: text,
  vitne: text,
  til: text,
  sak: text,
  maaned: text,
  fil: text,
  bruker: text,
  sesjon: text,
  uttrekk: text,
  fra: text,
  foer: text,
} as const;
/** Those that are a moment, and those that are the number of a row. */
const TIDER = ['since', 'fra', 'foer'] as const;
const RADER = ['entry', 'sesjon'] as const;

export type Valg = Partial<Record<Exclude<keyof typeof VALG, 'full'>, string>>;

function parseTidspunkt(navn: string, tekst: string): string {
  const time = new Date(tekst);
  if (Number.isNaN(time.getTime()))
    throw new Bruksfeil(`--${navn} må være et tidspunkt, som 2026-11-21T08:00Z.`);

  return time.toISOString();
}

/** The command, and its options with times as ISO 8601. @throws Bruksfeil */
export function parseValg(args: string[]): { kommando: string; valg: Valg } {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: VALG });
    const { full, ...valg } = values;
    const [kommando = '', ...flere] = positionals;
    const which = [full, valg.since, valg.entry].filter((value) => value !== undefined);
    if (flere.length > 0 || which.length > 1) throw new Bruksfeil(BRUK);
    for (const navn of RADER) {
      if (valg[navn] !== undefined && !/^\d{1,18}$/.test(valg[navn]))
        throw new Bruksfeil(`--${navn} må være nummeret til en rad.`);
    }
    for (const navn of TIDER) if (valg[navn] !== undefined) valg[navn] = parseTidspunkt(navn, valg[navn]);

    return { kommando, valg };
  } catch (error) {
    throw error instanceof Bruksfeil ? error : new Bruksfeil(`Ukjent valg. ${BRUK}`);
  }
}
