/** The state of an uttrekk as a tag. Rule: the word says it, the colour only repeats it. */
import { useTranslations } from 'next-intl';
import { findVisningstilstand, type Visningstilstand } from '#components/uttrekk/visningstilstand.ts';
import type { Uttrekksrad } from '#lib/domain/uttrekk/uttrekk.ts';

const FARGE: Partial<Record<Visningstilstand, 'success' | 'warning' | 'danger' | 'info'>> = {
  klar: 'success',
  venterPaaGodkjenning: 'warning',
  ukjent: 'warning',
  pauset: 'warning',
  ufullstendig: 'danger',
  feilet: 'danger',
  avslaatt: 'danger',
  iKoe: 'info',
  bestilt: 'info',
  venterPaaRegisteret: 'info',
  henter: 'info',
  ferdigstiller: 'info',
};

export function Tilstandsmerke({ rad }: { rad: Pick<Uttrekksrad, 'tilstand' | 'oenske'> }) {
  const t = useTranslations('uttrekk.tilstand');
  const vist = findVisningstilstand(rad);
  return (
    <span className="ds-tag whitespace-nowrap" data-color={FARGE[vist] ?? 'neutral'} data-size="sm">
      {t(vist)}
    </span>
  );
}
