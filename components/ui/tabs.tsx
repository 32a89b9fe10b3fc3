/**
 * Tabs by the WAI-ARIA pattern: one stop in the tab order, arrow keys, Home and End move and select.
 * All panels are in the page (hidden), so that switching is instant and paper gets them all.
 */
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { findTabIndex } from '#components/ui/tab-keys.ts';

export type Tab<T extends string> = { id: T; label: string; panel: ReactNode };
type TabsProps<T extends string> = {
  label: string;
  tabs: readonly Tab<T>[];
  selected: T;
  onSelect: (id: T) => void;
};

export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  const base = useId();
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
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel-${tab.id}`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className="min-h-11 px-3"
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
          hidden={tab.id !== selected}
          className="px-0 pt-4"
        >
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
