/** The decision that the employees' names go into the answer: a reason and who decided, both logged. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BegrunnelseFelt, useBegrunnelse } from '#components/innsyn/begrunnelse-felt.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Form } from '#components/ui/form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { releaseNavnOptions } from '#lib/client/innsyn.ts';
import { AVGJOERT_AV_MAKS, AVGJOERT_AV_MIN } from '#lib/domain/innsyn/grenser.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';

type NavneFormProps = { svarId: string; onNavn: (svar: Innsynssvar) => void };

export function NavneForm({ svarId, onNavn }: NavneFormProps) {
  const t = useTranslations('innsyn');
  const begrunnelse = useBegrunnelse();
  const [avgjoertAv, setAvgjoertAv] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const navn = useMutation({ ...releaseNavnOptions(), onSuccess: onNavn });
  const manglerAvgjoertAv = avgjoertAv.trim().length < AVGJOERT_AV_MIN;
  const submit = () => {
    setForsoekt(true);
    const grunn = begrunnelse.check();
    if (grunn === null || navn.isPending) return;
    if (manglerAvgjoertAv) document.getElementById('navn-avgjoert-av')?.focus();
    else navn.mutate({ svarId, begrunnelse: grunn, avgjoertAv: avgjoertAv.trim() });
  };
  return (
    <Form onSubmit={submit} className="mt-2 flex flex-col gap-4">
      <p>{t('navn.forklaring')}</p>
      <BegrunnelseFelt vedtak="navn" begrunnelse={begrunnelse} />
      <TextField
        id="navn-avgjoert-av"
        label={t('navn.avgjoertAv')}
        hint={t('navn.avgjoertAvHint')}
        maxLength={AVGJOERT_AV_MAKS}
        value={avgjoertAv}
        onChange={(event) => setAvgjoertAv(event.target.value)}
        error={
          forsoekt && manglerAvgjoertAv
            ? t('navn.avgjoertAvFeil', { min: AVGJOERT_AV_MIN, maks: AVGJOERT_AV_MAKS })
            : null
        }
      />
      <button
        type="submit"
        className="ds-button self-start"
        data-variant="secondary"
        aria-busy={navn.isPending}
      >
        {t('navn.send')}
      </button>
      {navn.isPending && <p role="status">{t('navn.henter')}</p>}
      {navn.isError && <Feilutfall error={navn.error} onRetry={submit} />}
    </Form>
  );
}
