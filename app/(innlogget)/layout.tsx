/** The frame of every page that needs a session. Each page asks for the session itself too: a layout is not a gate. */
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { KontekstButton } from '#components/session/kontekst-button.tsx';
import { NyInnloggingDialog } from '#components/session/ny-innlogging-dialog.tsx';
import { AppHeader } from '#components/shell/app-header.tsx';
import { HURTIGTAST_COOKIE, parseHurtigtast, parseTema, TEMA_COOKIE } from '#components/shell/preferences.ts';
import { SessionGuard } from '#components/shell/session-guard.tsx';
import { listFormaal } from '#lib/server/formaal.ts';
import { findSession } from '#lib/server/session.ts';
import { Forklaringsvarsel } from './forklaring/forklaringsvarsel.tsx';

export default async function InnloggetLayout({ children }: { children: ReactNode }) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  const store = await cookies();
  const now = Date.now();
  const formaal = session.handlinger.includes('oppslag') ? listFormaal('oppslag') : null;
  return (
    <>
      <AppHeader
        session={session}
        tema={parseTema(store.get(TEMA_COOKIE)?.value)}
        hurtigtast={parseHurtigtast(store.get(HURTIGTAST_COOKIE)?.value)}
        kontekst={formaal && <KontekstButton session={session} formaal={formaal} />}
      />
      <main id="innhold" tabIndex={-1} className="grow">
        <Forklaringsvarsel />
        {children}
      </main>
      <NyInnloggingDialog />
      <SessionGuard
        idleMs={Date.parse(session.utloeper) - now}
        absoluteMs={Date.parse(session.utloeperSenest) - now}
      />
    </>
  );
}
