/**
 * A table with its name and the names of its columns. Rule: one that is wider than the screen scrolls by itself and not the
 * page, and whoever does not see it hears what it is.
 */
import type { ReactNode } from 'react';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';

type TableProps = {
  label: string;
  /** In order, each of its own. */
  columns: readonly string[];
  /** The least width at which the columns can be read; by default what is in them decides. */
  minWidth?: 'min-w-2xl' | 'min-w-3xl';
  /** The rows. */
  children: ReactNode;
};

export function Table({ label, columns, minWidth, children }: TableProps) {
  return (
    <ScrollRegion label={label}>
      <table className={`ds-table text-sm ${minWidth ?? ''}`} data-color="neutral" data-border>
        <caption className="ds-sr-only">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="align-top">{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
