/** Which options fit what is typed in a combobox: those that begin with it first, then those that hold it as a word. */

export type Option = { value: string; label: string; hint?: string };

const fold = (tekst: string): string => tekst.trim().toLocaleLowerCase('nb');

/** Options whose value or label begins with the text, then those with a later word that does, in their own order. */
export function findOptions(options: readonly Option[], tekst: string): Option[] {
  const soekt = fold(tekst);
  if (soekt === '') return [...options];
  const begynner = options.filter(
    ({ value, label }) => fold(value).startsWith(soekt) || fold(label).startsWith(soekt),
  );
  const inneholder = options.filter(
    (option) =>
      !begynner.includes(option) &&
      fold(option.label)
        .split(/[\s(–-]+/)
        .some((ord) => ord.startsWith(soekt)),
  );
  return [...begynner, ...inneholder];
}
