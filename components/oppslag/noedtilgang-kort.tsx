/** That the person is open by a nødtilgang, how long it lasts, and the way to give it back. In view while one reads. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFormat } from '#components/ui/use-format.ts';
import { ApiFeil } from '#lib/client/api.ts';
import { deleteNoedtilgang } from '#lib/client/noedtilgang.ts';

type NoedtilgangKortProps = {
  noedtilgang: { id: string; utloeper: string };
  /** She is closed to the user again. */
  onOver: () => void;
};

const countSekunder = (utloeper: string): number =>
  Math.max(0, Math.round((Date.parse(utloeper) - Date.now()) / 1_000));

export function NoedtilgangKort({ noedtilgang: { id, utloeper }, onOver }: NoedtilgangKortProps) {
  const t = useTranslations('noedtilgang');
  const tFeil = useTranslations('feil');
  const { showTidspunkt } = useFormat();
  const [igjen, setIgjen] = useState(() => countSekunder(utloeper));
  // An effect, since the clock is outside React.
  useEffect(() => {
    const klokke = setInterval(() => setIgjen(countSekunder(utloeper)), 1_000);
    return () => clearInterval(klokke);
  }, [utloeper]);
  const gi = useMutation({ mutationFn: () => deleteNoedtilgang(id), onSuccess: onOver });
  const to = (tall: number) => String(tall).padStart(2, '0');
  const tid = `${Math.floor(igjen / 3_600)}:${to(Math.floor(igjen / 60) % 60)}:${to(igjen % 60)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      <p className="ds-tag" data-color="danger" data-size="sm">
        {t('gjelderTil', { tidspunkt: showTidspunkt(utloeper) })}
      </p>
      <p aria-hidden className="tabular-nums">
        {t('igjen', { tid })}
      </p>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-busy={gi.isPending}
        onClick={() => !gi.isPending && gi.mutate()}
      >
        {t('giTilbake')}
      </button>
      {gi.isError && <p role="alert">{tFeil(gi.error instanceof ApiFeil ? gi.error.kode : 'INTERN_FEIL')}</p>}
    </div>
  );
}
