/** What one grant gives of a file: its bytes as they are, or a zip of them, with the length of just that. */
import 'server-only';
import { hash } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import { toFilnavn, toMedietype, toZipnavn, type Utsnitt, ZIPTYPE } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Filstroem } from '#lib/server/http/download.ts';
import { readForseglet, unwrapNoekkel } from '#lib/server/uttrekk/filer/container.ts';
import { toFilplass, toMappesti } from '#lib/server/uttrekk/filer/mappe.ts';
import type { Grant, KlarFil } from './nedlasting-store.ts';
import { openPassord } from './passord.ts';
import { countZipBytes, cutStroem, toZip } from './zip.ts';
import { SALT_BYTES } from './zip-kryptering.ts';

export type Fremstilling = Pick<Filstroem, 'filnavn' | 'type' | 'bytes' | 'etag'> & {
  /** Both ends included. */
  read(utsnitt: Utsnitt): AsyncGenerator<Buffer>;
};

type Lager = { filKey: string; filMappe: string };

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

/** Nothing is read or opened before `read`. Throws IKKE_FUNNET there for a zip whose password is gone. */
export function toFremstilling(lager: Lager, fil: KlarFil, grant: Grant): Fremstilling {
  const lagret = toLagret(lager, fil);
  if (grant.form === 'fil') return lagret;
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
