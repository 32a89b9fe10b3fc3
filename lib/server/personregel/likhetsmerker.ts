/**
 * What a user is known by, as keyed marks: compared with those of whom she sees, and never opened. Not knowing is nothing in
 * common, for this closes nobody (security.md D-01).
 */
import 'server-only';
import {
  type Kjennetegn,
  type Likhet,
  listLikheter,
  readKjennetegn,
  readSettKjennetegn,
} from '#lib/domain/personregel/likheter.ts';
import { mark } from '#lib/server/crypto.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';

/** The same shape, with a mark in the place of each text. */
export type Likhetsmerker = Kjennetegn;

/** `key` is OPPSLAG_KEY. A mark of one kind is none of another. */
function toMerker(key: string, kjennetegn: Kjennetegn): Likhetsmerker {
  const toMerke = (likhet: Likhet) =>
    kjennetegn[likhet].map((tegn) => mark(key, 'likhet', `${likhet}:${tegn}`).toString('base64'));

  return {
    sammeAdresse: toMerke('sammeAdresse'),
    naboadresse: toMerke('naboadresse'),
    sammeEtternavn: toMerke('sammeEtternavn'),
  };
}

/** Those of the user's own document. */
export const toEgneMerker = (key: string, dokument: PersonDokument): Likhetsmerker =>
  toMerker(key, readKjennetegn(dokument));

/** What the user and the person of this document have in common. */
export function findLikheter(key: string, egne: Likhetsmerker | null, dokument: PersonDokument): Likhet[] {
  return egne === null ? [] : listLikheter(egne, toMerker(key, readSettKjennetegn(dokument)));
}
