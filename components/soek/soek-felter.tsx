/** The fields of a soek: every criterion of the register (freg-contract.md section 1.2), grouped as people think. */
import { useTranslations } from 'next-intl';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { KOMMUNEVALG } from '#lib/domain/kodeverk/find-kommune.ts';
import { FYLKER } from '#lib/domain/kodeverk/fylker.ts';
import type { Soekekriterier } from '#lib/domain/soek/soek.ts';
import type { Soekefelt } from '#lib/domain/soek/soekekriterier.ts';

/** The criteria that are typed. */
type Tekstfelt = Exclude<Soekefelt, 'kjoenn' | 'fylkesnummer'>;

export type SoekFelterProps = {
  utfylt: Soekekriterier;
  feil: Partial<Record<Soekefelt, string>>;
  /** What the portal understood of a date or a kommune, in words. */
  notat: Partial<Record<Soekefelt, string>>;
  onChange: (endring: Partial<Soekekriterier>) => void;
  onBlur: (felt: Soekefelt) => void;
};

const KJOENN = ['kvinne', 'mann'] as const;

export function SoekFelter(props: SoekFelterProps) {
  const t = useTranslations('soek');
  const { utfylt, onChange } = props;
  return (
    <>
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('person')}</legend>
        <div className="mt-2 grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_11rem_10rem]">
          <Tekstfelt {...props} felt="navn" autoFocus />
          <Tekstfelt {...props} felt="foedselsdato" />
          <SelectField
            id="kjoenn"
            label={t('felt.kjoenn')}
            value={utfylt.kjoenn ?? ''}
            onChange={(event) => onChange({ kjoenn: KJOENN.find((et) => et === event.target.value) })}
            options={[
              { value: '', label: t('alle') },
              ...KJOENN.map((et) => ({ value: et, label: t(`kjoenn.${et}`) })),
            ]}
          />
          <Tekstfelt {...props} felt="foedselsaarFraOgMed" inputMode="numeric" />
          <Tekstfelt {...props} felt="foedselsaarTilOgMed" inputMode="numeric" />
        </div>
      </fieldset>
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('adresse')}</legend>
        <div className="mt-2 grid items-start gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
          <Tekstfelt {...props} felt="adressenavn" />
          <Tekstfelt {...props} felt="husnummer" />
          <Tekstfelt {...props} felt="postnummer" inputMode="numeric" />
        </div>
        <div className="mt-3 grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
          <Tekstfelt {...props} felt="kommunenummer" list="kommunevalg" />
          <datalist id="kommunevalg">
            {KOMMUNEVALG.map((valg) => (
              <option key={valg} value={valg} />
            ))}
          </datalist>
          <SelectField
            id="fylkesnummer"
            label={t('felt.fylkesnummer')}
            value={utfylt.fylkesnummer ?? ''}
            onChange={(event) => onChange({ fylkesnummer: event.target.value })}
            options={[
              { value: '', label: t('alle') },
              ...FYLKER.map(({ nummer, navn }) => ({ value: nummer, label: navn })),
            ]}
          />
        </div>
      </fieldset>
      <Utvidelser {...props} />
    </>
  );
}

function Utvidelser(props: SoekFelterProps) {
  const t = useTranslations('soek');
  const { utfylt, onChange } = props;
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{t('valg')}</legend>
      <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        <CheckboxField
          label={t('historisk')}
          checked={utfylt.opplysningsgrunnlag === 'historisk'}
          onChange={(paa) => onChange({ opplysningsgrunnlag: paa ? 'historisk' : 'gjeldende' })}
        />
        <CheckboxField
          label={t('inkluderOppholdsadresse')}
          checked={utfylt.inkluderOppholdsadresse ?? false}
          onChange={(inkluderOppholdsadresse) => onChange({ inkluderOppholdsadresse })}
        />
        <CheckboxField
          label={t('inkluderDoede')}
          checked={utfylt.inkluderDoede ?? false}
          onChange={(inkluderDoede) => onChange({ inkluderDoede })}
        />
        <CheckboxField
          label={t('fonetisk')}
          checked={utfylt.soekFonetisk ?? false}
          onChange={(soekFonetisk) => onChange({ soekFonetisk })}
        />
      </div>
      <div className="mt-3 max-w-44">
        <Tekstfelt {...props} felt="maksTreff" inputMode="numeric" />
      </div>
    </fieldset>
  );
}

type TekstfeltProps = SoekFelterProps & {
  felt: Tekstfelt;
  autoFocus?: boolean;
  inputMode?: 'numeric';
  list?: string;
};

function Tekstfelt({ felt, utfylt, feil, notat, onChange, onBlur, ...input }: TekstfeltProps) {
  const t = useTranslations('soek');
  return (
    <TextField
      {...input}
      id={felt}
      label={t(`felt.${felt}`)}
      hint={t(`hint.${felt}`)}
      note={notat[felt] ?? null}
      error={feil[felt] ?? null}
      maxLength={200}
      value={utfylt[felt] ?? ''}
      onChange={(event) => onChange({ [felt]: event.target.value })}
      onBlur={() => onBlur(felt)}
    />
  );
}
