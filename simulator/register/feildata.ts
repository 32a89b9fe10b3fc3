/**
 * What faults do to the data of a right answer: leave out, repeat, exchange, put in what nobody knows. Only a 200 is
 * bent. JSON, XML and Atom are bent alike.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import { type Element, isElement } from '../kontrakt/feltregler.ts';
import type { Treff } from './feil.ts';
import type { Svar } from './svar.ts';

/** Whether what stands in a list is about the person with the number. */
export type Gjelder = (del: unknown, nummer: string) => boolean;

const LISTER = ['oppslag', 'foedselsEllerDNummer', 'dokumentidentifikator'] as const;

/** Values that no code list has, for the fields that clients decide by. */
const NYE_KODER: Readonly<Record<string, string>> = {
  status: 'nyPersonstatus',
  sivilstand: 'nySivilstand',
  graderingsnivaa: 'nyGradering',
  adressegradering: 'nyGradering',
  hendelsestype: 'endringINyEgenskap',
  entitet: 'nyEgenskap',
};

/** Gives for every document the next person's, or for that of the person named only. */
export function createForveksling(
  befolkning: Befolkning,
  nummer: string | undefined,
): (dokument: Element) => Element {
  const valgt = nummer === undefined ? undefined : befolkning.findPerson(nummer);
  return (dokument) => {
    const [egen] = listNumre(dokument).flatMap((ett) =>
      typeof ett === 'string' ? [befolkning.findPerson(ett)] : [],
    );
    const erRammet = egen !== undefined && (nummer === undefined || egen === valgt);
    return erRammet ? befolkning.getDokument((egen + 1) % befolkning.antall) : dokument;
  };
}

/** The numbers that a row or a document says of its own person. */
export function listNumre(del: Element): unknown[] {
  const { foedselsEllerDNummer, folkeregisterperson = del, hendelsedokument = del } = del;
  const numre = isElement(folkeregisterperson) ? folkeregisterperson.identifikasjonsnummer : undefined;
  const hendelse = isElement(hendelsedokument) ? hendelsedokument.hendelse : undefined;
  return [
    foedselsEllerDNummer,
    ...(Array.isArray(numre)
      ? numre.map((ett: unknown) => (isElement(ett) ? ett.foedselsEllerDNummer : undefined))
      : []),
    isElement(hendelse) ? hendelse.folkeregisteridentifikator : undefined,
  ];
}

/** The answer as all the faults leave it. `gjelder` finds the person that a fault is limited to. */
export function bendSvar(svar: Svar, treff: readonly Treff[], gjelder: Gjelder): Svar {
  if (svar.status !== 200) return svar;
  return treff.reduce((forrige, en) => bendEn(forrige, en, gjelder), svar);
}

function bendEn(svar: Svar, treff: Treff, gjelder: Gjelder): Svar {
  const { kropp } = svar;
  if (kropp.slag === 'data') {
    const verdi = bendData(kropp.verdi, treff, gjelder);
    return verdi === kropp.verdi ? svar : { ...svar, kropp: { ...kropp, verdi } };
  }
  if (kropp.slag !== 'tekst') return svar;
  const tekst = bendFeed(kropp.tekst, treff, gjelder);
  if (tekst === kropp.tekst) return svar;
  // The page has another content than its ETag: kept, it would hide the right page from the client for ever after.
  const { ETag, ...headere } = svar.headere ?? {};
  return { ...svar, headere, kropp: { ...kropp, tekst } };
}

function bendData(verdi: Element, treff: Treff, gjelder: Gjelder): Element {
  if (treff.feil === 'ukjent-felt') return addUkjentFelt(verdi);
  if (treff.feil === 'ukjent-kode') return addUkjentKode(verdi);
  const navn = LISTER.find((en) => Array.isArray(verdi[en]));
  const liste = navn === undefined ? undefined : verdi[navn];
  if (navn === undefined || !Array.isArray(liste)) return verdi;
  const plass = findPlass(liste, treff, gjelder);
  const ny = treff.feil === 'bulk-byttet' ? toByttet(liste, plass) : bendListe(liste, treff.feil, plass);
  return { ...verdi, [navn]: ny };
}

/** The place that the fault is told, or that of its person; outside the list when she is not in it. */
const findPlass = (liste: readonly unknown[], { verdi, nummer }: Treff, gjelder: Gjelder): number =>
  nummer === undefined ? verdi : liste.findIndex((del) => gjelder(del, nummer));

/** A list with the row at `plass` left out or repeated. Without such a row it is as it was. */
function bendListe<T>(liste: readonly T[], feil: Treff['feil'], plass: number): readonly T[] {
  const del = liste[plass];
  if (del === undefined) return liste;
  switch (feil) {
    case 'bulk-mangler':
    case 'batch-mangler':
    case 'feed-hull':
      return liste.toSpliced(plass, 1);
    case 'bulk-dobbel':
    case 'batch-dobbel':
    case 'feed-dobbel':
      return liste.toSpliced(plass, 0, del);
    default:
      return liste;
  }
}

/** The row at `plass` and the next one (after the last: the first) keep their keys and exchange what they hold. */
function toByttet(liste: readonly unknown[], plass: number): readonly unknown[] {
  const neste = (plass + 1) % liste.length;
  const [en, annen] = [liste[plass], liste[neste]];
  if (!isElement(en) || !isElement(annen)) return liste;
  return liste.with(plass, withNoekkel(annen, en)).with(neste, withNoekkel(en, annen));
}

function withNoekkel(innhold: Element, eier: Element): Element {
  const noekler = ['foedselsEllerDNummer', 'dokumentidentifikator'].filter((noekkel) => noekkel in eier);
  return { ...innhold, ...Object.fromEntries(noekler.map((noekkel) => [noekkel, eier[noekkel]])) };
}

/** Adds an egenskap that no contract knows, as a newer register would: to the answer and to every person in it. */
function addUkjentFelt(verdi: Element): Element {
  const nyOpplysning = [{ erGjeldende: true, kilde: 'KILDE_NY', nyVerdi: 'ny' }];
  const { oppslag } = verdi;
  if (!Array.isArray(oppslag)) return { ...verdi, nyOpplysning };
  const rader = oppslag.map((rad: unknown) =>
    isElement(rad) && isElement(rad.folkeregisterperson)
      ? { ...rad, folkeregisterperson: { ...rad.folkeregisterperson, nyOpplysning } }
      : rad,
  );
  return { ...verdi, oppslag: rader, nyOpplysning };
}

function addUkjentKode(verdi: Element): Element {
  return Object.fromEntries(
    Object.entries(verdi).map(([felt, innhold]) => [felt, toUkjentKode(felt, innhold)]),
  );
}

function toUkjentKode(felt: string, innhold: unknown): unknown {
  if (typeof innhold === 'string') return NYE_KODER[felt] ?? innhold;
  if (Array.isArray(innhold)) return innhold.map((del: unknown) => toUkjentKode(felt, del));
  return isElement(innhold) ? addUkjentKode(innhold) : innhold;
}

/** A page of the feed is bent as text, one entry at a time, the same in JSON and in Atom. */
function bendFeed(tekst: string, treff: Treff, gjelder: Gjelder): string {
  switch (treff.feil) {
    case 'ukjent-felt':
      return tekst
        .replaceAll('"hendelse":{', '"hendelse":{"nyOpplysning":"ny",')
        .replaceAll('<ns2:hendelse>', '<ns2:hendelse><ns2:nyOpplysning>ny</ns2:nyOpplysning>');
    case 'ukjent-kode':
      return tekst.replaceAll(/("hendelsetype":"|<ns2:hendelsetype>)\w+/g, '$1endringINyEgenskap');
    case 'feed-bakover':
      return bendInnslag(tekst, (innslag) => innslag.toReversed());
    case 'feed-ugyldig':
      return bendInnslag(tekst, (innslag) => {
        const plass = findPlass(innslag, treff, gjelder);
        return innslag.map((ett, i) => (i === plass ? toUgyldig(ett) : ett));
      });
    case 'feed-hull':
    case 'feed-dobbel':
      return bendInnslag(tekst, (innslag) =>
        bendListe(innslag, treff.feil, findPlass(innslag, treff, gjelder)),
      );
    default:
      return tekst;
  }
}

/** An entry that says where it is, and then not what happened. */
const toUgyldig = (innslag: string): string =>
  innslag
    .replace(/"hendelse":\{[^}]*\}/, '"hendelse":null')
    .replace(/<ns2:hendelse>.*<\/ns2:hendelse>/, '<ns2:hendelse/>');

function bendInnslag(tekst: string, bend: (innslag: readonly string[]) => readonly string[]): string {
  if (tekst.startsWith('[')) {
    const innslag: unknown[] = JSON.parse(tekst);
    return `[${bend(innslag.map((ett) => JSON.stringify(ett))).join(',')}]`;
  }
  const start = tekst.indexOf('<entry');
  if (start < 0) return tekst;
  const slutt = tekst.lastIndexOf('</entry>') + '</entry>'.length;
  const innslag = tekst.slice(start, slutt).split(/(?=<entry)/);
  return tekst.slice(0, start) + bend(innslag).join('') + tekst.slice(slutt);
}
