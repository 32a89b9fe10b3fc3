/** The reader's saved views: a filter with a name, used by one press. A person is never a part of one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { NavnForm } from '#components/revisjonslogg/navn-form.tsx';
import { Visningsrad } from '#components/revisjonslogg/visningsrad.tsx';
import { ProevIgjenButton } from '#components/shell/utfall.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { ApiFeil } from '#lib/client/api.ts';
import { changeVisningerOptions, listVisningerOptions } from '#lib/client/revisjonslogg.ts';
import type { Loggfilter, RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

type VisningerProps = {
  /** What is read now. */
  filter: RevisjonsloggFilter;
  onVis: (filter: Loggfilter) => void;
};

const MELDING_ID = 'visningsmelding';

export function Visninger(props: VisningerProps) {
  const t = useTranslations('revisjonslogg.visninger');
  return (
    <Disclosure summary={t('tittel')} className="mb-4 max-w-3xl">
      <Innhold {...props} />
    </Disclosure>
  );
}

function Innhold({ filter: { personidentifikator: _, begrunnelse: __, ...filter }, onVis }: VisningerProps) {
  const t = useTranslations('revisjonslogg.visninger');
  const client = useQueryClient();
  const visninger = useQuery(listVisningerOptions());
  const endring = useMutation({
    ...changeVisningerOptions(),
    onSuccess: (svar, { slag }) => {
      client.setQueryData(listVisningerOptions().queryKey, svar);
      // The row is gone, and the button that was pressed with it.
      if (slag === 'slett') document.getElementById(MELDING_ID)?.focus();
    },
    // Another window was first: what it did is shown.
    onError: () => void visninger.refetch(),
  });
  const onEndre: typeof endring.mutate = (...endre) => {
    if (!endring.isPending) endring.mutate(...endre);
  };
  const harNummer = [filter.bruker, filter.saksreferanse].some((tekst) => hasPersonnummer(tekst ?? ''));
  return (
    <div className="mt-2 flex flex-col gap-4">
      {visninger.isPending && <Skeleton label={t('henter')} lines={2} />}
      {visninger.isError && (
        <div role="alert">
          <p>{t('feilet')}</p>
          <ProevIgjenButton onRetry={() => void visninger.refetch()} />
        </div>
      )}
      {visninger.data?.visninger.length === 0 && <p>{t('ingen')}</p>}
      <ul className="divide-y divide-neutral-border-subtle">
        {visninger.data?.visninger.map((visning) => (
          <Visningsrad key={visning.visningId} visning={visning} onVis={onVis} onEndre={onEndre} />
        ))}
      </ul>
      <NavnForm
        label={t('lagre')}
        felt={t('navn')}
        hint={t('hint')}
        harNummer={harNummer}
        onNavn={(navn, onLagret) => onEndre({ slag: 'lagre', navn, filter }, { onSuccess: onLagret })}
      />
      <p id={MELDING_ID} role="status" tabIndex={-1}>
        {endring.isSuccess && endring.variables.slag !== 'list' && t(`endret.${endring.variables.slag}`)}
      </p>
      {endring.isError && <Endringsfeil error={endring.error} />}
    </div>
  );
}

function Endringsfeil({ error }: { error: Error }) {
  const t = useTranslations();
  const kode = error instanceof ApiFeil ? error.kode : 'INTERN_FEIL';
  return (
    <p role="alert" className="ds-alert" data-color="warning">
      {kode === 'KONFLIKT' ? t('revisjonslogg.visninger.konflikt') : t(`feil.${kode}`)}
    </p>
  );
}
