/**
 * The one form in which a row of the revisjonslogg is hashed: a JSON array of every column as the database writes it,
 * and of everybody the row concerns, with the number of the form first. A change of any of it is another hash. A new
 * column is a new form, and rows that were sealed in an earlier one keep it: the first has no mark, and is still that of a
 * row that has none (ADR 0026).
 */
import 'server-only';
import { hashBlad } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';

const FORM = 2;
const FORM_UTEN_MERKE = 1;

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
  merke: "encode(r.merke, 'hex')",
} as const;

export const RADKOLONNER = Object.keys(KOLONNER);

/** What to select `from revisjonslogg.rad r`: the columns of the form, for `readRadformer`, which adds whom they concern. */
export const RADFORM_SQL = Object.values(KOLONNER).join(', ');

/** The same for who may not see what is sealed in a row, or its session: to be shown, and no form to be hashed. */
export const LESBAR_RADFORM_SQL = Object.values({
  ...KOLONNER,
  session_ref: 'null',
  konvolutt: 'null',
  merke: 'null',
}).join(', ');

/** A row: every column as text, and the references of everybody it concerns, in order. As it stands in a dump. */
export type Radform = [
  id: string,
  tidspunkt: string,
  xid: string,
  radId: string,
  handlingId: string,
  kallId: string,
  slag: string,
  handling: string,
  bruker: string,
  brukerId: string | null,
  enhet: string | null,
  sessionRef: string | null,
  formaal: string | null,
  saksreferanse: string | null,
  pakke: string | null,
  utfall: string | null,
  innhold: string,
  konvolutt: string | null,
  merke: string | null,
  subjekter: string[],
];

const SUBJEKTER = 19;
const MERKE = 18;
const CAN_BE_NULL = new Set(
  [
    'bruker_id',
    'enhet',
    'session_ref',
    'formaal',
    'saksreferanse',
    'pakke',
    'utfall',
    'konvolutt',
    'merke',
  ].map((navn) => RADKOLONNER.indexOf(navn)),
);

const isText = (value: unknown): boolean => typeof value === 'string';

// By hand, since every row of the log goes through it each time that the log is verified.
function isRadform(row: unknown): row is Radform {
  if (!Array.isArray(row) || row.length !== SUBJEKTER + 1) return false;
  const subjekter: unknown = row[SUBJEKTER];

  return (
    Array.isArray(subjekter) &&
    subjekter.every(isText) &&
    row.every((value, at) => at === SUBJEKTER || isText(value) || (value === null && CAN_BE_NULL.has(at)))
  );
}

/** @throws TypeError when the row is not of the form; the message quotes nothing of it */
export function parseRadform(row: unknown): Radform {
  // A dump from before there were marks.
  if (Array.isArray(row) && row.length === SUBJEKTER) return parseRadform(row.toSpliced(MERKE, 0, null));
  if (!isRadform(row)) throw new TypeError('a row of the revisjonslogg is not of the form');

  return row;
}

/** The text that is hashed, as UTF-8. */
export const toRadtekst = (rad: Radform): string =>
  JSON.stringify(rad[MERKE] === null ? [FORM_UTEN_MERKE, ...rad.toSpliced(MERKE, 1)] : [FORM, ...rad]);

/** The leaf of a row: 32 bytes. */
export const toBlad = (rad: Radform): Buffer => hashBlad(toRadtekst(rad));

/** What a verifier needs to know of a row to say which one it is. */
export const describeRad = ([id, tidspunkt, xid, radId]: Radform) => ({ id, tidspunkt, xid, radId });

/** The mark of a row, hex; null when it has none. */
export const findMerke = (rad: Radform): string | null => rad[MERKE];
