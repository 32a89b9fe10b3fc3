/**
 * Dataminimering: a whole person document becomes what one pakke gets for the parts it asked for. Pure, and nothing
 * is copied that need not be. OMH sees everything that it asks for; the field rules hold for the others.
 * Source: freg-contract.md sections 3.3 and 3.4.
 */
import type { Deler } from './deler.ts';
import { type Egenskap, isKjentEgenskap } from './egenskaper.ts';
import { type Element, FELTREGLER, isElement, isGjeldende, type Regelgrunnlag } from './feltregler.ts';
import type { Synlighet } from './synlighet.ts';

export type Minimering = {
  synlighet: Synlighet;
  deler: Deler;
  /** The whole document of the person who has the number now; needed where a number is replaced by a name. */
  findDokument: (nummer: string) => Element | undefined;
};

/**
 * The document as the pakke gets it: same key order, empty egenskaper omitted, arrays where the register has arrays.
 * `dokument` must hold what the parts need (`behov`), the protection of the person above all.
 */
export function minimerDokument(dokument: Element, minimering: Minimering): Element {
  const { synlighet, deler, findDokument } = minimering;
  const grunnlag: Regelgrunnlag = { synlighet, findDokument, erBeskyttet: isBeskyttet(dokument) };
  const svar: Record<string, unknown> = {};
  for (const egenskap in dokument) {
    const verdi = dokument[egenskap];
    if (!isKjentEgenskap(egenskap)) {
      if (deler.ukjente) svar[egenskap] = verdi;
      continue;
    }
    if (!isValgt(egenskap, deler.egenskaper)) continue;
    const medHistorikk = deler.historikk && isValgt(egenskap, synlighet.historikk);
    const synlig = selectVerdi(egenskap, verdi, medHistorikk, grunnlag);
    if (synlig !== undefined) svar[egenskap] = synlig;
  }
  return svar;
}

function isValgt(egenskap: string, valgte: ReadonlySet<Egenskap>): boolean {
  const navn: ReadonlySet<string> = valgte;
  return navn.has(egenskap);
}

/** A list keeps the elements that may be seen; a single object (doedsfall, falskIdentitet) is treated alike. */
function selectVerdi(
  egenskap: string,
  verdi: unknown,
  medHistorikk: boolean,
  grunnlag: Regelgrunnlag,
): unknown {
  const regel = grunnlag.synlighet.harHjemmel ? undefined : FELTREGLER.get(egenskap);
  const select = (element: unknown): unknown => {
    if (!isElement(element) || (!medHistorikk && !isGjeldende(element))) return undefined;
    return regel ? regel(element, grunnlag) : element;
  };
  if (!Array.isArray(verdi)) return select(verdi);
  const elementer: unknown[] = [];
  for (const element of verdi) {
    const synlig = select(element);
    if (synlig !== undefined) elementer.push(synlig);
  }
  return elementer.length > 0 ? elementer : undefined;
}

/** Whether the person is protected: fortrolig or strengt fortrolig, in either spelling (section 8 no 4). */
export function isBeskyttet(dokument: Element): boolean {
  const liste = dokument.adressebeskyttelse;
  return (
    Array.isArray(liste) &&
    liste.some(
      (element) =>
        isElement(element) &&
        isGjeldende(element) &&
        typeof element.graderingsnivaa === 'string' &&
        element.graderingsnivaa.toLowerCase().endsWith('fortrolig'),
    )
  );
}
