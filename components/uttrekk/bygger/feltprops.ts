/** What each part of the order form is given. */
import type { Byggervalg } from '#components/uttrekk/bygger/byggervalg.ts';
import type { Skjema } from '#components/uttrekk/bygger/skjema.ts';
import type { Skjemafelt } from '#components/uttrekk/bygger/skjemafeil.ts';

export type Feltprops = {
  skjema: Skjema;
  valg: Byggervalg;
  /** What is wrong, in words, by field: empty until the user has tried. */
  feil: Partial<Record<Skjemafelt, string>>;
  onChange: (endring: Partial<Skjema>) => void;
};

/** The control that an error of the field leads to. */
export const feltIdOf = (felt: Skjemafelt): string => (felt === 'navn' ? 'uttrekksnavn' : felt);
