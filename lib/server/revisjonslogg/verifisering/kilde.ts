/** Where verification reads a log from: the database or a dump. Everything comes in order and in parts, never whole. */
import 'server-only';
import type { Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';

/** A leaf with the rows that stand where it points: one, unless somebody took it away or put another beside it. */
export type Bladrad = {
  indeks: number;
  id: string;
  tidspunkt: string;
  hash: Buffer;
  rader: readonly Radform[];
};

export type Notat = { nummer: number; note: string };

export type Kilde = {
  /** By number. */
  listSjekkpunkter(): AsyncIterable<Notat>;
  /** The newest first: for who needs the last alone. */
  listSisteSjekkpunkter(): AsyncIterable<Notat>;
  /** From this leaf on, by index. */
  listBlader(fra: number): AsyncIterable<Bladrad>;
  /** One leaf; null when it is not there. */
  findBlad(indeks: number): Promise<Bladrad | null>;
  /** Leaf hashes alone, from `fra` up to but not with `til`, 32 bytes each. */
  listHasher(fra: number, til: number): AsyncIterable<Buffer>;
  /** Rows of transactions below `vannmerke` that no leaf points at; with `siden`, those that say they are younger. */
  listUforseglede(vannmerke: bigint, siden: string | null): AsyncIterable<Radform>;
  /** Subjects of rows that do not exist, each row once. */
  listLoeseSubjekter(): AsyncIterable<{ radId: string; tidspunkt: string }>;
  /** Calls with more than one end. */
  listDobleUtfall(): AsyncIterable<{ kallId: string }>;
  /** Rows that say which months may be deleted, by number. */
  listSlettingsrader(): AsyncIterable<Radform>;
  /** The leaf of a row; null when it has none. */
  findIndeks(id: string): Promise<number | null>;
};
