/**
 * From a masked person to what the person view shows. Pure: the same input gives the same view, which the screen,
 * `show-person` and the receipt share.
 */
import { EGENSKAPER } from './person-model.ts';
import type { PersonView } from './person-view.ts';
import type { Skjermet } from './skjerming.ts';
import { toBannere } from './view/bannere.ts';
import { toHode } from './view/hode.ts';
import { type Spoersmaal, toSeksjon } from './view/seksjon.ts';

/** `forespurtNummer` is the number that was asked for, or null; `naa` decides the age. */
export type ViewValg = Spoersmaal & { forespurtNummer: string | null; naa: Date };

/** Everything that this user is shown of this person. What `skjermet` does not hold cannot come into it. */
export function toPersonView(skjermet: Skjermet, valg: ViewValg): PersonView {
  return {
    hode: toHode(skjermet.person.egenskaper, valg.naa),
    bannere: toBannere(skjermet, valg.forespurtNummer),
    seksjoner: EGENSKAPER.map((egenskap) => toSeksjon(egenskap, skjermet, valg)),
    andre: [...skjermet.person.ukjent, ...skjermet.person.avvik],
  };
}
