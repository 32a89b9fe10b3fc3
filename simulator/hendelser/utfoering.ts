/**
 * How a hendelse changes a document, and what its own document says of it: one step does both, so the two cannot
 * disagree. What replaces something leaves it as history; a correction does not (freg-contract.md section 2.1).
 * Array order: current entries first, newest first.
 */
import type { Persondokument } from '../befolkning/befolkning.ts';
import { formatMidnattUtc } from '../befolkning/dato.ts';
import { listElementer } from '../befolkning/dokumentlesing.ts';
import type { Innhold } from '../befolkning/element.ts';
import type { Grunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import type { Egenskapshendelse } from './hendelseslogg.ts';

/** A hendelse being carried out on the document of the person it concerns. */
export type Utfoering = {
  grunn: Grunnbefolkning;
  /** Changed in place. */
  dokument: Persondokument;
  person: number;
  /** What the slag of the hendelse needs to know: see `slag.ts`. */
  argument: number;
  tid: number;
  /** The Norwegian day of `tid`. */
  dag: number;
  /** 32 bits of the hendelse's own. */
  h: number;
  /** The number that a municipality of today has after the reforms before this hendelse. */
  toKommunenummer(nummer: string): string;
  /** What the hendelse's document says, filled step by step. */
  endringer: Egenskapshendelse[];
};

type Nyvalg = {
  aarsak: string;
  kilde?: string;
  /** Several may be current: what was stays so. */
  ved?: 'siden av';
  /** The moment it holds from, when that is not the start of the day. */
  gyldighetstidspunkt?: unknown;
};

const ENTITETER: Readonly<Record<string, string>> = {
  postadresse: 'kontaktadresse',
  postadresseIUtlandet: 'kontaktadresseIUtlandet',
};
const ENKLE = new Set(['doedsfall', 'falskIdentitet']);

/** Registers something new; what was current becomes history. */
export function addOppfoering(u: Utfoering, egenskap: string, innhold: Innhold, valg: Nyvalg): void {
  const ny: Innhold = {
    ajourholdstidspunkt: new Date(u.tid).toISOString(),
    erGjeldende: true,
    kilde: valg.kilde ?? 'folkeregistermyndigheten',
    aarsak: valg.aarsak,
    gyldighetstidspunkt: valg.gyldighetstidspunkt ?? formatMidnattUtc(u.dag),
    ...innhold,
  };
  if (ENKLE.has(egenskap)) u.dokument[egenskap] = ny;
  else {
    const gamle = listElementer(u.dokument, egenskap);
    u.dokument[egenskap] = [
      ny,
      ...(valg.ved === undefined ? gamle.map((e) => ({ ...e, erGjeldende: false })) : gamle),
    ];
  }
  addEndring(u, egenskap, 'registrereNy', ny);
}

/** Ends the current entries that fit, with nothing in their place. Assumption: told as a new version of the entry. */
export function endOppfoeringer(
  u: Utfoering,
  egenskap: string,
  passer: (oppfoering: Innhold) => boolean = () => true,
): void {
  const alle = listElementer(u.dokument, egenskap);
  const avsluttede = alle
    .filter((e) => e.erGjeldende === true && passer(e))
    .map((e) => [e, toAvsluttet(u, e)] as const);
  if (avsluttede.length === 0) return;
  const erstattet = new Map(avsluttede);
  const sortert = alle.map((e) => erstattet.get(e) ?? e).sort(compareOppfoeringer);
  u.dokument[egenskap] = sortert;
  for (const [, ny] of avsluttede) addEndring(u, egenskap, 'registrereNy', ny);
}

/** Replaces the entries that `rett` gives another version of, without history. */
export function korrigerOppfoeringer(
  u: Utfoering,
  egenskap: string,
  rett: (oppfoering: Innhold) => Innhold | undefined,
): void {
  const gamle = listElementer(u.dokument, egenskap);
  if (gamle.length === 0) return;
  const naa = gamle.map((gammel) => {
    const rettet = rett(gammel);
    if (rettet === undefined) return gammel;
    const { ajourholdstidspunkt: _, ...resten } = rettet;
    const ny = { ajourholdstidspunkt: new Date(u.tid).toISOString(), ...resten };
    addEndring(u, egenskap, 'korrigere', ny);
    return ny;
  });
  u.dokument[egenskap] = ENKLE.has(egenskap) ? naa[0] : naa;
}

/** Removes the entries, history too: they are as if they had never been. */
export function annullerOppfoeringer(u: Utfoering, egenskap: string): void {
  for (const _ of listElementer(u.dokument, egenskap)) addEndring(u, egenskap, 'annullere');
  delete u.dokument[egenskap];
}

/** An entry with the moment it ended, where the register's answers have it: after gyldighetstidspunkt. */
function toAvsluttet(u: Utfoering, oppfoering: Innhold): Innhold {
  const { ajourholdstidspunkt, kilde, aarsak, gyldighetstidspunkt, ...innhold } = oppfoering;
  const metadata = { ajourholdstidspunkt, erGjeldende: false, kilde, aarsak, gyldighetstidspunkt };
  const ny: Innhold = {};
  for (const [felt, verdi] of Object.entries(metadata)) if (verdi !== undefined) ny[felt] = verdi;
  ny.opphoerstidspunkt = formatMidnattUtc(u.dag);
  return { ...ny, ...innhold, erGjeldende: false };
}

function compareOppfoeringer(a: Innhold, b: Innhold): number {
  const gjeldende = Number(b.erGjeldende === true) - Number(a.erGjeldende === true);
  return gjeldende || toMs(b) - toMs(a);
}

function toMs({ gyldighetstidspunkt }: Innhold): number {
  return typeof gyldighetstidspunkt === 'string' ? Date.parse(gyldighetstidspunkt) : Number.MIN_SAFE_INTEGER;
}

/** Section 5.2: what is registered says nothing of what is current, and an annullering has no content. */
function addEndring(u: Utfoering, egenskap: string, entitetsendring: string, innhold?: Innhold): void {
  const endring: Egenskapshendelse = { entitet: ENTITETER[egenskap] ?? egenskap, entitetsendring };
  if (innhold !== undefined) endring[egenskap] = toHendelsesinnhold(egenskap, innhold);
  u.endringer.push(endring);
}

/** The field of an identitetsgrunnlag has another name in hendelser (section 9 no 14). */
function toHendelsesinnhold(egenskap: string, { erGjeldende: _, ...innhold }: Innhold): Innhold {
  if (egenskap !== 'identitetsgrunnlag') return innhold;
  const { identitetsgrunnlagstatus, ...resten } = innhold;
  return { ...resten, legitimasjonskontroll: identitetsgrunnlagstatus };
}
