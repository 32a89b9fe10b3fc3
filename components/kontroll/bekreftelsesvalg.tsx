/** The leder's answer: that it belonged to the work, or that she cannot say so, with the words for it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NotatFelt, useNotat } from '#components/kontroll/notat-felt.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Form } from '#components/ui/form.tsx';
import { BEKREFTELSER, type Bekreftelse } from '#lib/domain/kontroll/bekreftelse.ts';
import type { BekreftelseRequest } from '#lib/domain/kontroll/sak-request.ts';

type BekreftelsesvalgProps = {
  versjon: number;
  onSvar: (svar: BekreftelseRequest) => void;
  pending: boolean;
};

export function Bekreftelsesvalg({ versjon, onSvar, pending }: BekreftelsesvalgProps) {
  const t = useTranslations('kontroll.leder');
  const [valg, setValg] = useState<Bekreftelse | null>(null);
  const [mangler, setMangler] = useState(false);
  const notat = useNotat();
  const send = () => {
    if (valg === null) return setMangler(true);
    if (valg === 'bekreftet') return onSvar({ versjon, svar: valg });
    const tekst = notat.check();
    if (tekst !== null) onSvar({ versjon, svar: valg, notat: tekst });
  };
  return (
    <Form onSubmit={send} className="mt-2 flex max-w-3xl flex-col gap-3">
      <ChoiceGroup
        legend={t('spoersmaal')}
        name={notat.id}
        selected={valg}
        onSelect={setValg}
        options={BEKREFTELSER.map((value) => ({ value, label: t(`valg.${value}`) }))}
      />
      {mangler && valg === null && (
        <p role="alert" className="ds-validation-message">
          {t('mangler')}
        </p>
      )}
      {valg === 'ikkeBekreftet' && <NotatFelt label={t('hvorfor')} notat={notat} />}
      <div>
        <button type="submit" className="ds-button" data-size="sm" aria-busy={pending}>
          {t('send')}
        </button>
      </div>
    </Form>
  );
}
