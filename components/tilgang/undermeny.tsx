'use client';
/** The pages of access, above each of them. */
import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

const SIDER = [
  { href: '/tilgang', tekst: 'brukere' },
  { href: '/tilgang/enheter', tekst: 'enheter' },
  { href: '/tilgang/matrise', tekst: 'matrise' },
  { href: '/tilgang/pakker', tekst: 'pakker' },
  { href: '/tilgang/vis-som', tekst: 'visSom' },
] as const;

export function Undermeny() {
  const t = useTranslations('tilgang.sider');
  const pathname = usePathname();
  return (
    <nav aria-label={t('navn')} className="px-4 pt-3 lg:px-6">
      <ul className="flex flex-wrap gap-1">
        {SIDER.map(({ href, tekst }) => (
          <li key={href}>
            <NextLink
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="ds-button aria-[current=page]:underline aria-[current=page]:underline-offset-8"
              data-variant="tertiary"
              data-size="sm"
            >
              {t(tekst)}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
