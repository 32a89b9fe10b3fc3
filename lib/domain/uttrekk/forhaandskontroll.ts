/**
 * What the user is told before she orders: what must be put right, what she should think of, how many it may be, whether
 * the same lies ready already, and whether somebody must approve (product.md section 6, security.md F-10, F-11).
 */
import { z } from 'zod';
import { GODKJENNINGSGRUNNER, Uttrekksside } from './uttrekk.ts';

/** Why the order cannot be sent. Each has a text: `uttrekk.konflikt.<kode>`. */
export const KONFLIKTKODER = [
  'manglerRolle',
  'manglerPakke',
  'manglerTjeneste',
  'ukjentFormaal',
  'formaalIkkeForPakken',
  'formaalIkkeTilDette',
  'manglerSaksreferanse',
  'doedsaarUtenDoed',
  'aarIFremtiden',
  'doedFoerFoedt',
  'ukjentKommune',
  'ukjentLand',
  'ukjentSivilstand',
  'ukjentFelt',
  'feltIkkeIPakken',
  'feltIkkeIFormaalet',
  'historikkIkkeIFormaalet',
  'datoIFremtiden',
  'formatPasserIkke',
  'personnummerITekst',
  'faaPersoner',
  'forseglingHenger',
] as const;

/** `felt` is the path of what is wrong in the order, e.g. `kilde.utvalg.doedsaar`; `verdi` the code in question. */
const Konflikt = z.strictObject({
  kode: z.enum(KONFLIKTKODER),
  felt: z.string(),
  verdi: z.string().nullable(),
});
export type Konflikt = z.infer<typeof Konflikt>;

/** Things to think of, none of which stops the order. Each has a text: `uttrekk.raad.<kode>`. */
export const RAADKODER = [
  'heleLandet',
  'mangeStatuser',
  'doedsaarUtelukkerAndre',
  'mangeFelter',
  'taushetsbelagt',
  'heleDokumenter',
  'flereJobberEnnPlass',
  'ingenLedigPlass',
  'forMangeTilXlsx',
] as const;

/** Why a reason must be given: few persons, or criteria so narrow that they may point at somebody (F-11). */
export const FORSIKTIGHETER = ['faa', 'smalt'] as const;

/** Persons, by earlier runs; null where nothing is known. */
const Stoerrelse = z.strictObject({
  minst: z.int().nonnegative().nullable(),
  hoeyst: z.int().nonnegative().nullable(),
});
export type Stoerrelse = z.infer<typeof Stoerrelse>;

/** The answer of POST /api/uttrekk/{uttrekkId}/kontroll. */
export const Forhaandskontroll = z.strictObject({
  /** Of the order that was checked: what is ordered must have the same. */
  avtrykk: z.string(),
  konflikter: z.array(Konflikt),
  raad: z.array(z.enum(RAADKODER)),
  forsiktighet: z.array(z.enum(FORSIKTIGHETER)),
  godkjenningsgrunner: z.array(z.enum(GODKJENNINGSGRUNNER)),
  stoerrelse: Stoerrelse,
  /** Jobs at the register now, of those that it allows at once, and how many this one needs. */
  kvote: z.strictObject({
    brukt: z.int().nonnegative(),
    av: z.int().positive(),
    trenger: z.int().positive(),
  }),
  /** Finished uttrekk of the same persons and content, which the user may download now. */
  lignende: z.array(
    z.strictObject({
      uttrekkId: z.uuid(),
      navn: z.string(),
      ferdig: z.iso.datetime(),
      utloeper: z.iso.datetime().nullable(),
    }),
  ),
});
export type Forhaandskontroll = z.infer<typeof Forhaandskontroll>;

/** The answer of POST /api/uttrekk/{uttrekkId}/bestilling. */
export const Bestillingssvar = z.discriminatedUnion('utfall', [
  z.strictObject({ utfall: z.literal('bestilt'), side: Uttrekksside }),
  /** Something must be put right, or a reason is missing (`begrunnelse`). Nothing was ordered. */
  z.strictObject({
    utfall: z.literal('avvist'),
    konflikter: z.array(Konflikt),
    manglerBegrunnelse: z.boolean(),
  }),
]);
export type Bestillingssvar = z.infer<typeof Bestillingssvar>;
