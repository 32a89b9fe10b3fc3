/** Where the names that stand for the register's codes come from, and as of when. */
import { useTranslations } from 'next-intl';
import { Disclosure } from '#components/ui/disclosure.tsx';

const LISTER = ['kommuner', 'land', 'andre', 'poststed'] as const;

export function Kodeverkkilder() {
  const t = useTranslations('personside.kodeverkkilder');
  return (
    <Disclosure summary={t('tittel')} className="mt-4 text-sm print:hidden">
      <ul className="mt-1 flex max-w-3xl list-disc flex-col gap-1 pl-5">
        {LISTER.map((liste) => (
          <li key={liste}>{t(liste)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
