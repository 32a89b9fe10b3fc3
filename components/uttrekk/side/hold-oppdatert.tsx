'use client';
/**
 * Whether the uttrekk is held up to date, and how many something has happened to since. Rule: a number stands with the
 * time it is of; what may be missing is said; and who is never shown: the orderer orders again and compares.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { readOppdateringOptions, setOppdateringOptions } from '#lib/client/uttrekk.ts';
import type { Oppdatering } from '#lib/domain/uttrekk/oppdatering.ts';

export function HoldOppdatert({ uttrekkId }: { uttrekkId: string }) {
  const t = useTranslations('uttrekk.oppdatering');
  const svar = useQuery(readOppdateringOptions(uttrekkId));
  return (
    <section aria-labelledby="oppdatering" className="max-w-3xl">
      <h2 id="oppdatering" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {svar.isPending && <Skeleton label={t('henter')} lines={2} />}
      {svar.isError && <Handlingsfeil error={svar.error} />}
      {svar.data && <Innhold oppdatering={svar.data} uttrekkId={uttrekkId} />}
    </section>
  );
}

type InnholdProps = { oppdatering: Oppdatering; uttrekkId: string };

function Innhold({ oppdatering: { hinder, holdt }, uttrekkId }: InnholdProps) {
  const t = useTranslations('uttrekk.oppdatering');
  if (holdt === null && hinder !== null) return <p>{t(`hinder.${hinder}`)}</p>;
  return (
    <div className="flex flex-col gap-3">
      <Bryter erHoldt={holdt !== null} uttrekkId={uttrekkId} />
      <div role="status" className="flex flex-col gap-3">
        {holdt !== null && <Funn holdt={holdt} />}
      </div>
    </div>
  );
}

function Bryter({ erHoldt, uttrekkId }: { erHoldt: boolean; uttrekkId: string }) {
  const t = useTranslations('uttrekk.oppdatering');
  const client = useQueryClient();
  // What she asked for, until it is so: the box stands as she left it from the moment she let go of it.
  const [oenske, setOenske] = useState<boolean | null>(null);
  if (oenske === erHoldt) setOenske(null);
  const sett = useMutation({
    ...setOppdateringOptions(uttrekkId),
    onSuccess: (svar) => client.setQueryData(readOppdateringOptions(uttrekkId).queryKey, svar),
    onError: () => setOenske(null),
  });
  function be(holdes: boolean): void {
    if (oenske !== null) return;
    setOenske(holdes);
    sett.mutate(holdes);
  }
  return (
    <>
      <CheckboxField label={t('bryter')} hint={t('hint')} checked={oenske ?? erHoldt} onChange={be} />
      {sett.isError && <Handlingsfeil error={sett.error} />}
    </>
  );
}

type Holdt = NonNullable<Oppdatering['holdt']>;

function Funn({ holdt }: { holdt: Holdt }) {
  const t = useTranslations('uttrekk.oppdatering');
  const { showTall, showTidspunkt } = useFormat();
  const { tilstand, ajour, endret, harHull } = holdt;
  if (ajour === null) return <Ulest tilstand={tilstand} />;
  const flere = endret === 0 ? t('ingen') : t('antall', { antall: showTall(endret ?? 0) });
  return (
    <>
      <p>
        <strong>{endret === null ? t('faa') : flere}</strong> <Siden holdt={holdt} />
      </p>
      {tilstand === 'foelger' && <p className="text-sm">{t('ajour', { ajour: showTidspunkt(ajour) })}</p>}
      {(tilstand === 'henger' || tilstand === 'forGammel') && (
        <Alert color="warning" title={t(`${tilstand}.tittel`)}>
          <p>{t(`${tilstand}.tekst`, { ajour: showTidspunkt(ajour) })}</p>
        </Alert>
      )}
      {harHull && (
        <Alert color="warning" title={t('hull.tittel')}>
          <p>{t('hull.tekst')}</p>
        </Alert>
      )}
      {endret !== 0 && <p>{t('bestillPaaNytt')}</p>}
    </>
  );
}

/** From when it is counted, and what that leaves out. */
function Siden({ holdt: { siden, fraBestilling } }: { holdt: Holdt }) {
  const t = useTranslations('uttrekk.oppdatering');
  const { showTidspunkt } = useFormat();
  if (siden === null) return t('sidenSekvensnummer');
  return t(fraBestilling ? 'sidenBestilling' : 'siden', { siden: showTidspunkt(siden) });
}

/** Nothing is known to be read, so there is no number to tell. */
function Ulest({ tilstand }: Pick<Holdt, 'tilstand'>) {
  const t = useTranslations('uttrekk.oppdatering');
  if (tilstand === 'forGammel')
    return (
      <Alert color="warning" title={t('forGammel.tittel')}>
        <p>{t('forGammel.aldriLest')}</p>
      </Alert>
    );
  return <p>{tilstand === 'henger' ? t('startHenger') : t('starter')}</p>;
}
