/**
 * One order, one text: what means the same is written the same, so that an approval can be bound to it and two runs of
 * one definition recognised. The digest of the text is made on the server.
 */
import { type Bestilling, FORMATER, PERSONSTATUSTYPER, type Utvalg } from './bestilling.ts';

function normalizeUtvalg(utvalg: Utvalg): Utvalg {
  const { personstatustyper, sted } = utvalg;

  return {
    ...utvalg,
    personstatustyper: PERSONSTATUSTYPER.filter((type) => personstatustyper.includes(type)),
    sted: sted && { ...sted, kommuner: [...new Set(sted.kommuner)].sort() },
  };
}

/** The same order without repeats, with lists that have no order of their own in one. The columns keep theirs. */
export function normalizeBestilling(bestilling: Bestilling): Bestilling {
  const { kilde, innhold, formater } = bestilling;

  return {
    ...bestilling,
    kilde: kilde.slag === 'tilpasset' ? { ...kilde, utvalg: normalizeUtvalg(kilde.utvalg) } : kilde,
    innhold: innhold.slag === 'felter' ? { ...innhold, felter: [...new Set(innhold.felter)] } : innhold,
    formater: FORMATER.filter((format) => formater.includes(format)),
  };
}

/** JSON with the keys of every object in order: equal values are equal texts. */
function toKanoniskJson(verdi: unknown): string {
  return JSON.stringify(verdi, (_navn, del: unknown) =>
    typeof del === 'object' && del !== null && !Array.isArray(del)
      ? Object.fromEntries(Object.entries(del).sort(([en], [annen]) => (en < annen ? -1 : 1)))
      : del,
  );
}

/** The canonical text of the whole order: of whom, what, in which files, why and under which name. */
export function toKanoniskTekst(bestilling: Bestilling): string {
  return toKanoniskJson(normalizeBestilling(bestilling));
}

/** Whether both ask for the same persons: the register would be asked the same. */
export function isSammePersoner(en: Bestilling, annen: Bestilling): boolean {
  const [a, b] = [normalizeBestilling(en), normalizeBestilling(annen)];

  return a.pakke === b.pakke && toKanoniskJson(a.kilde) === toKanoniskJson(b.kilde);
}

/** Whether both are runs of one definition: the same about the same persons, so that a difference is a change. */
export function isSammeDefinisjon(en: Bestilling, annen: Bestilling): boolean {
  const [a, b] = [normalizeBestilling(en), normalizeBestilling(annen)];

  return isSammePersoner(a, b) && toKanoniskJson(a.innhold) === toKanoniskJson(b.innhold);
}
