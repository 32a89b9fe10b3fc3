'use client';
/** «Vis som»: the person view of an example, as somebody with these rights would have it. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Bannere } from '#components/person/bannere.tsx';
import { PersonFaner } from '#components/person/person-faner.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { FOERSTE_VALG, RettighetsvalgFelter } from '#components/tilgang/rettighetsvalg.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { showSomOptions } from '#lib/client/tilgang.ts';
import { EKSEMPELGRADERINGER, type Eksempelgradering } from '#lib/domain/tilgang/graderinger.ts';
import type { VisSom } from '#lib/domain/tilgang/vis-som.ts';

export function VisSomScreen() {
  const t = useTranslations('tilgang.visSom');
  const tGradering = useTranslations('tilgang.matrise.gradering');
  const [valgt, setValgt] = useState(FOERSTE_VALG);
  const [gradering, setGradering] = useState<Eksempelgradering>('ugradert');
  const vis = useMutation(showSomOptions);
  const onSubmit = () => {
    if (!vis.isPending) vis.mutate({ ...valgt, gradering });
  };
  return (
    <>
      <Form onSubmit={onSubmit} className="mb-6 flex max-w-4xl flex-col gap-4">
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <RettighetsvalgFelter valgt={valgt} onValg={setValgt} />
          <SelectField
            id="gradering"
            label={t('gradering')}
            value={gradering}
            options={EKSEMPELGRADERINGER.map((value) => ({ value, label: tGradering(value) }))}
            onChange={({ target }) =>
              setGradering(EKSEMPELGRADERINGER.find((en) => en === target.value) ?? gradering)
            }
          />
        </div>
        <div>
          <button type="submit" className="ds-button" aria-busy={vis.isPending}>
            {t('vis')}
          </button>
        </div>
      </Form>
      {vis.isError && <Feilutfall error={vis.error} onRetry={onSubmit} />}
      {vis.data && <Eksempel key={vis.submittedAt} svar={vis.data} />}
    </>
  );
}

function Eksempel({ svar }: { svar: VisSom }) {
  const t = useTranslations('tilgang.visSom');
  if (svar.utfall === 'ingenPersoner') return <p role="status">{t('ingenPersoner')}</p>;
  const { person } = svar;
  return (
    <section aria-labelledby="eksempel">
      <Alert color="info">
        <p>{t('eksempel')}</p>
      </Alert>
      <h2 id="eksempel" ref={focusOnMount} tabIndex={-1} className="ds-heading my-4" data-size="xs">
        {person.hode.navn ?? t('utenNavn')}
      </h2>
      <Bannere bannere={person.bannere} />
      <PersonFaner person={person} alle={false} />
    </section>
  );
}
