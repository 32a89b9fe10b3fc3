/**
 * The parameters of personer/entydigsoek: names, formats, and what they mean together.
 * Source: freg-contract.md section 4.1; section 9 no 11 (names of parameters in any case).
 */
import type { EntydigKriterier } from '../befolkning/befolkning.ts';
import { isDato, isHusnummer, isPostnummer, isUtfylt, parseBoolsk, toUgyldig } from './soekeformater.ts';

export type Kriterium = Exclude<keyof EntydigKriterier, 'soekFonetisk' | 'historisk' | 'serKlientadresser'>;

export type Entydigsoek = { kriterier: EntydigKriterier; navnOrd: number };

/** `AFG-1458-4555`: country, hyphen, a number that may hold hyphens. */
const MED_LAND = /^[A-Z]{3}-\S.*$/i;

/** The format of each criterion. */
const FORMATER: Record<Kriterium, (verdi: string) => boolean> = {
  identifikasjonsnummer: (v) => /^\d{11}$/.test(v),
  utenlandskpersonidentifikasjon: (v) => MED_LAND.test(v),
  legitimasjonsdokument: (v) => MED_LAND.test(v),
  utlendingsmyndighetenesIdentifikasjonsnummer: (v) => /^\d+$/.test(v),
  foedselsdato: isDato,
  navn: isUtfylt,
  postnummer: isPostnummer,
  adressenavn: isUtfylt,
  husnummer: isHusnummer,
};

/** Where the text has another name than the parameter (section 1.3). */
const HETER: Partial<Record<Kriterium, string>> = {
  utenlandskpersonidentifikasjon: 'UtenlandskPersonidentifikasjon',
};

const KRITERIER = new Map<string, Kriterium>();
for (const navn in FORMATER) if (isKriterium(navn)) KRITERIER.set(navn.toLowerCase(), navn);

function isKriterium(navn: string): navn is Kriterium {
  return navn in FORMATER;
}

/**
 * Reads the query; `serKlientadresser` is what the pakke may see. Returns the sentence that says what is wrong (400) when a format does not hold.
 * Assumptions: a parameter that is not known is ignored, and so is an empty value; of a repeated one the first counts.
 */
export function parseEntydigsoek(
  query: URLSearchParams,
  serKlientadresser: boolean,
): Entydigsoek | { ugyldig: string } {
  const kriterier: EntydigKriterier = { soekFonetisk: false, historisk: false, serKlientadresser };
  for (const [parameter, verdi] of query) {
    const navn = parameter.toLowerCase();
    if (navn === 'soekfonetisk') {
      const boolsk = parseBoolsk(verdi);
      if (boolsk === undefined) return toUgyldig('soekFonetisk');
      kriterier.soekFonetisk = boolsk;
    } else if (navn === 'opplysningsgrunnlag') {
      if (verdi !== 'gjeldende' && verdi !== 'historisk') return toUgyldig('opplysningsgrunnlag');
      kriterier.historisk = verdi === 'historisk';
    } else {
      const kriterium = KRITERIER.get(navn);
      if (kriterium === undefined || verdi === '' || kriterier[kriterium] !== undefined) continue;
      if (!FORMATER[kriterium](verdi)) return toUgyldig(HETER[kriterium] ?? kriterium);
      kriterier[kriterium] = verdi;
    }
  }
  const navnOrd = (kriterier.navn ?? '').split(/\s+/).filter(Boolean).length;
  return { kriterier, navnOrd };
}
