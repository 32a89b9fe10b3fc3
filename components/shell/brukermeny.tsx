'use client';
/** Behind the user's name: who she is, and what she can choose for herself, fetched when the page has been drawn. */
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Hurtigtaster } from '#components/shell/hurtigtast/hurtigtaster.tsx';
import type { Tema } from '#components/shell/preferences.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { SessionView } from '#lib/domain/session/session.ts';

const importBrukervalg = () => import('#components/shell/brukervalg.tsx');
const Brukervalg = lazy(async () => ({ default: (await importBrukervalg()).Brukervalg }));

type BrukermenyProps = { session: SessionView; tema: Tema; hurtigtast: boolean };

/** The menu and the help sheet; a button with `popoverTarget="brukermeny"` opens the menu. */
export function Brukermeny({ session, tema, hurtigtast }: BrukermenyProps) {
  const t = useTranslations('felles');
  const meny = useRef<HTMLDivElement>(null);
  const hurtigtaster = useRef<HTMLDialogElement>(null);
  const [aapnet, setAapnet] = useState(false);
  const [menyAapnet, setMenyAapnet] = useState(false);
  // After the page itself, which is not kept waiting by it. A fetch that fails is tried again when the menu opens.
  useEffect(() => void importBrukervalg().catch(() => undefined), []);
  const openHurtigtaster = () => {
    setAapnet(true);
    // The menu first: it gives focus back to its button, and the dialog gives it back there.
    meny.current?.hidePopover();
    hurtigtaster.current?.showModal();
  };
  return (
    <>
      <div
        id="brukermeny"
        ref={meny}
        popover="auto"
        className="menu"
        onBeforeToggle={({ newState }) => newState === 'open' && setMenyAapnet(true)}
      >
        <p className="font-semibold">{session.navn}</p>
        {session.enhet && <p>{session.enhet}</p>}
        <p className="mb-4 text-sm text-neutral-text-subtle">
          {session.roller.map((rolle) => t(`rolle.${rolle}`)).join(', ') || t('ingenRolle')}
        </p>
        {menyAapnet && (
          <Suspense fallback={<Skeleton label={t('henterMeny')} lines={6} />}>
            <Brukervalg
              handlinger={session.handlinger}
              tema={tema}
              onHurtigtaster={openHurtigtaster}
              onLeave={() => meny.current?.hidePopover()}
            />
          </Suspense>
        )}
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
