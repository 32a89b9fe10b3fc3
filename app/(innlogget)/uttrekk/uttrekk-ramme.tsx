/** What every page of uttrekk has around it: a session with the act, and the texts of the screens. */
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import type { Handling, SessionView } from '#lib/domain/session/session.ts';
import { findSession } from '#lib/server/session.ts';
import { toRammetekster } from '#messages/messages.ts';

type UttrekkRammeProps = {
  handling: Handling;
  children: (session: SessionView) => ReactNode | Promise<ReactNode>;
};

export async function UttrekkRamme({ handling, children }: UttrekkRammeProps) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes(handling)) return <IngenTilgang />;
  const alle = await getMessages();
  const { sivilstand, personstatus, kjoenn } = alle.kodeverk;
  const kodeverk = { sivilstand, personstatus, kjoenn };
  return (
    <NextIntlClientProvider messages={{ ...toRammetekster(alle), uttrekk: alle.uttrekk, kodeverk }}>
      {await children(session)}
    </NextIntlClientProvider>
  );
}
