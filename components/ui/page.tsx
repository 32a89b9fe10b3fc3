/** The frame of a page: one heading, what it is for, and the content. */
import type { ReactNode } from 'react';

type PageProps = {
  title: string;
  intro?: string;
  /** Heading and intro stay off paper: what is printed has a heading of its own. */
  screenOnly?: boolean;
  children: ReactNode;
};

export function Page({ title, intro, screenOnly = false, children }: PageProps) {
  return (
    <div className="px-4 py-5 lg:px-6">
      <div className={screenOnly ? 'print:hidden' : undefined}>
        <h1 className="ds-heading" data-size="sm">
          {title}
        </h1>
        {intro && <p className="mb-5 mt-1 max-w-3xl text-neutral-text-subtle">{intro}</p>}
      </div>
      {children}
    </div>
  );
}
