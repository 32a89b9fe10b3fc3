'use client';
/** Copies a text and says so. Rule: the text goes to the clipboard and nowhere else. */
import { CheckmarkIcon, FilesIcon } from '@navikt/aksel-icons';
import { useState } from 'react';

type CopyButtonProps = {
  text: string;
  /** What is copied, e.g. "Kopier fødselsnummer". */
  label: string;
  copiedLabel: string;
  failedLabel: string;
  /** Shows the label beside the icon. */
  showLabel?: boolean;
};

const SHOWN_MS = 2_000;

export function CopyButton({ text, label, copiedLabel, failedLabel, showLabel = false }: CopyButtonProps) {
  const [status, setStatus] = useState<string | null>(null);
  const onClick = async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setStatus(copied ? copiedLabel : failedLabel);
    setTimeout(() => setStatus(null), SHOWN_MS);
  };
  return (
    <span className="inline-flex items-center gap-2 print:hidden">
      <button
        type="button"
        className={showLabel ? 'ds-button' : 'ds-button ds-button--inline'}
        // Also in a table, whose colour is neutral: what can be pressed looks it.
        data-color="accent"
        data-variant={showLabel ? 'secondary' : 'tertiary'}
        data-icon={showLabel ? undefined : true}
        data-size="sm"
        onClick={onClick}
        title={showLabel ? undefined : label}
      >
        {status === copiedLabel ? <CheckmarkIcon aria-hidden /> : <FilesIcon aria-hidden />}
        <span className={showLabel ? undefined : 'ds-sr-only'}>{label}</span>
      </button>
      <span role="status" className={showLabel ? 'text-sm' : 'ds-sr-only'}>
        {status}
      </span>
    </span>
  );
}
