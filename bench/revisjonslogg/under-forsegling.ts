/** What sealing costs whoever writes: the log alone, and while a sealer in a process of its own never rests. */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { createForsegler } from '#lib/server/revisjonslogg/forsegling/create-forsegler.ts';
import { createSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { type Child, startChild } from '../../scripts/child.ts';
import { inheritedEnv } from '../../scripts/portal-env.ts';
import WORKER from '../../scripts/worker-process.json' with { type: 'json' };
import type { BenchResultat } from '../kjoer.ts';
import { type Maaling, timed } from '../measure.ts';

const LOOK_EVERY_MS = 50;
const SEALED_WITHIN_MS = 120_000;

const Antall = z.object({ antall: z.coerce.number() });
const USAGT = `select (select count(*) from revisjonslogg.rad) - (select count(*) from revisjonslogg.blad) as antall`;
const FORSEGLET = 'select count(*) as antall from revisjonslogg.blad';

/** `eier` looks; `pool` is of role `forsegler`, which `url` leads to as well; `mappe` is where the witness is made. */
export type Forseglingssted = {
  eier: Pool;
  pool: Pool;
  url: string;
  mappe: string;
  revisjonKey: string;
};

async function count(eier: Pool, sql: string): Promise<number> {
  const [row] = await query(eier, Antall, sql);

  return row?.antall ?? Number.NaN;
}

function startForsegler({ url, mappe, revisjonKey }: Forseglingssted, noekkel: string): Child {
  return startChild({
    args: [
      ...WORKER.flags,
      '--conditions=react-server',
      path.join('bench', 'revisjonslogg', 'forsegle.ts'),
      ...[url, noekkel, mappe, revisjonKey],
    ],
    env: { ...inheritedEnv(), ...WORKER.env },
    logFile: null,
  });
}

/** Until the sealer of the other process has come to the end of what there is. */
async function waitUntilSealed(eier: Pool, child: Child): Promise<void> {
  const deadline = Date.now() + SEALED_WITHIN_MS;
  while ((await count(eier, USAGT)) > 0) {
    if (child.hasEnded() || Date.now() > deadline) throw new Error('nothing is sealed');
    await wait(LOOK_EVERY_MS);
  }
}

const show = (tall: number): string => tall.toFixed(2).replace('.', ',');

/**
 * @param maal measures writing for a while, under this name
 * @param sted a log with rows that their writer has marked, and none sealed
 */
export async function measureUnderForsegling(
  maal: (navn: string) => Promise<Maaling>,
  sted: Forseglingssted,
): Promise<Pick<BenchResultat, 'maalinger' | 'forhold'>> {
  const noekkel = createSigneringsnoekkel('folkeregisterportalen/maaling');
  const inni = createForsegler(sted.pool, noekkel, sted.mappe, [sted.revisjonKey]);
  const { value: rader, ms, cpuMs } = await timed(() => inni.sealOnce());
  if (!rader) throw new Error('nothing was sealed');
  const perSecond = (maaling: Maaling): number => maaling.ms.length / (maaling.varighetMs / 1_000);
  const alene = await maal('alene');
  const child = startForsegler(sted, noekkel);
  try {
    await waitUntilSealed(sted.eier, child);
    const foer = await count(sted.eier, FORSEGLET);
    const ved = await maal('revisjonsloggen mens den forsegles uten stans');
    const forseglet = (await count(sted.eier, FORSEGLET)) - foer;
    const tekst = `${ved.samtidige} samtidige mens loggen forsegles uten stans i en annen prosess, som i arbeideren: ${show(perSecond(ved) / perSecond(alene))} av det den skriver ellers; ${forseglet} rader ble forseglet imens`;
    const merket = `Forsegling av ${rader} rader der hvert merke er kontrollert: ${Math.round(rader / (ms / 1_000))} i sekundet (${Math.round((cpuMs * 1_000) / rader)} µs prosessortid utenom databasen for hver)`;

    return {
      maalinger: [ved],
      forhold: [
        { tekst, holder: null },
        { tekst: merket, holder: null },
      ],
    };
  } finally {
    await child.stop();
  }
}
