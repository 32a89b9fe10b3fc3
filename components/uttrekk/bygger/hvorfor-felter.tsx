/** Package, purpose and case of an order. They are its own: few purposes are a reason to fetch many. */
import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Feltprops } from '#components/uttrekk/bygger/feltprops.ts';

export function HvorforFelter({ skjema, valg, feil, onChange }: Feltprops) {
  const t = useTranslations('uttrekk.bygger');
  const tKontekst = useTranslations('kontekst');
  const tPakke = useTranslations('pakke');
  const mulige = valg.formaal.filter(({ pakker }) => pakker.includes(skjema.pakke));
  const valgt = mulige.find(({ id }) => id === skjema.formaal);
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-heading" data-size="2xs">
        {t('hvorfor')}
      </legend>
      <div className="mt-2 grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        {valg.pakker.length > 1 && (
          <SelectField
            id="pakke"
            label={tKontekst('pakke')}
            value={skjema.pakke}
            onChange={(event) =>
              onChange({ pakke: valg.pakker.find((en) => en === event.target.value) ?? skjema.pakke })
            }
            options={valg.pakker.map((value) => ({ value, label: tPakke(value) }))}
          />
        )}
        <SelectField
          id="formaal"
          label={tKontekst('formaal')}
          mark={t('maaFyllesUt')}
          value={valgt?.id ?? ''}
          note={valgt ? tKontekst('hjemmel', { hjemmel: valgt.hjemmel }) : null}
          error={feil.formaal ?? null}
          onChange={(event) => onChange({ formaal: event.target.value })}
          options={[
            ...(valgt ? [] : [{ value: '', label: tKontekst('velgFormaal') }]),
            ...mulige.map(({ id, navn }) => ({ value: id, label: navn })),
          ]}
        />
        <TextField
          id="saksreferanse"
          label={tKontekst('saksreferanse')}
          mark={valgt?.kreverSaksreferanse ? t('maaFyllesUt') : t('valgfritt')}
          hint={tKontekst('saksreferanseHint')}
          maxLength={60}
          value={skjema.saksreferanse}
          error={feil.saksreferanse ?? null}
          onChange={(event) => onChange({ saksreferanse: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
