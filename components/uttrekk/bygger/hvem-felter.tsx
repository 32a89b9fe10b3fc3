/** Whom the order is of: criteria of the register, or everybody in the package (freg-contract.md section 1.2 no 13, 14). */
import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '#components/ui/checkbox-group.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Feltprops } from '#components/uttrekk/bygger/feltprops.ts';
import type { Personstatustype } from '#components/uttrekk/bygger/skjema.ts';
import { StedFelter } from '#components/uttrekk/bygger/sted-felter.tsx';
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

const STATUSTYPER: readonly Personstatustype[] = ['bosatt', 'utflyttet', 'doed', 'inaktiv', 'aktiv'];
const KILDER = ['tilpasset', 'komplett'] as const;

export function HvemFelter(props: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  const { skjema, onChange, feil } = props;
  const harKomplett = hasTjeneste(skjema.pakke, 'uttrekkKomplett');
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-heading" data-size="2xs">
        {t('hvem')}
      </legend>
      <div className="mt-2 flex flex-col gap-4">
        {harKomplett && (
          <ChoiceGroup
            legend={t('kilde')}
            name="kilde"
            selected={skjema.kilde}
            onSelect={(kilde) => onChange({ kilde })}
            options={KILDER.map((value) => ({ value, label: t(value) }))}
          />
        )}
        {skjema.kilde === 'komplett' ? (
          <TextField
            id="sekvensnummer"
            label={t('sekvensnummer')}
            mark={t('valgfritt')}
            hint={t('sekvensnummerHint')}
            inputMode="numeric"
            maxLength={15}
            value={skjema.sekvensnummer}
            error={feil.sekvensnummer ?? null}
            onChange={(event) => onChange({ sekvensnummer: event.target.value })}
          />
        ) : (
          <Kriterier {...props} />
        )}
      </div>
    </fieldset>
  );
}

function Kriterier(props: Feltprops) {
  const t = useTranslations('uttrekk');
  const { skjema, onChange, feil } = props;
  return (
    <>
      <CheckboxGroup
        id="personstatustyper"
        legend={t('bygger.personstatus')}
        mark={t('bygger.maaFyllesUt')}
        options={STATUSTYPER.map((value) => ({
          value,
          label: t(`personstatustype.${value}`),
          hint: t('registerord', { ord: value }),
        }))}
        selected={skjema.personstatustyper}
        onChange={(personstatustyper) => onChange({ personstatustyper })}
        error={feil.personstatustyper ?? null}
      />
      <StedFelter {...props} />
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        <Aarsfelt {...props} felt="foedtFra" />
        <Aarsfelt {...props} felt="foedtTil" />
        <Aarsfelt {...props} felt="doedFra" />
        <Aarsfelt {...props} felt="doedTil" />
      </div>
      <PersonFelter {...props} />
    </>
  );
}

function Aarsfelt({
  felt,
  skjema,
  feil,
  onChange,
}: Feltprops & { felt: 'foedtFra' | 'foedtTil' | 'doedFra' | 'doedTil' }) {
  const t = useTranslations('uttrekk.bygger');
  return (
    <TextField
      id={felt}
      label={t(felt)}
      mark={t('valgfritt')}
      hint={t('aarHint')}
      inputMode="numeric"
      maxLength={10}
      value={skjema[felt]}
      error={feil[felt] ?? null}
      onChange={(event) => onChange({ [felt]: event.target.value })}
    />
  );
}

function PersonFelter({ skjema, valg, onChange }: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  const tKode = useTranslations('kodeverk');
  const alle = { value: '', label: t('alle') };
  return (
    <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-3">
      <SelectField
        id="kjoenn"
        label={t('kjoenn')}
        value={skjema.kjoenn}
        onChange={({ target }) =>
          onChange({ kjoenn: KODEVERK.kjoenn.find((et) => et === target.value) ?? '' })
        }
        options={[alle, ...KODEVERK.kjoenn.map((value) => ({ value, label: tKode(`kjoenn.${value}`) }))]}
      />
      <SelectField
        id="statsborgerskap"
        label={t('statsborgerskap')}
        value={skjema.statsborgerskap}
        onChange={({ target }) => onChange({ statsborgerskap: target.value })}
        options={[alle, ...valg.land]}
      />
      <SelectField
        id="sivilstandstype"
        label={t('sivilstand')}
        value={skjema.sivilstandstype}
        onChange={({ target }) => onChange({ sivilstandstype: target.value })}
        options={[
          alle,
          ...KODEVERK.sivilstand.map((value) => ({ value, label: tKode(`sivilstand.${value}`) })),
        ]}
      />
    </div>
  );
}
