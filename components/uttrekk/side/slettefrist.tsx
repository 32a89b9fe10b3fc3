/** When the files go, and that downloading them makes it sooner: said before anybody does. */
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

type Fristside = Pick<Uttrekksside, 'utloeper' | 'etterNedlasting' | 'filer' | 'deltMed' | 'erEier'>;

export function Slettefrist({ side }: { side: Fristside }) {
  const t = useTranslations('uttrekk.filer');
  const { utloeper, etterNedlasting, filer, deltMed, erEier } = side;
  if (utloeper === null || filer.length === 0) return null;
  const tall = etterNedlasting && { timer: etterNedlasting.timer, antall: filer.length };
  const alene = erEier && deltMed.length === 0;
  return (
    <>
      <p>
        {t(tall === null || etterNedlasting?.alleHar ? 'slettes' : 'slettesSenest')}{' '}
        <Tidspunkt tidspunkt={utloeper} />
        {tall !== null && etterNedlasting?.alleHar && <>, {t(`etter.${alene ? 'deg' : 'alle'}`, tall)}</>}
      </p>
      {tall !== null && !etterNedlasting?.alleHar && <p>{t(`starter.${alene ? 'deg' : 'alle'}`, tall)}</p>}
    </>
  );
}
