/**
 * The day in Norway. Rule: the portal has one such day, whatever the clock of the machine that it runs on says; an age,
 * a right that ends and a date in a document change at midnight there.
 */
const norskDag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
const MINUTT_MS = 60_000;

let kjent = { minutt: Number.NaN, dag: '' };

/**
 * The day of a moment as `yyyy-MM-dd`. No day begins inside a minute, so the last minute asked about is remembered:
 * nearly all ask about now, and the formatter takes as long as a whole section of a person.
 * @throws RangeError when `tid` is no moment
 */
export function toNorskDag(tid: Date): string {
  const minutt = Math.floor(tid.getTime() / MINUTT_MS);
  if (minutt !== kjent.minutt) kjent = { minutt, dag: norskDag.format(tid) };

  return kjent.dag;
}
