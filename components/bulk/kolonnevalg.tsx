/** Which sheet and column of a file holds the numbers. The likeliest is chosen; each is shown by its first values. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Filinnhold } from '#components/bulk/read-fil.ts';
import { focusOnMount } from '#components/ui/focus.ts';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { findNummerkolonne, type Kolonne, listKolonner } from '#lib/domain/bulk/kolonne.ts';
import type { Tabell } from '#lib/domain/bulk/tabell.ts';

type KolonnevalgProps = {
  innhold: Filinnhold;
  /** The sheet that is being looked at. */
  tabell: Tabell;
  onArk: (plass: number) => void;
  onKolonne: (plass: number) => void;
  leser: boolean;
  onAvbryt: () => void;
};

export function Kolonnevalg({ innhold, tabell, onArk, onKolonne, leser, onAvbryt }: KolonnevalgProps) {
  const t = useTranslations('bulk.kolonnevalg');
  const [ark, setArk] = useState(0);
  const [valgt, setValgt] = useState<number | null>(null);
  const kolonner = listKolonner(tabell);
  const foreslaatt = findNummerkolonne(kolonner)?.plass ?? null;
  const kolonne = valgt ?? foreslaatt;
  return (
    <Form
      className="flex min-w-0 max-w-xl flex-col gap-4"
      onSubmit={() => {
        if (kolonne !== null && foreslaatt !== null) onKolonne(kolonne);
      }}
    >
      <h2 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {t('tittel')}
      </h2>
      {innhold.ark.length > 1 && (
        <SelectField
          id="bulk-ark"
          label={t('ark')}
          value={ark}
          onChange={(event) => {
            const plass = Number(event.target.value);
            if (leser) return;
            setArk(plass);
            setValgt(null);
            onArk(plass);
          }}
          options={innhold.ark.map((navn, plass) => ({ value: String(plass), label: navn }))}
        />
      )}
      {foreslaatt === null ? (
        <p role="alert">{t('ingen')}</p>
      ) : (
        <SelectField
          id="bulk-kolonne"
          label={t('kolonne')}
          value={kolonne ?? ''}
          onChange={(event) => setValgt(Number(event.target.value))}
          options={kolonner.map((en) => ({
            value: String(en.plass),
            label: t('navn', {
              kolonne: en.navn ?? t('bokstav', { bokstav: toBokstav(en.plass) }),
              eksempler: en.eksempler.join(', ') || t('tom'),
            }),
          }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {foreslaatt !== null && (
          <button type="submit" className="ds-button" aria-busy={leser}>
            {t('bruk')}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onAvbryt}>
          {t('avbryt')}
        </button>
      </div>
    </Form>
  );
}

/** 0 → A, 25 → Z, 26 → AA: as spreadsheets name columns. */
function toBokstav(plass: Kolonne['plass']): string {
  const foran = Math.floor(plass / 26);
  return (foran > 0 ? toBokstav(foran - 1) : '') + String.fromCharCode(65 + (plass % 26));
}
