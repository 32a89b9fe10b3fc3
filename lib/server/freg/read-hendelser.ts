/**
 * The feed on the wire: a bare list, a bare number, and the document of one hendelse. Rule: a page that is not what was asked for, in order, is no
 * answer, since whoever reads on from it would pass somebody by; a kind of hendelse is a word like any other, and what else
 * cannot be read of an entry is left out of it, so that nothing new at the register stops the feed (security.md R-19). Source: freg-contract.md sections 1.2 no 8 and 10, 5.3.
 */
import 'server-only';
import type { Egenskapshendelse, Hendelsesinnhold } from '#lib/domain/hendelse/hendelse.ts';
import { isObject } from './classify-answer.ts';
import type { Feedhendelse, Feedsvar, Hendelsessvar, Sekvenssvar } from './freg-svar.ts';
import { DOKUMENT_ID } from './read-bulk.ts';
import type { Objektleser, Verdileser } from './send.ts';

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

/** A word of the register's, whichever. */
const ORD = /^\p{L}{1,100}$/u;
/** A kind that is no word: shown as one that the portal does not know. */
const UKJENT = 'ukjent';

const readOrd = (verdi: unknown, form: RegExp): string | null =>
  typeof verdi === 'string' && form.test(verdi) ? verdi : null;

/** `hendelsetype` in the feed, where the document has another s. */
function readInnhold(hendelse: Record<string, unknown>): Hendelsesinnhold {
  const { hendelsetype, ajourholdstidspunkt, hendelsesdokument, persondokument } = hendelse;
  const tidspunkt = readOrd(ajourholdstidspunkt, /^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}(Z|[+-]\d{2}:\d{2})$/);

  return {
    type: readOrd(hendelsetype, ORD) ?? UKJENT,
    tidspunkt: tidspunkt !== null && Number.isNaN(Date.parse(tidspunkt)) ? null : tidspunkt,
    hendelsesdokument: readOrd(hendelsesdokument, DOKUMENT_ID),
    persondokument: readOrd(persondokument, DOKUMENT_ID),
  };
}

/** Null for what is no entry. A number that is none leaves the entry, which then is about nobody that can be told. */
function readPost(post: unknown): Feedhendelse | null {
  if (!isObject(post) || !isSekvensnummer(post.sekvensnummer) || !isObject(post.hendelse)) return null;
  const { folkeregisteridentifikator: nummer } = post.hendelse;
  const isNummer = typeof nummer === 'string' && /^\d{11}$/.test(nummer);
  return {
    sekvensnummer: post.sekvensnummer,
    nummer: isNummer ? nummer : null,
    innhold: readInnhold(post.hendelse),
  };
}

/** Reads a page from and with the sekvensnummer `fra`. */
export function readFeed(fra: number): Verdileser<Feedsvar> {
  return (svar, { etag }) => {
    if (!Array.isArray(svar) || svar.length > FEED_SIDE) return ULESELIG;
    const hendelser: Feedhendelse[] = [];
    for (const post of svar) {
      const hendelse = readPost(post);
      const minst = (hendelser.at(-1)?.sekvensnummer ?? fra - 1) + 1;
      if (hendelse === null || hendelse.sekvensnummer < minst) return ULESELIG;
      hendelser.push(hendelse);
    }
    return { kind: 'hendelser', hendelser, etag };
  };
}

/** Null for what names no change; what it holds besides is read of the person's own document. */
function readEgenskapshendelse(post: unknown): Egenskapshendelse | null {
  if (!isObject(post)) return null;
  const entitet = readOrd(post.entitet, ORD);
  const entitetsendring = readOrd(post.entitetsendring, ORD);
  return entitet === null || entitetsendring === null ? null : { entitet, entitetsendring };
}

/**
 * Reads the document of one hendelse, which must be the one asked for and about whoever has one of `numre` (R-12;
 * section 5.3).
 */
export function readHendelse(id: string, numre: readonly string[]): Objektleser<Hendelsessvar> {
  return ({ dokumentidentifikator, hendelse }) => {
    if (!isObject(hendelse)) return ULESELIG;
    const { folkeregisteridentifikator: nummer, egenskapshendelse = [] } = hendelse;
    const isHennes = dokumentidentifikator === id && numre.some((en) => en === nummer);
    if (!isHennes) return { kind: 'ugyldigSvar', grunn: 'feilPerson' };
    if (!Array.isArray(egenskapshendelse)) return ULESELIG;
    const egenskapshendelser = egenskapshendelse.map(readEgenskapshendelse).filter((en) => en !== null);
    return { kind: 'hendelse', egenskapshendelser };
  };
}

/** Reads a bare number. */
export const readSekvensnummer: Verdileser<Sekvenssvar> = (svar) =>
  isSekvensnummer(svar) ? { kind: 'sekvensnummer', sekvensnummer: svar } : ULESELIG;
