/**
 * A log of hendelser for the register's tests: the given ones, with the documents and the municipality of each. Lists
 * scan: there is nothing to be fast about.
 */
import type { Persondokument } from '../../befolkning/befolkning.ts';
import type { Egenskapshendelse, Hendelse, Hendelseslogg } from '../../hendelser/hendelseslogg.ts';
import { PROEVEBEFOLKNING } from './befolkning.ts';

export type Proevehendelse = Hendelse & {
  kommune?: string;
  egenskapshendelser?: Egenskapshendelse[];
  /** The version, where it is not as the population has the person. */
  dokument?: Persondokument;
  /** When the version was superseded, in ms; without it the version is the latest. */
  erstattet?: number;
};

/** `naa` is the time of the log in ms. */
export function createProevelogg(hendelser: readonly Proevehendelse[], naa = 0): Hendelseslogg {
  const listFra = (fra: number) => hendelser.filter(({ sekvensnummer }) => sekvensnummer >= fra);
  const toHendelse = ({
    kommune,
    egenskapshendelser,
    erstattet,
    dokument,
    ...hendelse
  }: Proevehendelse): Hendelse => hendelse;
  return {
    siste: () => hendelser.at(-1)?.sekvensnummer ?? 0,
    list: (fra, maks) => listFra(fra).slice(0, maks).map(toHendelse),
    listForKommune: (fra, maks, kommunenummer) =>
      listFra(fra)
        .filter(({ kommune }) => kommune === kommunenummer)
        .slice(0, maks)
        .map(toHendelse),
    findTid: (sekvensnummer) => listFra(sekvensnummer)[0]?.tid,
    findHendelsesdokument(id) {
      const funn = hendelser.find(({ hendelsesdokument }) => hendelsesdokument === id);
      return funn && { hendelse: toHendelse(funn), egenskapshendelser: funn.egenskapshendelser ?? [] };
    },
    findPersondokument(id) {
      const funn = hendelser.find(({ persondokument }) => persondokument === id);
      if (!funn) return undefined;
      const dokument = funn.dokument ?? PROEVEBEFOLKNING.getDokument(funn.person);
      return { person: funn.person, dokument, tid: funn.erstattet ?? naa };
    },
    findDokumentid: (person, sekvensnummer) =>
      hendelser.findLast((h) => h.person === person && h.sekvensnummer <= sekvensnummer)?.persondokument,
  };
}
