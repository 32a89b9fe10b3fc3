/** Rows as a workbook. Every cell is text, so that no number loses its zeros and nothing is a formula. */
import 'server-only';
import { writeXlsxStream } from 'hucre/xlsx';
import { z } from 'zod';

/** The program's own limit for one cell. */
const MAKS_CELLE = 32_767;

const Celler = z.array(z.union([z.string(), z.number(), z.null()]));

/** What XML cannot hold becomes the mark of a character that could not be shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UGYLDIG_I_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function toCeller(linje: string): (string | null)[] {
  return Celler.parse(JSON.parse(linje)).map((celle) =>
    celle === null ? null : String(celle).replaceAll(UGYLDIG_I_XML, '\ufffd').slice(0, MAKS_CELLE),
  );
}

async function* listRader(linjer: AsyncIterable<readonly string[]>): AsyncGenerator<(string | null)[]> {
  for await (const noen of linjer) for (const linje of noen) yield toCeller(linje);
}

/**
 * The file, as a stream. The same rows give the same bytes.
 * @param linjer rows of the form `xlsx`, some at a time
 */
export async function* toXlsx(
  kolonner: readonly string[],
  linjer: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array> {
  yield* writeXlsxStream(listRader(linjer), {
    name: 'Uttrekk',
    columns: kolonner.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
}
