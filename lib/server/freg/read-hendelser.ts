/**
 * The feed on the wire: a bare list, and a bare number. Rule: a page that is not what was asked for, in order, is no
 * answer, since whoever reads on from it would pass somebody by; kinds of hendelse are not read, so an unknown one is as
 * good as any (security.md R-19). Source: freg-contract.md sections 1.2 no 8 and 10, 5.3.
 */
import 'server-only';
import { isObject } from './classify-answer.ts';
import type { Feedhendelse, Feedsvar, Sekvenssvar } from './freg-svar.ts';
import type { Verdileser } from './send.ts';

/** Entries of a page that is not the last: fixed by the register (section 1.5). */
export const FEED_SIDE = 1_000;

/** What 304 and 406 mean of the feed, and of nothing else: it has no parts that could be refused. */
export const FEEDSTATUSER: Readonly<Record<number, Feedsvar>> = {
  304: { kind: 'uendret' },
  406: { kind: 'forGammel' },
};

const ULESELIG = { kind: 'ugyldigSvar', grunn: 'ikkeJson' } as const;

/** An int64 on the wire: one that a double does not hold exactly is read as none, since its neighbour is another entry. */
const isSekvensnummer = (verdi: unknown): verdi is number =>
  Number.isSafeInteger(verdi) && Number(verdi) >= 0;

/** Null for what is no entry. A number that is none leaves the entry, which then is about nobody that can be told. */
function readHendelse(post: unknown): Feedhendelse | null {
  if (!isObject(post) || !isSekvensnummer(post.sekvensnummer) || !isObject(post.hendelse)) return null;
  const { folkeregisteridentifikator: nummer } = post.hendelse;
  const isNummer = typeof nummer === 'string' && /^\d{11}$/.test(nummer);
  return { sekvensnummer: post.sekvensnummer, nummer: isNummer ? nummer : null };
}

/** Reads a page from and with the sekvensnummer `fra`. */
export function readFeed(fra: number): Verdileser<Feedsvar> {
  return (svar, { etag }) => {
    if (!Array.isArray(svar) || svar.length > FEED_SIDE) return ULESELIG;
    const hendelser: Feedhendelse[] = [];
    for (const post of svar) {
      const hendelse = readHendelse(post);
      const minst = (hendelser.at(-1)?.sekvensnummer ?? fra - 1) + 1;
      if (hendelse === null || hendelse.sekvensnummer < minst) return ULESELIG;
      hendelser.push(hendelse);
    }
    return { kind: 'hendelser', hendelser, etag };
  };
}

/** Reads a bare number. */
export const readSekvensnummer: Verdileser<Sekvenssvar> = (svar) =>
  isSekvensnummer(svar) ? { kind: 'sekvensnummer', sekvensnummer: svar } : ULESELIG;
