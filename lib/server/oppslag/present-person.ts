/** From the register's document to what this user is shown of it: package, masking and view, in that order. */
import 'server-only';
import type { Tillatt } from '#lib/domain/oppslag/decide-oppslag.ts';
import { listUkjente } from '#lib/domain/person/list-ukjente.ts';
import { type Person, parsePerson } from '#lib/domain/person/parse-person.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import {
  type Innsyn,
  maskArkivert,
  maskPerson,
  type Skjermet,
  type Vern,
} from '#lib/domain/person/skjerming.ts';
import { toPersonView } from '#lib/domain/person/to-person-view.ts';
import { expandDeler } from '#lib/domain/rettighetspakke/deler.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { egenskaperFor, historikkFor } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import type { PersonDokument } from '#lib/server/freg/freg-svar.ts';
import { countUkjente } from '#lib/server/log/maaling.ts';

/** What is shown, and the numbers of the person it is about, for the revisjonslogg. */
export type PresentertPerson = { view: PersonView; subjekter: string[] };

/**
 * Without the egenskaper that the package does not have, should the register deliver them all the same: rights decide
 * fields (freg-contract.md section 3.3). After the masking, which must see the grading even so.
 */
function limitToPakke(skjermet: Skjermet, iPakken: ReadonlySet<string>): Skjermet {
  const { person, skjermede } = skjermet;
  const egenskaper = Object.fromEntries(
    Object.entries(person.egenskaper).filter(([egenskap]) => iPakken.has(egenskap)),
  );

  return {
    ...skjermet,
    person: { ...person, egenskaper },
    skjermede: new Map([...skjermede].filter(([egenskap]) => iPakken.has(egenskap))),
  };
}

type Spoersmaal = { pakke: Pakke } & Pick<Tillatt, 'deler'>;

/** `forespurtNummer` is the number that was asked for, or null. `naa` decides age and what is in the future. */
export function presentPerson(
  dokument: PersonDokument,
  spoersmaal: Spoersmaal,
  rett: Innsyn,
  forespurtNummer: string | null,
  naa: Date,
): PresentertPerson {
  const person = parsePerson(dokument);

  return present(person, maskPerson(person, rett), spoersmaal, forespurtNummer, naa);
}

/** The same of an older document: `vern` is how protected she is now, `da` when it was of. */
export function presentArkivert(
  dokument: PersonDokument,
  spoersmaal: Spoersmaal,
  { rett, vern }: { rett: Skjermingsrett; vern: Vern },
  da: Date,
): PresentertPerson {
  const person = parsePerson(dokument);

  return present(person, maskArkivert(person, rett, vern), spoersmaal, null, da);
}

/** `lest` is the person as the document has her, so that what is withheld from the user is known of all the same. */
function present(
  lest: Person,
  masket: Skjermet,
  { pakke, deler }: Spoersmaal,
  forespurtNummer: string | null,
  naa: Date,
): PresentertPerson {
  const iPakken = egenskaperFor(pakke);
  const skjermet = limitToPakke(masket, iPakken);
  const medHistorikk = deler.includes('historikk');
  const view = toPersonView(skjermet, {
    spurtEtter: expandDeler(pakke, deler),
    iPakken,
    historikk: (egenskap) =>
      medHistorikk ? (historikkFor(pakke).has(egenskap) ? 'verdi' : 'ikkeIPakken') : 'ikkeSpurtEtter',
    forespurtNummer,
    naa,
  });
  countUkjente(listUkjente(lest, view));
  const egne = (skjermet.person.egenskaper.identifikasjonsnummer ?? []).map((id) => id.foedselsEllerDNummer);
  const subjekter = [forespurtNummer, ...egne].filter((nummer): nummer is string => Boolean(nummer));

  return { view, subjekter: [...new Set(subjekter)] };
}
