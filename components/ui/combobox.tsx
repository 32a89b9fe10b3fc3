/**
 * Choosing several of many by typing: the WAI-ARIA combobox with a list. What is chosen stands under it and is taken away
 * one by one. Rule: Enter in an open list chooses and never sends the form.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';
import { findOptions, type Option } from '#components/ui/find-options.ts';
import { FieldLabel } from '#components/ui/text-field.tsx';

/** More than this are not read, they are typed at. */
const MAKS_VIST = 30;

type ComboboxProps = {
  id: string;
  label: string;
  mark?: string;
  hint: string;
  error: string | null;
  options: readonly Option[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** What is said of the list, and of a chosen one when it is taken away. */
  tekster: {
    treff: (antall: number) => string;
    ingenTreff: string;
    valgte: string;
    fjern: (navn: string) => string;
  };
};

export function Combobox(props: ComboboxProps) {
  const { id, label, mark, hint, error, options, selected, onChange, tekster } = props;
  const base = useId();
  const [tekst, setTekst] = useState('');
  const [aapen, setAapen] = useState(false);
  const [aktiv, setAktiv] = useState(0);
  const treff = findOptions(options, tekst).filter(({ value }) => !selected.includes(value));
  const viste = treff.slice(0, MAKS_VIST);
  const velg = (option: Option | undefined) => {
    if (!option) return;
    onChange([...selected, option.value]);
    setTekst('');
    setAktiv(0);
    // What is chosen stands under the list.
    setAapen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const steg = event.key === 'ArrowDown' ? 1 : -1;
      setAktiv(aapen ? (aktiv + steg + viste.length) % Math.max(1, viste.length) : 0);
      setAapen(true);
    } else if (event.key === 'Enter' && aapen && tekst.trim() !== '') {
      event.preventDefault();
      velg(viste[aktiv]);
    } else if (event.key === 'Escape' && aapen) {
      event.preventDefault();
      setAapen(false);
    }
  };
  return (
    <div className="ds-field min-w-0">
      <FieldLabel htmlFor={id} label={label} mark={mark} />
      <div className="relative">
        <input
          id={id}
          className="ds-input w-full"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={aapen}
          aria-controls={`${base}-liste`}
          aria-autocomplete="list"
          aria-activedescendant={aapen && viste[aktiv] ? `${base}-${viste[aktiv].value}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${base}-hint ${base}-error` : `${base}-hint`}
          value={tekst}
          onChange={(event) => {
            setTekst(event.target.value);
            setAktiv(0);
            setAapen(true);
          }}
          onClick={() => setAapen(true)}
          onBlur={() => setAapen(false)}
          onKeyDown={onKeyDown}
        />
        <ul
          id={`${base}-liste`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a combobox, by the ARIA pattern
          role="listbox"
          aria-label={label}
          hidden={!aapen || viste.length === 0}
          className="absolute z-10 mt-1 max-h-64 w-full overflow-auto rounded-md border border-neutral-border-default bg-neutral-background-default"
        >
          {viste.map((option, plass) => (
            <Valg
              key={option.value}
              id={`${base}-${option.value}`}
              option={option}
              aktiv={plass === aktiv}
              onVelg={() => velg(option)}
            />
          ))}
        </ul>
      </div>
      <p id={`${base}-hint`} className="text-sm text-neutral-text-subtle">
        {hint}
      </p>
      <p role="status" className="ds-sr-only">
        {aapen && tekst !== '' && (treff.length > 0 ? tekster.treff(treff.length) : tekster.ingenTreff)}
      </p>
      {aapen && treff.length === 0 && <p className="text-sm">{tekster.ingenTreff}</p>}
      <FieldError id={`${base}-error`} error={error} />
      {selected.length > 0 && (
        <ul aria-label={tekster.valgte} className="mt-1 flex flex-wrap gap-2">
          {selected.map((value) => (
            <li key={value} className="min-w-0">
              <button
                type="button"
                className="ds-chip max-w-full"
                data-removable
                aria-label={tekster.fjern(findNavn(options, value))}
                onClick={() => {
                  onChange(selected.filter((et) => et !== value));
                  document.getElementById(id)?.focus();
                }}
              >
                {findNavn(options, value)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const findNavn = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

type ValgProps = { id: string; option: Option; aktiv: boolean; onVelg: () => void };

function Valg({ id, option, aktiv, onVelg }: ValgProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard on the input, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of a combobox, by the ARIA pattern
      role="option"
      aria-selected={aktiv}
      ref={aktiv ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      className={`cursor-pointer px-3 py-2 ${aktiv ? 'bg-accent-surface-tinted outline-2 -outline-offset-2 outline-accent-border-strong' : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onVelg}
    >
      {option.label}
      {option.hint && <span className="ml-2 text-sm text-neutral-text-subtle">{option.hint}</span>}
    </li>
  );
}
