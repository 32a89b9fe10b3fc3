/**
 * A finished uttrekk put in its place without the register or the worker, for benches and browser tests of what comes
 * after: the row, and one sealed file with the bytes that are given.
 */
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createPool } from '#lib/server/db/pool.ts';
import { createFilnoekkel, wrapNoekkel, writeForseglet } from '#lib/server/uttrekk/filer/container.ts';
import { toFilplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { ensureSecrets } from './secrets.ts';

type Kontor = { ownerUrl: string; dataDir: string };

const BESTILLING = {
  navn: 'Ferdig uttrekk',
  kilde: { slag: 'komplett', sekvensnummer: null },
  innhold: { slag: 'identifikatorer' },
  formater: ['csv'],
  pakke: 'offentlig-med-hjemmel',
  formaal: 'statistikk',
  saksreferanse: '2026/1',
};

/** @param eier user name of somebody who has signed in before */
export async function createKlartUttrekk(
  { ownerUrl, dataDir }: Kontor,
  eier: string,
  innhold: Uint8Array,
): Promise<{ uttrekkId: string; filId: string }> {
  const [uttrekkId, filId, noekkel] = [randomUUID(), randomUUID(), createFilnoekkel()];
  const sti = toMappesti(path.join(dataDir, 'filer'), uttrekkId);
  const plass = toFilplass({ uttrekkId, sti }, filId);
  await writeForseglet(plass.sti, noekkel, plass.bound, [innhold]);
  const pakket = wrapNoekkel(ensureSecrets(dataDir).filKey, filId, noekkel);
  const pool = createPool(ownerUrl, { max: 1 });
  try {
    await pool.query(
      `insert into uttrekk.uttrekk (id, eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand, utloeper)
       select $1, id, $2, 'x', '{navn}', $3, $4, 'klar', now() + interval '1 day' from portal.bruker where brukernavn = $5`,
      [uttrekkId, BESTILLING, randomUUID(), randomUUID(), eier],
    );
    await pool.query(
      `insert into uttrekk.fil (id, uttrekk_id, format, tilstand, bytes, rader, sjekksum, noekkel)
       values ($1, $2, 'csv', 'klar', $3, 1, $4, $5)`,
      [filId, uttrekkId, innhold.length, createHash('sha256').update(innhold).digest(), pakket],
    );
  } finally {
    await pool.end();
  }

  return { uttrekkId, filId };
}
