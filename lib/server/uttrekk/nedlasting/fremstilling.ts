/** What one grant gives of a file: its bytes as they are, a zip of them, or its manifest, with the length of just that. */
import 'server-only';
import { hash } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import { MANIFESTTYPE, toManifestnavn } from '#lib/domain/uttrekk/manifest.ts';
import { toFilnavn, toMedietype, toZipnavn, type Utsnitt, ZIPTYPE } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import type { Filstroem } from '#lib/server/http/download.ts';
import { unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toFilplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import { readForseglet } from '#lib/server/uttrekk/filer/read-forseglet.ts';
import { type Grant, getManifest, type KlarFil } from './nedlasting-store.ts';
import { openPassord } from './passord.ts';
import { countZipBytes, cutStroem, toZip } from './zip.ts';
import { SALT_BYTES } from './zip-kryptering.ts';

export type Fremstilling = Pick<Filstroem, 'filnavn' | 'type' | 'bytes' | 'etag'> & {
  /** Both ends included. */
  read(utsnitt: Utsnitt): AsyncGenerator<Buffer>;
};

type Lager = { pool: Pool; filKey: string; filMappe: string };

const toIdentitet = ({ uttrekk_id, fra_id }: KlarFil) => ({
  uttrekkId: uttrekk_id,
  erEndringer: fra_id !== null,
});

function toLagret({ filKey, filMappe }: Lager, fil: KlarFil): Fremstilling {
  const mappe = { uttrekkId: fil.uttrekk_id, sti: toMappesti(filMappe, fil.uttrekk_id) };
  const { sti, bound } = toFilplass(mappe, fil.id);
  const noekkel = unwrapNoekkel(filKey, fil.id, fil.noekkel);

  return {
    filnavn: toFilnavn(toIdentitet(fil), fil.format),
    type: toMedietype(fil.format),
    bytes: fil.bytes,
    etag: fil.sjekksum.toString('hex'),
    read: ({ fra, til }) => readForseglet(sti, noekkel, bound, { fra, til: til + 1 }),
  };
}

async function getManifestfil({ pool }: Lager, fil: KlarFil): Promise<Fremstilling> {
  const note = Buffer.from(await getManifest(pool, fil.id));

  return {
    filnavn: toManifestnavn(toFilnavn(toIdentitet(fil), fil.format)),
    type: MANIFESTTYPE,
    bytes: note.length,
    etag: hash('sha256', note),
    async *read({ fra, til }) {
      yield note.subarray(fra, til + 1);
    },
  };
}

function toZippet(lager: Lager, fil: KlarFil, grant: Grant, lagret: Fremstilling): Fremstilling {
  const zipfil = { navn: lagret.filnavn, bytes: fil.bytes, endret: fil.opprettet };
  const { nedlastingId, passord } = grant;

  return {
    filnavn: toZipnavn(toIdentitet(fil)),
    type: ZIPTYPE,
    bytes: countZipBytes(zipfil),
    etag: `${lagret.etag}-${nedlastingId}`,
    read(utsnitt) {
      if (passord === null) throw new AppError('IKKE_FUNNET');
      const noekkel = {
        passord: openPassord(lager.filKey, nedlastingId, passord),
        // The same for the same download, however often its stream is begun, and never another's.
        salt: hash('sha256', nedlastingId, 'buffer').subarray(0, SALT_BYTES),
      };

      return cutStroem(toZip(zipfil, noekkel, lagret.read({ fra: 0, til: fil.bytes - 1 })), utsnitt);
    },
  };
}

/** No byte of the file is read or opened before `read`. Throws IKKE_FUNNET there for a zip whose password is gone. */
export async function getFremstilling(lager: Lager, fil: KlarFil, grant: Grant): Promise<Fremstilling> {
  if (grant.form === 'manifest') return getManifestfil(lager, fil);
  const lagret = toLagret(lager, fil);

  return grant.form === 'fil' ? lagret : toZippet(lager, fil, grant, lagret);
}
