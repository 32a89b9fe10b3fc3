/** What every page of access has around it: a session with the act, the texts of the screens, and the way between them. */
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Undermeny } from '#components/tilgang/undermeny.tsx';
import type { Handling } from '#lib/domain/session/session.ts';
import { findSession } from '#lib/server/session.ts';
import { toRammetekster } from '#messages/messages.ts';

type TilgangRammeProps = { handling: Handling; children: ReactNode };

export async function TilgangRamme({ handling, children }: TilgangRammeProps) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes(handling)) return <IngenTilgang />;
  const alle = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ...toRammetekster(alle), tilgang: alle.tilgang }}>
      <Undermeny handlinger={session.handlinger} />
      {children}
    </NextIntlClientProvider>
  );
}
