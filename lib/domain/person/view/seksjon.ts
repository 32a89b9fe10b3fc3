/**
 * One egenskap as a section with its state. Rule: never an empty cell; and where a person can be protected, empty
 * and withheld have the same state for those without the right (product.md sections 4 and 5).
 *
 * `ikkeIPakken` and `ikkeSpurtEtter` depend on the request alone, never on the person, so they go before the
 * neutral state.
 */
import type { Egenskap } from '../person-model.ts';
import type { Oppfoering, Seksjon } from '../person-view.ts';
import type { Skjermet } from '../skjerming.ts';
import { skjermetOppfoering, toOppfoeringer } from './oppfoeringer.ts';

/** What the answer was asked for, by egenskap. */
export type Spoersmaal = {
  /** Egenskaper that the parts of this oppslag yield. */
  spurtEtter: ReadonlySet<string>;
  /** Egenskaper that the rettighetspakke can ever deliver. */
  iPakken: ReadonlySet<string>;
  /** Whether history of an egenskap was asked for and is in the package. */
  historikk: (egenskap: Egenskap) => 'verdi' | 'ikkeIPakken' | 'ikkeSpurtEtter';
};

function getTomTilstand(egenskap: Egenskap, skjermet: Skjermet, spoersmaal: Spoersmaal): Seksjon['tilstand'] {
  if (!spoersmaal.iPakken.has(egenskap)) return 'ikkeIPakken';
  if (!spoersmaal.spurtEtter.has(egenskap)) return 'ikkeSpurtEtter';
  return skjermet.noeytrale.has(egenskap) ? 'ingenOpplysninger' : 'ikkeRegistrert';
}

function getHistorikkTilstand(
  egenskap: Egenskap,
  historikk: readonly Oppfoering[],
  skjermet: Skjermet,
  spoersmaal: Spoersmaal,
): Seksjon['historikkTilstand'] {
  if (historikk.length > 0) return 'verdi';
  const spurt = spoersmaal.historikk(egenskap);
  return spurt === 'verdi' && skjermet.noeytrale.has(egenskap) ? 'ingenOpplysninger' : spurt;
}

/** Most egenskaper of most persons have none, and nothing is made for them. */
const listSkjermede = (antall: number, gjeldende: boolean): Oppfoering[] =>
  antall === 0 ? [] : Array.from({ length: antall }, () => skjermetOppfoering(gjeldende));

/** The section of one egenskap. Entries that the register delivered are shown whatever was asked for. */
export function toSeksjon(egenskap: Egenskap, skjermet: Skjermet, spoersmaal: Spoersmaal): Seksjon {
  const synlige = toOppfoeringer(egenskap, skjermet.person.egenskaper[egenskap] ?? []);
  const skjult = skjermet.skjermede.get(egenskap) ?? { gjeldende: 0, historikk: 0 };
  const gjeldende = [
    ...synlige.filter((oppfoering) => oppfoering.gjeldende),
    ...listSkjermede(skjult.gjeldende, true),
  ];
  const historikk = [
    ...synlige.filter((oppfoering) => !oppfoering.gjeldende),
    ...listSkjermede(skjult.historikk, false),
  ];
  const tom = gjeldende.length + historikk.length === 0;
  return {
    egenskap,
    tilstand: tom
      ? getTomTilstand(egenskap, skjermet, spoersmaal)
      : synlige.length > 0
        ? 'verdi'
        : 'skjermet',
    gjeldende,
    historikk,
    historikkTilstand: getHistorikkTilstand(egenskap, historikk, skjermet, spoersmaal),
  };
}
