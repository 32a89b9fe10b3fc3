/**
 * The jobs of uttrekk: who ordered what, when each batch is ready, and when a job is gone.
 * Rule: a job belongs to the organisation and the pakke that ordered it; for everybody else it does not exist.
 * Source: freg-contract.md sections 1.2 (rows 13 to 15) and 1.5; section 9 no 3. No source says how long a job takes,
 * when it no longer counts as running, or how long it is kept: see "Assumption" below.
 */
import { randomUUID } from 'node:crypto';

export type Uttrekksinnstillinger = {
  /** Persons in a batch of uttrekk/tilpasset, and of uttrekk/komplett. */
  batchTilpasset: number;
  batchKomplett: number;
  /** From the order until the first batch is ready; each further one takes a tenth of it. */
  ventMs: number;
  /** How long a job is kept after it was ordered or last asked for. */
  levetidMs: number;
};

export const STANDARD_UTTREKK: Uttrekksinnstillinger = {
  batchTilpasset: 10_000,
  batchKomplett: 100_000,
  ventMs: 2_000,
  levetidMs: 4 * 60 * 60_000,
};

/** Section 1.5: running jobs at one time for an organisation, in all its pakker together. */
export const MAKS_JOBBER = 10;
/** Jobs kept for an organisation, read to the end or not; a new one pushes out the oldest that is read. Assumption. */
const MAKS_KEPT = 50;

/** What a batch holds, in the register's keys. Empty past the last batch. */
export type Uttrekksdata = { foedselsEllerDNummer?: string[]; dokumentidentifikator?: string[] };

export type Uttrekksinnhold = { antallBatcher: number; listBatch(nr: number): Uttrekksdata };

type Eier = { organisasjon: string; pakke: string };
type Jobb = Eier & Uttrekksinnhold & { bestilt: number; sistSpurt: number; erLest: boolean };

export type Batchsvar = { slag: 'data'; data: Uttrekksdata } | { slag: 'ikkeKlar' | 'finnesIkke' };

export type Jobblager = {
  readonly innstillinger: Uttrekksinnstillinger;
  /** Orders a job and returns its id (uuid); undefined when the organisation has too many running (429). */
  create(eier: Eier, createInnhold: () => Uttrekksinnhold): string | undefined;
  /** Batch `nr` (from 0) of the job. Past the last batch the data is empty. */
  findBatch(eier: Eier, jobbid: string, nr: number): Batchsvar;
};

/**
 * Jobs in memory. `naa` is a clock in ms: the machine's own, since a job is work that takes time and not something
 * that happens among people; a frozen simulated clock does not stop it.
 * Assumptions: a job is running until the empty batch after its last one has been read, or it is gone; a job that
 * nobody has asked for in `levetidMs` is gone.
 */
export function createJobblager(innstillinger: Uttrekksinnstillinger, naa: () => number): Jobblager {
  const jobber = new Map<string, Jobb>();

  const removeUtloepte = (tid: number) => {
    for (const [id, { sistSpurt }] of jobber)
      if (tid - sistSpurt >= innstillinger.levetidMs) jobber.delete(id);
  };

  const isKlar = ({ bestilt, antallBatcher }: Jobb, nr: number, tid: number): boolean => {
    const plass = Math.max(0, Math.min(nr, antallBatcher - 1));
    return tid - bestilt >= innstillinger.ventMs * (1 + plass / 10);
  };

  return {
    innstillinger,
    create({ organisasjon, pakke }, createInnhold) {
      const tid = naa();
      removeUtloepte(tid);
      const egne = [...jobber].filter(([, jobb]) => jobb.organisasjon === organisasjon);
      const leste = egne.filter(([, { erLest }]) => erLest);
      if (egne.length - leste.length >= MAKS_JOBBER) return undefined;
      const [eldste] = leste;
      if (egne.length >= MAKS_KEPT && eldste) jobber.delete(eldste[0]);
      const id = randomUUID();
      const innhold = createInnhold();
      jobber.set(id, { organisasjon, pakke, ...innhold, bestilt: tid, sistSpurt: tid, erLest: false });
      return id;
    },
    findBatch({ organisasjon, pakke }, jobbid, nr) {
      const tid = naa();
      removeUtloepte(tid);
      const jobb = jobber.get(jobbid.toLowerCase());
      if (!jobb || jobb.organisasjon !== organisasjon || jobb.pakke !== pakke) return { slag: 'finnesIkke' };
      jobb.sistSpurt = tid;
      if (!isKlar(jobb, nr, tid)) return { slag: 'ikkeKlar' };
      if (nr < jobb.antallBatcher) return { slag: 'data', data: jobb.listBatch(nr) };
      jobb.erLest = true;
      return { slag: 'data', data: {} };
    },
  };
}
