/**
 * One field for whatever one has: says in words what it understood, and sends nothing while one types. Enter searches
 * when the register would answer; else it fills the form, which says what is missing.
 */
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { useForstaattTekst } from '#components/oppslag/use-forstaatt-tekst.ts';
import { SMARTFELT_ID } from '#components/shell/hurtigtast/press.ts';
import { Form } from '#components/ui/form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import { parseSmartfelt } from '#lib/domain/oppslag/smart-felt.ts';

// Not before several numbers are pasted.
const TaMedButton = lazy(async () => ({
  default: (await import('#components/oppslag/ta-med-button.tsx')).TaMedButton,
}));

type SmartFeltProps = {
  naa: Date;
  /** Whether several numbers can be looked up with this package. */
  kanBulk: boolean;
  pending: boolean;
  onKriterier: (kriterier: Kriterier) => void;
};

export function SmartFelt({ naa, kanBulk, pending, onKriterier }: SmartFeltProps) {
  const t = useTranslations('oppslag.smartfelt');
  const { showTall } = useFormat();
  const [tekst, setTekst] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const forstaatt = parseSmartfelt(tekst, naa);
  const iOrd = useForstaattTekst(forstaatt, kanBulk);
  const onSubmit = () => {
    setForsoekt(true);
    if (forstaatt.slag === 'kriterier') onKriterier(forstaatt.kriterier);
  };
  const feil = forsoekt && (forstaatt.slag === 'tomt' || forstaatt.slag === 'uforstaatt');
  return (
    <Form onSubmit={onSubmit} className="mb-5 max-w-[54rem]">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
        {/* Room for two lines of what was understood, so that the form beneath stands still. */}
        <div className="min-h-26">
          <TextField
            id={SMARTFELT_ID}
            label={t('etikett')}
            hint={t('hint')}
            note={iOrd}
            error={feil ? t(forstaatt.slag === 'tomt' ? 'tomt' : 'uforstaatt') : null}
            autoFocus
            value={tekst}
            onChange={(event) => {
              setForsoekt(false);
              setTekst(event.target.value);
            }}
            onPaste={(event) => {
              const limt = event.clipboardData.getData('text');
              if (!/[\r\n]/.test(limt)) return;
              // A field of one line would join the lines, and two numbers would be one.
              event.preventDefault();
              setForsoekt(false);
              setTekst(limt.trim().replace(/\s*[\r\n]+\s*/g, '; '));
            }}
          />
        </div>
        <button type="submit" className="ds-button mt-9" data-variant="secondary" aria-busy={pending}>
          {t('bruk')}
        </button>
      </div>
      {forstaatt.slag === 'flereNumre' && kanBulk && (
        <div className="mt-2">
          <Suspense>
            <TaMedButton
              numre={() => forstaatt.numre}
              label={t('taMed', { antall: showTall(forstaatt.numre.length) })}
            />
          </Suspense>
        </div>
      )}
    </Form>
  );
}
