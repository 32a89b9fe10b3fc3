'use client';
/** How the portal is doing: each area with what it means in words before its figures. */
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DriftDetaljer } from '#components/drift/drift-detaljer.tsx';
import { ProevIgjenButton } from '#components/shell/utfall.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { readDriftOptions } from '#lib/client/drift.ts';
import type { Driftsstatus } from '#lib/domain/drift/drift.ts';
import { DRIFTSOMRAADER, type Driftsnivaa, vurderDrift } from '#lib/domain/drift/vurder-drift.ts';

const FARGE = { ok: 'success', varsel: 'warning', feil: 'danger' } as const satisfies Record<
  Driftsnivaa,
  string
>;
const ALVOR: readonly Driftsnivaa[] = ['feil', 'varsel', 'ok'];

export function DriftScreen() {
  const t = useTranslations('drift');
  const drift = useQuery(readDriftOptions);
  return (
    <>
      {drift.isError && (
        <div role="alert" className="mb-4 max-w-3xl">
          <Alert color="danger" title={t('feilet')}>
            <ProevIgjenButton onRetry={() => void drift.refetch()} />
          </Alert>
        </div>
      )}
      {drift.isPending && <Skeleton label={t('henter')} lines={8} />}
      {drift.data && <Status status={drift.data} />}
    </>
  );
}

function Status({ status }: { status: Driftsstatus }) {
  const t = useTranslations('drift');
  const { showTidspunkt } = useFormat();
  const vurdering = vurderDrift(status);
  const verst = ALVOR.find((nivaa) => Object.values(vurdering).includes(nivaa)) ?? 'ok';
  return (
    <>
      {/* Read aloud when it changes, and not at every reading. */}
      <p role="status" className="mb-1 text-lg font-semibold">
        {t(`samlet.${verst}`)}
      </p>
      <p className="mb-4 text-sm text-neutral-text-subtle">
        {t('lest', { tidspunkt: showTidspunkt(status.lest) })}
      </p>
      <ul aria-label={t('tittel')} className="max-w-5xl divide-y divide-neutral-border-subtle text-sm">
        {DRIFTSOMRAADER.map((omraade) => (
          <li
            key={omraade}
            className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 py-2 sm:grid-cols-[16rem_7rem_1fr]"
          >
            <h2 className="text-sm font-semibold">{t(`omraader.${omraade}`)}</h2>
            <p>
              <span className="ds-tag whitespace-nowrap" data-color={FARGE[vurdering[omraade]]}>
                {t(`nivaa.${vurdering[omraade]}`)}
              </span>
            </p>
            <div className="col-span-2 min-w-0 sm:col-span-1">
              <DriftDetaljer omraade={omraade} status={status} />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-3xl text-sm text-neutral-text-subtle">{t('hvordanVist')}</p>
      <Versjoner versjoner={status.versjoner} />
    </>
  );
}

function Versjoner({ versjoner }: Pick<Driftsstatus, 'versjoner'>) {
  const t = useTranslations('drift.versjoner');
  const versjonsrader = [
    [t('portal'), versjoner.portal],
    ['Node', versjoner.node],
    ['PostgreSQL', versjoner.postgres],
    [t('migrering'), versjoner.migrering],
  ] as const;
  return (
    <section className="mt-6">
      <h2 className="ds-heading" data-size="2xs">
        {t('tittel')}
      </h2>
      <dl className="mt-2 grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        {versjonsrader.map(([navn, versjon]) => (
          <div key={navn} className="contents">
            <dt>{navn}</dt>
            <dd className="m-0 break-all">{versjon}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
