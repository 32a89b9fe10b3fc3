/** What the form orders, in sentences, while it is filled in. Read out when the typing rests, not at every key. */
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { useFormat } from '#components/ui/use-format.ts';
import type { Byggervalg } from '#components/uttrekk/bygger/byggervalg.ts';
import { writeSetninger } from '#components/uttrekk/bygger/setning.ts';
import type { Skjema } from '#components/uttrekk/bygger/skjema.ts';
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import { parseDag } from '#lib/domain/person/tid/parse-dag.ts';

type SetningPanelProps = { skjema: Skjema; valg: Byggervalg; naa: Date };

export function SetningPanel({ skjema, valg, naa }: SetningPanelProps) {
  const t = useTranslations('uttrekk.bygger');
  const setninger = useSetninger(useDeferredValue(skjema), valg, naa);
  return (
    <section aria-labelledby="dette-bestiller-du">
      <h2 id="dette-bestiller-du" className="ds-heading mb-1" data-size="2xs">
        {t('setning')}
      </h2>
      <div role="status" className="flex flex-col gap-2">
        {setninger.map((setning) => (
          <p key={setning}>{setning}</p>
        ))}
      </div>
    </section>
  );
}

function useSetninger(skjema: Skjema, { kommuner, land }: Byggervalg, naa: Date): string[] {
  const t = useTranslations('uttrekk.setning');
  const tKode = useTranslations('kodeverk.sivilstand');
  const tFormat = useTranslations('uttrekk.bygger.format');
  const { showDato, showTall, showListe, showValg } = useFormat();
  const findNavn = (valg: Byggervalg['land'], value: string) =>
    valg.find((option) => option.value === value)?.label ?? value;
  return writeSetninger(skjema, {
    t,
    showKommune: (nummer) => findNavn(kommuner, nummer),
    showLand: (kode) => findNavn(land, kode),
    showSivilstand: (kode) => {
      const kjent = KODEVERK.sivilstand.find((en) => en === kode);
      return kjent ? tKode(kjent).toLocaleLowerCase('nb') : kode;
    },
    showFormat: tFormat,
    showDato: (skrevet) => {
      const dag = parseDag(skrevet, naa);
      return dag === null ? null : showDato(dag);
    },
    showTall,
    showListe,
    showValg,
  });
}
