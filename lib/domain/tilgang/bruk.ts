/**
 * Which rights a user has not used. Told by the last day on which the log has an act that needs the right, never by how
 * many: it answers what can be taken away, and nothing about anybody's work.
 */
import { RETTIGHETER, type Rettighet } from './rettighet.ts';

/** How long a right must lie before it is said to be unused. */
export const UBRUKT_DAGER = 90;
const DAG_MS = 86_400_000;

/**
 * The log's words for what is done with each right. A package is used by any act that names it. Of a right that is not
 * here the log does not say when it was needed, so it is never said to be unused.
 */
const HANDLINGER_MED: Partial<Record<Rettighet, RegExp>> = {
  'rolle:saksbehandler': /^(OPPSLAG|SOEK|BULK|AVDEKKING|KONTAKTOPPSLAG|HENDELSE)/,
  'rolle:analytiker':
    /^(UTTREKK|UTTREKK_DELING|UTTREKK_AVKLARING|UTTREKK_SAMMENLIGNING|UTTREKK_OPPDATERING|UTTREKK_MANIFEST|NEDLASTING)$/,
  'rolle:leder': /^(UTTREKK_GODKJENNING|TILGANG_GJENNOMGANG)$/,
  'rolle:administrator': /^(TILGANG_|LES_REVISJONSLOGG|EKSPORTER_REVISJONSLOGG)/,
  'rolle:personvernombud': /^(TILGANG_BEKREFTELSE|TILGANG_VIS_SOM|LES_REVISJONSLOGG|INNSYN|KONTROLL)/,
  'skjermingsrett:fortrolig': /^AVDEKKING/,
};

/** The last day of one act with one package; `pakke` is empty where there was none. */
export type SistBrukt = { handling: string; pakke: string; dag: Date };

const needs = (rettighet: Rettighet, { handling, pakke }: SistBrukt): boolean =>
  rettighet === `pakke:${pakke}` || (HANDLINGER_MED[rettighet]?.test(handling) ?? false);

const isSporbar = (rettighet: Rettighet): boolean =>
  rettighet.startsWith('pakke:') || HANDLINGER_MED[rettighet] !== undefined;

/**
 * Those of `holdt` that were had since before the limit and not used after it.
 * @param holdt rights that count now, with since when they are known to
 */
export function listUbrukte(
  holdt: readonly { rettighet: Rettighet; siden: Date }[],
  bruk: readonly SistBrukt[],
  naa: Date,
): Rettighet[] {
  const grense = new Date(naa.getTime() - UBRUKT_DAGER * DAG_MS);
  const ubrukte = holdt
    .filter(({ rettighet, siden }) => isSporbar(rettighet) && siden < grense)
    .filter(({ rettighet }) => !bruk.some((en) => en.dag >= grense && needs(rettighet, en)));
  return RETTIGHETER.filter((rettighet) => ubrukte.some((en) => en.rettighet === rettighet));
}
