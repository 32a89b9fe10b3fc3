/**
 * The searches over the population: entydig søk, søk and the selection of an uttrekk. Indexes give candidates; what
 * they cannot decide, the document does.
 */
import type {
  Befolkning,
  EntydigKriterier,
  Persondokument,
  Soekekriterier,
  Uttrekksutvalg,
} from '../befolkning.ts';
import { parseDag, toDag } from '../dato.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { formatNummer } from '../personnummer.ts';
import { at } from '../skjelett.ts';
import { toEntydigKrav, toSoekekrav } from './adressekrav.ts';
import type { Lesing, Soekekrav } from './filtre.ts';
import { createFremmednumre } from './fremmednumre.ts';
import { visitTreff } from './kandidater.ts';
import { DAG_NULL, KJOENN, SISTE_DAG } from './kolonner.ts';
import { listUttrekk } from './list-uttrekk.ts';
import { createSoekeregister, type Soekeregister } from './soekeregister.ts';
import { isTreff, listSoekteEgenskaper } from './treff.ts';

/** Where the documents of now come from when things happen to people. */
export type Dokumentkilde = {
  findPerson(nummer: string): number | undefined;
  /** The document as of now; with `bare` at least those egenskaper. */
  getDokument(person: number, bare?: ReadonlySet<string>): Persondokument;
};

export type Soek = Pick<Befolkning, 'findEntydig' | 'listSoek' | 'listUttrekk' | 'getNummer'> & {
  /**
   * To be called after every hendelse that changes navn, addresses and their protection, identifikasjonsnummer, status,
   * kjoenn, foedsel, doedsfall, sivilstand or statsborgerskap; `dokument` is the whole document after it.
   */
  oppdater(person: number, dokument: Persondokument): void;
  /** How many rows of the indexes have been read since the start. */
  countLesteRader(): number;
};

/** Makes the indexes of everybody as in `grunn`; `kilde` tells how they are when a search is made. */
export function createSoek(grunn: Grunnbefolkning, kilde: Dokumentkilde): Soek {
  const r = createSoekeregister(grunn);
  const listMedFremmednummer = createFremmednumre(grunn);
  /** Of those whose number is no longer the skeleton's. */
  const numre = new Map<number, string>();
  const readNummer = (person: number, dokument: Persondokument) => {
    const gjeldende = listElementer(dokument, 'identifikasjonsnummer').find((e) => e.erGjeldende === true);
    const nummer = getTekst(gjeldende ?? {}, 'foedselsEllerDNummer');
    if (nummer === '' || nummer === formatNummer(at(grunn.skjelett.nummer, person))) numre.delete(person);
    else numre.set(person, nummer);
  };
  for (const [person, dokument] of grunn.scenariodokumenter.entries()) readNummer(person, dokument);
  let rader = 0;
  const lesing: Lesing = {
    getDokument: (person, bare) => kilde.getDokument(person, bare),
    countRader(antall) {
      rader += antall;
    },
  };

  const visitEntydige = (kriterier: EntydigKriterier, krav: Soekekrav, besoek: (p: number) => boolean) => {
    const { identifikasjonsnummer: nummer } = kriterier;
    const fremmed =
      kriterier.legitimasjonsdokument ??
      kriterier.utenlandskpersonidentifikasjon ??
      kriterier.utlendingsmyndighetenesIdentifikasjonsnummer;
    if (nummer !== undefined) {
      const person = kilde.findPerson(nummer);
      if (person !== undefined) besoek(person);
    } else if (fremmed !== undefined) listMedFremmednummer(fremmed).every(besoek);
    else visitTreff(r, krav, lesing, besoek);
  };

  return {
    findEntydig(kriterier) {
      const krav = toEntydigeKrav(kriterier);
      const egenskaper = listSoekteEgenskaper(krav.adresse !== undefined);
      const treff = new Set<number>();
      visitEntydige(kriterier, krav, (person) => {
        const passer = isTreff(kilde.getDokument(person, egenskaper), kriterier, krav.adresse);
        if (passer) treff.add(person);
        return treff.size < 2;
      });
      return [...treff];
    },
    listSoek(kriterier, grense) {
      const treff = new Set<number>();
      visitTreff(r, toSoekensKrav(r, kriterier), lesing, (person) => treff.add(person).size <= grense);
      return [...Uint32Array.from(treff).sort()];
    },
    listUttrekk: (utvalg: Uttrekksutvalg) => listUttrekk(r, utvalg, (person) => kilde.getDokument(person)),
    getNummer: (person) => numre.get(person) ?? formatNummer(at(grunn.skjelett.nummer, person)),
    oppdater(person, dokument) {
      r.oppdater(person, dokument);
      readNummer(person, dokument);
    },
    countLesteRader: () => rader,
  };
}

type Foedselskriterier = Pick<Soekekriterier, 'foedselsdato' | 'foedselsaarFraOgMed' | 'foedselsaarTilOgMed'>;

const ALLE_STATUSER = -1;

function toEntydigeKrav(kriterier: EntydigKriterier): Soekekrav {
  const { navn, soekFonetisk, historisk } = kriterier;
  return {
    statuser: ALLE_STATUSER,
    kjoenn: undefined,
    foedt: toFoedt(kriterier),
    navn: navn === undefined ? undefined : { navn, soekFonetisk, historisk, iRekkefoelge: true },
    adresse: toEntydigKrav(kriterier),
  };
}

/**
 * Assumptions: who is opphørt is never found, since nothing is left to find her by; the dead only when asked for;
 * everybody else whatever the status.
 */
function toSoekensKrav(r: Soekeregister, kriterier: Soekekriterier): Soekekrav {
  const { navn, kjoenn, soekFonetisk, historisk } = kriterier;
  const utelatte = kriterier.inkluderDoede ? ['opphoert'] : ['opphoert', 'doed'];
  return {
    statuser: utelatte.reduce((bits, status) => bits & ~(1 << r.koder.status.toKode(status)), ALLE_STATUSER),
    kjoenn: kjoenn && KJOENN[kjoenn],
    foedt: toFoedt(kriterier),
    navn: navn === undefined ? undefined : { navn, soekFonetisk, historisk, iRekkefoelge: false },
    adresse: toSoekekrav(kriterier),
  };
}

/** The days that the criteria allow, in the numbers of the column. */
function toFoedt({ foedselsdato, foedselsaarFraOgMed, foedselsaarTilOgMed }: Foedselskriterier) {
  const heleDatoen = foedselsdato !== undefined;
  if (!heleDatoen && foedselsaarFraOgMed === undefined && foedselsaarTilOgMed === undefined) return undefined;
  const dag = heleDatoen ? parseDag(foedselsdato.replace(/^(....)(..)(..)$/, '$1-$2-$3')) : undefined;
  const fra = Math.max(toDag(foedselsaarFraOgMed ?? 0, 1, 1), dag ?? Number.NEGATIVE_INFINITY);
  const til = Math.min(toDag(foedselsaarTilOgMed ?? 9999, 12, 31), dag ?? Number.POSITIVE_INFINITY);
  return { fra: Math.max(1, fra - DAG_NULL), til: Math.min(SISTE_DAG, til - DAG_NULL), heleDatoen };
}
