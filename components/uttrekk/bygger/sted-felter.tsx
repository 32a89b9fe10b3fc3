/** Where they live: bosted or opphold, never both, and any number of municipalities, each a job at the register. */
import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Feltprops } from '#components/uttrekk/bygger/feltprops.ts';

const STEDER = ['hele', 'bosted', 'opphold'] as const;

export function StedFelter({ skjema, valg, feil, onChange }: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  const { showTall } = useFormat();
  const antall = skjema.kommuner.length;
  return (
    <>
      <ChoiceGroup
        legend={t('sted')}
        name="sted"
        selected={skjema.sted}
        onSelect={(sted) => onChange({ sted })}
        options={STEDER.map((value) => ({ value, label: t(value) }))}
      />
      {skjema.sted !== 'hele' && (
        <div>
          <Combobox
            id="kommuner"
            label={t('kommuner')}
            mark={t('maaFyllesUt')}
            hint={t('kommunerHint')}
            error={feil.kommuner ?? null}
            options={valg.kommuner}
            selected={skjema.kommuner}
            onChange={(kommuner) => onChange({ kommuner })}
            tekster={{
              treff: (treff) => t('kommuneTreff', { antall: treff }),
              ingenTreff: t('kommuneIngen'),
              valgte: t('valgteKommuner'),
              fjern: (navn) => t('fjern', { navn }),
            }}
          />
          {antall > 1 && <p className="mt-2 text-sm">{t('flereJobber', { antall: showTall(antall) })}</p>}
        </div>
      )}
    </>
  );
}
