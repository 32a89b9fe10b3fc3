/**
 * What the worker says of an uttrekk: the lines of its log and the reasons why it stopped or waits, as codes. Each has a
 * text: `uttrekk.merknad.<kode>` and `uttrekk.feil.<kode>`. Values are counts and numbers of ours, never a person.
 */
import type { Format } from './bestilling.ts';

/** Lines of the log, with the values that each has. */
export type Motormerknad =
  /** The register has the order: `jobb` of `av`, counted from 1. */
  | { kode: 'bestilt'; verdier: { jobb: number; av: number } }
  /** The register has as many jobs as it takes; the order keeps its place. */
  | { kode: 'registeretFullt'; verdier: { jobb: number; av: number } }
  | { kode: 'venterPaaRegisteret'; verdier: Record<string, never> }
  | { kode: 'batchHentet'; verdier: { jobb: number; batch: number; antall: number } }
  /** The register has said that there are no more batches. */
  | { kode: 'sisteBatch'; verdier: { jobb: number; batcher: number } }
  /** A person has sent it on; what was fetched before is kept. */
  | { kode: 'fortsetter'; verdier: Record<string, never> }
  | { kode: 'ingenTreff'; verdier: Record<string, never> }
  /** The firewall lets the call through without `antall` of its identifiers. */
  | { kode: 'stoppetAvBrannmur'; verdier: { antall: number } }
  /** The register's answer said nothing of `antall` that it was asked about, however often. */
  | { kode: 'uteblitt'; verdier: { antall: number } }
  | { kode: 'ferdigstiller'; verdier: { antall: number } }
  | { kode: 'klar'; verdier: { antall: number } }
  | { kode: 'ufullstendig'; verdier: { antall: number; uteblitt: number } }
  /** A format that was ordered cannot hold so many rows, and was left out. */
  | { kode: 'formatUtelatt'; verdier: { format: Format } }
  | { kode: 'avbrutt'; verdier: Record<string, never> }
  /** The files are deleted. */
  | { kode: 'utloept'; verdier: Record<string, never> }
  /** The same, so many hours after everybody had downloaded them. */
  | { kode: 'slettetEtterNedlasting'; verdier: { timer: number } }
  /** The worker has set it on pause, for the reason in `feil`. */
  | { kode: 'satPaaPause'; verdier: { grunn: Motorfeil } }
  /** The disk that was full has room again. */
  | { kode: 'plassIgjen'; verdier: Record<string, never> }
  /** What stopped the calls to the register may have passed: the worker tries again. */
  | { kode: 'proevesIgjen'; verdier: Record<string, never> }
  /** Ended or waiting for a person, for the reason in `feil`. */
  | { kode: 'stoppet'; verdier: { grunn: Motorfeil } };

/** Why an uttrekk ended or waits. */
export const MOTORFEIL = [
  /** No answer after as many tries as one chunk is given. */
  'registeretSvarerIkke',
  /** 403: the virksomhet lacks the package or the service. */
  'manglerTilgang',
  /** 401. */
  'ikkeAutentisert',
  /** A certificate, ours or the register's, stops the calls. */
  'sertifikat',
  /** 400 or 406: the register refuses the order or the parts. */
  'avvistAvRegisteret',
  'blokkertAvBrannmur',
  /** 410: the register no longer has the job. */
  'jobbBorte',
  /** The register did not give the next batch in time. */
  'fristUtloept',
  /** Nobody knows whether the register has the order. */
  'bestillingUkjent',
  'diskFull',
  /** More rows than one of the formats can hold. */
  'forMangeRader',
  /** So few that the virksomhet gives out none of them (F-11): what was fetched is deleted. */
  'faaPersoner',
  /** A file of ours is not as it was written. */
  'filOedelagt',
  'internFeil',
] as const;
export type Motorfeil = (typeof MOTORFEIL)[number];
