/**
 * What the mark of a row is over: all that its writer set, as the writer has it before and as the sealer reads it after.
 * What the database sets is not in it: the row's number, time and transaction.
 */
import 'server-only';
import type { Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { type Radverdier, SATTE_KOLONNER } from '#lib/server/revisjonslogg/radverdier.ts';

/** With the keys of every object in order: the database keeps what JSON says and not how it was written. */
function toOrdnet(verdi: unknown): unknown {
  if (Array.isArray(verdi)) return verdi.some((en) => typeof en === 'object') ? verdi.map(toOrdnet) : verdi;
  if (typeof verdi !== 'object' || verdi === null) return verdi;

  return Object.fromEntries(
    Object.entries(verdi)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([navn, inni]) => [navn, toOrdnet(inni)]),
  );
}

/** One text for all that say the same. `verdi` holds what JSON can hold. */
export const toOrdnetJson = (verdi: unknown): string => JSON.stringify(toOrdnet(verdi));

/** Each with its length before it, so that nothing can move from one to the next. */
function join(felter: Iterable<string | null>, subjekter: readonly string[]): string {
  let tekst = '';
  for (const felt of felter) tekst += felt === null ? '-' : `${felt.length}:${felt}`;

  return tekst + subjekter.join();
}

const toFelt = (verdi: string | Buffer | null): string | null =>
  typeof verdi === 'string' || verdi === null ? verdi : verdi.toString('hex');

/** Of a row that is to be written. */
export const toMerketekst = ({ kolonner, subjektRefs }: Radverdier): string =>
  join(
    SATTE_KOLONNER.map((navn) => toFelt(kolonner[navn])),
    subjektRefs.map((ref) => ref.toString('hex')).sort(),
  );

/**
 * The same of a row that was read. By place: taking a row of twenty apart by name costs more than all that is done with
 * it, and each row that is sealed goes through here.
 */
export function toLestMerketekst(rad: Radform): string {
  const hvem = [rad[3], rad[4], rad[5], rad[6], rad[7], rad[8], rad[9], rad[10], rad[11]];
  const hva = [rad[12], rad[13], rad[14], rad[15], toOrdnetJson(JSON.parse(rad[16])), rad[17]];

  return join([...hvem, ...hva], rad[19]);
}
