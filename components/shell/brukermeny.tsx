'use client';
/** Behind the user's name: who she is, how she wants the portal, and the way out. */
import { QuestionmarkCircleIcon } from '@navikt/aksel-icons';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Hurtigtaster } from '#components/shell/hurtigtast/hurtigtaster.tsx';
import type { Tema } from '#components/shell/preferences.ts';
import { listEgneSider } from '#components/shell/sider.ts';
import { SignOutButton } from '#components/shell/sign-out-button.tsx';
import { Spraakvalg } from '#components/shell/spraakvalg.tsx';
import { ThemeToggle } from '#components/shell/theme-toggle.tsx';
import type { SessionView } from '#lib/domain/session/session.ts';

type BrukermenyProps = { session: SessionView; tema: Tema; hurtigtast: boolean };

/** The menu and the help sheet; a button with `popoverTarget="brukermeny"` opens the menu. */
export function Brukermeny({ session, tema, hurtigtast }: BrukermenyProps) {
  const t = useTranslations('felles');
  const meny = useRef<HTMLDivElement>(null);
  const hurtigtaster = useRef<HTMLDialogElement>(null);
  const [aapnet, setAapnet] = useState(false);
  const openHurtigtaster = () => {
    setAapnet(true);
    // The menu first: it gives focus back to its button, and the dialog gives it back there.
    meny.current?.hidePopover();
    hurtigtaster.current?.showModal();
  };
  return (
    <>
      <div id="brukermeny" ref={meny} popover="auto" className="menu">
        <p className="font-semibold">{session.navn}</p>
        {session.enhet && <p>{session.enhet}</p>}
        <p className="mb-4 text-sm text-neutral-text-subtle">
          {session.roller.map((rolle) => t(`rolle.${rolle}`)).join(', ') || t('ingenRolle')}
        </p>
        <div className="flex flex-col gap-4">
          <Spraakvalg />
          <ThemeToggle tema={tema} />
        </div>
        <div className="mt-4 flex flex-col items-start gap-2">
          {listEgneSider(session.handlinger).map((side) => (
            <NextLink
              key={side.href}
              href={side.href}
              className="ds-button"
              data-variant="secondary"
              data-size="sm"
              onClick={() => meny.current?.hidePopover()}
            >
              {t(`sider.${side.tekst}`)}
            </NextLink>
          ))}
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={openHurtigtaster}
          >
            <QuestionmarkCircleIcon aria-hidden />
            {t('hurtigtast.tittel')}
          </button>
          <SignOutButton />
        </div>
      </div>
      <Hurtigtaster
        ref={hurtigtaster}
        aapnet={aapnet}
        paa={hurtigtast}
        handlinger={session.handlinger}
        onHjelp={openHurtigtaster}
      />
    </>
  );
}
