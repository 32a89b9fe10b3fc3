/**
 * What a reader should know of a value that looks wrong and is not: explained beside it, never changed. Rule: a note
 * says what the register says, and never which of two values is right.
 * Source: freg-contract.md sections 2.1 (temporary names, birth date and number) and 6 (dates in numbers).
 */
import type { Oppfoering, PersonView, Verdi } from './person-view.ts';

export type Merknad =
  /** The name stands for the mother's until the child has its own. */
  | { merknad: 'midlertidigNavn' }
  | { merknad: 'bareFoedselsaar' }
  /** The birth date is another than the one that the current number was made from. */
  | { merknad: 'foedselsdatoAvviker' }
  | { merknad: 'enkeltfoedsel' }
  | { merknad: 'flerfoedsel'; nummer: number; av: number }
  | { merknad: 'doedUtenDato' }
  | { merknad: 'flereNummer' };

function findVerdi({ felter }: Oppfoering, navn: string): Verdi | undefined {
  return felter.find(({ felt }) => felt === navn)?.verdi;
}

/** `<mother's name>*PIKE` or `*GUTT`: given at birth, and taken away when the child is named. */
function isMidlertidig(oppfoering: Oppfoering): boolean {
  return ['fornavn', 'etternavn'].some((navn) => {
    const verdi = findVerdi(oppfoering, navn);
    return verdi?.slag === 'tekst' && /\*(PIKE|GUTT)$/i.test(verdi.tekst.trim());
  });
}

/** What is added to the day (d-number) and to the months of test series, smallest first. */
const DAG_TILLEGG = 40;
const MAANED_TILLEGG = [0, 40, 65, 80] as const;

/**
 * The day and month that the number was made from and its two digits of the year, as `MM-dd` and `yy`; null when they
 * are none. The century is not in the number, so it is not compared.
 */
function readDatoINummer(nummer: string): { maanedOgDag: string; aar: string } | null {
  const [dag, maaned] = [Number(nummer.slice(0, 2)), Number(nummer.slice(2, 4))];
  const ekteDag = dag > DAG_TILLEGG ? dag - DAG_TILLEGG : dag;
  const tillegg = MAANED_TILLEGG.find((et) => maaned - et >= 1 && maaned - et <= 12);
  if (tillegg === undefined || ekteDag < 1 || ekteDag > 31) return null;
  const toSiffer = (tall: number) => String(tall).padStart(2, '0');
  return { maanedOgDag: `${toSiffer(maaned - tillegg)}-${toSiffer(ekteDag)}`, aar: nummer.slice(4, 6) };
}

function isAvvik(foedselsdato: string, nummer: string): boolean {
  const iNummer = readDatoINummer(nummer);
  if (iNummer === null || !/^\d{4}-\d{2}-\d{2}$/.test(foedselsdato)) return false;
  return foedselsdato.slice(5) !== iNummer.maanedOgDag || foedselsdato.slice(2, 4) !== iNummer.aar;
}

/** 11 is a child born alone, 21 and 22 the two of a pair. */
function toRekkefoelge(oppfoering: Oppfoering): Merknad[] {
  const verdi = findVerdi(oppfoering, 'rekkefoelgenummer');
  const [av, nummer] = verdi?.slag === 'heltall' ? [Math.floor(verdi.tall / 10), verdi.tall % 10] : [0, 0];
  if (av < 1 || av > 9 || nummer < 1 || nummer > av) return [];
  return av === 1 ? [{ merknad: 'enkeltfoedsel' }] : [{ merknad: 'flerfoedsel', nummer, av }];
}

/** The notes of one egenskap, about its current entries. */
export function listMerknader({ hode, seksjoner }: PersonView, egenskap: string): Merknad[] {
  const seksjon = seksjoner.find((en) => en.egenskap === egenskap);
  const gjeldende = seksjon?.gjeldende.filter(({ skjermet }) => !skjermet) ?? [];
  const { foedselsdato, foedselsaar, identifikasjonsnummer } = hode;
  switch (egenskap) {
    case 'navn':
      return gjeldende.some(isMidlertidig) ? [{ merknad: 'midlertidigNavn' }] : [];
    case 'foedsel':
      if (foedselsdato === null) return foedselsaar === null ? [] : [{ merknad: 'bareFoedselsaar' }];
      return identifikasjonsnummer !== null && isAvvik(foedselsdato, identifikasjonsnummer)
        ? [{ merknad: 'foedselsdatoAvviker' }]
        : [];
    case 'foedselINorge':
      return gjeldende.flatMap(toRekkefoelge);
    case 'doedsfall':
      return gjeldende.some((en) => findVerdi(en, 'doedsdato') === undefined)
        ? [{ merknad: 'doedUtenDato' }]
        : [];
    case 'identifikasjonsnummer':
      return hode.merker.includes('flereIdentifikasjonsnummer') ? [{ merknad: 'flereNummer' }] : [];
    default:
      return [];
  }
}
