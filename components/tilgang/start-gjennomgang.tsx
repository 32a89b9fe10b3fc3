/** Starting a round: for which unit, and by when it must be answered. It cannot be called off, so what it means is asked about. */
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { parseSlutt } from '#components/tilgang/slutt.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Gjennomgangshandling } from '#lib/client/tilgang.ts';

type StartGjennomgangProps = {
  enheter: readonly string[];
  pending: boolean;
  onHandling: (handling: Gjennomgangshandling) => void;
};

export function StartGjennomgang({ enheter, pending, onHandling }: StartGjennomgangProps) {
  const t = useTranslations('tilgang.gjennomgang');
  const tTilgang = useTranslations('tilgang');
  const [naa] = useState(() => new Date());
  const [enhet, setEnhet] = useState('');
  const [slutt, setSlutt] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const frist = parseSlutt(slutt, naa);
  const dialog = useRef<HTMLDialogElement>(null);
  const onSubmit = () => {
    setForsoekt(true);
    if (frist === null) document.getElementById('frist')?.focus();
    else dialog.current?.showModal();
  };
  const start = () => {
    if (frist === null || pending) return;
    dialog.current?.close();
    onHandling({ slag: 'start', enhet: enhet || null, frist });
  };
  return (
    <section aria-labelledby="ny-gjennomgang" className="max-w-xl">
      <h2 id="ny-gjennomgang" className="ds-heading mb-1" data-size="2xs">
        {t('nyTittel')}
      </h2>
      <p className="mb-3">{t('nyForklaring')}</p>
      <Form onSubmit={onSubmit} className="flex flex-col gap-4">
        <SelectField
          id="gjennomgang-enhet"
          label={t('enhet')}
          value={enhet}
          options={[{ value: '', label: t('alle') }, ...enheter.map((value) => ({ value, label: value }))]}
          onChange={(event) => setEnhet(event.target.value)}
        />
        <TextField
          id="frist"
          label={t('frist')}
          hint={t('fristHint')}
          value={slutt}
          error={forsoekt && frist === null ? t('fristfeil') : null}
          onChange={(event) => setSlutt(event.target.value)}
        />
        <div>
          <button type="submit" className="ds-button" aria-busy={pending}>
            {t('start')}
          </button>
        </div>
      </Form>
      <Dialog
        ref={dialog}
        title={t('startTittel', { enhet: enhet || t('alle') })}
        closeLabel={tTilgang('avbryt')}
      >
        <p className="mb-4">{t('startForklaring')}</p>
        <button type="button" className="ds-button" onClick={start}>
          {t('start')}
        </button>
      </Dialog>
    </section>
  );
}
