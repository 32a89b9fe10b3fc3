/** From the register's document to what this user is shown of it: package, masking and view, in that order. */
import 'server-only';
import type { Tillatt } from '#lib/domain/oppslag/decide-oppslag.ts';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { toPersonView } from '#lib/domain/person/to-person-view.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, historikkFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';

/** What is shown, and the numbers of the person it is about, for the revisjonslogg. */
export type PresentertPerson = { view: PersonView; subjekter: string[] };

/** `forespurtNummer` is the number that was asked for, or null. `naa` decides age and what is in the future. */
export function presentPerson(
  dokument: PersonDokument,
  { pakke, deler }: { pakke: Pakke } & Pick<Tillatt, 'deler'>,
  rett: Skjermingsrett,
  forespurtNummer: string | null,
  naa: Date,
): PresentertPerson {
  const person = parsePerson(dokument);
  const medHistorikk = deler.includes('historikk');
  const view = toPersonView(maskPerson(person, rett), {
    spurtEtter: expandDeler(pakke, deler),
    iPakken: egenskaperFor(pakke),
    historikk: (egenskap) =>
      medHistorikk ? (historikkFor(pakke).has(egenskap) ? 'verdi' : 'ikkeIPakken') : 'ikkeSpurtEtter',
    rett,
    forespurtNummer,
    naa,
  });
  const egne = (person.identifikasjonsnummer ?? []).map(({ foedselsEllerDNummer }) => foedselsEllerDNummer);
  const subjekter = [forespurtNummer, ...egne].filter((nummer) => typeof nummer === 'string' && nummer !== '');

  return { view, subjekter: [...new Set(subjekter)] };
}
