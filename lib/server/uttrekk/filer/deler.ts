/**
 * What the worker leaves behind on its way: the identifiers of each batch and what each chunk of them gave, sealed with
 * the key of the uttrekk. Rule: the same answer gives the same clear text, so whatever is done twice is the same.
 */
import 'server-only';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';
import { type Forseglet, writeForseglet } from './container.ts';
import { toDelbiter } from './delfil.ts';
import type { RefKey } from './linjer.ts';
import { type Deladresse, toBatchplass, toDelplass, type Uttrekksmappe } from './mappe.ts';
import { createRadskriver, type Rad } from './rad.ts';
import { readForseglet } from './read-forseglet.ts';

/** What the register said of one identifier; null when it gave no document. */
export type Delpost = { id: string; dokument: PersonDokument | null };

/** `levert` + `ikkeLevert` is the number of posts; why somebody was not delivered is not told apart. */
export type Delresultat = Forseglet & { levert: number; ikkeLevert: number };

/** Rows made before others get their turn: a thousand persons are a good part of a second. */
const SLICE = 50;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Seals the identifiers of one batch (person numbers, or the dokumentidentifikatorer of a komplett uttrekk). */
export function writeBatchfil(
  mappe: Uttrekksmappe,
  jobbNr: number,
  batchNr: number,
  ider: readonly string[],
): Promise<Forseglet> {
  const { sti, bound } = toBatchplass(mappe, jobbNr, batchNr);

  return writeForseglet(sti, mappe.noekkel, bound, [Buffer.from(ider.join('\n'))]);
}

/** The identifiers of one batch, in the register's order. Throws Filfeil when the file is not whole. */
export async function readBatchfil(mappe: Uttrekksmappe, jobbNr: number, batchNr: number): Promise<string[]> {
  const { sti, bound } = toBatchplass(mappe, jobbNr, batchNr);
  const biter: Buffer[] = [];
  for await (const bit of readForseglet(sti, mappe.noekkel, bound)) biter.push(bit);
  const tekst = Buffer.concat(biter).toString('utf8');

  return tekst === '' ? [] : tekst.split('\n');
}

/**
 * Seals the rows of one chunk, in the order of the posts.
 * @param refKey as for `ferdigstill`; a key that has changed by then costs time and nothing else
 * @throws Filfeil DISK_FULL; nothing half-written is left
 */
export async function writeDelfil(
  mappe: Uttrekksmappe,
  bestilling: Bestilling,
  adresse: Deladresse,
  poster: readonly Delpost[],
  refKey: RefKey,
): Promise<Delresultat> {
  const { former, write } = createRadskriver(bestilling);
  const rader: Rad[] = [];
  for (const [i, { id, dokument }] of poster.entries()) {
    if (i % SLICE === SLICE - 1) await nextTurn();
    const rad = dokument === null ? null : write(id, dokument);
    if (rad !== null) rader.push(rad);
  }
  const { sti, bound } = toDelplass(mappe, adresse);
  const forseglet = await writeForseglet(sti, mappe.noekkel, bound, toDelbiter(rader, former, refKey));

  return { ...forseglet, levert: rader.length, ikkeLevert: poster.length - rader.length };
}
