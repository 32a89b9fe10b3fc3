/**
 * The columns of the file, by egenskap. Rules: what the purpose does not have is not offered, the columns stand in the
 * order of the catalogue, and what the law calls taushetsbelagt says so before it is chosen.
 */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FieldError } from '#components/ui/field-error.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Feltvalg } from '#components/uttrekk/bygger/byggervalg.ts';

type FeltvelgerProps = {
  felter: readonly Feltvalg[];
  valgt: readonly string[];
  onChange: (valgt: string[]) => void;
  feil: string | null;
};

export function Feltvelger({ felter, valgt, onChange, feil }: FeltvelgerProps) {
  const t = useTranslations('uttrekk.felter');
  const base = useId();
  const [soek, setSoek] = useState('');
  const soekt = soek.trim().toLocaleLowerCase('nb');
  const viste = felter.filter(({ navn, gruppe, id }) =>
    [navn, gruppe, id].some((tekst) => tekst.toLocaleLowerCase('nb').includes(soekt)),
  );
  const grupper = [...Map.groupBy(viste, ({ gruppe }) => gruppe)];
  const change = (ider: readonly string[], paa: boolean) =>
    onChange(felter.map(({ id }) => id).filter((id) => (ider.includes(id) ? paa : valgt.includes(id))));
  const beskrevet = feil ? `${base}-hint ${base}-feil` : `${base}-hint`;
  return (
    <fieldset id="felter" tabIndex={-1} className="ds-fieldset min-w-0" aria-describedby={beskrevet}>
      <legend className="ds-label">{t('legend')}</legend>
      <p id={`${base}-hint`} className="mb-2 text-sm text-neutral-text-subtle">
        {felter.length === 0 ? t('velgFormaalFoerst') : t('minst')}
      </p>
      {felter.length > 0 && (
        <TextField
          id="feltsoek"
          label={t('soek')}
          hint={t('soekHint')}
          value={soek}
          onChange={(event) => setSoek(event.target.value)}
        />
      )}
      <p role="status" className="my-2 font-medium">
        {t('valgt', { antall: valgt.length })}
      </p>
      <div className="max-h-96 overflow-auto pr-1">
        {grupper.map(([gruppe, iGruppen]) => (
          <Gruppe key={gruppe} gruppe={gruppe} felter={iGruppen} valgt={valgt} onChange={change} />
        ))}
        {viste.length === 0 && felter.length > 0 && <p>{t('ingen')}</p>}
      </div>
      <FieldError id={`${base}-feil`} error={feil} />
    </fieldset>
  );
}

type GruppeProps = {
  gruppe: string;
  felter: readonly Feltvalg[];
  valgt: readonly string[];
  onChange: (ider: readonly string[], paa: boolean) => void;
};

function Gruppe({ gruppe, felter, valgt, onChange }: GruppeProps) {
  const t = useTranslations('uttrekk.felter');
  const ider = felter.map(({ id }) => id);
  const alle = ider.every((id) => valgt.includes(id));
  return (
    <fieldset className="ds-fieldset mb-3">
      <legend className="flex w-full flex-wrap items-center gap-3">
        <span className="font-medium">{gruppe}</span>
        {felter.length > 1 && (
          <button
            type="button"
            className="ds-button ds-button--inline"
            data-variant="tertiary"
            data-size="sm"
            onClick={() => onChange(ider, !alle)}
          >
            {t(alle ? 'fjernGruppe' : 'velgGruppe')}
            <span className="ds-sr-only">{gruppe}</span>
          </button>
        )}
      </legend>
      <div className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {felter.map(({ id, navn, taushetsbelagt }) => (
          <div key={id} className="ds-field">
            <input
              className="ds-input"
              type="checkbox"
              id={`felt-${id}`}
              checked={valgt.includes(id)}
              onChange={(event) => onChange([id], event.target.checked)}
            />
            <label className="ds-label font-normal" htmlFor={`felt-${id}`}>
              {navn}
              {taushetsbelagt && (
                <span className="ds-tag ml-2" data-color="warning" data-size="sm">
                  {t('taushetsbelagt')}
                </span>
              )}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
