/**
 * A masked person as the cells of a row. Rule: now, what the register marks as current; for a date, what held on that day
 * and nothing that only may have held (`person/tid/per-dato.ts`). Where several hold, the newest goes first.
 */
import { listGjeldende } from '#lib/domain/person/gjeldende.ts';
import type { Person } from '#lib/domain/person/parse-person.ts';
import type { Egenskap, Element } from '#lib/domain/person/person-model.ts';
import { createTidsindeks, listPerDato } from '#lib/domain/person/tid/per-dato.ts';
import { pairOppfoeringer } from '#lib/domain/person/view/oppfoeringer.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Feltverdi, Uttrekksfelt } from './felt.ts';
import { isFeltIPakken, listFeltegenskaper } from './uttrekksfelter.ts';

/** The entries of one egenskap that held on a day, newest first. */
function listPaaDagen(egenskap: Egenskap, elementer: readonly Element[], dag: string): readonly Element[] {
  const par = pairOppfoeringer(egenskap, elementer);
  const oppfoeringer = par.map(({ oppfoering }) => oppfoering);
  const indeks = createTidsindeks([
    {
      egenskap,
      tilstand: 'verdi',
      historikkTilstand: 'verdi',
      gjeldende: oppfoeringer.filter(({ gjeldende }) => gjeldende),
      historikk: oppfoeringer.filter(({ gjeldende }) => !gjeldende),
    },
  ]);
  const gjaldt = new Set(listPerDato(indeks, dag).flatMap((en) => en.gjaldt.map((f) => f.oppfoering)));

  return par.filter(({ oppfoering }) => gjaldt.has(oppfoering)).map(({ element }) => element);
}

/** Current entries, newest first; of several numbers the one in use. Most egenskaper have one, and cost nothing. */
function listNaa(egenskap: Egenskap, elementer: readonly Element[]): readonly Element[] {
  const gjeldende = listGjeldende(elementer);
  if (gjeldende.length < 2) return gjeldende;
  const nyeste = pairOppfoeringer(egenskap, gjeldende).map(({ element }) => element);
  const iBruk = (element: Element) =>
    'foedselsEllerDNummer' in element && Reflect.get(element, 'status') === 'iBruk';

  return [...nyeste.filter(iBruk), ...nyeste.filter((element) => !iBruk(element))];
}

/** One cell for each field, in their order. */
export type Flat = (person: Person) => Feltverdi[];

/**
 * Makes the reader of rows, once for an order.
 * @param pakke a field that the package does not have is empty, whatever was delivered
 * @param perDato yyyy-MM-dd, or null for now
 */
export function createFlat(felter: readonly Uttrekksfelt[], pakke: Pakke, perDato: string | null): Flat {
  const lesere = felter.map((felt) => ({ felt, has: isFeltIPakken(felt, pakke) }));
  const egenskaper = listFeltegenskaper(felter);
  const list =
    perDato === null ? listNaa : (e: Egenskap, l: readonly Element[]) => listPaaDagen(e, l, perDato);

  return ({ egenskaper: alle }) => {
    const gjelder = new Map<Egenskap, readonly Element[]>();
    for (const egenskap of egenskaper) {
      const elementer: readonly Element[] | undefined = alle[egenskap];
      if (elementer !== undefined) gjelder.set(egenskap, list(egenskap, elementer));
    }
    return lesere.map(({ felt, has }) => {
      const elementer = has ? gjelder.get(felt.egenskap) : undefined;
      return elementer === undefined || elementer.length === 0 ? null : felt.les(elementer);
    });
  };
}
