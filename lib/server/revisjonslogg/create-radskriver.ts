/**
 * Commits rows of the revisjonslogg. A row is sent at once when little is on its way; those that come while more is, wait
 * for it and then go together, and so do those that come in one turn of the process: as one statement with one commit,
 * where many cost little more than one. A row is never said to be written before its own commit, and one that the
 * database refuses takes no other with it.
 */
import 'server-only';
import type { Pool } from '#lib/server/db/pool.ts';
import { log } from '#lib/server/log/log.ts';
import { createMerker } from '#lib/server/revisjonslogg/merke/create-merker.ts';
import type { Nummerbit } from '#lib/server/revisjonslogg/merke/nummerrekke.ts';
import { type Radverdier, SATTE_KOLONNER } from '#lib/server/revisjonslogg/radverdier.ts';

const KOLONNER = [...SATTE_KOLONNER, 'merke'];

export type Radskriver = {
  /** Throws what the database said; the row may then have been written all the same, when it was its answer that was lost. */
  write(rad: Radverdier): Promise<void>;
  /** Says that no more comes, so that what was written last cannot be taken away unseen. Never throws. */
  close(): Promise<void>;
};

/** Statements on their way at most: with one every row waits for the disk twice, with many few go together. */
const UNDERVEIS = 2;
/** In one statement, so that none takes long; each number of rows is a statement that the database keeps ready. */
const MAKS_RADER = 32;
const MAKS_SUBJEKTER = 5_000;
/** Who has waited so long when a statement fails is not sent: the database is away or slow (security.md A-01). */
const MAKS_VENT_MS = 1_000;
/** How long the newest rows stand without being spoken for: the next statement does it, and else a livstegn. */
const LIVSTEGN_MS = 5_000;

const plass = (nr: number): string => `$${nr + 1}`;
const listPlasser = (antall: number, fra: number): string =>
  Array.from({ length: antall }, (_, at) => plass(fra + at)).join(', ');

type Setning = { name: string; text: string };

/**
 * The statement for `antall` rows, which name their values one by one: as lists of each column they cost the database a
 * fifth more (ADR 0024); so do the persons where each row has one.
 */
function toSetning(antall: number, harEnHver: boolean): Setning {
  const rader = Array.from({ length: antall }, (_, rad) => rad * KOLONNER.length);
  const etter = antall * KOLONNER.length;
  const subjekter = harEnHver
    ? `values ${rader.map((radId, nr) => `(${plass(etter + nr)}, ${plass(radId)})`).join(', ')}`
    : `select ref, rad_id from unnest(${plass(etter)}::bytea[], ${plass(etter + 1)}::uuid[]) as s (ref, rad_id)`;

  return {
    name: `revisjonslogg-rader-${antall}${harEnHver ? '-en-hver' : ''}`,
    text: `with rad as (insert into revisjonslogg.rad (${KOLONNER.join(', ')})
  values ${rader.map((fra) => `(${listPlasser(KOLONNER.length, fra)})`).join(', ')})
insert into revisjonslogg.subjekt (subjekt_ref, rad_id) ${subjekter}`,
  };
}

const SETNINGER = Array.from({ length: MAKS_RADER }, (_, at) => ({
  enHver: toSetning(at + 1, true),
  lister: toSetning(at + 1, false),
}));

type Ventende = {
  rad: Radverdier;
  siden: number;
  resolve: () => void;
  reject: (error: unknown) => void;
};

/** The database looked at the row and said no: nothing was written, and the row would be refused again. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

const LIVSTEGN = {
  name: 'revisjonslogg-livstegn',
  text: 'insert into revisjonslogg.livstegn (merke) values ($1)',
};

function toSpoerring(
  rader: readonly Radverdier[],
  merker: readonly Buffer[],
): Setning & { values: unknown[] } {
  const setninger = SETNINGER[rader.length - 1];
  if (!setninger) throw new RangeError(`${rader.length} rows in one statement`);
  const values: unknown[] = rader.flatMap(({ kolonner }, nr) => [
    ...SATTE_KOLONNER.map((navn) => kolonner[navn]),
    merker[nr],
  ]);
  const refs = rader.flatMap(({ subjektRefs }) => subjektRefs);
  if (rader.every(({ subjektRefs }) => subjektRefs.length === 1))
    return { ...setninger.enHver, values: [...values, ...refs] };
  const radIds = rader.flatMap((en) => en.subjektRefs.map(() => en.kolonner.rad_id));

  return { ...setninger.lister, values: [...values, refs, radIds] };
}

/**
 * @param pool of role `portal` or `worker`
 * @param key REVISJON_KEY
 */
export function createRadskriver(pool: Pool, key: string): Radskriver {
  const merker = createMerker(key);
  const koe: Ventende[] = [];
  let underveis = 0;
  let isCalled = false;
  let isAboutToSay = false;

  /** What goes in one statement, when as many more may go beside it. */
  function take(ledige: number): Ventende[] {
    const maks = Math.min(MAKS_RADER, Math.ceil(koe.length / ledige));
    let subjekter = 0;
    const slutt = koe.findIndex(({ rad }, at) => {
      subjekter += rad.subjektRefs.length;
      return at === maks || (at > 0 && subjekter > MAKS_SUBJEKTER);
    });

    return koe.splice(0, slutt === -1 ? koe.length : slutt);
  }

  /** Tells who has waited too long, so that nobody waits for one timeout after another. */
  function giveUp(error: unknown): void {
    const senest = Date.now() - MAKS_VENT_MS;
    for (const { reject } of koe.splice(0, koe.filter(({ siden }) => siden <= senest).length)) reject(error);
  }

  async function sayLivstegn(erSlutt: boolean): Promise<void> {
    const livstegn = merker.findLivstegn(erSlutt);
    if (livstegn === null || pool.ended) return;
    try {
      await pool.query({ ...LIVSTEGN, values: [livstegn.merke] });
      merker.noteSagt(livstegn.utsagn);
    } catch (error) {
      log.warn('revisjonslogg.livstegn', { error });
      if (!erSlutt) sayLivstegnSoon();
    }
  }

  function sayLivstegnSoon(): void {
    if (isAboutToSay) return;
    isAboutToSay = true;
    setTimeout(() => {
      isAboutToSay = false;
      void sayLivstegn(false);
    }, LIVSTEGN_MS).unref();
  }

  async function send(sammen: readonly Ventende[]): Promise<void> {
    const rader = sammen.map(({ rad }) => rad);
    let bit: Nummerbit | null = null;
    try {
      const merket = merker.mark(rader);
      bit = merket.bit;
      await pool.query(toSpoerring(rader, merket.merker));
      merker.settle(bit, true);
      sayLivstegnSoon();
      for (const { resolve } of sammen) resolve();
    } catch (error) {
      if (bit) merker.settle(bit, false);
      if (sammen.length > 1 && isRefused(error)) {
        // One of them is not as it must be: alone, the others are written and it is refused.
        for (const en of sammen) await send([en]);
        return;
      }
      for (const { reject } of sammen) reject(error);
      if (!isRefused(error)) giveUp(error);
    }
  }

  function start(): void {
    isCalled = false;
    while (underveis < UNDERVEIS && koe.length > 0) {
      const sammen = take(UNDERVEIS - underveis);
      underveis += 1;
      const ended = () => {
        underveis -= 1;
        startSoon();
      };
      send(sammen).then(ended, ended);
    }
  }

  /** Those who were answered together come back together: nothing goes before all of them have. */
  function startSoon(): void {
    if (isCalled) return;
    isCalled = true;
    process.nextTick(start);
  }

  return {
    write: (rad) =>
      new Promise((resolve, reject) => {
        koe.push({ rad, siden: Date.now(), resolve, reject });
        startSoon();
      }),
    close: () => sayLivstegn(true),
  };
}
