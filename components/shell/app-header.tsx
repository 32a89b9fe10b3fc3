'use client';
/** The frame around every screen: who is signed in, where one can go, and for what one is asking. */
import { MenuHamburgerIcon } from '@navikt/aksel-icons';
import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Brukermeny } from '#components/shell/brukermeny.tsx';
import type { Tema } from '#components/shell/preferences.ts';
import { findAriaCurrent, listMenysider } from '#components/shell/sider.ts';
import { useVenter } from '#components/shell/use-venter.ts';
import type { Handling, SessionView } from '#lib/domain/session/session.ts';

type AppHeaderProps = { session: SessionView; tema: Tema; hurtigtast: boolean; kontekst: ReactNode };

export function AppHeader({ session, tema, hurtigtast, kontekst }: AppHeaderProps) {
  const t = useTranslations('felles');
  return (
    <header className="border-b border-neutral-border-subtle bg-neutral-surface-default print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-1.5 lg:px-6">
        <NextLink
          href="/"
          className="focusable inline-flex min-h-9 items-center font-semibold text-neutral-text-default no-underline"
        >
          {t('portalnavn')}
        </NextLink>
        <Navigation handlinger={session.handlinger} />
        <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2">
          {kontekst}
          <button
            type="button"
            className="ds-button max-w-full"
            data-variant="tertiary"
            data-size="sm"
            popoverTarget="brukermeny"
          >
            <MenuHamburgerIcon aria-hidden />
            <span className="truncate">{session.navn}</span>
          </button>
        </div>
      </div>
      <Brukermeny session={session} tema={tema} hurtigtast={hurtigtast} />
    </header>
  );
}

function Navigation({ handlinger }: { handlinger: readonly Handling[] }) {
  const t = useTranslations('felles');
  const pathname = usePathname();
  const sider = listMenysider(handlinger);
  const venter = useVenter(handlinger, pathname);
  if (sider.length === 0) return null;
  return (
    <nav aria-label={t('navigasjon')}>
      <ul className="flex flex-wrap gap-1">
        {sider.map((side) => (
          <li key={side.href} className="flex items-center">
            <NextLink
              href={side.href}
              aria-current={findAriaCurrent(side.href, sider, pathname)}
              className="ds-button aria-[current]:underline aria-[current]:underline-offset-8"
              data-variant="tertiary"
              data-size="sm"
            >
              {t(`sider.${side.tekst}`)}
            </NextLink>
            <Venterantall antall={venter[side.tekst] ?? 0} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the link and not in it: the page is called the same whatever waits there. */
function Venterantall({ antall }: { antall: number }) {
  const t = useTranslations('felles');
  if (antall === 0) return null;
  return (
    <span className="ds-tag" data-color="info" data-size="sm">
      <span aria-hidden>{antall}</span>
      <span className="ds-sr-only">{t('venter', { antall })}</span>
    </span>
  );
}
