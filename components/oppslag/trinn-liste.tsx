/** What the søketrapp has tried, in words and in order. */
import { useTranslations } from 'next-intl';
import type { Trinn } from '#lib/domain/oppslag/oppslag.ts';

/** One rung in words: `Navn og fødselsdato, også tidligere navn og adresser`. */
export function useTrinntekst(): (trinn: Trinn) => string {
  const t = useTranslations('oppslag.trapp');

  return ({ grunnlag, opplysningsgrunnlag, fonetisk }) =>
    [
      t(`trinn.${grunnlag}`),
      ...(opplysningsgrunnlag === 'historisk' ? [t('historisk')] : []),
      ...(fonetisk ? [t('fonetisk')] : []),
    ].join(', ');
}

export function TrinnListe({ trinn }: { trinn: readonly Trinn[] }) {
  const t = useTranslations('oppslag.trapp');
  const toTekst = useTrinntekst();

  return (
    <>
      <p className="mt-2">{t('proevd')}</p>
      <ol className="ds-list list-decimal pl-6">
        {trinn.map((ett) => (
          <li key={toTekst(ett)}>{toTekst(ett)}</li>
        ))}
      </ol>
    </>
  );
}
