/** Why the search was not sent: faults in fields first, else what would be enough, when several things would. */
import { useTranslations } from 'next-intl';
import { listNaermeste, type SoekTilstand } from '#components/oppslag/soek-tilstand.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { useFormat } from '#components/ui/use-format.ts';

export function SoekFeil({ tilstand }: { tilstand: SoekTilstand }) {
  const t = useTranslations('oppslag');
  const felt = useTranslations('oppslag.felt');
  const { showListe } = useFormat();
  const { feil } = tilstand;
  if (feil.length > 0)
    return (
      <ErrorSummary
        title={t('feilISoeket')}
        errors={feil.map((en) => ({ fieldId: en.felt, text: t(`kriteriefeil.${en.feil}`) }))}
      />
    );
  const naermeste = listNaermeste(tilstand);
  if (naermeste.length === 0) return <p role="alert">{t('avvist.manglerTjeneste')}</p>;
  const [eneste = []] = naermeste;
  const errors =
    naermeste.length === 1
      ? eneste.map((et) => ({ fieldId: et, text: t('manglerForTreff', { felt: felt(et) }) }))
      : naermeste.map((felter) => ({
          fieldId: felter[0] ?? '',
          text: showListe(felter.map((et) => felt(et))),
        }));
  return (
    <ErrorSummary title={t(naermeste.length === 1 ? 'feilISoeket' : 'ettTilForTreff')} errors={errors} />
  );
}
