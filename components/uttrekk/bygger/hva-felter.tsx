/** What the order is of: the content about each person, as of when, in which files, and its name. */
import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '#components/ui/checkbox-group.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { listFelter } from '#components/uttrekk/bygger/byggervalg.ts';
import type { Feltprops } from '#components/uttrekk/bygger/feltprops.ts';
import { Feltvelger } from '#components/uttrekk/bygger/feltvelger.tsx';
import type { Skjema } from '#components/uttrekk/bygger/skjema.ts';
import { MAKS_RADER_XLSX } from '#lib/domain/uttrekk/grenser.ts';

const INNHOLD = ['felter', 'identifikatorer', 'dokumenter'] as const;
const FORMATER: readonly Skjema['formater'][number][] = ['csv', 'xlsx', 'ndjson', 'parquet'];
/** A document is a tree: only NDJSON holds one whole. */
const FORMATER_FOR_DOKUMENTER = FORMATER.filter((format) => format === 'ndjson');

export function HvaFelter(props: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  const { showTall } = useFormat();
  const { skjema, valg, feil, onChange } = props;
  const formater = skjema.innhold === 'dokumenter' ? FORMATER_FOR_DOKUMENTER : FORMATER;
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-heading" data-size="2xs">
        {t('hva')}
      </legend>
      <div className="mt-2 flex flex-col gap-4">
        <ChoiceGroup
          legend={t('innhold')}
          name="innhold"
          selected={skjema.innhold}
          onSelect={(innhold) => onChange(toInnholdsvalg(innhold, skjema))}
          options={INNHOLD.map((value) => ({ value, label: t(`innholdsvalg.${value}`) }))}
        />
        {skjema.innhold === 'felter' && (
          <>
            <Feltvelger
              felter={listFelter(valg, skjema.pakke, skjema.formaal)}
              valgt={skjema.felter}
              onChange={(felter) => onChange({ felter })}
              feil={feil.felter ?? null}
            />
            <PerDato {...props} />
          </>
        )}
        <CheckboxGroup
          id="formater"
          legend={t('formater')}
          mark={t('maaFyllesUt')}
          options={formater.map((value) => ({
            value,
            label: t(`format.${value}`),
            hint: t(`formathint.${value}`, { maks: showTall(MAKS_RADER_XLSX) }),
          }))}
          selected={skjema.formater}
          onChange={(valgte) => onChange({ formater: valgte })}
          error={feil.formater ?? null}
        />
        <TextField
          id="uttrekksnavn"
          label={t('navn')}
          mark={t('maaFyllesUt')}
          hint={t('navnHint')}
          maxLength={80}
          value={skjema.navn}
          error={feil.navn ?? null}
          onChange={(event) => onChange({ navn: event.target.value })}
        />
      </div>
    </fieldset>
  );
}

/** Files that cannot hold the new content are dropped, and the one that can is chosen. */
function toInnholdsvalg(innhold: Skjema['innhold'], { formater }: Skjema): Partial<Skjema> {
  return { innhold, formater: innhold === 'dokumenter' ? FORMATER_FOR_DOKUMENTER : formater };
}

function PerDato({ skjema, feil, onChange }: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  return (
    <TextField
      id="perDato"
      label={t('perDato')}
      mark={t('valgfritt')}
      hint={t('perDatoHint')}
      maxLength={20}
      value={skjema.perDato}
      error={feil.perDato ?? null}
      onChange={(event) => onChange({ perDato: event.target.value })}
    />
  );
}
