/**
 * A download: first a grant by a POST, then one GET of `/api/nedlasting/{nedlastingId}` within the time, by the same user
 * in the same session. The grant is used by that; a stream that broke may be taken up where it stopped (security.md F-05).
 */
import { z } from 'zod';
import type { Format } from './bestilling.ts';

/** Seconds from the grant to the first byte. */
export const START_INNEN_SEKUNDER = 60;

/** The body of the POST: the file as it is, in a zip with a password of its own (AES-256), or what it is checked by. */
export const NedlastingRequest = z.strictObject({ form: z.enum(['fil', 'zip', 'manifest']) });
export type NedlastingRequest = z.infer<typeof NedlastingRequest>;
export type Nedlastingsform = NedlastingRequest['form'];

/** The answer to the POST. `passord` opens the zip and is told here and nowhere else; null where there is none. */
export const Nedlastingsgrant = z.strictObject({ nedlastingId: z.uuid(), passord: z.string().nullable() });
export type Nedlastingsgrant = z.infer<typeof Nedlastingsgrant>;

const TYPE: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** Media type of a file. */
export const toMedietype = (format: Format): string => TYPE[format];

/** Which file of which uttrekk: one of its own, or the one of what has changed since another run. */
export type Filidentitet = { uttrekkId: string; erEndringer: boolean };

const toNavn = ({ uttrekkId, erEndringer }: Filidentitet): string =>
  `uttrekk-${uttrekkId.slice(0, 8)}${erEndringer ? '-endringer' : ''}`;

/** Name of the file on the user's machine: an id of ours, never what was ordered or of whom (F-06). */
export const toFilnavn = (fil: Filidentitet, format: Format): string => `${toNavn(fil)}.${format}`;

/** The same of the zip that it lies in. */
export const toZipnavn = (fil: Filidentitet): string => `${toNavn(fil)}.zip`;
export const ZIPTYPE = 'application/zip';

/** Of the bytes of a file, both ends as indexes; `til` is the last one. */
export type Utsnitt = { fra: number; til: number };

/**
 * What a `Range` asks for of a file of so many bytes. Null is the whole file: no header, or one that this does not know,
 * which may be answered so (RFC 9110 section 14.2). `ugyldig` where the file has no such part.
 */
export function parseRange(range: string | null, bytes: number): Utsnitt | 'ugyldig' | null {
  const [, fraTekst = '', tilTekst = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (fraTekst === '') return null;
  const fra = Number(fraTekst);
  const til = tilTekst === '' ? bytes - 1 : Math.min(Number(tilTekst), bytes - 1);

  return fra >= bytes || til < fra ? 'ugyldig' : { fra, til };
}
