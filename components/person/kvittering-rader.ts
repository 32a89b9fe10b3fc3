/** The receipt as lines of label and value, the same for the screen, for paper and for what is copied. */
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';

/** `bostedsadresse.vegadresse` and its like by egenskap, each field once, in the order given. */
export function groupFelter(felter: readonly string[]): { egenskap: string; felter: string[] }[] {
  const grupper = Map.groupBy(felter, (sti) => sti.split('.', 1)[0] ?? sti);
  return [...grupper].map(([egenskap, stier]) => ({
    egenskap,
    felter: stier.map((sti) => sti.slice(egenskap.length + 1)).filter((felt) => felt !== ''),
  }));
}

/** Names in words, each once: two fields of different addresses may have the same name. */
export const toListe = (navn: readonly string[]): string => [...new Set(navn)].join(', ');

/** The words that the lines need; data keys without a text are shown as they are. */
type Navn = {
  rad: (noekkel: Radnavn) => string;
  pakke: (pakke: string) => string;
  del: (del: string) => string;
  tidspunkt: (iso: string) => string;
  ingenSak: string;
};

type Radnavn =
  | 'tidspunkt'
  | 'formaal'
  | 'hjemmel'
  | 'saksreferanse'
  | 'pakke'
  | 'deler'
  | 'tilleggsdeler'
  | 'dokumentidentifikator'
  | 'sekvensnummer'
  | 'handlingId'
  | 'avtrykk';

/** Everything but the fields, which are a list of their own. */
export function toKvitteringsrader(kvittering: Kvittering, navn: Navn): [string, string][] {
  /** A line that is there when it says something. */
  const toRader = (noekkel: Radnavn, verdi: string | null): [string, string][] =>
    verdi ? [[navn.rad(noekkel), verdi]] : [];
  return [
    [navn.rad('tidspunkt'), navn.tidspunkt(kvittering.tidspunkt)],
    [navn.rad('formaal'), kvittering.formaal],
    [navn.rad('hjemmel'), kvittering.hjemmel],
    [navn.rad('saksreferanse'), kvittering.saksreferanse || navn.ingenSak],
    [navn.rad('pakke'), navn.pakke(kvittering.pakke)],
    [navn.rad('deler'), toListe(kvittering.deler.map(navn.del))],
    ...toRader('tilleggsdeler', toListe(kvittering.tilleggsdeler.map(navn.del))),
    ...toRader('dokumentidentifikator', kvittering.dokumentidentifikator),
    ...toRader('sekvensnummer', kvittering.sekvensnummer),
    [navn.rad('handlingId'), kvittering.handlingId],
    [navn.rad('avtrykk'), kvittering.avtrykk],
  ];
}
