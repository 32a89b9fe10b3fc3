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

/** Seals the bytes as a file of the uttrekk. `verdier` are those of its row from `id` to `noekkel`. */
async function writeFil({ dataDir }: Kontor, uttrekkId: string, innhold: Uint8Array) {
  const [filId, noekkel] = [randomUUID(), createFilnoekkel()];
  const plass = toFilplass({ uttrekkId, sti: toMappesti(path.join(dataDir, 'filer'), uttrekkId) }, filId);
  await writeForseglet(plass.sti, noekkel, plass.bound, [innhold]);
  const pakket = wrapNoekkel(ensureSecrets(dataDir).filKey, filId, noekkel);
  const sjekksum = createHash('sha256').update(innhold).digest();

  return { filId, verdier: [filId, uttrekkId, innhold.length, sjekksum, pakket] };
}

/** @param eier user name of somebody who has signed in before */
export async function createKlartUttrekk(
  kontor: Kontor,
  eier: string,
  innhold: Uint8Array,
): Promise<{ uttrekkId: string; filId: string }> {
  const uttrekkId = randomUUID();
  const { filId, verdier } = await writeFil(kontor, uttrekkId, innhold);
  const pool = createPool(kontor.ownerUrl, { max: 1 });
  try {
    await pool.query(
      `insert into uttrekk.uttrekk (id, eier_id, bestilling, avtrykk, deler, handling_id, klientnoekkel, tilstand, utloeper)
       select $1, id, $2, 'x', '{navn}', $3, $4, 'klar', now() + interval '1 day' from portal.bruker where brukernavn = $5`,
      [uttrekkId, BESTILLING, randomUUID(), randomUUID(), eier],
    );
    await pool.query(
      `insert into uttrekk.fil (id, uttrekk_id, format, tilstand, bytes, rader, sjekksum, noekkel)
       values ($1, $2, 'csv', 'klar', $3, 1, $4, $5)`,
      verdier,
    );
  } finally {
    await pool.end();
  }

  return { uttrekkId, filId };
}

/** Two finished uttrekk compared: one person new and one gone, in a file of these bytes that lies with the later. */
export async function createEndringsfil(
  kontor: Kontor,
  { fraId, tilId }: { fraId: string; tilId: string },
  innhold: Uint8Array,
): Promise<void> {
  const { verdier } = await writeFil(kontor, tilId, innhold);
  const pool = createPool(kontor.ownerUrl, { max: 1 });
  try {
    for (const [id, minutter] of [
      [fraId, 2],
      [tilId, 1],
    ])
      await pool.query(`update uttrekk.uttrekk set ferdig = now() - $2 * interval '1 minute' where id = $1`, [
        id,
        minutter,
      ]);
    await pool.query(
      `insert into uttrekk.sammenligning (fra_id, til_id, tilstand, nye, borte, endret)
       values ($1, $2, 'klar', 1, 1, 0)`,
      [fraId, tilId],
    );
    await pool.query(
      `insert into uttrekk.fil (id, uttrekk_id, fra_id, format, tilstand, bytes, rader, sjekksum, noekkel)
       values ($1, $2, $6, 'csv', 'klar', $3, 2, $4, $5)`,
      [...verdier, fraId],
    );
  } finally {
    await pool.end();
  }
}
