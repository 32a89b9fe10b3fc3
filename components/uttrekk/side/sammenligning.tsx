'use client';
/** Two runs of the same order held against each other: how many are new, gone and changed, and the file of who. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { LastNed } from '#components/uttrekk/side/last-ned.tsx';
import { readSammenligningerOptions, startSammenligningOptions } from '#lib/client/uttrekk.ts';
import type { Sammenligninger } from '#lib/domain/uttrekk/uttrekk.ts';

const TITTEL_ID = 'sammenligning';

export function Sammenligning({ uttrekkId }: { uttrekkId: string }) {
  const t = useTranslations('uttrekk.sammenligning');
  const svar = useQuery(readSammenligningerOptions(uttrekkId));
  return (
    <section aria-labelledby={TITTEL_ID} className="max-w-3xl">
      <h2 id={TITTEL_ID} tabIndex={-1} className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {svar.isPending && <Skeleton label={t('henter')} lines={2} />}
      {svar.isError && <Handlingsfeil error={svar.error} />}
      {svar.isSuccess && <Innhold svar={svar.data} uttrekkId={uttrekkId} />}
    </section>
  );
}

function Innhold({ svar, uttrekkId }: { svar: Sammenligninger; uttrekkId: string }) {
  const t = useTranslations('uttrekk.sammenligning');
  const { kandidater, sammenligninger } = svar;
  const gjort = new Set(sammenligninger.map(({ medId }) => medId));
  const mulige = kandidater.filter((kandidat) => !gjort.has(kandidat.uttrekkId));
  return (
    <>
      {kandidater.length === 0 && sammenligninger.length === 0 && <p>{t('ingen')}</p>}
      {sammenligninger.map((en) => (
        <Resultat key={en.medId} sammenligning={en} uttrekkId={uttrekkId} />
      ))}
      {mulige.length > 0 && <Start key={mulige[0]?.uttrekkId} kandidater={mulige} uttrekkId={uttrekkId} />}
    </>
  );
}

type ResultatProps = { sammenligning: Sammenligninger['sammenligninger'][number]; uttrekkId: string };

function Resultat({ sammenligning, uttrekkId }: ResultatProps) {
  const t = useTranslations('uttrekk.sammenligning');
  const { showTall } = useFormat();
  const { medId, navn, tilstand, nye, borte, endret, filId } = sammenligning;
  const tall = { nye, borte, endret };
  return (
    <div className="mb-3">
      <h3 className="font-medium">{t('med', { navn })}</h3>
      {tilstand === 'klar' ? (
        <dl className="label-value">
          {(['nye', 'borte', 'endret'] as const).map((slag) => (
            <div key={slag}>
              <dt>{t(slag)}</dt>
              <dd>{tall[slag] === null ? t('ikkeTalt') : showTall(tall[slag])}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p role="status">{t(tilstand)}</p>
      )}
      {tilstand === 'feilet' && <ProevIgjen uttrekkId={uttrekkId} medId={medId} navn={navn} />}
      {filId !== null && (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <span>{t('fil')}</span>
          <LastNed
            uttrekkId={uttrekkId}
            filId={filId}
            navn={t('filAv', { navn })}
            harManifest={sammenligning.harManifest}
          />
        </div>
      )}
      {filId === null && Object.values(tall).some((antall) => antall !== null && antall > 0) && (
        <p className="mt-2 text-sm text-neutral-text-subtle">{t('utenFil')}</p>
      )}
    </div>
  );
}

/** Asks for a comparison; what has the focus then is gone, or is another's. */
function useStart(uttrekkId: string) {
  const client = useQueryClient();
  return useMutation({
    ...startSammenligningOptions(uttrekkId),
    onSuccess: (svar) => {
      client.setQueryData(readSammenligningerOptions(uttrekkId).queryKey, svar);
      document.getElementById(TITTEL_ID)?.focus();
    },
  });
}

function ProevIgjen({ uttrekkId, medId, navn }: { uttrekkId: string; medId: string; navn: string }) {
  const t = useTranslations('uttrekk.sammenligning');
  const start = useStart(uttrekkId);
  return (
    <div className="mt-2 flex flex-col gap-3">
      <button
        type="button"
        className="ds-button self-start"
        data-variant="secondary"
        data-size="sm"
        aria-busy={start.isPending}
        onClick={() => !start.isPending && start.mutate(medId)}
      >
        {t('proevIgjen')}
        <span className="ds-sr-only">{t('proevIgjenMed', { navn })}</span>
      </button>
      {start.isError && <Handlingsfeil error={start.error} />}
    </div>
  );
}

type StartProps = { kandidater: Sammenligninger['kandidater']; uttrekkId: string };

function Start({ kandidater, uttrekkId }: StartProps) {
  const t = useTranslations('uttrekk.sammenligning');
  const { showTidspunkt } = useFormat();
  const [medId, setMedId] = useState(kandidater[0]?.uttrekkId ?? '');
  const start = useStart(uttrekkId);
  return (
    <Form onSubmit={() => !start.isPending && start.mutate(medId)} className="flex flex-col gap-3">
      <SelectField
        id="sammenlignMed"
        label={t('velg')}
        value={medId}
        onChange={(event) => setMedId(event.target.value)}
        options={kandidater.map(({ uttrekkId: value, navn, ferdig }) => ({
          value,
          label: t('kandidat', { navn, tidspunkt: showTidspunkt(ferdig) }),
        }))}
      />
      <button
        type="submit"
        className="ds-button self-start"
        data-variant="secondary"
        aria-busy={start.isPending}
      >
        {t('start')}
      </button>
      {start.isError && <Handlingsfeil error={start.error} />}
    </Form>
  );
}
