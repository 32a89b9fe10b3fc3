/** A group of checkboxes: one question, any number of answers. The error summary leads to the first of them. */
import { useId } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';

type CheckboxGroupProps<T extends string> = {
  /** Of the first checkbox, fixed by the caller, so that an error summary can link to the group. */
  id: string;
  legend: string;
  mark?: string;
  hint?: string;
  options: readonly { value: T; label: string; hint?: string }[];
  selected: readonly T[];
  onChange: (selected: T[]) => void;
  error?: string | null;
};

export function CheckboxGroup<T extends string>({
  id,
  legend,
  mark,
  hint,
  options,
  selected,
  onChange,
  error,
}: CheckboxGroupProps<T>) {
  const base = useId();
  // Kept in the order of the options, whatever the order of the presses.
  const toggle = (value: T, paa: boolean) =>
    onChange(options.map((et) => et.value).filter((et) => (et === value ? paa : selected.includes(et))));
  const described = [hint ? `${base}-hint` : null, error ? `${base}-error` : null].filter(Boolean).join(' ');
  return (
    <fieldset className="ds-fieldset min-w-0" aria-describedby={described || undefined}>
      <legend className="ds-label">
        {legend}
        {mark && <span className="ml-2 text-sm font-normal text-neutral-text-subtle">{mark}</span>}
      </legend>
      {hint && (
        <p id={`${base}-hint`} className="mt-0.5 text-sm text-neutral-text-subtle">
          {hint}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-2">
        {options.map((option, index) => (
          <div key={option.value} className="ds-field">
            <input
              className="ds-input"
              type="checkbox"
              id={index === 0 ? id : `${id}-${option.value}`}
              checked={selected.includes(option.value)}
              aria-invalid={error ? true : undefined}
              aria-describedby={option.hint ? `${base}-${option.value}` : undefined}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <label className="ds-label" htmlFor={index === 0 ? id : `${id}-${option.value}`}>
              {option.label}
            </label>
            {option.hint && (
              <p id={`${base}-${option.value}`} data-field="description" className="text-sm">
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
      <FieldError id={`${base}-error`} error={error} />
    </fieldset>
  );
}
