/** Nobody knows whether the register got the order: a person decides, and says why. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Form } from '#components/ui/form.tsx';
import { BegrunnelseFelt, useBegrunnelse } from '#components/uttrekk/begrunnelse-felt.tsx';
import type { HandlingerProps } from '#components/uttrekk/side/handlinger.tsx';

const VALG = ['bestillIgjen', 'avbryt'] as const;

export function Avklaring({ onHandling, pending }: HandlingerProps) {
  const t = useTranslations('uttrekk.avklaring');
  const [valg, setValg] = useState<(typeof VALG)[number]>('bestillIgjen');
  const begrunnelse = useBegrunnelse();
  const onSubmit = () => {
    const grunn = begrunnelse.check();
    if (grunn !== null && !pending) onHandling({ slag: 'avklaring', valg, begrunnelse: grunn });
  };
  return (
    <section aria-labelledby="avklaring" className="max-w-3xl">
      <h2 id="avklaring" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p className="mb-3">{t('tekst')}</p>
      <Form onSubmit={onSubmit} className="flex flex-col gap-3">
        <ChoiceGroup
          legend={t('valg')}
          name="avklaring"
          selected={valg}
          onSelect={setValg}
          options={VALG.map((value) => ({ value, label: t(value) }))}
        />
        <BegrunnelseFelt label={t('begrunnelse')} begrunnelse={begrunnelse} />
        <button type="submit" className="ds-button self-start" aria-busy={pending}>
          {t('bekreft')}
        </button>
      </Form>
    </section>
  );
}
