/** Sealing and verifying so many rows, beside SHA-256 alone over the same bytes. */
import { hash } from 'node:crypto';
import type { Pool } from '#lib/server/db/pool.ts';
import { createForsegler } from '#lib/server/revisjonslogg/forsegling/create-forsegler.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';
import { RADFORM_SQL, toRadtekst } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';
import { withDatabasekilde } from '#lib/server/revisjonslogg/verifisering/database-kilde.ts';
import type { Funn } from '#lib/server/revisjonslogg/verifisering/funn.ts';
import { verify } from '#lib/server/revisjonslogg/verifisering/verify.ts';
import type { BenchResultat } from '../kjoer.ts';
import { timed } from '../measure.ts';
import { REVISJON_KEY } from './append.ts';
import { measureBevis } from './bevis.ts';

const BARE_RADER = 20_000;

/** Rows in a second of SHA-256 and nothing else. */
async function measureBare(forsegler: Pool): Promise<number> {
  const rader = await readRadformer(
    forsegler,
    `select ${RADFORM_SQL} from revisjonslogg.rad r order by r.id limit $1`,
    [BARE_RADER],
  );
  const bytes = rader.map((rad) => Buffer.from(toRadtekst(rad)));
  const { ms } = await timed(async () => {
    for (const rad of bytes) hash('sha256', rad, 'hex');
  });

  return bytes.length / (ms / 1_000);
}

/** `mappe`: where the witness is made. Throws when a log that nobody touched has a finding. */
export async function measureForsegling(forsegler: Pool, mappe: string): Promise<BenchResultat['forhold']> {
  const noekkel = createSigneringsnoekkel('folkeregisterportalen/maaling');
  const seal = await timed(() => createForsegler(forsegler, noekkel, mappe, [REVISJON_KEY]).sealOnce());
  const { kontroll } = parseSigneringsnoekkel(noekkel);
  const funn: Funn[] = [];
  const sak = { noekler: [kontroll], vitne: mappe, siden: null, meld: (et: Funn) => funn.push(et) };
  const control = await timed(() => withDatabasekilde(forsegler, (kilde) => verify({ ...sak, kilde })));
  const { rader } = control.value;
  if (funn.length > 0 || rader !== seal.value) throw new Error(`${rader} rader, ${funn.length} funn`);
  const bare = await measureBare(forsegler);
  const show = (navn: string, { ms, cpuMs }: { ms: number; cpuMs: number }) => {
    const rate = rader / (ms / 1_000);
    const del = (rate / bare).toFixed(3).replace('.', ',');

    return {
      tekst: `${navn} av ${rader} rader: ${Math.round(rate)} i sekundet (${Math.round((cpuMs * 1_000) / rader)} µs prosessortid utenom databasen for hver), ${del} av SHA-256 alene over de samme bytene (${Math.round(bare)})`,
      holder: null,
    };
  };

  const bevis = await measureBevis(forsegler, rader, kontroll, mappe);

  return [show('Forsegling uten merker', seal), show('Kontroll', control), ...bevis];
}
