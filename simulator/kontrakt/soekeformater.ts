/**
 * How the parameters that the searches share are written. Only the text for utenlandskPersonidentifikasjon is known;
 * the others are formed like it (assumption), and so is that husnummer is at most four digits and a letter (facets of
 * freg-contract.md section 2).
 */

/** YYYYMMDD, and a day that exists. */
export function isDato(verdi: string): boolean {
  if (!/^\d{8}$/.test(verdi)) return false;
  const iso = `${verdi.slice(0, 4)}-${verdi.slice(4, 6)}-${verdi.slice(6)}`;
  const tid = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(tid) && new Date(tid).toISOString().startsWith(iso);
}

export const isHusnummer = (verdi: string): boolean => /^\d{1,4} ?[a-zæøå]?$/i.test(verdi.trim());
export const isPostnummer = (verdi: string): boolean => /^\d{4}$/.test(verdi);
export const isUtfylt = (verdi: string): boolean => verdi.trim() !== '';

/** True or false, or undefined when the value is neither. */
export function parseBoolsk(verdi: string): boolean | undefined {
  return verdi === 'true' ? true : verdi === 'false' ? false : undefined;
}

/** The sentence that says what is wrong; the parameter's name begins with a capital. */
export function toUgyldig(parameter: string): { ugyldig: string } {
  return { ugyldig: `${parameter.charAt(0).toUpperCase()}${parameter.slice(1)} er ikke på gyldig format` };
}
