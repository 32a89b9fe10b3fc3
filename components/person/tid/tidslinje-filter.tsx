/** Which kinds of facts the timeline shows, each with its count, and which way it runs. Not on paper. */
import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { FaneId } from '#lib/domain/person/person-view.ts';

/** Which way the axis runs. */
export type Retning = 'nyeste' | 'eldste';

type TidslinjeFilterProps = {
  grupper: readonly { gruppe: FaneId; antall: number }[];
  skjult: ReadonlySet<FaneId>;
  onSkjult: (skjult: ReadonlySet<FaneId>) => void;
  retning: Retning;
  onRetning: (retning: Retning) => void;
};

export function TidslinjeFilter(props: TidslinjeFilterProps) {
  const { grupper, skjult, onSkjult, retning, onRetning } = props;
  const t = useTranslations('tid.tidslinje');
  const tFane = useTranslations('person.fane');
  const toggle = (gruppe: FaneId) => {
    const neste = new Set(skjult);
    if (!neste.delete(gruppe)) neste.add(gruppe);
    onSkjult(neste);
  };
  return (
    <div className="mb-3 flex flex-wrap gap-x-10 gap-y-3 print:hidden" data-size="sm">
      <fieldset className="ds-fieldset min-w-0">
        <legend className="ds-label">{t('vis')}</legend>
        <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {grupper.map(({ gruppe, antall }) => (
            <div key={gruppe} className="ds-field">
              <input
                className="ds-input"
                type="checkbox"
                id={`tidslinje-${gruppe}`}
                checked={!skjult.has(gruppe)}
                onChange={() => toggle(gruppe)}
              />
              <label className="ds-label font-normal" htmlFor={`tidslinje-${gruppe}`}>
                {t('gruppe', { navn: tFane(gruppe), antall })}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <ChoiceGroup
        legend={t('retning')}
        name="tidslinje-retning"
        selected={retning}
        onSelect={onRetning}
        options={[
          { value: 'nyeste', label: t('nyeste') },
          { value: 'eldste', label: t('eldste') },
        ]}
        inline
      />
    </div>
  );
}
