/** `config/kontroll.json`: what the organisation decides about the rules. A misspelt key does not load. */
import { z } from 'zod';
import { REGEL_IDER } from './sak.ts';

const antall = z.int().min(1);
const klokkeslett = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Vekt = z.number().min(0).max(5);

export const Kontrollvalg = z.strictObject({
  /** The score from which an act becomes a case. */
  terskel: z.number().positive(),
  vekter: z.record(z.enum(REGEL_IDER), Vekt),
  /** How many days a review may take, and how many hours where a protection was lifted. */
  fristDager: antall,
  hastefristTimer: antall,
  stikkproeve: z.strictObject({ minst: antall, andel: z.number().min(0).max(1) }),
  arbeidstid: z.strictObject({ fra: klokkeslett, til: klokkeslett }),
  /** Purposes that say nothing of why, and words that are no case. */
  generelleFormaal: z.array(z.string()),
  intetsigendeSaker: z.array(z.string()),
  /** Numbers of persons that do not exist, laid out so that whoever looks at them is seen. */
  lokkepersoner: z.array(z.string().regex(/^\d{11}$/)),
  grenser: z.strictObject({
    gjentattDager: antall,
    gjentattVindu: antall,
    personerPerTime: antall,
    /** How many times the middle of her colleagues, and never below so many persons on a day. */
    gangerKolleger: antall,
    minstPersoner: antall,
    stoetAntall: antall,
    stoetSekunder: antall,
    populaerBrukere: antall,
    populaerEnheter: antall,
    populaerDager: antall,
    avvistMinutter: antall,
    avdekkinger: antall,
    avdekkingDager: antall,
    liteUttrekk: antall,
    nedlastinger: antall,
    loggsoek: antall,
    loggsoekDager: antall,
  }),
});
export type Kontrollvalg = z.infer<typeof Kontrollvalg>;

/** How far back any rule looks, in days. */
export function toTilbakeblikkDager({ grenser }: Kontrollvalg): number {
  const { gjentattVindu, populaerDager, avdekkingDager, loggsoekDager } = grenser;
  return Math.max(1, gjentattVindu, populaerDager, avdekkingDager, loggsoekDager);
}
