'use client';
/**
 * Every dated fact on one axis, as a list of years. Rule: the list says what it leaves out (copies, kinds not chosen,
 * facts without a date), and never that it is complete: the register corrects its history.
 */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Forbehold } from '#components/person/tid/forbehold.tsx';
import { Punktliste } from '#components/person/tid/punktliste.tsx';
import { type Retning, TidslinjeFilter } from '#components/person/tid/tidslinje-filter.tsx';
import type { FaneId, Seksjon } from '#lib/domain/person/person-view.ts';
import { countGrupper, groupByAar, toTidslinje } from '#lib/domain/person/tid/tidslinje.ts';

export function TidslinjeVisning({ seksjoner }: { seksjoner: readonly Seksjon[] }) {
  const t = useTranslations('tid.tidslinje');
  const [skjult, setSkjult] = useState<ReadonlySet<FaneId>>(new Set());
  const [retning, setRetning] = useState<Retning>('nyeste');
  const tidslinje = toTidslinje(seksjoner);
  const daterte = tidslinje.daterte.filter(({ gruppe }) => !skjult.has(gruppe));
  const utenDato = tidslinje.utenDato.filter(({ gruppe }) => !skjult.has(gruppe));
  const grupper = countGrupper(tidslinje);
  const alle = tidslinje.daterte.length + tidslinje.utenDato.length;
  if (alle === 0) return <p>{t('tom')}</p>;
  return (
    <div className="max-w-5xl">
      <Forbehold />
      <TidslinjeFilter
        grupper={grupper}
        skjult={skjult}
        onSkjult={setSkjult}
        retning={retning}
        onRetning={setRetning}
      />
      <p role="status" className="mb-2 text-sm text-neutral-text-subtle">
        {t('viser', { antall: daterte.length + utenDato.length, alle })}
      </p>
      {groupByAar(retning === 'nyeste' ? daterte : daterte.toReversed()).map(({ aar, punkter }) => (
        <Punktliste key={aar} tittel={aar} punkter={punkter} />
      ))}
      {utenDato.length > 0 && <Punktliste tittel={t('utenDato')} punkter={utenDato} />}
    </div>
  );
}
