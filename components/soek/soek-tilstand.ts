/** What the criteria typed so far amount to: as they will be sent, what is wrong, and how much is missing. */
import { findKommuner, type Kommune } from '#lib/domain/kodeverk/find-kommune.ts';
import { cleanTekst } from '#lib/domain/oppslag/kriterier.ts';
import type { Soekekriterier } from '#lib/domain/soek/soek.ts';
import {
  countOpplysninger,
  normalizeSoekekriterier,
  type SoekeFeltFeil,
  validateSoekekriterier,
} from '#lib/domain/soek/soekekriterier.ts';

export type Soektilstand = {
  kriterier: Soekekriterier;
  feil: SoekeFeltFeil[];
  /** How many facts there are; two are needed. */
  opplysninger: number;
  /** What the text in the field for kommune can mean. */
  kommuner: readonly Kommune[];
};

/** @param utfylt as typed; `kommunenummer` may be a name. @param naa decides the century of a two-digit birth year */
export function getSoektilstand(utfylt: Soekekriterier, naa: Date): Soektilstand {
  const kommune = cleanTekst(utfylt.kommunenummer ?? '');
  const kommuner = findKommuner(kommune);
  // A number is sent as it stands, today's or not: the register knows the earlier ones too.
  const nummer = kommuner.length === 1 ? kommuner[0]?.nummer : undefined;
  const kriterier = normalizeSoekekriterier({ ...utfylt, kommunenummer: nummer ?? kommune }, naa);
  return {
    kriterier,
    feil: validateSoekekriterier(kriterier),
    opplysninger: countOpplysninger(kriterier),
    kommuner,
  };
}
