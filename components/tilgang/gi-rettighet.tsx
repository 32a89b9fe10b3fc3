/** Giving a right: which one, until when, and why. None is suggested, and it is said beforehand when somebody must confirm it. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BrukerdelProps } from '#components/tilgang/brukerdel.ts';
import { GrunnFelt, useGrunn } from '#components/tilgang/grunn-felt.tsx';
import { parseSlutt } from '#components/tilgang/slutt.ts';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { kreverBekreftelse, RETTIGHETER } from '#lib/domain/tilgang/rettighet.ts';

export function GiRettighet({ pending, onHandling }: BrukerdelProps) {
  const t = useTranslations('tilgang.gi');
  const toNavn = useRettighetsnavn();
  const [naa] = useState(() => new Date());
  const [valgt, setValgt] = useState('');
  const [slutt, setSlutt] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const grunn = useGrunn();
  const rettighet = RETTIGHETER.find((en) => en === valgt);
  const til = parseSlutt(slutt, naa);
  const onSubmit = () => {
    setForsoekt(true);
    const begrunnelse = grunn.check();
    if (til === null) document.getElementById('slutt')?.focus();
    if (rettighet === undefined) document.getElementById('gi-rettighet')?.focus();
    if (rettighet === undefined || til === null || begrunnelse === null || pending) return;
    onHandling({ slag: 'gi', rettighet, til, begrunnelse }, () => {
      setForsoekt(false);
      setValgt('');
      setSlutt('');
      grunn.clear();
    });
  };
  return (
    <section aria-labelledby="gi" className="max-w-xl">
      <h2 id="gi" className="ds-heading mb-2" data-size="2xs">
        {t('tittel')}
      </h2>
      <Form onSubmit={onSubmit} className="flex flex-col gap-4">
        <SelectField
          id="gi-rettighet"
          label={t('rettighet')}
          value={valgt}
          note={rettighet !== undefined && kreverBekreftelse(rettighet) ? t('kreverBekreftelse') : null}
          error={forsoekt && rettighet === undefined ? t('rettighetsfeil') : null}
          options={[
            { value: '', label: t('velg') },
            ...RETTIGHETER.map((value) => ({ value, label: toNavn(value) })),
          ]}
          onChange={(event) => setValgt(event.target.value)}
        />
        <TextField
          id="slutt"
          label={t('slutt')}
          hint={t('sluttHint')}
          value={slutt}
          error={forsoekt && til === null ? t('sluttfeil') : null}
          onChange={(event) => setSlutt(event.target.value)}
        />
        <GrunnFelt grunn={grunn} />
        <div>
          <button type="submit" className="ds-button" aria-busy={pending}>
            {t('gi')}
          </button>
        </div>
      </Form>
    </section>
  );
}
