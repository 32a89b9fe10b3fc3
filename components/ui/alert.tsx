/** A message that stands on the page. Rule: the kind is said in the heading or text, the colour only repeats it. */
import type { ReactNode } from 'react';

type AlertProps = {
  color: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  /** Heading level of `title` in the page's outline. */
  level?: 1 | 2;
  children?: ReactNode;
};

export function Alert({ color, title, level = 2, children }: AlertProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="ds-alert" data-color={color}>
      {title && (
        <Heading className="ds-heading" data-size="2xs">
          {title}
        </Heading>
      )}
      {children}
    </div>
  );
}
