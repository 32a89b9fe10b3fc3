/** A modal dialog on the browser's own element: focus trap, Esc and return of focus come with it. */
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, type Ref, useId } from 'react';

type DialogProps = {
  /** The owner opens and closes with `showModal()` and `close()`. */
  ref: Ref<HTMLDialogElement>;
  title: string;
  closeLabel: string;
  onClose?: () => void;
  children: ReactNode;
};

export function Dialog({ ref, title, closeLabel, onClose, children }: DialogProps) {
  const titleId = useId();
  return (
    <dialog ref={ref} className="ds-dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={titleId} className="ds-heading" data-size="xs">
          {title}
        </h2>
        <form method="dialog">
          <button type="submit" className="ds-button" data-variant="tertiary" data-icon data-size="sm">
            <XMarkIcon aria-hidden />
            <span className="ds-sr-only">{closeLabel}</span>
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}
