/** A person as the cells of a row: the same in a treffliste and in a bulk. */
import { useTranslations } from 'next-intl';
import type { Radtekster } from '#components/person/radtekster.ts';
import { showPersonidentifikator } from '#components/ui/format.ts';

/** How many cells it is. */
export const RADFAKTA_CELLER = 4;

export function Radfakta({ navn, foedt, status, adresse, gjeldendeNummer }: Radtekster) {
  const t = useTranslations('rad');
  return (
    <>
      <td className="break-words">
        {navn}
        {gjeldendeNummer !== null && (
          <span className="block text-neutral-text-subtle">
            {t('gjeldendeNummer', { nummer: showPersonidentifikator(gjeldendeNummer) })}
          </span>
        )}
      </td>
      <td>{foedt}</td>
      <td>{status}</td>
      <td className="break-words">{adresse}</td>
    </>
  );
}
