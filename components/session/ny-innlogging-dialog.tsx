'use client';
/**
 * Asks for a fresh sign-in when an act needs one, whichever screen it is on, and does the act when the user has come back
 * and says so (security.md S-05). The page stays as it is meanwhile, so nothing that was typed is lost; and nothing is
 * done or shown behind her back while she is at the other tab.
 */
import { type Mutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { ApiFeil } from '#lib/client/api.ts';
import { onBeskjed } from '#lib/client/session.ts';
import { NYLIG_MINUTTER } from '#lib/domain/session/bekreftet.ts';

type Ventende = { mutation: Mutation<unknown, Error, unknown>; bekreftet: boolean };

export function NyInnloggingDialog() {
  const t = useTranslations('loggInn.paaNytt');
  const client = useQueryClient();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ventende, setVentende] = useState<Ventende | null>(null);
  // Effects, since the acts of other screens and the other tab are outside this component.
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { error } = event.action;
        if (!(error instanceof ApiFeil) || error.kode !== 'KREVER_NY_INNLOGGING') return;
        setVentende({ mutation: event.mutation, bekreftet: false });
        if (!dialog.current?.open) dialog.current?.showModal();
      }),
    [client],
  );
  useEffect(
    () =>
      onBeskjed('ny-innlogging', () => setVentende((forrige) => forrige && { ...forrige, bekreftet: true })),
    [],
  );
  const onContinue = () => {
    dialog.current?.close();
    // The frame knows when the session ends, and there is a new one.
    router.refresh();
    // A fault is shown where the act is.
    ventende?.mutation.execute(ventende.mutation.state.variables).catch(() => undefined);
  };
  return (
    <Dialog ref={dialog} title={t('tittel')} closeLabel={t('lukk')} onClose={() => setVentende(null)}>
      {ventende?.bekreftet ? (
        <>
          <p className="mb-4" role="status">
            {t('bekreftet')}
          </p>
          <button ref={focusOnMount} type="button" className="ds-button" onClick={onContinue}>
            {t('fortsett')}
          </button>
        </>
      ) : (
        <>
          <p className="mb-2">{t('innledning', { minutter: NYLIG_MINUTTER })}</p>
          <p className="mb-4">{t('staar')}</p>
          <a className="ds-button" href="/logg-inn/igjen" target="_blank" rel="noopener">
            {t('aapne')}
          </a>
          <p className="mt-4">{t('venter')}</p>
        </>
      )}
    </Dialog>
  );
}
