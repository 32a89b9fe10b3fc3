/**
 * The filter of the revisjonslogg. A person is asked for with a reason, which is a row in the log before anything is read.
 * On a narrow screen the fields are folded, so that the page begins with the log; those that are wrong never are.
 */
import { useMessages, useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  type Filterfeil,
  type Filterfelt,
  listUtfylte,
  parseFilter,
  type UtfyltFilter,
} from '#components/revisjonslogg/filter.ts';
import type { Formaalnavn } from '#components/revisjonslogg/use-loggord.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN } from '#lib/domain/avdekking/begrunnelse.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { LOGGUTFALL } from '#lib/domain/revisjonslogg/logghandling.ts';

export const BEGRUNNELSE_ID = 'begrunnelse';
export const VIS_LOGGEN_ID = 'vis-loggen';
const LENGDE = 200;

type FilterSkjemaProps = {
  utfylt: UtfyltFilter;
  onChange: (utfylt: UtfyltFilter) => void;
  onSubmit: () => void;
  /** How many times the reader has tried: before the first nothing is said to be wrong. */
  forsoek: number;
  naa: Date;
  /** What the server said of the reason. */
  erGjenbrukt: boolean;
  formaal: readonly Formaalnavn[];
};

export function FilterSkjema(props: FilterSkjemaProps) {
  const { utfylt, forsoek, naa, erGjenbrukt, onSubmit } = props;
  const t = useTranslations('revisjonslogg');
  // Only where the screen is narrow: the style decides, so nothing moves when the page wakes.
  const [aapen, setAapen] = useState(false);
  const feil: Filterfeil[] = [
    ...(forsoek > 0 ? parseFilter(utfylt, naa).feil : []),
    ...(erGjenbrukt ? [{ felt: 'begrunnelse', grunn: 'gjenbrukt' } as const] : []),
  ];
  const grenser = { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS };
  const showFeil = (en: Filterfeil): string =>
    en.felt === 'begrunnelse' ? t(`begrunnelsefeil.${en.grunn}`, grenser) : t(`filterfeil.${en.felt}`);
  const findFeil = (felt: string): string | null => {
    const en = feil.find((et) => et.felt === felt);
    return en ? showFeil(en) : null;
  };
  const submit = () => {
    setAapen(parseFilter(utfylt, naa).feil.length > 0);
    onSubmit();
  };
  return (
    <Form onSubmit={submit} className="mb-4 flex max-w-6xl flex-col gap-3">
      <button
        type="button"
        className="ds-button self-start sm:hidden"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setAapen(!aapen || feil.length > 0)}
      >
        {t(aapen ? 'skjulFiltre' : 'visFiltre', { antall: listUtfylte(utfylt).length })}
      </button>
      <div className={aapen ? undefined : 'max-sm:hidden'}>
        <p className="mb-3 text-sm text-neutral-text-subtle">{t('filterForklaring')}</p>
        <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <Felter {...props} findFeil={findFeil} />
        </div>
      </div>
      {utfylt.personidentifikator.trim() !== '' && (
        <div className="max-w-2xl">
          <TextAreaField
            id={BEGRUNNELSE_ID}
            label={t('begrunnelse.felt')}
            hint={t('begrunnelse.hint', grenser)}
            rows={2}
            value={utfylt.begrunnelse}
            onChange={(event) => props.onChange({ ...utfylt, begrunnelse: event.target.value })}
            error={findFeil('begrunnelse')}
          />
        </div>
      )}
      {feil.length > 0 && (
        <ErrorSummary
          key={`${forsoek} ${erGjenbrukt}`}
          title={t('filterfeil.tittel')}
          errors={feil.map((en) => ({ fieldId: en.felt, text: showFeil(en) }))}
        />
      )}
      <button id={VIS_LOGGEN_ID} type="submit" className="ds-button self-start">
        {t('vis')}
      </button>
    </Form>
  );
}

type FelterProps = FilterSkjemaProps & { findFeil: (felt: string) => string | null };

function Felter({ utfylt, onChange, formaal, findFeil }: FelterProps) {
  const t = useTranslations('revisjonslogg');
  const valg = useFiltervalg(formaal);
  const tekstfelt = (felt: Filterfelt, hint?: string) => (
    <TextField
      id={felt}
      label={t(`filter.${felt}`)}
      maxLength={LENGDE}
      value={utfylt[felt]}
      error={findFeil(felt)}
      onChange={(event) => onChange({ ...utfylt, [felt]: event.target.value })}
      {...(hint && { hint })}
    />
  );
  const valgfelt = (felt: keyof typeof valg) => (
    <SelectField
      id={felt}
      label={t(`filter.${felt}`)}
      value={utfylt[felt]}
      onChange={(event) => onChange({ ...utfylt, [felt]: event.target.value })}
      options={[{ value: '', label: t('alle') }, ...valg[felt]]}
    />
  );
  return (
    <>
      {tekstfelt('bruker', t('brukerHint'))}
      {tekstfelt('fra')}
      {tekstfelt('til')}
      {valgfelt('handling')}
      {valgfelt('utfall')}
      {valgfelt('formaal')}
      {tekstfelt('saksreferanse', t('saksreferanseHint'))}
      {valgfelt('pakke')}
      {tekstfelt('personidentifikator')}
    </>
  );
}

/** What can be chosen, in words. */
export function useFiltervalg(formaal: readonly Formaalnavn[]) {
  const t = useTranslations('revisjonslogg.utfallvalg');
  const tPakke = useTranslations('pakke');
  const { handling } = useMessages().revisjonslogg;
  return {
    handling: Object.entries(handling)
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'nb')),
    utfall: LOGGUTFALL.filter((utfall) => utfall !== 'paabegynt').map((value) => ({
      value,
      label: t(value),
    })),
    formaal: formaal.map(({ id, navn }) => ({ value: id, label: navn })),
    pakke: PAKKER.map((value) => ({ value, label: tPakke(value) })),
  } satisfies Partial<Record<Filterfelt, { value: string; label: string }[]>>;
}
