/** A button that asks before it does anything: what it means in a dialog, and the same word again to go on. */
import { type ButtonHTMLAttributes, type ReactNode, useRef } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';

type ConfirmButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'onClick'> & {
  label: string;
  /** Which one, for those who hear the button alone. */
  which?: string;
  title: string;
  closeLabel: string;
  /** Null where it cannot be done; then the dialog says why. */
  onConfirm: (() => void) | null;
  /** What it means. */
  children: ReactNode;
};

/** The attributes that are not named here are those of the button on the page. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, which, title, closeLabel, onConfirm, children, className = 'ds-button', ...button } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button {...button} type="button" className={className} onClick={() => dialog.current?.showModal()}>
        {label}
        {which !== undefined && <span className="ds-sr-only">{which}</span>}
      </button>
      <Dialog ref={dialog} title={title} closeLabel={closeLabel}>
        <div className="mb-4">{children}</div>
        <div className="flex flex-wrap gap-3">
          {onConfirm !== null && (
            <button
              type="button"
              className="ds-button"
              data-color="danger"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {label}
            </button>
          )}
          <button type="button" className="ds-button" data-variant="tertiary" onClick={close}>
            {closeLabel}
          </button>
        </div>
      </Dialog>
    </>
  );
}
