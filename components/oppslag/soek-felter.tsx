/** The fields of an entydig soek: every parameter of the register, the common ones first (freg-contract.md section 4.1). */
import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Tekstkriterium } from '#lib/domain/oppslag/kriterier.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';

/** The criteria under "Flere søkevalg" that can be wrong: an error there must not hide behind a closed disclosure. */
const FLERE: readonly Tekstkriterium[] = ['utenlandskpersonidentifikasjon', 'legitimasjonsdokument'];

type SoekFelterProps = {
  utfylt: Kriterier;
  feil: Partial<Record<Tekstkriterium, string>>;
  /** What the portal understood of a number or a date, in words. */
  notat: Partial<Record<Tekstkriterium, string>>;
  onChange: (endring: Partial<Kriterier>) => void;
  onBlur: (felt: Tekstkriterium) => void;
};

export function SoekFelter(props: SoekFelterProps) {
  const t = useTranslations('oppslag');
  return (
    <>
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-[16.5rem_minmax(0,1fr)_11rem]">
        <Kriteriefelt
          {...props}
          felt="identifikasjonsnummer"
          hint={t('hint.identifikasjonsnummer')}
          inputMode="numeric"
        />
        <Kriteriefelt {...props} felt="navn" hint={t('hint.navn')} />
        <Kriteriefelt {...props} felt="foedselsdato" hint={t('hint.foedselsdato')} />
      </div>
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('adresse')}</legend>
        <div className="mt-2 grid items-start gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_7rem_7rem]">
          <Kriteriefelt {...props} felt="adressenavn" />
          <Kriteriefelt {...props} felt="husnummer" />
          <Kriteriefelt {...props} felt="postnummer" inputMode="numeric" />
        </div>
      </fieldset>
      <FlereSoekevalg {...props} />
    </>
  );
}

function FlereSoekevalg(props: SoekFelterProps) {
  const t = useTranslations('oppslag');
  const { utfylt, onChange, feil } = props;
  const harFeil = FLERE.some((felt) => felt in feil);
  return (
    <details className="disclosure" open={harFeil || undefined}>
      <summary className="py-1">{t('flereSoekevalg')}</summary>
      <div className="mt-3 grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
        <Kriteriefelt
          {...props}
          felt="utenlandskpersonidentifikasjon"
          hint={t('hint.utenlandskpersonidentifikasjon')}
        />
        <Kriteriefelt {...props} felt="legitimasjonsdokument" hint={t('hint.legitimasjonsdokument')} />
        <Kriteriefelt {...props} felt="utlendingsmyndighetenesIdentifikasjonsnummer" />
        <div className="flex flex-col gap-4">
          <ChoiceGroup
            legend={t('opplysningsgrunnlag.ledetekst')}
            name="opplysningsgrunnlag"
            selected={utfylt.opplysningsgrunnlag ?? 'gjeldende'}
            onSelect={(opplysningsgrunnlag) => onChange({ opplysningsgrunnlag })}
            options={[
              { value: 'gjeldende', label: t('opplysningsgrunnlag.gjeldende') },
              { value: 'historisk', label: t('opplysningsgrunnlag.historisk') },
            ]}
          />
          <div className="ds-field">
            <input
              className="ds-input"
              type="checkbox"
              id="soekFonetisk"
              checked={utfylt.soekFonetisk ?? false}
              onChange={(event) => onChange({ soekFonetisk: event.target.checked })}
              aria-describedby="soekFonetisk-hint"
            />
            <label className="ds-label" htmlFor="soekFonetisk">
              {t('fonetisk')}
            </label>
            <p id="soekFonetisk-hint" data-field="description" className="text-sm">
              {t('fonetiskHint')}
            </p>
          </div>
        </div>
      </div>
    </details>
  );
}

type KriteriefeltProps = SoekFelterProps & {
  felt: Tekstkriterium;
  hint?: string;
  inputMode?: 'numeric';
};

function Kriteriefelt(props: KriteriefeltProps) {
  const t = useTranslations('oppslag.felt');
  const { felt, utfylt, feil, notat, onChange, onBlur, hint, inputMode } = props;
  return (
    <TextField
      inputMode={inputMode}
      id={felt}
      label={t(felt)}
      maxLength={200}
      value={utfylt[felt] ?? ''}
      error={feil[felt] ?? null}
      {...(hint ? { hint } : {})}
      note={notat[felt] ?? null}
      onChange={(event) => onChange({ [felt]: event.target.value })}
      onBlur={() => onBlur(felt)}
    />
  );
}
