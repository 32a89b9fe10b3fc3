/** What every page of kontroll has around it: a session with the act, and the texts of the screens. */
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import type { Handling } from '#lib/domain/session/session.ts';
import { findSession } from '#lib/server/session.ts';
import { toLoggtekster } from '#messages/messages.ts';

export async function KontrollRamme({ handling, children }: { handling: Handling; children: ReactNode }) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes(handling)) return <IngenTilgang />;
  const alle = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ...toLoggtekster(alle), kontroll: alle.kontroll }}>
      {children}
    </NextIntlClientProvider>
  );
}
