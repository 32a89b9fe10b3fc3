/**
 * The keyboard of a long list of rows: one stop in the tab order, arrow keys, Page Up and Page Down, Home and End move
 * between rows, also to rows that are not in the page yet. Each row gives one element that takes its focus.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { findRadIndex } from '#components/ui/rad-taster.ts';

/** What the element that takes a row's focus is given. */
export type Radstopp = {
  ref: (element: HTMLElement | null) => void;
  tabIndex: 0 | -1;
  onFocus: () => void;
};

/** @param show brings a row that is not in the page into it */
export function useRadtaster(antall: number, show: (index: number) => void) {
  const [valgt, setValgt] = useState(0);
  const aktiv = Math.min(valgt, Math.max(0, antall - 1));
  /** The row that gets focus as soon as it is in the page. */
  const ventet = useRef<number | null>(null);
  const stopp = useRef(new Map<number, HTMLElement>());

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys pressed in another element of the row belong to that.
    if (event.target !== stopp.current.get(aktiv)) return;
    const neste = findRadIndex(event.key, aktiv, antall);
    if (neste === null) return;
    event.preventDefault();
    setValgt(neste);
    const element = stopp.current.get(neste);
    ventet.current = element ? null : neste;
    if (element) element.focus();
    else show(neste);
  };
  const rad = (index: number): Radstopp => ({
    ref: (element) => {
      if (element === null) {
        stopp.current.delete(index);
        return;
      }
      stopp.current.set(index, element);
      if (ventet.current !== index) return;
      ventet.current = null;
      element.focus();
    },
    tabIndex: index === aktiv ? 0 : -1,
    onFocus: () => setValgt(index),
  });
  return { beholder: { onKeyDown }, rad };
}
