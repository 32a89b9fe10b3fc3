/** What a recipe is: how to ask the register for one outcome, as parts of a request. */
import type { FeilInjeksjon } from '../../register/feil.ts';
import type { PakkeId } from '../pakker.ts';

/** What the walk knows about the register it asks. */
export type Grunnlag = {
  pakke: PakkeId;
  /** `overtatt` is the number that the one with `tidligere` has now. */
  nummer: { gjeldende: string; tidligere: string; overtatt: string; fiendtlig: string; ukjent: string };
  /**
   * Name and birth date of the person with the number, a name with a place that several have, everything that
   * personer/soek can be given and finds her by, and what over 10 000 have.
   */
  soek: Record<'entydig' | 'flertydig' | 'alle' | 'forMange', Record<string, string>>;
  dokumentid: {
    hendelse: string;
    annullering: string;
    person: string;
    gammelHendelse: string;
    gammelPerson: string;
    ukjent: string;
  };
  /** Over 36 months old, within them, and past the end of the feed. */
  sekvensnummer: { gammelt: number; nylig: number; slutt: number };
};

/** A request in parts. `parametre` fill the template, `kropp` is a value or, when it is no JSON, text. */
export type Oppskrift = {
  metode?: string;
  klient?: string;
  accept?: string;
  parametre?: Record<string, string>;
  /** Instead of the template, where an address of it is asked that is no resource. */
  sti?: string;
  query?: readonly (readonly [string, string])[];
  kropp?: unknown;
  innholdstype?: string;
  headere?: Record<string, string>;
  /** What a JSON answer must say, so that not any answer of the right shape will do. */
  inneholder?: string;
  /** The job of uttrekk that must have been ordered before; its id fills the template. */
  jobb?: Jobb;
  /** A fault that the register is to have while it answers. */
  feil?: Parameters<FeilInjeksjon['start']>[0]['feil'];
};

/** None; ordered now; ordered long ago; ordered in another pakke; or as many ordered as one may have. */
export type Jobb = 'ingen' | 'ny' | 'ferdig' | 'iAnnenPakke' | 'fullt';

export type Lag = (grunnlag: Grunnlag) => Oppskrift;
/** Recipes by template and outcome. */
export type Oppskrifter = Readonly<Record<string, Readonly<Record<string, Lag>>>>;

/** Over the 256 KiB that any body may have. */
export const FOR_STOR = { fyll: 'x'.repeat(300 * 1024) };

/** The refusals of a list of identifiers in the body. */
export const createListe = (felt: string): Readonly<Record<string, Lag>> => ({
  '400 uleselig kropp': () => ({ kropp: '{' }),
  '400 tom liste': () => ({ kropp: { [felt]: [] } }),
  '400 over 1000': () => ({ kropp: { [felt]: Array.from({ length: 1_001 }, () => '12345678901') } }),
  '413 for stor kropp': () => ({ kropp: FOR_STOR }),
});
