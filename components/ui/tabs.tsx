/**
 * Tabs by the WAI-ARIA pattern: one stop in the tab order, arrow keys, Home and End move and select.
 * A panel is made when its tab is opened first and then kept (hidden), so that a heavy tab costs nothing until somebody
 * wants it and going back to it is instant.
 */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { findTabIndex } from '#components/ui/tab-keys.ts';

export type Tab<T extends string> = {
  id: T;
  label: string;
  panel: ReactNode;
  /** Says again what the other tabs say: left out where all are shown. */
  repeats?: boolean;
};
type TabsProps<T extends string> = {
  label: string;
  tabs: readonly Tab<T>[];
  selected: T;
  onSelect: (id: T) => void;
  /** Shows every panel, one after the other: for paper. */
  all?: boolean;
};

/**
 * The row of tabs is one line at any width and scrolls: the chosen one is brought into what is seen of it, also when the
 * window or the zoom changes, and the page stays where it is.
 */
function bringIntoRow(tab: HTMLElement | null) {
  const row = tab?.parentElement;
  if (!tab || !row) return;
  // Told first when the row has been laid out, so nothing is laid out twice.
  const observer = new ResizeObserver(() => {
    if (row.scrollWidth > row.clientWidth)
      row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  });
  observer.observe(row);
  return () => observer.disconnect();
}

export function Tabs<T extends string>({ label, tabs, selected, onSelect, all = false }: TabsProps<T>) {
  const base = useId();
  const [opened, setOpened] = useState<ReadonlySet<T>>(new Set([selected]));
  if (!opened.has(selected)) setOpened(new Set([...opened, selected]));
  const onKeyDown = (event: KeyboardEvent, current: number) => {
    const index = findTabIndex(event.key, current, tabs.length);
    const next = index === null ? undefined : tabs[index];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${base}-tab-${next.id}`)?.focus();
  };
  return (
    <div className="ds-tabs">
      <div role="tablist" aria-label={label} className="print:hidden">
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            ref={tab.id === selected ? bringIntoRow : null}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel-${tab.id}`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className="min-h-11 px-2.5"
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-panel-${tab.id}`}
          aria-labelledby={`${base}-tab-${tab.id}`}
          hidden={all ? tab.repeats : tab.id !== selected}
          // A whole screen of its own, so that what stands under the tabs does not jump when a short one is opened.
          className="min-h-[80dvh] px-0 pt-4 print:min-h-0"
        >
          {(opened.has(tab.id) || (all && !tab.repeats)) && tab.panel}
        </div>
      ))}
    </div>
  );
}
