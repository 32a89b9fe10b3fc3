'use client';
/** What the user menu holds: how she wants the portal, her own pages, the help sheet, and the way out. */
import { QuestionmarkCircleIcon } from '@navikt/aksel-icons';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import type { Tema } from '#components/shell/preferences.ts';
import { listEgneSider } from '#components/shell/sider.ts';
import { SignOutButton } from '#components/shell/sign-out-button.tsx';
import { Spraakvalg } from '#components/shell/spraakvalg.tsx';
import { ThemeToggle } from '#components/shell/theme-toggle.tsx';
import type { Handling } from '#lib/domain/session/session.ts';

type BrukervalgProps = {
  handlinger: readonly Handling[];
  tema: Tema;
  onHurtigtaster: () => void;
  /** She goes to one of her pages. */
  onLeave: () => void;
};

export function Brukervalg({ handlinger, tema, onHurtigtaster, onLeave }: BrukervalgProps) {
  const t = useTranslations('felles');
  return (
    <>
      <div className="flex flex-col gap-4">
        <Spraakvalg />
        <ThemeToggle tema={tema} />
      </div>
      <div className="mt-4 flex flex-col items-start gap-2">
        {listEgneSider(handlinger).map((side) => (
          <NextLink
            key={side.href}
            href={side.href}
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={onLeave}
          >
            {t(`sider.${side.tekst}`)}
          </NextLink>
        ))}
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={onHurtigtaster}
        >
          <QuestionmarkCircleIcon aria-hidden />
          {t('hurtigtast.tittel')}
        </button>
        <SignOutButton />
      </div>
    </>
  );
}
