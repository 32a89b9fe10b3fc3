/** One labelled native select: the control that works with every keyboard, screen reader and zoom level. */
import { type SelectHTMLAttributes, useId } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';
import { FieldLabel } from '#components/ui/text-field.tsx';

type SelectFieldProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
  id: string;
  label: string;
  mark?: string;
  /** Shown under the control, e.g. what the chosen option means. */
  note?: string | null;
  error?: string | null;
  options: { value: string; label: string }[];
};

export function SelectField({ id, label, mark, note, error, options, ...select }: SelectFieldProps) {
  const base = useId();
  const described = [note ? `${base}-note` : null, error ? `${base}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="ds-field min-w-0">
      <FieldLabel htmlFor={id} label={label} mark={mark} />
      <select
        {...select}
        id={id}
        className="ds-input w-full"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {note && (
        <p id={`${base}-note`} className="text-sm text-neutral-text-subtle">
          {note}
        </p>
      )}
      <FieldError id={`${base}-error`} error={error} />
    </div>
  );
}
