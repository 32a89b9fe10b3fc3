/**
 * How the portal is doing, as an administrator reads it: figures of machines, never of a person or of what one user did
 * (product.md section 8). What each figure means is decided in `vurder-drift.ts`.
 */
import { z } from 'zod';

const Antall = z.int().nonnegative();
const Tidspunkt = z.iso.datetime();

/** What is wrong with the sealing of the revisjonslogg, its newest rows, its months, its export or its clock (security.md, I5b). */
export const LOGGALARMER = [
  'ingenSjekkpunkt',
  'forseglingHenger',
  'nyeUttrekkStoppes',
  'manglerMaaned',
  'raderUtenMaaned',
  'eksportHenger',
  'klokkenGikkTilbake',
  'endretFoerForsegling',
] as const;

export const Driftsstatus = z.strictObject({
  lest: Tidspunkt,
  /** `utloeper` is null where there is no certificate to use; then `grunn` says why. */
  sertifikat: z.strictObject({
    navn: z.string().nullable(),
    utloeper: Tidspunkt.nullable(),
    dagerIgjen: z.int().nullable(),
    grunn: z.string().nullable(),
  }),
  /** Circuits that let no call through now. */
  aapneKretser: z.array(z.strictObject({ tjeneste: z.string(), pakke: z.string() })),
  /** Maskinporten and KRR, how they did when this portal last asked (null before that); null where it has no way to them. */
  krr: z
    .array(
      z.strictObject({
        tjeneste: z.enum(['maskinporten', 'krr']),
        siste: z.strictObject({ tidspunkt: Tidspunkt, svarte: z.boolean() }).nullable(),
        erStanset: z.boolean(),
      }),
    )
    .nullable(),
  /** Attempts at the register since the portal started, and how many of them were within what it promises. */
  svartider: z.array(
    z.strictObject({
      mal: z.string(),
      antall: Antall,
      innenGrensen: Antall,
      grenseSekunder: z.number().positive(),
    }),
  ),
  /** Calls of uttrekk in the busiest of the last ten minutes, and what they may use. */
  kvote: z.strictObject({ brukt: Antall, grense: Antall }),
  uttrekk: z.strictObject({
    iArbeid: Antall,
    venterPaaNoen: Antall,
    /** Since when the oldest that could be ordered has waited for a worker. */
    eldsteIKoe: Tidspunkt.nullable(),
    /** The newest file that is still there can be checked with the key that its page gives; true where there is none. */
    kanKontrolleres: z.boolean(),
  }),
  /** `eldste`: since when the feed is not known to be read to its end, of those that follow it; null when none does. */
  hendelser: z.strictObject({ holdes: Antall, eldste: Tidspunkt.nullable() }),
  revisjonslogg: z.strictObject({
    uavklarteSisteDoegn: Antall,
    sisteSjekkpunkt: Tidspunkt.nullable(),
    /** How long the oldest row has waited for its sealing; 0 when none waits. */
    etterslepSekunder: Antall,
    alarmer: z.array(z.enum(LOGGALARMER)),
  }),
  /** How far our clock and the database's are apart at least, in milliseconds. The log has the database's time. */
  klokke: z.strictObject({ avvikMs: Antall }),
  /** Groups whose rights end within fourteen days: `til` is the last day. Whoever has them from elsewhere keeps them. */
  grupper: z.array(z.strictObject({ gruppe: z.string(), til: z.iso.date() })),
  /** What stood in documents since the portal started and was not known to it: where, and in how many. */
  ukjente: z.array(
    z.strictObject({ felt: z.string(), slag: z.enum(['felt', 'verdi', 'kode']), antall: Antall }),
  ),
  /** The volume that files of uttrekk lie on. */
  disk: z.strictObject({ ledigeBytes: Antall, alleBytes: Antall }),
  versjoner: z.strictObject({
    portal: z.string(),
    node: z.string(),
    postgres: z.string(),
    migrering: z.string(),
  }),
});
export type Driftsstatus = z.infer<typeof Driftsstatus>;
