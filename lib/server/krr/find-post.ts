/**
 * The one person of KRR's answer who was asked about: joined by number and never by place or count. Rule: an answer about
 * somebody else is no answer, and nothing of it is kept (krr-maskinporten.md section 0 no 4).
 */
import 'server-only';
import { isObject } from '#lib/server/freg/classify-answer.ts';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';

/** What KRR said of the one who was asked for; of who is not in the answer, that she is not in KRR. */
export type Krrsvar = { kind: 'post'; post: Readonly<Record<string, unknown>> } | FregFeil;

export function findPost(verdi: unknown, nummer: string): Krrsvar {
  if (!isObject(verdi) || !Array.isArray(verdi.personer)) return { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  const post: unknown = verdi.personer.find((en) => isObject(en) && en.personidentifikator === nummer);
  if (isObject(post)) return { kind: 'post', post };
  if (verdi.personer.length > 0) return { kind: 'ugyldigSvar', grunn: 'feilPerson' };

  return { kind: 'post', post: { personidentifikator: nummer, status: 'IKKE_REGISTRERT' } };
}
