/** The way between pages: the one before, the one after, or any by number. */
import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/select-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';

type SidevalgProps = { side: number; antall: number; onSide: (side: number) => void };

export function Sidevalg({ side, antall, onSide }: SidevalgProps) {
  const t = useTranslations('soek.liste');
  const { showTall } = useFormat();
  if (antall <= 1) return null;
  return (
    <nav aria-label={t('sider')} className="flex flex-wrap items-end gap-3 print:hidden">
      {side > 0 && (
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => onSide(side - 1)}>
          {t('forrige')}
        </button>
      )}
      {side < antall - 1 && (
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => onSide(side + 1)}>
          {t('neste')}
        </button>
      )}
      {antall > 2 && (
        <SelectField
          id="treffliste-side"
          label={t('gaaTil')}
          value={side}
          onChange={(event) => onSide(Number(event.target.value))}
          options={Array.from({ length: antall }, (_, en) => ({
            value: String(en),
            label: showTall(en + 1),
          }))}
        />
      )}
    </nav>
  );
}
