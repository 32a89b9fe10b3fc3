'use client';
/** Everybody who has signed in, with the rights that count now. */
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Brukertabell } from '#components/tilgang/brukertabell.tsx';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { listBrukereOptions } from '#lib/client/tilgang.ts';
import { UBRUKT_DAGER } from '#lib/domain/tilgang/bruk.ts';
import { RETTIGHETER } from '#lib/domain/tilgang/rettighet.ts';
import type { BrukerlisteRequest } from '#lib/domain/tilgang/tilgang-request.ts';

const ALLE: BrukerlisteRequest = { soek: '', enhet: null, rettighet: null, venter: false, ubrukt: false };

export function BrukereScreen() {
  const t = useTranslations('tilgang.brukere');
  // A number of its own for each reading: the same filter again asks again.
  const [{ filter, lesning }, setLest] = useState({ filter: ALLE, lesning: 0 });
  const liste = useQuery(listBrukereOptions(filter, lesning));
  const { data } = liste;
  return (
    <>
      <Filter
        enheter={data?.enheter ?? []}
        onFilter={(ny) => setLest({ filter: ny, lesning: lesning + 1 })}
        pending={liste.isFetching}
      />
      {liste.isPending && <Skeleton label={t('henter')} lines={8} />}
      {liste.isError && <Feilutfall error={liste.error} onRetry={() => void liste.refetch()} />}
      {data && (
        <>
          <p role="status" className="mb-2">
            {t('antall', { antall: data.antall })}
            {data.antall > data.brukere.length && ` ${t('ikkeAlle', { antall: data.brukere.length })}`}
          </p>
          {data.brukere.length > 0 && <Brukertabell brukere={data.brukere} />}
        </>
      )}
    </>
  );
}

type FilterProps = {
  enheter: readonly string[];
  onFilter: (filter: BrukerlisteRequest) => void;
  pending: boolean;
};

function Filter({ enheter, onFilter, pending }: FilterProps) {
  const t = useTranslations('tilgang.brukere');
  const toNavn = useRettighetsnavn();
  const [valgt, setValgt] = useState(ALLE);
  return (
    <Form
      onSubmit={() => onFilter({ ...valgt, soek: valgt.soek.trim() })}
      className="mb-6 flex max-w-6xl flex-col gap-3"
    >
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          id="soek"
          label={t('soek')}
          maxLength={60}
          value={valgt.soek}
          onChange={(event) => setValgt({ ...valgt, soek: event.target.value })}
        />
        <SelectField
          id="enhet"
          label={t('enhet')}
          value={valgt.enhet ?? ''}
          options={[
            { value: '', label: t('alle') },
            ...enheter.map((enhet) => ({ value: enhet, label: enhet })),
          ]}
          onChange={(event) => setValgt({ ...valgt, enhet: event.target.value || null })}
        />
        <SelectField
          id="rettighet"
          label={t('rettighet')}
          value={valgt.rettighet ?? ''}
          options={[
            { value: '', label: t('alle') },
            ...RETTIGHETER.map((rettighet) => ({ value: rettighet, label: toNavn(rettighet) })),
          ]}
          onChange={(event) =>
            setValgt({
              ...valgt,
              rettighet: RETTIGHETER.find((rettighet) => rettighet === event.target.value) ?? null,
            })
          }
        />
      </div>
      <CheckboxField
        label={t('bareVentende')}
        checked={valgt.venter}
        onChange={(venter) => setValgt({ ...valgt, venter })}
      />
      <CheckboxField
        label={t('bareUbrukte')}
        hint={t('ubruktHint', { dager: UBRUKT_DAGER })}
        checked={valgt.ubrukt}
        onChange={(ubrukt) => setValgt({ ...valgt, ubrukt })}
      />
      <div>
        <button type="submit" className="ds-button" aria-busy={pending}>
          {t('vis')}
        </button>
      </div>
    </Form>
  );
}
