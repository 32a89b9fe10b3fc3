/**
 * The authorisation matrix as people read it: for a role, a package and skjermingsrett, what each act gives of a person at
 * each grading. Put together from what decides, never written by hand (security.md Z-02): the acts from `handlinger.ts`,
 * the services from `rettighetspakker.ts`, and what is shown from the masking itself, as `Visninger`.
 */
import { hasKrr } from '#lib/domain/kontaktoppslag/har-krr.ts';
import type { Pakke, Tjeneste } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Handling, Rolle, Skjermingsrett } from '#lib/domain/session/session.ts';
import type { Eksempelgradering } from './graderinger.ts';

/** Where an address is: shown, said to be withheld, or not mentioned at all. */
export type Adressevisning = 'vises' | 'skjermet' | 'ikkeOmtalt';
/** What the masking does with the address of the example, by grading and by whose eyes. */
export type Visninger = Record<Eksempelgradering, Record<Skjermingsrett | 'avdekket', Adressevisning>>;

/** Each has a text: `tilgang.matrise.celle.<celle>`. */
export type Celle =
  | Adressevisning
  | 'ja'
  | 'ikkeVist'
  | 'ikkeRollen'
  | 'ikkePakken'
  | 'utelates'
  | 'ikkeAktuelt';

/** The services of which an act needs every one. An oppslag can do with a search for one, which every package has. */
export const TJENESTER_FOR: Partial<Record<Handling, readonly Tjeneste[]>> = {
  oppslag: ['entydigsoek'],
  soek: ['soek', 'bulkoppslag'],
  bulk: ['bulkoppslag'],
  avdekking: ['oppslag'],
  uttrekk: ['uttrekkTilpasset'],
};

export type Utsnitt = { roller: readonly Rolle[]; pakke: Pakke; skjermingsrett: Skjermingsrett };

function findAvdekking(
  skjermingsrett: Skjermingsrett,
  gradering: Eksempelgradering,
  visninger: Visninger,
): Celle {
  if (gradering === 'ugradert') return 'ikkeAktuelt';
  return skjermingsrett === 'ingen' ? 'ikkeOmtalt' : visninger[gradering].avdekket;
}

/** KRR is asked where the register says who is protected, and tells nobody of those who are. */
function findKontakt(pakke: Pakke, gradering: Eksempelgradering): Celle {
  if (!hasKrr(pakke)) return 'ikkePakken';
  return gradering === 'fortrolig' || gradering === 'strengtFortrolig' ? 'ikkeVist' : 'ja';
}

/** One cell. */
export function findCelle(
  handling: Handling,
  gradering: Eksempelgradering,
  { roller, pakke, skjermingsrett }: Utsnitt,
  visninger: Visninger,
): Celle {
  if (!isAllowed(roller, handling)) return 'ikkeRollen';
  if (!(TJENESTER_FOR[handling] ?? []).every((tjeneste) => hasTjeneste(pakke, tjeneste))) return 'ikkePakken';
  if (handling === 'kontaktoppslag') return findKontakt(pakke, gradering);
  if (handling === 'avdekking') return findAvdekking(skjermingsrett, gradering, visninger);
  if (handling === 'uttrekk')
    return gradering === 'fortrolig' || gradering === 'strengtFortrolig'
      ? 'utelates'
      : visninger[gradering].ingen;
  return handling === 'oppslag' || handling === 'soek' || handling === 'bulk'
    ? visninger[gradering][skjermingsrett]
    : 'ja';
}
