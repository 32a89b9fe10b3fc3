'use client';
/** Sends a user who must prove who she is to the identity provider, and tells the page that waits when she has. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { startNyInnlogging, tellBeskjed } from '#lib/client/session.ts';

type NyInnloggingProps = {
  feil: 'annenBruker' | 'feilet' | 'ikkeSpurt' | null;
  bekreftet: boolean;
};

export function NyInnlogging({ feil, bekreftet }: NyInnloggingProps) {
  const t = useTranslations('loggInn.igjen');
  // An effect, since the other tab is outside React.
  useEffect(() => {
    if (bekreftet) tellBeskjed('ny-innlogging');
  }, [bekreftet]);
  if (!bekreftet) return <Videre feil={feil} />;
  return (
    <>
      <h1 ref={focusOnMount} tabIndex={-1} className="ds-heading mb-2" data-size="md">
        {t('ferdig')}
      </h1>
      <p>{t('ferdigTekst')}</p>
    </>
  );
}

/** Goes on by itself the first time; after a fault the user decides. */
function Videre({ feil }: { feil: NyInnloggingProps['feil'] }) {
  const t = useTranslations('loggInn');
  const { mutate, isError, isPending } = useMutation({
    mutationFn: startNyInnlogging,
    onSuccess: (url) => window.location.assign(url),
  });
  // An effect, since nobody has pressed anything in this tab.
  useEffect(() => {
    if (feil === null) mutate();
  }, [feil, mutate]);
  const stoppet = feil !== null || isError;
  return (
    <>
      {stoppet && (
        <div role="alert" className="mb-6">
          <Alert color="warning">
            <p>{feil === null ? t('ingenKontakt') : t(`igjen.${feil}`)}</p>
          </Alert>
        </div>
      )}
      <h1 className="ds-heading mb-2" data-size="md">
        {t('igjen.tittel')}
      </h1>
      {stoppet ? (
        <button type="button" className="ds-button" aria-busy={isPending} onClick={() => mutate()}>
          {t('igjen.knapp')}
        </button>
      ) : (
        <p role="status">{t('igjen.sender')}</p>
      )}
    </>
  );
}
