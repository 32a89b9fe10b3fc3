'use client';
/** The pages of access that the reader has, above each of them. */
import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { findAriaCurrent } from '#components/shell/sider.ts';
import type { Handling } from '#lib/domain/session/session.ts';

const SIDER = [
  { href: '/tilgang', tekst: 'brukere', handling: 'tilgangVisning' },
  { href: '/tilgang/enheter', tekst: 'enheter', handling: 'tilgangVisning' },
  { href: '/tilgang/gjennomgang', tekst: 'gjennomgang', handling: 'tilgangGjennomgang' },
  { href: '/tilgang/matrise', tekst: 'matrise', handling: 'tilgangVisning' },
  { href: '/tilgang/pakker', tekst: 'pakker', handling: 'tilgangVisning' },
  { href: '/tilgang/vis-som', tekst: 'visSom', handling: 'tilgangVisning' },
] as const;

export function Undermeny({ handlinger }: { handlinger: readonly Handling[] }) {
  const t = useTranslations('tilgang.sider');
  const pathname = usePathname();
  const sider = SIDER.filter(({ handling }) => handlinger.includes(handling));
  if (sider.length < 2) return null;
  return (
    <nav aria-label={t('navn')} className="px-4 pt-3 lg:px-6">
      <ul className="flex flex-wrap gap-1">
        {sider.map(({ href, tekst }) => (
          <li key={href}>
            <NextLink
              href={href}
              aria-current={findAriaCurrent(href, sider, pathname)}
              className="ds-button aria-[current]:underline aria-[current]:underline-offset-8"
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
