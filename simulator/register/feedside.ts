/**
 * One page of the feed: which hendelser the pakke gets, and the page as bytes with its ETag. Shared by the feed and
 * the feed of one municipality.
 * Rule: a page is full (1000) unless it is the last one, whatever the pakke is not told of.
 * Source: freg-contract.md sections 1.2 no 8 and 9, 1.3, 1.4, 5.3.
 */
import { createHash } from 'node:crypto';
import type { Hendelse } from '../hendelser/hendelseslogg.ts';
import { AVSLAG, createUgyldigParameter } from '../kontrakt/feilmeldinger.ts';
import { createFeedregel } from '../kontrakt/hendelser.ts';
import { isBeskyttet } from '../kontrakt/minimer-dokument.ts';
import { isForGammel } from '../kontrakt/oppbevaring.ts';
import { PAKKER } from '../kontrakt/pakker.ts';
import { type Feedinnslag, formatAtom } from './atom.ts';
import { type Svar, TOM, toAvslag } from './svar.ts';
import type { Tjenestekall } from './tjenestekall.ts';

/** Fixed by the register (section 1.5). */
const SIDE = 1_000;
const HOEYESTE = 2n ** 63n - 1n;

/** `list` gives at most `maks` hendelser from and with `fra`, in order. */
export type Feedvalg = {
  ressurs: string;
  /** What the address holds besides seq, `&` first. */
  utvalg: string;
  seq: string | null;
  list: (fra: number, maks: number) => Hendelse[];
  /** Whether each entry also has the two fields that only the hendelsesliste seed's example has. */
  somSeed?: boolean;
};

/** The page from `seq`, inclusive: 200 or 304, 400 without a valid seq, 406 with one older than 36 months. */
export function createFeedside(kall: Tjenestekall, valg: Feedvalg): Svar {
  const { seq, somSeed } = valg;
  const fra = parseSekvensnummer(seq);
  if (fra === undefined)
    return kall.metode === 'HEAD' && seq === null
      ? { status: 200, kropp: TOM }
      : toAvslag(createUgyldigParameter('Parameteren seq mangler eller er ikke et sekvensnummer'));
  const tid = kall.hendelser.findTid(fra);
  if (tid !== undefined && isForGammel(tid, kall.klokke.naa()))
    return toAvslag(AVSLAG.forGammeltSekvensnummer);
  const innslag = listInnslag(kall, fra, valg.list);
  const tekst =
    kall.format === 'xml' ? formatSomAtom(kall, valg, innslag) : formatSomJson(innslag, somSeed === true);
  return toSide(kall, tekst);
}

/** int64 from 0; one past what the log can hold is past its end. Assumption: a negative one is invalid. */
function parseSekvensnummer(seq: string | null): number | undefined {
  if (seq === null || !/^\d{1,19}$/.test(seq) || BigInt(seq) > HOEYESTE) return undefined;
  return Number(seq);
}

function listInnslag(
  { hendelser, befolkning, pakke, innstillinger }: Tjenestekall,
  fra: number,
  list: Feedvalg['list'],
): Feedinnslag[] {
  const regel = createFeedregel(pakke, innstillinger);
  const innslag: Feedinnslag[] = [];
  for (let neste = fra; innslag.length < SIDE; ) {
    const bit = list(neste, SIDE - innslag.length);
    for (const kilde of bit) {
      const hendelse = regel(kilde, () => {
        const versjon = kilde.persondokument && hendelser.findPersondokument(kilde.persondokument);
        return isBeskyttet(versjon ? versjon.dokument : befolkning.getDokument(kilde.person));
      });
      if (hendelse) innslag.push({ sekvensnummer: kilde.sekvensnummer, tid: kilde.tid, hendelse });
    }
    const siste = bit.at(-1);
    if (!siste) break;
    neste = siste.sekvensnummer + 1;
  }
  return innslag;
}

function formatSomJson(innslag: readonly Feedinnslag[], somSeed: boolean): string {
  return JSON.stringify(
    innslag.map(({ sekvensnummer, hendelse }) =>
      somSeed
        ? {
            sekvensnummer,
            skjemaversjon: '1.0',
            hendelse: { ...hendelse, registeroppdatering: hendelse.hendelsetype },
          }
        : { sekvensnummer, hendelse },
    ),
  );
}

/** Assumption: the host of the links is the one that was asked. A Host header that is none is not repeated. */
function formatSomAtom(
  { headere, hendelser, pakke }: Tjenestekall,
  { ressurs, utvalg, seq }: Feedvalg,
  innslag: readonly Feedinnslag[],
): string {
  const vert = /^[\w.:[\]-]+$/.exec(headere.host ?? '')?.[0] ?? 'localhost';
  return formatAtom({
    adresse: `http://${vert}/folkeregisteret/${PAKKER[pakke].sti}/v1/${ressurs}`,
    utvalg,
    seq: seq ?? '',
    innslag,
    oppdatert: innslag.length > 0 ? 0 : (hendelser.findTid(hendelser.siste()) ?? 0),
  });
}

/** The headers that the real one was seen with (section 1.4): Atom is called Atom, whatever Accept said. */
function toSide({ headere, format }: Tjenestekall, tekst: string): Svar {
  const etag = `"${createHash('sha512').update(tekst).digest('hex')}"`;
  const felles = { ETag: etag, Expires: 'Thu, 01 Dec 1994 16:00:00 GMT' };
  if (hasEtag(headere['if-none-match'], etag)) return { status: 304, kropp: TOM, headere: felles };
  const type = format === 'xml' ? 'application/atom+xml' : 'application/json';
  return { status: 200, kropp: { slag: 'tekst', type, tekst }, headere: felles };
}

/** If-None-Match compares weakly and may list several (RFC 9110 section 13.1.2). */
function hasEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((verdi) => {
    const kandidat = verdi.trim().replace(/^W\//, '');
    return kandidat === etag || kandidat === '*';
  });
}
