/**
 * What stands between a user and a page that asks about many persons: a session, the act, a purpose, and a package that
 * has the services. Each that is missing is said, with what to do.
 */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KontekstSammendrag } from '#components/session/kontekst-sammendrag.tsx';
import { KontekstValg } from '#components/session/kontekst-valg.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import type { Tjeneste } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Handling, Kontekst } from '#lib/domain/session/session.ts';
import { listFormaal } from '#lib/server/formaal.ts';
import { findSession } from '#lib/server/session.ts';

type KontekstKravProps = {
  handling: Handling;
  tjenester: readonly Tjeneste[];
  title: string;
  intro: string;
  /** The page, given the context and its summary. */
  children: (kontekst: Kontekst, sammendrag: ReactNode) => ReactNode;
};

export async function KontekstKrav({ handling, tjenester, title, intro, children }: KontekstKravProps) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  const { handlinger, pakker, kontekst } = session;
  if (!handlinger.includes(handling) || pakker.length === 0) return <IngenTilgang />;
  const formaal = listFormaal('oppslag');
  if (!kontekst) {
    const t = await getTranslations('start');
    return (
      <Page title={t('velgFormaal')} intro={t('velgFormaalForklaring')}>
        <KontekstValg pakker={pakker} formaal={formaal} kontekst={null} />
      </Page>
    );
  }
  if (!tjenester.every((tjeneste) => hasTjeneste(kontekst.pakke, tjeneste))) {
    const t = await getTranslations('felles.ingenTjeneste');
    return (
      <Page title={t('tittel')}>
        <p className="mt-2 max-w-2xl">{t('tekst')}</p>
      </Page>
    );
  }
  return (
    <Page title={title} intro={intro}>
      {children(kontekst, <KontekstSammendrag kontekst={kontekst} formaal={formaal} />)}
    </Page>
  );
}
