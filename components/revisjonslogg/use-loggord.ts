/** The words of the log in the reader's language. A word of the log without a text stands as it is logged. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import type { Loggord } from '#components/revisjonslogg/setning.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';

/** A purpose as the log's readers know it: the id that is logged, and its name today. */
export type Formaalnavn = Pick<FormaalView, 'id' | 'navn'>;

export function useLoggord(formaal: readonly Formaalnavn[]): Loggord {
  const t = useTranslations('revisjonslogg.setning');
  const { revisjonslogg, person, personside } = useMessages();
  const { showListe } = useFormat();
  const showEgenskap = (egenskap: string) => findTekst(person.egenskap, [egenskap]) ?? egenskap;
  return {
    t,
    findHva: (handling) => findTekst(revisjonslogg.setning.hva, [handling]),
    showHandling: (handling) => findTekst(revisjonslogg.handling, [handling]) ?? handling,
    showUtfall: (utfall) => findTekst(revisjonslogg.utfall, [utfall]) ?? utfall,
    showFormaal: (id) => formaal.find((et) => et.id === id)?.navn ?? id,
    showEgenskap,
    showDel: (del) => findTekst(personside.del, [del]) ?? showEgenskap(del),
    showListe,
  };
}
