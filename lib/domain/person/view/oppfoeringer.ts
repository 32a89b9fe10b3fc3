/**
 * The elements of one egenskap as entries: newest first, with their period and metadata. Rule: the order is made
 * here and never trusted (freg-contract.md section 2.1); copies from register upkeep stay entries of their own (readers
 * fold them, `tid/registerendring.ts`), and nothing is said about gaps.
 */
import { findKommunenavn } from '#lib/domain/kodeverk/kommuner.ts';
import { METADATA, type Periodeende } from '../model/felt.ts';
import { getObjektplan, type Objekt } from '../model/plan.ts';
import { type Egenskap, type Element, elementSchema } from '../person-model.ts';
import type { Felt, Oppfoering } from '../person-view.ts';
import { toFelter } from './felter.ts';

const METADATAFELTER: ReadonlySet<string> = new Set(Object.keys(METADATA));

/** The egenskap's own date for one end of the period, when it has one and the element carries it. */
function findEgenDato({ felter }: Objekt, element: Element, ende: Periodeende): string | null {
  for (const [navn, plan] of felter) {
    if (plan.art !== 'blad' || plan.meta?.slag !== 'dato' || plan.meta.ende !== ende) continue;
    const verdi: unknown = Reflect.get(element, navn);
    if (typeof verdi === 'string') return verdi;
  }
  return null;
}

/** A birth is older than what the register says of it. */
function findFoedt(element: Element): string | null {
  if ('foedselsdato' in element && typeof element.foedselsdato === 'string') return element.foedselsdato;
  return 'foedselsaar' in element && typeof element.foedselsaar === 'string' ? element.foedselsaar : null;
}

/** A municipality by the name it had in the year of the entry; anything else as it stands. */
function withNavnIAaret(felt: Felt, dato: string | null): Felt {
  const { verdi } = felt;
  if (verdi.slag !== 'navngitt' || verdi.kodeverk !== 'kommune') return felt;
  return { ...felt, verdi: { ...verdi, navn: findKommunenavn(verdi.kode, dato) } };
}

function toOppfoering(plan: Objekt, element: Element): Oppfoering {
  const felter: Felt[] = toFelter(plan, element);
  const fra = findEgenDato(plan, element, 'fra') ?? element.gyldighetstidspunkt ?? null;
  const dato = findFoedt(element) ?? fra;
  return {
    gjeldende: element.erGjeldende === true,
    felter: felter.filter(({ felt }) => !METADATAFELTER.has(felt)).map((felt) => withNavnIAaret(felt, dato)),
    metadata: felter.filter(({ felt }) => METADATAFELTER.has(felt) && felt !== 'erGjeldende'),
    fra,
    til: findEgenDato(plan, element, 'til') ?? element.opphoerstidspunkt ?? null,
    skjermet: false,
  };
}

/** Milliseconds for sorting; what is no date sorts last. */
function toTid(dato: string | null | undefined): number {
  const tid = /^\d{4}-\d{2}-\d{2}/.test(dato ?? '') ? Date.parse(dato ?? '') : Number.NaN;
  return Number.isNaN(tid) ? Number.NEGATIVE_INFINITY : tid;
}

/** All entries with the element that each was made of, by gyldighetstidspunkt (else the egenskap's own date) newest first; ties in the delivered order. */
export function pairOppfoeringer<E extends Element>(
  egenskap: Egenskap,
  elementer: readonly E[],
): { oppfoering: Oppfoering; element: E }[] {
  const plan = getObjektplan(elementSchema(egenskap));
  return elementer
    .map((element) => ({
      element,
      oppfoering: toOppfoering(plan, element),
      tid: toTid(element.gyldighetstidspunkt ?? findEgenDato(plan, element, 'fra')),
    }))
    .sort((a, b) => (a.tid === b.tid ? 0 : b.tid - a.tid));
}

/** All entries, in the same order. */
export function toOppfoeringer(egenskap: Egenskap, elementer: readonly Element[]): Oppfoering[] {
  return pairOppfoeringer(egenskap, elementer).map(({ oppfoering }) => oppfoering);
}

/** An entry that exists and whose content is withheld. */
export function skjermetOppfoering(gjeldende: boolean): Oppfoering {
  return { gjeldende, felter: [], metadata: [], fra: null, til: null, skjermet: true };
}
