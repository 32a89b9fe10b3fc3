/** A small living population for tests, with a clock that the test moves and a count of the documents it made. */
import type { Persondokument } from '../../befolkning/befolkning.ts';
import { createGrunnbefolkning, type Grunnbefolkning } from '../../befolkning/grunnbefolkning.ts';
import { createHendelser, type Hendelser } from '../create-hendelser.ts';
import type { Hendelse } from '../hendelseslogg.ts';

export const START = Date.parse('2026-06-01T12:00:00Z');
export const MINUTT = 60_000;
export const DOEGN = 24 * 60 * MINUTT;

export type Proeve = {
  grunn: Grunnbefolkning;
  hendelser: Hendelser;
  klokke: { tid: number; naa(): number };
  /** How many documents have been made from the ground so far. */
  countDokumenter(): number;
  /** Moves the clock and makes everything that is due. */
  wait(ms: number): Promise<void>;
};

/** Makes what lies in the feed at start, too. */
export async function createProeve(
  valg: { froe?: number; antall?: number; perMinutt?: number; vedStart?: number } = {},
): Promise<Proeve> {
  const { froe = 5, antall = 3000, perMinutt = 0, vedStart = 0 } = valg;
  const klokke = {
    tid: START,
    naa() {
      return this.tid;
    },
  };
  let laget = 0;
  const ekte = createGrunnbefolkning({ froe, antall, naa: new Date(START) });
  const grunn: Grunnbefolkning = {
    ...ekte,
    createDokument(person, bare) {
      laget++;
      return ekte.createDokument(person, bare);
    },
  };
  const hendelser = createHendelser(grunn, { klokke, perMinutt, vedStart });
  await hendelser.runAlt();
  return {
    grunn,
    hendelser,
    klokke,
    countDokumenter: () => laget,
    async wait(ms) {
      klokke.tid += ms;
      await hendelser.runAlt();
    },
  };
}

/** The whole log, page by page. */
export function listAlle({ logg }: Hendelser): Hendelse[] {
  const alle: Hendelse[] = [];
  for (let fra = 0; ; ) {
    const side = logg.list(fra, 1000);
    const siste = side.at(-1);
    if (siste === undefined) return alle;
    alle.push(...side);
    fra = siste.sekvensnummer + 1;
  }
}

export function listDokumenter({ grunn, hendelser }: Proeve): Persondokument[] {
  return Array.from({ length: grunn.skjelett.antall }, (_, person) => hendelser.getDokument(person));
}
