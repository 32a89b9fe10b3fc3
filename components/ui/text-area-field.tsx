/** One labelled text of several lines, with the same ties as `text-field.tsx`. */
import { type TextareaHTMLAttributes, useId } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';
import { FieldLabel } from '#components/ui/text-field.tsx';

type TextAreaFieldProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  id: string;
  label: string;
  hint: string;
  error: string | null;
};

export function TextAreaField({ id, label, hint, error, ...textarea }: TextAreaFieldProps) {
  const base = useId();
  return (
    <div className="ds-field min-w-0">
      <FieldLabel htmlFor={id} label={label} />
      <textarea
        {...textarea}
        id={id}
        className="ds-input w-full"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${base}-hint ${base}-error` : `${base}-hint`}
      />
      <p id={`${base}-hint`} className="text-sm text-neutral-text-subtle">
        {hint}
      </p>
      <FieldError id={`${base}-error`} error={error} />
    </div>
  );
}
