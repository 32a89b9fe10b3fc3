/**
 * The parameters of personer/entydigsoek: names, formats, and what they mean together.
 * Source: freg-contract.md section 4.1; section 9 no 11 (names of parameters in any case).
 */
import type { EntydigKriterier } from '../befolkning/befolkning.ts';

export type Kriterium = Exclude<keyof EntydigKriterier, 'soekFonetisk' | 'historisk' | 'serKlientadresser'>;

export type Entydigsoek = { kriterier: EntydigKriterier; navnOrd: number };

/** `AFG-1458-4555`: country, hyphen, a number that may hold hyphens. */
const MED_LAND = /^[A-Z]{3}-\S.*$/i;

/**
 * The format of each criterion. Only the text for utenlandskpersonidentifikasjon is known; the others are formed
 * like it (assumption), and so is that husnummer is at most four digits and a letter (facets of section 2).
 */
const FORMATER: Record<Kriterium, { heter: string; isGyldig: (verdi: string) => boolean }> = {
  identifikasjonsnummer: { heter: 'Identifikasjonsnummer', isGyldig: (v) => /^\d{11}$/.test(v) },
  utenlandskpersonidentifikasjon: {
    heter: 'UtenlandskPersonidentifikasjon',
    isGyldig: (v) => MED_LAND.test(v),
  },
  legitimasjonsdokument: { heter: 'Legitimasjonsdokument', isGyldig: (v) => MED_LAND.test(v) },
  utlendingsmyndighetenesIdentifikasjonsnummer: {
    heter: 'UtlendingsmyndighetenesIdentifikasjonsnummer',
    isGyldig: (v) => /^\d+$/.test(v),
  },
  foedselsdato: { heter: 'Foedselsdato', isGyldig: isDato },
  navn: { heter: 'Navn', isGyldig: (v) => v.trim() !== '' },
  postnummer: { heter: 'Postnummer', isGyldig: (v) => /^\d{4}$/.test(v) },
  adressenavn: { heter: 'Adressenavn', isGyldig: (v) => v.trim() !== '' },
  husnummer: { heter: 'Husnummer', isGyldig: (v) => /^\d{1,4} ?[a-zæøå]?$/i.test(v.trim()) },
};

const KRITERIER = new Map<string, Kriterium>();
for (const navn in FORMATER) if (isKriterium(navn)) KRITERIER.set(navn.toLowerCase(), navn);

function isKriterium(navn: string): navn is Kriterium {
  return navn in FORMATER;
}

/** YYYYMMDD, and a day that exists. */
function isDato(verdi: string): boolean {
  if (!/^\d{8}$/.test(verdi)) return false;
  const iso = `${verdi.slice(0, 4)}-${verdi.slice(4, 6)}-${verdi.slice(6)}`;
  const tid = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(tid) && new Date(tid).toISOString().startsWith(iso);
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
      if (verdi !== 'true' && verdi !== 'false') return { ugyldig: 'SoekFonetisk er ikke på gyldig format' };
      kriterier.soekFonetisk = verdi === 'true';
    } else if (navn === 'opplysningsgrunnlag') {
      if (verdi !== 'gjeldende' && verdi !== 'historisk')
        return { ugyldig: 'Opplysningsgrunnlag er ikke på gyldig format' };
      kriterier.historisk = verdi === 'historisk';
    } else {
      const kriterium = KRITERIER.get(navn);
      if (kriterium === undefined || verdi === '' || kriterier[kriterium] !== undefined) continue;
      const { heter, isGyldig } = FORMATER[kriterium];
      if (!isGyldig(verdi)) return { ugyldig: `${heter} er ikke på gyldig format` };
      kriterier[kriterium] = verdi;
    }
  }
  const navnOrd = (kriterier.navn ?? '').split(/\s+/).filter(Boolean).length;
  return { kriterier, navnOrd };
}
