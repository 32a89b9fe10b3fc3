/**
 * Which element of an egenskap is current. The register marks every element with `erGjeldende` (present in all real
 * documents seen, freg-contract.md section 2). Where the mark is missing, the element counts as current, unless it
 * has ended (opphoerstidspunkt) or another element of the egenskap says that it is the current one.
 */
import type { Element } from './person-model.ts';

/** The elements with `erGjeldende` set on every one. */
export function resolveGjeldende<E extends Element>(elementer: readonly E[]): E[] {
  const noenErGjeldende = elementer.some((element) => element.erGjeldende === true);
  return elementer.map((element) => ({
    ...element,
    erGjeldende: element.erGjeldende ?? (!noenErGjeldende && element.opphoerstidspunkt === undefined),
  }));
}

/** Rows of adressebeskyttelse: a row without the mark protects, whatever the other rows say (deny by default, Z-03). */
export function resolveGjeldendeVern<E extends Element>(rader: readonly E[]): E[] {
  return rader.map((rad) => ({ ...rad, erGjeldende: rad.erGjeldende ?? true }));
}

/** Current elements of an egenskap; none when the document lacks it. */
export function listGjeldende<E extends Element>(elementer: readonly E[] | undefined): E[] {
  return (elementer ?? []).filter((element) => element.erGjeldende === true);
}
