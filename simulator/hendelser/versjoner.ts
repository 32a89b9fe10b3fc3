/**
 * The versions of a document: the person as she was before anything happened, with her hendelser carried out in turn.
 * What is annulled later is left out, as if it had never been (freg-contract.md section 2.1).
 */
import type { Persondokument } from '../befolkning/befolkning.ts';
import { toNorskDag } from '../befolkning/dato.ts';
import { EGENSKAPER } from '../befolkning/egenskaper.ts';
import type { Grunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { hash } from '../befolkning/tilfeldig.ts';
import type { Egenskapshendelse } from './hendelseslogg.ts';
import { INGEN, type Loggbok } from './loggbok.ts';
import { getSlag } from './slag.ts';
import type { Utfoering } from './utfoering.ts';

export type Versjoner = {
  /** The document right after the entry, which is one of the person's own; INGEN for before her first. */
  getVersjon(person: number, indeks: number): Persondokument;
  /** What the entry changed. */
  listEndringer(indeks: number): Egenskapshendelse[];
};

/** `toKommunenummer` gives the number that a municipality has after the reforms before an entry. */
export function createVersjoner(
  grunn: Grunnbefolkning,
  bok: Loggbok,
  toKommunenummer: (nummer: string, indeks: number) => string,
): Versjoner {
  const run = (dokument: Persondokument, indeks: number): Egenskapshendelse[] => {
    const tid = bok.getTid(indeks);
    const person = bok.getPerson(indeks);
    const endringer: Egenskapshendelse[] = [];
    const utfoering: Utfoering = {
      grunn,
      dokument,
      person,
      argument: bok.getArgument(indeks),
      tid,
      dag: toNorskDag(tid),
      h: hash(grunn.skjelett.froe, person, tid % 2 ** 31, bok.getSlag(indeks)),
      toKommunenummer: (nummer) => toKommunenummer(nummer, indeks),
      endringer,
    };
    getSlag(bok.getSlag(indeks)).run?.(utfoering);
    return endringer;
  };

  const runAlle = (person: number, indeks: number): Persondokument => {
    const dokument = grunn.createDokument(person);
    for (const i of listVirksomme(bok, indeks)) run(dokument, i);
    return dokument;
  };

  return {
    getVersjon: (person, indeks) => toOrdnet(runAlle(person, indeks)),
    listEndringer(indeks) {
      const slag = getSlag(bok.getSlag(indeks));
      const annullert = slag.annullerer === true ? bok.getArgument(indeks) : undefined;
      const gjelder = annullert ?? indeks;
      const endringer = run(runAlle(bok.getPerson(gjelder), bok.getForrige(gjelder)), gjelder);
      if (annullert === undefined) return endringer;
      return endringer.map(({ entitet }) => ({ entitet, entitetsendring: 'annullere' }));
    },
  };
}

/** The person's entries up to and with `indeks` that count, oldest first. */
function listVirksomme(bok: Loggbok, indeks: number): number[] {
  const virksomme: number[] = [];
  const annullerte = new Set<number>();
  for (let i = indeks; i !== INGEN; i = bok.getForrige(i)) {
    if (getSlag(bok.getSlag(i)).annullerer === true) annullerte.add(bok.getArgument(i));
    else if (!annullerte.has(i)) virksomme.push(i);
  }
  return virksomme.reverse();
}

const PLASSER = new Map<string, number>(EGENSKAPER.map((egenskap, plass) => [egenskap, plass]));

/** A document in the order of the register's answers; egenskaper that the model does not know come last. */
function toOrdnet(dokument: Persondokument): Persondokument {
  const toPlass = (egenskap: string) => PLASSER.get(egenskap) ?? EGENSKAPER.length;
  const noekler = Object.keys(dokument);
  if (noekler.every((noekkel, i) => i === 0 || toPlass(noekler[i - 1] ?? '') <= toPlass(noekkel)))
    return dokument;
  const ordnet: Persondokument = {};
  for (const noekkel of noekler.sort((a, b) => toPlass(a) - toPlass(b))) ordnet[noekkel] = dokument[noekkel];
  return ordnet;
}
