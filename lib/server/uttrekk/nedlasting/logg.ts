/** The rows that a download leaves: by its uttrekk's act, with the file and its checksum, and nobody's number. */
import 'server-only';
import type { Nedlastingsform } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Aktoer, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import type { KlarFil } from './nedlasting-store.ts';

/** The uttrekk that a download gives persons of, and how many of each. Never empty. */
export type Utlevering = { rad: UttrekkRad; antall: number };

/**
 * A file of changes gives those who are gone from the earlier run and the others from the later one: each under the
 * uttrekk whose membership names her, so that innsyn finds it. A manifest gives nobody.
 * @param fra the earlier run, null for a file of one uttrekk
 */
export function listUtleveringer(
  rad: UttrekkRad,
  fra: UttrekkRad | null,
  fil: KlarFil,
  form: Nedlastingsform,
): Utlevering[] {
  if (form === 'manifest') return [{ rad, antall: 0 }];
  if (fra === null) return [{ rad, antall: fil.rader }];
  const borte = fil.borte ?? fil.rader;

  return [
    { rad: fra, antall: borte },
    { rad, antall: fil.rader - borte },
  ].filter(({ antall }) => antall > 0);
}

export function toNedlastingsplan(
  aktoer: Aktoer,
  rad: UttrekkRad,
  fil: KlarFil,
  { nedlastingId, form }: { nedlastingId: string; form: Nedlastingsform },
): Plan {
  const { formaal, saksreferanse, pakke } = rad.bestilling;

  return {
    aktoer,
    // A manifest gives nobody's data: whoever asks who got hers, and the rules of kontroll, look at the files alone.
    handling: form === 'manifest' ? 'UTTREKK_MANIFEST' : 'NEDLASTING',
    formaal,
    saksreferanse,
    pakke,
    deler: rad.deler,
    subjekter: [],
    kriterier: null,
    gjelder: {
      uttrekk: rad.uttrekkId,
      fil: fil.id,
      nedlasting: nedlastingId,
      sjekksum: fil.sjekksum.toString('hex'),
      form,
    },
  };
}
