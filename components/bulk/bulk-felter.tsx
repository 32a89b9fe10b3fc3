/** The two ways a list comes in. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { MAKS_FIL_MB } from '#components/bulk/read-fil.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { FieldLabel } from '#components/ui/text-field.tsx';

type BulkFelterProps = {
  tekst: string;
  onTekst: (tekst: string) => void;
  /** A paste that is too long to be looked at in the field. */
  onLangTekst: (tekst: string) => void;
  onFil: (fil: File) => void;
  feil: { felt: 'bulk-lim' | 'bulk-fil'; tekst: string } | null;
};

/** Browsers lay out a text area line by line: beyond some thousand lines the page would stand still. */
const LANG_TEKST = 20_000;

export function BulkFelter({ tekst, onTekst, onLangTekst, onFil, feil }: BulkFelterProps) {
  const t = useTranslations('bulk.inn');
  const hint = useId();
  const filfeil = feil?.felt === 'bulk-fil' ? feil.tekst : null;
  return (
    <>
      <TextAreaField
        id="bulk-lim"
        label={t('lim')}
        hint={t('limHint')}
        rows={8}
        autoFocus
        autoCorrect="off"
        spellCheck={false}
        value={tekst}
        error={feil?.felt === 'bulk-lim' ? feil.tekst : null}
        onChange={(event) => onTekst(event.target.value)}
        onPaste={(event) => {
          const limt = event.clipboardData.getData('text');
          if (limt.length <= LANG_TEKST) return;
          event.preventDefault();
          onLangTekst(limt);
        }}
      />
      <div className="ds-field">
        <FieldLabel htmlFor="bulk-fil" label={t('fil')} />
        <input
          id="bulk-fil"
          className="ds-input w-full"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          aria-invalid={filfeil !== null || undefined}
          aria-describedby={filfeil === null ? hint : `${hint} ${hint}-feil`}
          onChange={(event) => {
            const fil = event.target.files?.[0];
            if (fil) onFil(fil);
            // The same file can be chosen again when it has been put right.
            event.target.value = '';
          }}
        />
        <p id={hint} className="text-sm text-neutral-text-subtle">
          {t('filHint', { mb: MAKS_FIL_MB })}
        </p>
        <FieldError id={`${hint}-feil`} error={filfeil} />
      </div>
    </>
  );
}
