/** The rows that a download leaves: by its uttrekk's act, with the file and its checksum, and nobody's number. */
import 'server-only';
import type { Nedlastingsform } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Aktoer, Plan } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';
import type { KlarFil } from './nedlasting-store.ts';

export function toNedlastingsplan(
  aktoer: Aktoer,
  rad: UttrekkRad,
  fil: KlarFil,
  { nedlastingId, form }: { nedlastingId: string; form: Nedlastingsform },
): Plan {
  const { formaal, saksreferanse, pakke } = rad.bestilling;

  return {
    aktoer,
    handling: 'NEDLASTING',
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
