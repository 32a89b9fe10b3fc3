/** The receipt of an act that the log still has: what the screen gave at the time, made again from the act's rows. */
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import type { EgenHandling } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

/** Which endings leave a receipt, by act. */
const MED_KVITTERING: Readonly<Record<string, readonly string[]>> = {
  OPPSLAG: ['funnet'],
  HENDELSE: ['funnet'],
  KONTAKTOPPSLAG: ['funnet', 'ingenOpplysninger'],
};

/**
 * @param formaal those of today: the log has the purpose's id, and a purpose that is gone stands as that
 * @returns null for what has no receipt
 */
export function findKvittering(handling: EgenHandling, formaal: readonly FormaalView[]): Kvittering | null {
  const utfall = MED_KVITTERING[handling.handling] ?? [];
  const vist = handling.rader.find((rad) => rad.slag === 'DISCLOSED' && utfall.includes(rad.utfall ?? ''));
  if (!vist?.avtrykk) return null;
  const kjent = formaal.find(({ id }) => id === handling.formaal);
  return {
    handlingId: handling.handlingId,
    tidspunkt: vist.tidspunkt,
    formaal: kjent?.navn ?? handling.formaal ?? '',
    hjemmel: kjent?.hjemmel ?? '–',
    saksreferanse: handling.saksreferanse ?? '',
    pakke: handling.pakke ?? '',
    deler: vist.deler,
    // The log has what was asked for, and not which of it was added.
    tilleggsdeler: [],
    felter: vist.felter,
    // The log has the place in the feed, which leads to the document.
    dokumentidentifikator: null,
    sekvensnummer: handling.sekvensnummer,
    avtrykk: vist.avtrykk,
  };
}
