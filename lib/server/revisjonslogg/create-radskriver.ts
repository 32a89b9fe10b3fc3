/**
 * Commits rows of the revisjonslogg. A row is sent at once when little is on its way; those that come while more is, wait
 * for it and then go together, and so do those that come in one turn of the process: as one statement with one commit,
 * where many cost little more than one. A row is never said to be written before its own commit, and one that the
 * database refuses takes no other with it.
 */
import 'server-only';
import type { Pool } from '#lib/server/db/pool.ts';

/** Every column that is written, with its type; the database makes number, time and transaction. */
const KOLONNER = [
  ['rad_id', 'uuid'],
  ['handling_id', 'uuid'],
  ['kall_id', 'uuid'],
  ['slag', 'text'],
  ['handling', 'text'],
  ['bruker', 'text'],
  ['bruker_id', 'uuid'],
  ['enhet', 'text'],
  ['session_ref', 'bytea'],
  ['formaal', 'text'],
  ['saksreferanse', 'text'],
  ['pakke', 'text'],
  ['utfall', 'text'],
  ['innhold', 'jsonb'],
  ['konvolutt', 'bytea'],
] as const;

/** One row by column, and the references of everybody it concerns, each once. */
export type Radverdier = {
  kolonner: Record<(typeof KOLONNER)[number][0], string | Buffer | null>;
  subjektRefs: readonly Buffer[];
};

export type Radskriver = {
  /** Throws what the database said; the row may then have been written all the same, when it was its answer that was lost. */
  write(rad: Radverdier): Promise<void>;
};

/** Statements on their way at most: with one every row waits for the disk twice, with many few go together. */
const UNDERVEIS = 2;
/** In one statement, so that none takes long. */
const MAKS_RADER = 100;
const MAKS_SUBJEKTER = 5_000;
/** Who has waited so long when a statement fails is not sent: the database is away or slow (security.md A-01). */
const MAKS_VENT_MS = 1_000;

const KOLONNELISTE = KOLONNER.map(([navn]) => navn).join(', ');
const PARAMETRE = KOLONNER.map(([, type], at) => ({ type, plass: `$${at + 1}` }));
const SISTE = KOLONNER.length;
const RAD = `insert into revisjonslogg.rad (${KOLONNELISTE}) values (${PARAMETRE.map(({ plass }) => plass).join(', ')})`;
/** One row about nobody or one person, which costs the database less than a list of one. */
const UTEN = { name: 'revisjonslogg-rad-uten', text: RAD };
const EN = {
  name: 'revisjonslogg-rad',
  text: `with rad as (${RAD}) insert into revisjonslogg.subjekt (subjekt_ref, rad_id) values ($${SISTE + 1}, $1)`,
};
const FLERE = {
  name: 'revisjonslogg-rader',
  text: `with rad as (
  insert into revisjonslogg.rad (${KOLONNELISTE})
  select * from unnest(${PARAMETRE.map(({ type, plass }) => `${plass}::${type}[]`).join(', ')}))
insert into revisjonslogg.subjekt (subjekt_ref, rad_id)
select ref, rad_id from unnest($${SISTE + 1}::bytea[], $${SISTE + 2}::uuid[]) as s (ref, rad_id)`,
};

type Ventende = {
  rad: Radverdier;
  siden: number;
  resolve: () => void;
  reject: (error: unknown) => void;
};

/** The database looked at the row and said no: nothing was written, and the row would be refused again. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

function toSpoerring(rader: readonly Radverdier[]): { name: string; text: string; values: unknown[] } {
  const [rad, ...flere] = rader;
  if (rad && flere.length === 0 && rad.subjektRefs.length <= 1) {
    const values = [...KOLONNER.map(([navn]) => rad.kolonner[navn]), ...rad.subjektRefs];
    return { ...(rad.subjektRefs.length === 0 ? UTEN : EN), values };
  }
  const kolonner = KOLONNER.map(([navn]) => rader.map((en) => en.kolonner[navn]));
  const refs = rader.flatMap(({ subjektRefs }) => subjektRefs);
  const radIds = rader.flatMap((en) => en.subjektRefs.map(() => en.kolonner.rad_id));

  return { ...FLERE, values: [...kolonner, refs, radIds] };
}

/** @param pool of role `portal` or `worker` */
export function createRadskriver(pool: Pool): Radskriver {
  const koe: Ventende[] = [];
  let underveis = 0;
  let isCalled = false;

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

  async function send(sammen: readonly Ventende[]): Promise<void> {
    try {
      await pool.query(toSpoerring(sammen.map(({ rad }) => rad)));
      for (const { resolve } of sammen) resolve();
    } catch (error) {
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
  };
}
