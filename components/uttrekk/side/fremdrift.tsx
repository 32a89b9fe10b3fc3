/** How far an uttrekk has come: a bar where the whole is known, and figures that are seen and not read out. */
import { useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import type { Fremdrift as Tall } from '#lib/domain/uttrekk/uttrekk.ts';

export function Fremdrift({ fremdrift, loeper }: { fremdrift: Tall; loeper: boolean }) {
  const t = useTranslations('uttrekk.fremdrift');
  const { showTall } = useFormat();
  const { identifikatorer, hentet, ikkeLevert, sisteBatchSett, personerPerSekund, sekunderIgjen } = fremdrift;
  if (identifikatorer === 0) return null;
  const ferdige = hentet + ikkeLevert;
  return (
    <div className="max-w-3xl">
      <progress className="framdrift" aria-label={t('navn')} max={identifikatorer} value={ferdige} />
      <p className="mt-1 flex min-h-6 flex-wrap gap-x-4 tabular-nums">
        <span>
          {t(sisteBatchSett ? 'avAlle' : 'avKjente', {
            hentet: showTall(ferdige),
            totalt: showTall(identifikatorer),
          })}
        </span>
        {loeper && personerPerSekund !== null && (
          <span>{t('fart', { antall: showTall(Math.round(personerPerSekund)) })}</span>
        )}
        {loeper && sekunderIgjen !== null && <Igjen sekunder={sekunderIgjen} />}
      </p>
    </div>
  );
}

/** Seconds below two minutes, minutes below two hours: an estimate is not finer than that. */
function Igjen({ sekunder }: { sekunder: number }) {
  const t = useTranslations('uttrekk.fremdrift');
  const minutter = Math.ceil(sekunder / 60);
  if (sekunder < 120) return <span>{t('igjenSekunder', { sekunder: Math.max(1, sekunder) })}</span>;
  if (minutter < 120) return <span>{t('igjenMinutter', { minutter })}</span>;
  return <span>{t('igjenTimer', { timer: Math.ceil(minutter / 60) })}</span>;
}
