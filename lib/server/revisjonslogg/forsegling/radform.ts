/**
 * The one form in which a row of the revisjonslogg is hashed: a JSON array of every column as the database writes it,
 * and of everybody the row concerns, with the number of the form first. A change of any of it is another hash. A new
 * column is a new form, and rows that were sealed in an earlier one keep it.
 */
import 'server-only';
import { z } from 'zod';
import { hashBlad } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';

const FORM = 1;

/** Microseconds, UTC: what the database holds of a time, however the session would show it. */
const showTime = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Every column of revisjonslogg.rad, in the order of the form, as text. */
const KOLONNER = {
  id: 'r.id::text',
  tidspunkt: showTime('r.tidspunkt'),
  xid: 'r.xid::text',
  rad_id: 'r.rad_id::text',
  handling_id: 'r.handling_id::text',
  kall_id: 'r.kall_id::text',
  slag: 'r.slag',
  handling: 'r.handling',
  bruker: 'r.bruker',
  bruker_id: 'r.bruker_id::text',
  enhet: 'r.enhet',
  session_ref: "encode(r.session_ref, 'hex')",
  formaal: 'r.formaal',
  saksreferanse: 'r.saksreferanse',
  pakke: 'r.pakke',
  utfall: 'r.utfall',
  innhold: 'r.innhold::text',
  konvolutt: "encode(r.konvolutt, 'hex')",
} as const;

export const RADKOLONNER = Object.keys(KOLONNER);

/** What to select `from revisjonslogg.rad r`: one array for each row, read with `rowMode: 'array'` by `parseRadform`. */
export const RADFORM_SQL = `${Object.values(KOLONNER).join(', ')}, array(
  select encode(s.subjekt_ref, 'hex') from revisjonslogg.subjekt s
  where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id order by s.subjekt_ref)`;

const text = z.string();
const maybe = z.string().nullable();

const Radform = z.tuple([
  text,
  text,
  text,
  text,
  text,
  text,
  text,
  text,
  text,
  maybe,
  maybe,
  maybe,
  maybe,
  maybe,
  maybe,
  maybe,
  text,
  maybe,
  z.array(text),
]);
/** A row as RADFORM_SQL gives it, and as it stands in a dump. */
export type Radform = z.infer<typeof Radform>;

/** @throws ZodError when the row is not of the form */
export const parseRadform = (row: unknown): Radform => Radform.parse(row);

/** The bytes that are hashed. */
export const toRadbytes = (rad: Radform): Buffer => Buffer.from(JSON.stringify([FORM, ...rad]));

/** The leaf of a row: 32 bytes. */
export const toBlad = (rad: Radform): Buffer => hashBlad(toRadbytes(rad));

/** What a verifier needs to know of a row to say which one it is. */
export function describeRad([id, tidspunkt, xid, radId, , kallId, slag]: Radform) {
  return { id, tidspunkt, xid: BigInt(xid), radId, kallId, slag };
}
