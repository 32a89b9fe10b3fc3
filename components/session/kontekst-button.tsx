'use client';
/** What the user is asking for, always visible, and changed in one click. */
import { PencilIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { KontekstValg } from '#components/session/kontekst-valg.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { SessionView } from '#lib/domain/session/session.ts';

type KontekstButtonProps = { session: SessionView; formaal: readonly FormaalView[] };

export function KontekstButton({ session, formaal }: KontekstButtonProps) {
  const t = useTranslations('kontekst');
  const tPakke = useTranslations('pakke');
  const dialog = useRef<HTMLDialogElement>(null);
  const [aapnet, setAapnet] = useState(false);
  const { kontekst } = session;
  const navn = formaal.find((et) => et.id === kontekst?.formaal)?.navn ?? kontekst?.formaal;
  // A package that she cannot choose stands beside the search and over the person: here is one line.
  const pakke = kontekst && session.pakker.length > 1 ? tPakke(kontekst.pakke) : null;
  const deler = kontekst ? [pakke, navn, kontekst.saksreferanse] : [t('ikkeValgt')];
  return (
    <>
      <button
        type="button"
        className="ds-button max-w-full"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => {
          setAapnet(true);
          dialog.current?.showModal();
        }}
      >
        <span className="text-left font-normal">{deler.filter(Boolean).join(' · ')}</span>
        <PencilIcon aria-hidden />
        <span className="ds-sr-only">{t('endre')}</span>
      </button>
      <Dialog ref={dialog} title={t('tittel')} closeLabel={t('lukk')}>
        {aapnet && (
          <KontekstValg
            // A saved change is a new starting point; an abandoned one is forgotten with the dialog's own state kept.
            key={JSON.stringify(kontekst)}
            pakker={session.pakker}
            formaal={formaal}
            kontekst={kontekst}
            onSaved={() => dialog.current?.close()}
          />
        )}
      </Dialog>
    </>
  );
}
