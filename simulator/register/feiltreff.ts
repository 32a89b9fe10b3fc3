/**
 * Which faults strike one request, and whom in its answer they mean.
 * Rule: a fault that is limited to a person strikes what concerns her: her number in the address or in the body, her
 * row in a bulk answer, her place in a batch, a page of the feed or the hits of a search. That she is mentioned as
 * somebody's relative is not enough.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelseslogg } from '../hendelser/hendelseslogg.ts';
import { isElement } from '../kontrakt/feltregler.ts';
import type { FeilInjeksjon, Treff } from './feil.ts';
import { type Gjelder, listNumre } from './feildata.ts';
import type { Adresse } from './ruter.ts';
import type { Svar } from './svar.ts';

export type Treffgrunnlag = {
  feil: FeilInjeksjon;
  befolkning: Befolkning;
  hendelser: Hendelseslogg;
};

/** What is known of the request. `kropp` is the body of a POST; `getSvar` gives the answer as it is without faults. */
export type Treffkall = {
  adresse: Adresse | undefined;
  query: URLSearchParams;
  kropp: string;
  getSvar: () => Svar;
};

/** Those that can only be told by their answer. Asking for it changes nothing. */
const KJENNES_PAA_SVARET = ['soek', 'uttrekkBatch', 'hendelsesliste', 'arkiv', 'hendelsesdokument'] as const;

/** The faults that strike the call, in the order they were set. Counts the call. */
export function findKalltreff(grunnlag: Treffgrunnlag, kall: Treffkall): readonly Treff[] {
  const { adresse, query, kropp } = kall;
  const { personidentifikator, batchnr } = adresse?.parametre ?? {};
  const spurt = personidentifikator ?? query.get('identifikasjonsnummer');
  const tjeneste = adresse?.rute.tjeneste ?? null;
  const gjelder = createGjelder(grunnlag);
  const kjennesPaaSvaret = KJENNES_PAA_SVARET.some((en) => en === tjeneste);
  return grunnlag.feil.findTreff({
    tjeneste,
    mal: adresse?.rute.mal,
    pakke: adresse?.pakke,
    batchnr: batchnr === undefined ? undefined : Number(batchnr),
    nummer: (nummer) =>
      spurt === nummer ||
      kropp.includes(nummer) ||
      (kjennesPaaSvaret && listDeler(kall.getSvar()).some((del) => gjelder(del, nummer))),
  });
}

/**
 * Whether a row, an entry of the feed, a document or an id is about the person. An id of a document is known when it
 * is that of her version now.
 */
export function createGjelder({ befolkning, hendelser }: Omit<Treffgrunnlag, 'feil'>): Gjelder {
  const findDokumentid = (nummer: string) => {
    const person = befolkning.findPerson(nummer);
    return person === undefined ? undefined : hendelser.findDokumentid(person, hendelser.siste());
  };
  let kjent: { nummer: string; id: string | undefined } | undefined;
  return (del, nummer) => {
    if (isElement(del)) return listNumre(del).includes(nummer);
    if (typeof del !== 'string') return false;
    if (del.length > 32) return del.includes(nummer);
    if (kjent?.nummer !== nummer) kjent = { nummer, id: findDokumentid(nummer) };
    return del === nummer || del === kjent.id;
  };
}

/** The parts of an answer that can each be about one person. */
function listDeler({ kropp }: Svar): readonly unknown[] {
  if (kropp.slag === 'tekst') return [kropp.tekst];
  if (kropp.slag !== 'data') return [];
  const liste = Object.values(kropp.verdi).find(Array.isArray);
  const erListe = ['oppslag', 'foedselsEllerDNummer', 'dokumentidentifikator'].some(
    (en) => en in kropp.verdi,
  );
  return erListe && Array.isArray(liste) ? liste : [kropp.verdi];
}
