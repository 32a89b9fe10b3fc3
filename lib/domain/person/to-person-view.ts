/**
 * From a masked person to what the person view shows. Pure: the same input gives the same view, which the screen,
 * `show-person` and the receipt share.
 */
import type { Egenskap } from './person-model.ts';
import type { PersonView, Seksjon } from './person-view.ts';
import type { Skjermet } from './skjerming.ts';
import { toBannere } from './view/bannere.ts';
import { toFaner } from './view/faner.ts';
import { toHode } from './view/hode.ts';
import { type Spoersmaal, toSeksjon } from './view/seksjon.ts';

/** `forespurtNummer` is the number that was asked for, or null; `naa` decides the age. */
export type ViewValg = Spoersmaal & { forespurtNummer: string | null; naa: Date };

/** Oversikt shows sections that stand in a tab of their own too: each is made once. */
function rememberSeksjon(create: (egenskap: Egenskap) => Seksjon): (egenskap: Egenskap) => Seksjon {
  const laget = new Map<Egenskap, Seksjon>();
  return (egenskap) => {
    const seksjon = laget.get(egenskap) ?? create(egenskap);
    laget.set(egenskap, seksjon);
    return seksjon;
  };
}

/** Everything that this user is shown of this person. What `skjermet` does not hold cannot come into it. */
export function toPersonView(skjermet: Skjermet, valg: ViewValg): PersonView {
  return {
    hode: toHode(skjermet.person.egenskaper, valg.naa),
    bannere: toBannere(skjermet, valg.forespurtNummer),
    faner: toFaner(rememberSeksjon((egenskap) => toSeksjon(egenskap, skjermet, valg))),
    andre: [...skjermet.person.ukjent, ...skjermet.person.avvik],
  };
}
