'use client';
/** Details that few need, behind a line of text. What is inside is made when it is opened first, and for paper. */
import { type ReactNode, useState } from 'react';
import { usePrinting } from '#components/ui/printing.tsx';

type DisclosureProps = { summary: ReactNode; className?: string; children: ReactNode };

export function Disclosure({ summary, className = '', children }: DisclosureProps) {
  const [opened, setOpened] = useState(false);
  const printing = usePrinting();
  return (
    <details
      className={`disclosure ${className}`}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>{summary}</summary>
      {(opened || printing) && children}
    </details>
  );
}
