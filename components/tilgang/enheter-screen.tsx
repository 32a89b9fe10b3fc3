'use client';
/** The units: made here, and ended when nobody is in them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Enhetstabell } from '#components/tilgang/enhetstabell.tsx';
import { Svarboks } from '#components/tilgang/svarboks.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changeEnhetOptions, listEnheterOptions } from '#lib/client/tilgang.ts';
import type { Enhet } from '#lib/domain/tilgang/bruker.ts';
import type { Enhetsendring } from '#lib/domain/tilgang/tilgang-request.ts';

export function EnheterScreen({ kanEndres }: { kanEndres: boolean }) {
  const t = useTranslations('tilgang.enheter');
  const client = useQueryClient();
  const liste = useQuery(listEnheterOptions);
  const [utfoert, setUtfoert] = useState<Enhetsendring['slag'] | null>(null);
  const endring = useMutation({
    ...changeEnhetOptions,
    onMutate: () => setUtfoert(null),
    onSuccess: (ny, { slag }) => {
      client.setQueryData(listEnheterOptions.queryKey, ny);
      setUtfoert(slag);
    },
  });
  const onEndring = (en: Enhetsendring) => {
    if (!endring.isPending) endring.mutate(en);
  };
  const enheter = liste.data?.enheter ?? [];
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      {endring.isError && (
        <Feilutfall error={endring.error} onRetry={() => endring.mutate(endring.variables)} />
      )}
      {utfoert && <Svarboks tekst={t(`utfoert.${utfoert}`)} />}
      {liste.isPending && <Skeleton label={t('henter')} lines={4} />}
      {liste.isError && <Feilutfall error={liste.error} onRetry={() => void liste.refetch()} />}
      {liste.isSuccess && enheter.length === 0 && <p>{t('ingen')}</p>}
      {enheter.length > 0 && (
        <Enhetstabell
          enheter={enheter}
          pending={endring.isPending}
          onAvslutt={kanEndres ? (enhetId) => onEndring({ slag: 'avslutt', enhetId }) : null}
        />
      )}
      {kanEndres && liste.isSuccess && (
        <NyEnhet key={enheter.length} enheter={enheter} pending={endring.isPending} onEndring={onEndring} />
      )}
    </div>
  );
}

type NyEnhetProps = {
  enheter: readonly Enhet[];
  pending: boolean;
  onEndring: (endring: Enhetsendring) => void;
};

function NyEnhet({ enheter, pending, onEndring }: NyEnhetProps) {
  const t = useTranslations('tilgang.enheter');
  const [navn, setNavn] = useState('');
  const [overordnet, setOverordnet] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const aktive = enheter.filter(({ avsluttet }) => avsluttet === null);
  const finnes = aktive.some((enhet) => enhet.navn.toLowerCase() === navn.trim().toLowerCase());
  const feil = navn.trim().length < 2 ? 'navnfeil' : finnes ? 'navnIBruk' : null;
  const onSubmit = () => {
    setForsoekt(true);
    if (feil !== null) document.getElementById('enhetsnavn')?.focus();
    else onEndring({ slag: 'opprett', navn: navn.trim(), overordnetId: overordnet || null });
  };
  return (
    <section aria-labelledby="ny-enhet" className="max-w-xl">
      <h2 id="ny-enhet" className="ds-heading mb-2" data-size="2xs">
        {t('nyTittel')}
      </h2>
      <Form onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          id="enhetsnavn"
          label={t('navn')}
          maxLength={80}
          value={navn}
          error={forsoekt && feil !== null ? t(feil) : null}
          onChange={(event) => setNavn(event.target.value)}
        />
        <SelectField
          id="overordnet"
          label={t('overordnet')}
          value={overordnet}
          options={[
            { value: '', label: t('ingenOverordnet') },
            ...aktive.map((enhet) => ({ value: enhet.enhetId, label: enhet.navn })),
          ]}
          onChange={(event) => setOverordnet(event.target.value)}
        />
        <div>
          <button type="submit" className="ds-button" aria-busy={pending}>
            {t('opprett')}
          </button>
        </div>
      </Form>
    </section>
  );
}
