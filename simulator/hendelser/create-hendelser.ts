/**
 * Time passes: what is due by the clock is made when somebody asks, in the order of time, so that the log is the same
 * however often it is asked. Act number k depends on the seed, on k and on what happened before, on nothing else.
 */
import type { Persondokument } from '../befolkning/befolkning.ts';
import type { Grunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { getSlag } from '../befolkning/skjelett.ts';
import { TELLEDAG } from '../befolkning/telledag.ts';
import { hash } from '../befolkning/tilfeldig.ts';
import type { Klokke } from '../klokke.ts';
import { type Bestillbar, planBestilt } from './bestilling.ts';
import type { Hendelseslogg } from './hendelseslogg.ts';
import { getStatus } from './lesing.ts';
import { createLogg } from './logg.ts';
import { createMasseendring, type Masseendring } from './masseendring.ts';
import { planMyndig } from './planer/familie.ts';
import { planDnummerInaktivt } from './planer/identitet.ts';
import type { Planlagt } from './planer/plan.ts';
import { toSekvensnummer } from './sekvensnummer.ts';
import { createTakt } from './takt.ts';
import { createTerminliste } from './terminliste.ts';
import { planTilfeldig } from './tilfeldige.ts';
import { createTilstand } from './tilstand.ts';

const MS_I_DOEGN = 86_400_000;
/** Acts made in one go at most: what one caller may have to wait for. The rest comes with the next. */
const MAKS_I_BITEN = 1000;
/** Room for the log in memory; after it nothing more happens by chance. */
const MAKS_I_LOGGEN = 50_000_000;

export type Hendelsesvalg = {
  klokke: Klokke;
  /** Hendelser by chance for each minute of the clock. */
  perMinutt: number;
  /** How many lie in the feed at start, spread from 1 January 2026 to now. */
  vedStart: number;
};

export type Hendelser = {
  logg: Hendelseslogg;
  /** A dublett's number leads to the person who goes on. */
  findPerson(nummer: string): number | undefined;
  /** The document as of now. With `bare` at least those egenskaper. */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
  /** Tells of everybody whose document changed in what a search reads. One listener. */
  listen(lytter: (person: number) => void): void;
  /** Makes some of what is due by now, and tells whether that was all. Every question to the log does so first. */
  run(): boolean;
  /** Makes everything that is due by now, with pauses for others. */
  runAlt(): Promise<void>;
  antall(): number;
  getPerMinutt(): number;
  setPerMinutt(perMinutt: number): Promise<void>;
  /** Lets an act happen to a person now. Answers with the sekvensnummer of its hendelser, none when it cannot. */
  bestill(handling: Bestillbar, person: number): Promise<number[]>;
  /** Starts a mass event, and waits for it when it is not spread over time. False when there is none left. */
  utloesKommunereform(perMinutt?: number): Promise<boolean>;
  utloesUnik(perMinutt?: number): Promise<boolean>;
};

/** Lets time pass from 1 January 2026. Nothing is made yet: `runAlt` makes what lies in the feed at start. */
export function createHendelser(
  grunn: Grunnbefolkning,
  { klokke, perMinutt, vedStart }: Hendelsesvalg,
): Hendelser {
  const { skjelett: s } = grunn;
  const tilstand = createTilstand(grunn);
  const { bok, kommuner, write } = tilstand;
  const harFolk = s.foerste < s.antall;
  const takt = createTakt(
    TELLEDAG * MS_I_DOEGN,
    klokke.naa(),
    harFolk ? vedStart : 0,
    harFolk ? perMinutt : 0,
  );
  const terminer = createTerminliste(s, grunn.naaDag);
  let masser: Masseendring[] = [];
  let handlinger = 0;
  let erUnik = false;
  let iGang = false;
  /** Everything that is due by this moment is made. */
  let gjortTil = 0;
  /** Nothing is due before this moment, unless an order changes it: what makes a question cheap when nothing is. */
  let nesteForfall = 0;

  const runTermin = (tid: number): void => {
    const termin = terminer.take();
    if (termin === undefined) return;
    const plan = termin.slag === 'myndig' ? planMyndig : planDnummerInaktivt;
    write(plan(tilstand.toPlangrunnlag(tid, 0), termin.person) ?? [], tid);
  };
  const runTilfeldig = (tid: number): void => {
    const grunnlag = tilstand.toPlangrunnlag(tid, 0);
    const planlagte = planTilfeldig(grunnlag, bok, handlinger++, tilstand.getAnnullerbarFra());
    write(planlagte, tid);
    takt.take(planlagte.length);
  };
  const runMasse = (masse: Masseendring, tid: number): void => {
    const planlagt = masse.take();
    if (planlagt !== undefined) write([planlagt], tid);
    if (masse.getNeste() === Number.POSITIVE_INFINITY) masser = masser.filter((en) => en !== masse);
  };

  /** What is due first, if anything is by `til`: what is bound, then mass events, then chance. */
  const runNeste = (til: number): boolean => {
    const termin = terminer.getNesteDag() * MS_I_DOEGN;
    const tilfeldig = bok.antall() < MAKS_I_LOGGEN ? takt.getNeste() : Number.POSITIVE_INFINITY;
    const masse = masser.reduce<Masseendring | undefined>(
      (foerst, en) => (foerst === undefined || en.getNeste() < foerst.getNeste() ? en : foerst),
      undefined,
    );
    const tid = Math.min(termin, tilfeldig, masse?.getNeste() ?? Number.POSITIVE_INFINITY);
    if (tid > til) {
      nesteForfall = tid;
      return false;
    }
    if (tid === termin) runTermin(tid);
    else if (masse !== undefined && tid === masse.getNeste()) runMasse(masse, Math.floor(tid));
    else runTilfeldig(Math.floor(tid));
    return true;
  };

  /** Whether everything due is made. Who reads a document while one is made starts nothing. */
  const runBit = (): boolean => {
    if (iGang) return true;
    const til = klokke.naa();
    if (til < nesteForfall) {
      gjortTil = til;
      return true;
    }
    iGang = true;
    try {
      for (let nr = 0; nr < MAKS_I_BITEN; nr++) {
        if (runNeste(til)) continue;
        gjortTil = til;
        return true;
      }
      return false;
    } finally {
      iGang = false;
    }
  };
  const runAlt = async (): Promise<void> => {
    while (!runBit()) await new Promise((resolve) => setImmediate(resolve));
  };
  const startMasse = async (
    perMinutt: number | undefined,
    find: (person: number) => Planlagt | undefined,
  ): Promise<void> => {
    masser.push(createMasseendring(s.antall, gjortTil, perMinutt, find));
    nesteForfall = 0;
    await runAlt();
  };

  return {
    logg: createLogg(tilstand, klokke, runBit),
    findPerson: tilstand.findPerson,
    getDokument(person, bare) {
      runBit();
      return tilstand.getDokument(person, bare);
    },
    listen: tilstand.listen,
    run: runBit,
    runAlt,
    antall: bok.antall,
    getPerMinutt: takt.getPerMinutt,
    async setPerMinutt(nyTakt) {
      await runAlt();
      takt.setPerMinutt(harFolk ? nyTakt : 0, gjortTil);
      nesteForfall = 0;
    },
    async bestill(handling, person) {
      await runAlt();
      const h = hash(s.froe, person, bok.antall());
      return write(planBestilt(tilstand, handling, person, gjortTil, h) ?? [], gjortTil).map(toSekvensnummer);
    },
    async utloesKommunereform(takten) {
      await runAlt();
      const ny = tilstand.addReform();
      if (ny === undefined) return false;
      const gamle = new Set([...ny.reform.keys()].map(Number));
      await startMasse(takten, (person) =>
        gamle.has(kommuner.getKommune(person)) && getStatus(tilstand.getDokument(person)) === 'bosatt'
          ? { person, slag: 'kommunereform', argument: ny.nr }
          : undefined,
      );
      return true;
    },
    async utloesUnik(takten) {
      await runAlt();
      if (erUnik) return false;
      erUnik = true;
      // Assumption: the dead too.
      await startMasse(takten, (person) =>
        getSlag(s, person) === 'opphoert' || tilstand.isSammenslaatt(person)
          ? undefined
          : { person, slag: 'unik', argument: 0 },
      );
      return true;
    },
  };
}
