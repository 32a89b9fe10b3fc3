/** The texts of a language as a flat list, for the tests that read every one of them. */
export type Tekst = { sti: string; tekst: string };

/** Each text with its key from the root, `personside.kvittering.tittel`, in the order of the files. */
export function listTekster(node: object, foran: readonly string[] = []): Tekst[] {
  return Object.entries(node).flatMap(([navn, verdi]: [string, unknown]) => {
    const sti = [...foran, navn];
    if (typeof verdi === 'string') return [{ sti: sti.join('.'), tekst: verdi }];
    return typeof verdi === 'object' && verdi !== null ? listTekster(verdi, sti) : [];
  });
}
