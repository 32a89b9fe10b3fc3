/** One labelled text input. Rule: label, hint and error are tied to the input, and an error is never colour alone. */
import { type InputHTMLAttributes, useId } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  /** Fixed by the caller, so that an error summary can link to the field. */
  id: string;
  label: string;
  /** "Må fylles ut" or "Valgfritt"; left out where the form says it for all fields. */
  mark?: string;
  /** How to write it. Stands under the input, so that inputs beside each other are in line. */
  hint?: string;
  /** What the portal understood of the input so far: takes the hint's line and is read out when it changes. */
  note?: string | null;
  error?: string | null;
};

export function TextField({ id, label, mark, hint, note, error, ...input }: TextFieldProps) {
  const base = useId();
  const line = note ?? hint;
  const described = [line ? `${base}-line` : null, error ? `${base}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="ds-field min-w-0">
      <FieldLabel htmlFor={id} label={label} mark={mark} />
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
      {line && (
        <p id={`${base}-line`} aria-live="polite" className="text-sm text-neutral-text-subtle">
          {line}
        </p>
      )}
      <FieldError id={`${base}-error`} error={error} />
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
