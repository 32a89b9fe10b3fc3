/**
 * What the sealer knows of the writers, and what it has found, beside the witness's checkpoints: whoever can change the
 * database can change neither. A finding stays until somebody who keeps the folder has seen to it and takes it away.
 */
import 'server-only';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Skriverstand } from '#lib/server/revisjonslogg/merke/skriverstand.ts';

const STAND = 'skrivere.json';
const FUNN = 'skriverfunn.ndjson';

const Xid = z.string().regex(/^\d+$/).transform(BigInt);
const Skriverstander = z.object({
  /** Rows of a transaction below it were there when marks were first looked at, and are believed. */
  fra: Xid,
  /** Every row of a transaction below it has been looked at. */
  vannmerke: Xid,
  skrivere: z.record(z.string(), Skriverstand),
});
export type Skriverstander = z.infer<typeof Skriverstander>;

const Tid = z.string();
const Rad = z.object({ id: z.string(), tidspunkt: z.string(), indeks: z.int().nullable() });
/** What the marks of rows can show, when the rows are sealed; `sett` is when that was, ISO 8601. */
const Skriverfunn = z.discriminatedUnion('slag', [
  /** The row has no mark of a writer of ours, or says something else than what was marked. */
  z.object({ slag: z.literal('merke-feil'), rad: Rad, sett: Tid }),
  /** Another row has the same number of the same writer: one of them is a copy. */
  z.object({ slag: z.literal('merke-gjentatt'), rad: Rad, sett: Tid }),
  /** The row was written at another time than it says. */
  z.object({ slag: z.literal('merke-tid'), rad: Rad, sett: Tid }),
  /** Rows `fra` up to but not with `til` of a writer were written and are not there. */
  z.object({
    slag: z.literal('skriver-hull'),
    skriver: z.string(),
    fra: z.int(),
    til: z.int(),
    sett: Tid,
  }),
]);
export type Skriverfunn = z.infer<typeof Skriverfunn>;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Null before the first time. */
export async function findSkriverstander(mappe: string): Promise<Skriverstander | null> {
  try {
    return Skriverstander.parse(JSON.parse(await readFile(path.join(mappe, STAND), 'utf8')));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes and does not come back before it is on the disk. */
async function writeFileSynced(file: string, flag: 'w' | 'a', text: string): Promise<void> {
  const handle = await open(file, flag, 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The findings first: a crash between writes them twice and never not at all. */
export async function saveSkriverstander(
  mappe: string,
  { fra, vannmerke, skrivere }: Skriverstander,
  funn: readonly Skriverfunn[],
): Promise<void> {
  await mkdir(mappe, { recursive: true, mode: 0o700 });
  if (funn.length > 0) {
    const lines = funn.map((ett) => `${JSON.stringify(ett)}\n`).join('');
    await writeFileSynced(path.join(mappe, FUNN), 'a', lines);
  }
  const file = path.join(mappe, STAND);
  await writeFileSynced(
    `${file}.ny`,
    'w',
    JSON.stringify({ fra: `${fra}`, vannmerke: `${vannmerke}`, skrivere }),
  );
  await rename(`${file}.ny`, file);
}

/** Whether anything was found that nobody has taken away since. */
export async function hasSkriverfunn(mappe: string): Promise<boolean> {
  try {
    return (await stat(path.join(mappe, FUNN))).size > 0;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Everything found and not taken away since, the oldest first. A line that a crash cut off does not count. */
export async function* listSkriverfunn(mappe: string): AsyncGenerator<Skriverfunn> {
  if (!(await hasSkriverfunn(mappe))) return;
  const input = createReadStream(path.join(mappe, FUNN));
  for await (const line of createInterface({ input }))
    if (line.endsWith('}')) yield Skriverfunn.parse(JSON.parse(line));
}
