/**
 * Everything that has happened and what follows from it: the log, who is who after dubletter are merged, where people
 * live, and every version of every document. Only `write` changes anything.
 */
import type { Persondokument } from '../befolkning/befolkning.ts';
import { toNorskDag } from '../befolkning/dato.ts';
import type { Grunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { STRENGT_FORTROLIG } from './endringer/beskyttelse.ts';
import { createHjem } from './hjem.ts';
import { createKommuneindeks, INGEN_KOMMUNE, type Kommuneindeks } from './kommuneindeks.ts';
import { createKommunereform, type Kommunereform } from './kommunereform.ts';
import { findKommunenummer } from './lesing.ts';
import { createLoggbok, INGEN, type Loggbok } from './loggbok.ts';
import { LESTE_EGENSKAPER, type Plangrunnlag, type Planlagt } from './planer/plan.ts';
import { getSlag, toSlagkode } from './slag.ts';
import { createVersjoner, type Versjoner } from './versjoner.ts';

export type Tilstand = {
  grunn: Grunnbefolkning;
  bok: Loggbok;
  kommuner: Kommuneindeks;
  versjoner: Versjoner;
  /** The person whom a number leads to now. */
  findPerson(nummer: string): number | undefined;
  isSammenslaatt(person: number): boolean;
  /** The document after everything in the log. `bare` is heeded only for whoever nothing has happened to. */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
  /** What plans of one act read: a document is made once for each. */
  toPlangrunnlag(tid: number, h: number): Plangrunnlag;
  /** Adds the hendelser of one act and returns their places in the log. */
  write(planlagte: readonly Planlagt[], tid: number): number[];
  /** Tells of everybody whose document changed in what a search reads. One listener. */
  listen(lytter: (person: number) => void): void;
  /** Lets the next kommunereform hold from here on; undefined when there is none left. */
  addReform(): { nr: number; reform: Kommunereform } | undefined;
  /** The first entry that may be annulled: a home from before a reform has a number that is gone. */
  getAnnullerbarFra(): number;
};

export function createTilstand(grunn: Grunnbefolkning): Tilstand {
  const { skjelett: s } = grunn;
  const bok = createLoggbok(s.antall);
  const kommuner = createKommuneindeks(grunn);
  const reformer: { fra: number; reform: Kommunereform }[] = [];
  const sammenslaatt = new Map<number, number>();
  let lytter: (person: number) => void = () => {};
  const toKommunenummer = (nummer: string, indeks: number) =>
    reformer.reduce((naa, { fra, reform }) => (fra <= indeks ? (reform.get(naa) ?? naa) : naa), nummer);
  const versjoner = createVersjoner(grunn, bok, toKommunenummer);

  const findPerson = (nummer: string): number | undefined => {
    let person = grunn.findPerson(nummer);
    if (sammenslaatt.size === 0) return person;
    while (person !== undefined && sammenslaatt.has(person)) person = sammenslaatt.get(person);
    return person;
  };

  const getDokument = (person: number, bare?: ReadonlySet<string>): Persondokument => {
    const siste = bok.getSiste(person);
    return siste === INGEN ? grunn.createDokument(person, bare) : versjoner.getVersjon(person, siste);
  };

  /** Where the person lives after an entry that may have changed it: from the home itself where it is known. */
  const findNyKommune = ({ person, slag, argument }: Planlagt, indeks: number): number => {
    const utenBosted =
      slag === 'utflytting' ||
      slag === 'dublettOpphoert' ||
      (slag === 'beskyttet' && argument === STRENGT_FORTROLIG);
    if (utenBosted) return INGEN_KOMMUNE;
    const nummer =
      slag === 'flytting' || slag === 'innflytting'
        ? toKommunenummer(createHjem(s, argument).kommune.nummer, indeks)
        : findKommunenummer(getDokument(person));
    return nummer === undefined ? INGEN_KOMMUNE : Number(nummer);
  };

  const add = (planlagt: Planlagt, tid: number): number => {
    const { person, slag, argument } = planlagt;
    const kode = toSlagkode(slag);
    const indeks = bok.add(person, kode, tid, argument);
    if (slag === 'dublettOpphoert') sammenslaatt.set(person, argument);
    const etter =
      getSlag(kode).endrerBosted === true ? findNyKommune(planlagt, indeks) : kommuner.getKommune(person);
    kommuner.add(indeks, person, etter);
    return indeks;
  };

  return {
    grunn,
    bok,
    kommuner,
    versjoner,
    findPerson,
    isSammenslaatt: (person) => sammenslaatt.has(person),
    getDokument,
    toPlangrunnlag(tid, h) {
      const leste = new Map<number, Persondokument>();
      const getLest = (person: number): Persondokument => {
        const dokument = leste.get(person) ?? getDokument(person, LESTE_EGENSKAPER);
        leste.set(person, dokument);
        return dokument;
      };
      const { getKommune } = kommuner;
      return { s, dag: toNorskDag(tid), h, getDokument: getLest, getKommune, findPerson };
    },
    write(planlagte, tid) {
      const indekser = planlagte.map((planlagt) => add(planlagt, tid));
      for (const { person, slag } of planlagte)
        if (getSlag(toSlagkode(slag)).endrerSoek === true) lytter(person);
      return indekser;
    },
    listen(ny) {
      lytter = ny;
    },
    addReform() {
      const nr = reformer.length;
      const reform = createKommunereform(s.froe, nr);
      if (reform === undefined) return undefined;
      reformer.push({ fra: bok.antall(), reform });
      return { nr, reform };
    },
    getAnnullerbarFra: () => reformer.at(-1)?.fra ?? 0,
  };
}
