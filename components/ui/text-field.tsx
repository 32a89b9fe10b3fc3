/** One labelled text input. Rule: label, hint, note and error are tied to the input, and an error is never colour alone. */
import { type InputHTMLAttributes, useId } from 'react';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  /** Fixed by the caller, so that an error summary can link to the field. */
  id: string;
  label: string;
  /** "Må fylles ut" or "Valgfritt"; left out where the form says it for all fields. */
  mark?: string;
  hint?: string;
  /** What the portal understood of the input so far, read out when it changes. */
  note?: string | null;
  error?: string | null;
};

export function TextField({ id, label, mark, hint, note, error, ...input }: TextFieldProps) {
  const base = useId();
  const described = [
    hint ? `${base}-hint` : null,
    error ? `${base}-error` : null,
    note !== undefined ? `${base}-note` : null,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="ds-field min-w-0">
      <FieldLabel htmlFor={id} label={label} mark={mark} />
      {hint && (
        <p id={`${base}-hint`} data-field="description" className="text-sm">
          {hint}
        </p>
      )}
      <input
        {...input}
        id={id}
        className="ds-input w-full"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      {note !== undefined && (
        <p id={`${base}-note`} aria-live="polite" className="min-h-6 text-sm text-neutral-text-subtle">
          {error ? null : note}
        </p>
      )}
      {error && (
        <p id={`${base}-error`} className="ds-validation-message" data-field="validation">
          {error}
        </p>
      )}
    </div>
  );
}

export function FieldLabel({
  htmlFor,
  label,
  mark,
}: {
  htmlFor: string;
  label: string;
  mark?: string | undefined;
}) {
  return (
    <label htmlFor={htmlFor} className="ds-label">
      {label}
      {mark && <span className="ml-2 text-sm font-normal text-neutral-text-subtle">{mark}</span>}
    </label>
  );
}
