/**
 * Verification: every sealed row is there as it was sealed, nothing stands among them that was not, and no checkpoint is
 * missing. It believes the public key and the witness, and nothing that the log says of itself. What it reads goes by in
 * order, so it takes no more memory for a hundred million rows than for one.
 */
import 'server-only';
import {
  growTre,
  HASH_BYTES,
  type Merkletre,
  TOMT_TRE,
  toRot,
} from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import type { Kontrollnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { describeRad, type Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import type { Sjekkpunkt } from '#lib/server/revisjonslogg/forsegling/sjekkpunkt.ts';
import { findSisteNote, listNoter, listVitneblader } from '#lib/server/revisjonslogg/forsegling/vitne.ts';
import { listSkriverfunn } from '#lib/server/revisjonslogg/merke/skriverfiler.ts';
import { createSlettetvakt, listSlettinger } from '#lib/server/revisjonslogg/sletting/slettinger.ts';
import type { Funn } from '#lib/server/revisjonslogg/verifisering/funn.ts';
import type { Bladrad, Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';
import { toRadsted, verifyBlad } from '#lib/server/revisjonslogg/verifisering/verify-blad.ts';
import { openVitne, verifySjekkpunkter } from '#lib/server/revisjonslogg/verifisering/verify-sjekkpunkter.ts';

/** How far rows may be out of order: no transaction of ours stays open so long (`0005-forsegling.sql`). */
const TIME_SLACK_MS = 10 * 60_000;

export type Verifisering = {
  kilde: Kilde;
  noekler: readonly Kontrollnoekkel[];
  /** Folder of the witness; null when there is none, and then a cut tail cannot be seen. */
  vitne: string | null;
  /** ISO 8601: rows sealed before it are believed, and only their leaves are read. */
  siden: string | null;
  meld: (funn: Funn) => void;
};

export type Verifisert = { rader: number; siste: Sjekkpunkt | null };

/** The witness's leaf hashes one by one from `fra` on, then null for ever. */
function createVitneleser(mappe: string | null, fra: number) {
  const chunks = mappe === null ? null : listVitneblader(mappe, fra, Number.MAX_SAFE_INTEGER);
  let chunk: Buffer = Buffer.alloc(0);
  let at = 0;

  return {
    async next(): Promise<Buffer | null> {
      if (at >= chunk.length) {
        const { value, done } = (await chunks?.next()) ?? { done: true, value: undefined };
        if (done || !value) return null;
        chunk = value;
        at = 0;
      }
      at += HASH_BYTES;

      return chunk.subarray(at - HASH_BYTES, at);
    },
    async close(): Promise<void> {
      await chunks?.return(undefined);
    },
  };
}

/** Holds each row against the time of those around it and of the checkpoint it is under. */
function createTidsvakt(meld: (funn: Funn) => void): (rad: Radform, indeks: number, grense: string) => void {
  let newest = Number.NEGATIVE_INFINITY;

  return (rad, indeks, grense) => {
    const time = Date.parse(describeRad(rad).tidspunkt);
    const isOff = time < newest - TIME_SLACK_MS || time > Date.parse(grense) + TIME_SLACK_MS;
    if (isOff) meld({ slag: 'tidspunkt-avvik', rad: toRadsted(rad, indeks) });
    else newest = Math.max(newest, time);
  };
}

/** Reads the leaves in step with the checkpoints. */
function createBladleser(
  { kilde, vitne, meld }: Verifisering,
  tre: Merkletre,
  isSlettet: (indeks: number) => boolean,
) {
  const blader = kilde.listBlader(tre.stoerrelse)[Symbol.asyncIterator]();
  const vitneblader = createVitneleser(vitne, tre.stoerrelse);
  const watchTime = createTidsvakt(meld);
  const state = { tre, waiting: null as Bladrad | null, rader: 0 };

  async function next(): Promise<Bladrad | null> {
    if (state.waiting) return state.waiting;
    const { value, done } = await blader.next();
    state.waiting = done ? null : value;

    return state.waiting;
  }

  /** Every leaf up to the size of a checkpoint; those that are missing are taken from the witness, where it has them. */
  async function readTo({ stoerrelse, tidspunkt }: Sjekkpunkt): Promise<void> {
    const gaps: { fra: number; til: number }[] = [];
    const grown: Buffer[] = [];
    for (let indeks = state.tre.stoerrelse; indeks < stoerrelse; indeks += 1) {
      const blad = await next();
      const vitneblad = await vitneblader.next();
      const isHere = blad?.indeks === indeks;
      if (isHere) {
        state.waiting = null;
        state.rader += 1;
        const rad = verifyBlad(blad, vitneblad, isSlettet, meld);
        if (rad) watchTime(rad, indeks, tidspunkt);
      } else {
        const last = gaps.at(-1);
        if (last?.til === indeks) last.til = indeks + 1;
        else gaps.push({ fra: indeks, til: indeks + 1 });
      }
      grown.push(vitneblad ?? (isHere ? blad.hash : Buffer.alloc(HASH_BYTES)));
    }
    for (const gap of gaps) meld({ slag: 'blad-mangler', ...gap });
    state.tre = growTre(state.tre, Buffer.concat(grown));
  }

  return { readTo, next, state, close: vitneblader.close };
}

/** The tree up to the last checkpoint before a time, of leaves alone. */
async function readTreBefore(sak: Verifisering, siden: string): Promise<{ tre: Merkletre; fra: number }> {
  let before: Sjekkpunkt | null = null;
  for await (const sjekkpunkt of verifySjekkpunkter(
    sak.kilde.listSjekkpunkter(),
    null,
    sak.noekler,
    () => undefined,
  )) {
    if (Date.parse(sjekkpunkt.tidspunkt) >= Date.parse(siden)) break;
    before = sjekkpunkt;
  }
  let tre = TOMT_TRE;
  for await (const hasher of sak.kilde.listHasher(0, before?.stoerrelse ?? 0)) tre = growTre(tre, hasher);

  return { tre, fra: (before?.nummer ?? -1) + 1 };
}

async function verifyRules(
  { kilde, meld, siden }: Verifisering,
  vannmerke: bigint,
  moved: ReadonlySet<string>,
): Promise<void> {
  for await (const rad of kilde.listUforseglede(vannmerke, siden)) {
    const sted = toRadsted(rad, null);
    if (!moved.has(sted.id)) meld({ slag: 'rad-satt-inn-etter', rad: sted });
  }
  if (siden !== null) return;
  for await (const subjekt of kilde.listLoeseSubjekter()) meld({ slag: 'subjekt-uten-rad', ...subjekt });
  for await (const utfall of kilde.listDobleUtfall()) meld({ slag: 'to-utfall', ...utfall });
}

/** Holds each root that was signed against that of the leaves. */
function createRotvakt(meld: (funn: Funn) => void): (sjekkpunkt: Sjekkpunkt, tre: Merkletre) => void {
  let isRight = true;

  return ({ stoerrelse, rot }, tre) => {
    // A wrong root stays wrong in every later tree: the first says where. A signed tree never shrinks.
    if (!isRight || (tre.stoerrelse === stoerrelse && toRot(tre).equals(rot))) return;
    isRight = false;
    meld({ slag: 'rot-avvik', stoerrelse });
  };
}

/** Reads the whole log, or what was sealed since a time, and tells every finding to `meld` as it goes. */
export async function verify(sak: Verifisering): Promise<Verifisert> {
  // A row whose time was changed is not where its leaf points, and must not count as inserted too.
  const moved = new Set<string>();
  const meld = (funn: Funn): void => {
    if (funn.slag === 'rad-endret') moved.add(funn.rad.id);
    sak.meld(funn);
  };
  const { kilde, noekler, siden } = sak;
  // Read before the log is: see openVitne.
  const grense = sak.vitne === null ? null : await findSisteNote(sak.vitne);
  const vitne =
    sak.vitne === null || grense === null ? null : openVitne(listNoter(sak.vitne), grense, noekler, meld);
  const start = siden === null ? { tre: TOMT_TRE, fra: 0 } : await readTreBefore(sak, siden);
  const isSlettet = createSlettetvakt(await listSlettinger(kilde));
  const leser = createBladleser({ ...sak, meld }, start.tre, isSlettet);
  const watchRot = createRotvakt(meld);
  let siste: Sjekkpunkt | null = null;
  try {
    for await (const sjekkpunkt of verifySjekkpunkter(kilde.listSjekkpunkter(), vitne, noekler, meld)) {
      siste = sjekkpunkt;
      if (sjekkpunkt.nummer < start.fra) continue;
      await leser.readTo(sjekkpunkt);
      watchRot(sjekkpunkt, leser.state.tre);
    }
    const rest = await leser.next();
    if (rest) meld({ slag: 'blad-uten-sjekkpunkt', fra: rest.indeks });
  } finally {
    await leser.close();
  }
  await verifyRules({ ...sak, meld }, siste?.vannmerke ?? 0n, moved);
  if (sak.vitne !== null)
    for await (const ett of listSkriverfunn(sak.vitne)) if (siden === null || ett.sett >= siden) meld(ett);

  return { rader: leser.state.rader, siste };
}
