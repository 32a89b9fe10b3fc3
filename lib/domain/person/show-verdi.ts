/**
 * One value in words, by the conventions of product.md section 9: `5. juni 2014`, `kl. 14.05`, `DDMMYY NNNNN`,
 * `10 000`. Rule: what cannot be read as a date is shown as it stands; a code without a text is shown raw and said
 * to be unknown. Texts come in from outside, so that the language is the caller's.
 */
import type { Verdi } from './person-view.ts';

/** The text of a message key given as names from the root; null when there is none. */
export type FinnTekst = (...sti: readonly string[]) => string | null;

const TIDSSONE = 'Europe/Oslo';
const dag = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'UTC' });
const dagIOslo = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: TIDSSONE });
const klokke = new Intl.DateTimeFormat('nb-NO', { timeStyle: 'short', timeZone: TIDSSONE });
const tallformat = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 20 });

/** `2014-06-05` as `5. juni 2014`; anything else as it stands. */
export function showDato(dato: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dato)) return dato;
  const tid = new Date(`${dato}T00:00:00Z`);
  // A date that does not exist (30 February) must not be shown as the day it would roll over to.
  return Number.isNaN(tid.getTime()) || !tid.toISOString().startsWith(dato) ? dato : dag.format(tid);
}

/** The moment that an ISO date-time gives, or null when it is none. */
function toTid(tidspunkt: string): Date | null {
  const tid = /^\d{4}-\d{2}-\d{2}T/.test(tidspunkt) ? new Date(tidspunkt) : null;
  return tid === null || Number.isNaN(tid.getTime()) ? null : tid;
}

/** An ISO date-time as `5. juni 2014 kl. 14.05` in Norwegian time; anything else as it stands. */
export function showTidspunkt(tidspunkt: string): string {
  const tid = toTid(tidspunkt);
  if (tid === null) return showDato(tidspunkt);
  return `${dagIOslo.format(tid)} kl. ${klokke.format(tid).replace(':', '.')}`;
}

/** The day in Norway on which a date or date-time falls, as `5. juni 2014`: for the ends of a period. */
export function showDag(tidspunkt: string): string {
  const tid = toTid(tidspunkt);
  return tid === null ? showDato(tidspunkt) : dagIOslo.format(tid);
}

/** The value in words; an address has one line an entry. */
export function showVerdi(verdi: Verdi, finnTekst: FinnTekst): string {
  const ukjent = (kode: string) => `${kode} (${finnTekst('person', 'verdi', 'ukjentKode')})`;
  switch (verdi.slag) {
    case 'tekst':
      return verdi.tekst;
    case 'dato':
      return showDato(verdi.dato);
    case 'tidspunkt':
      return showTidspunkt(verdi.tidspunkt);
    case 'heltall':
      return tallformat.format(verdi.tall);
    case 'boolsk':
      return finnTekst('person', 'verdi', verdi.verdi ? 'ja' : 'nei') ?? String(verdi.verdi);
    case 'personidentifikator':
      return `${verdi.nummer.slice(0, 6)} ${verdi.nummer.slice(6)}`;
    case 'kode':
      return (verdi.kjent ? finnTekst('kodeverk', verdi.kodeverk, verdi.kode) : null) ?? ukjent(verdi.kode);
    case 'navngitt':
      return verdi.navn === null ? ukjent(verdi.kode) : `${verdi.navn} (${verdi.kode})`;
    case 'adresse':
      return verdi.linjer.join('\n');
  }
}
