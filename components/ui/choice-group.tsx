/** A group of radio buttons: one question, one answer, all answers visible. */

type ChoiceGroupProps<T extends string> = {
  legend: string;
  name: string;
  /** Null where nothing is suggested. */
  selected: T | null;
  onSelect: (value: T) => void;
  /** `lang` where an answer is in another language than the page. */
  options: readonly { value: T; label: string; lang?: string }[];
  /** Side by side where there is room, for few and short answers. */
  inline?: boolean;
};

export function ChoiceGroup<T extends string>({
  legend,
  name,
  selected,
  onSelect,
  options,
  inline = false,
}: ChoiceGroupProps<T>) {
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{legend}</legend>
      <div className={inline ? 'mt-1 flex flex-wrap gap-x-5 gap-y-1' : 'mt-2 flex flex-col gap-2'}>
        {options.map((option) => (
          <div key={option.value} className="ds-field">
            <input
              className="ds-input"
              type="radio"
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              checked={option.value === selected}
              onChange={() => onSelect(option.value)}
            />
            <label className="ds-label" htmlFor={`${name}-${option.value}`} lang={option.lang}>
              {option.label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
