/**
 * A checkpoint: a signed statement of how many leaves the log had and what their root was (C2SP tlog-checkpoint). Three
 * lines of our own follow: its number, so that one that is missing is seen; the transaction below which every row is
 * sealed; and the database's time.
 */
import 'server-only';
import { HASH_BYTES } from '#lib/server/revisjonslogg/forsegling/merkletre.ts';
import {
  type Kontrollnoekkel,
  openNote,
  type Signeringsnoekkel,
  signNote,
} from '#lib/server/revisjonslogg/forsegling/note.ts';

export type Sjekkpunkt = {
  /** From 0, without a gap. */
  nummer: number;
  /** How many leaves. */
  stoerrelse: number;
  /** RFC 6962 root over them. */
  rot: Buffer;
  /** Every row with an xid below it is in the tree. */
  vannmerke: bigint;
  /** ISO 8601, UTC, as the database said. */
  tidspunkt: string;
};

const NUMBER = '(0|[1-9][0-9]{0,15})';
const TEXT = new RegExp(
  `^(\\S+)\\n${NUMBER}\\n([A-Za-z0-9+/]{43}=)\\nnummer ${NUMBER}\\nvannmerke ([0-9]{1,20})\\ntidspunkt (\\S+)\\n$`,
);

/** The note of a checkpoint. The origin of the log is the name in the key. */
export function signSjekkpunkt(sjekkpunkt: Sjekkpunkt, noekkel: Signeringsnoekkel): string {
  const { nummer, stoerrelse, rot, vannmerke, tidspunkt } = sjekkpunkt;
  const lines = [
    noekkel.kontroll.navn,
    stoerrelse,
    rot.toString('base64'),
    `nummer ${nummer}`,
    `vannmerke ${vannmerke}`,
    `tidspunkt ${tidspunkt}`,
  ];

  return signNote(`${lines.join('\n')}\n`, noekkel);
}

/** What a note says; null when none of the keys has signed it, or it is no checkpoint of the log that the key names. */
export function openSjekkpunkt(note: string, noekler: readonly Kontrollnoekkel[]): Sjekkpunkt | null {
  const text = openNote(note, noekler);
  const [, origin, stoerrelse, rot, nummer, vannmerke, tidspunkt] = TEXT.exec(text ?? '') ?? [];
  if (!noekler.some(({ navn }) => navn === origin) || !rot || !vannmerke || !tidspunkt) return null;
  const bytes = Buffer.from(rot, 'base64');
  if (bytes.length !== HASH_BYTES) return null;

  return {
    nummer: Number(nummer),
    stoerrelse: Number(stoerrelse),
    rot: bytes,
    vannmerke: BigInt(vannmerke),
    tidspunkt,
  };
}
