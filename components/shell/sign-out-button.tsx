'use client';
/** Ends the session on the server, empties what the browser holds in every page, and leaves by a hard navigation. */
import { LeaveIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { leaveTo } from '#lib/client/query-client.ts';
import { endSession, tellBeskjed } from '#lib/client/session.ts';

export function SignOutButton() {
  const t = useTranslations('felles');
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: endSession,
    onSuccess: (url) => {
      tellBeskjed('utlogging');
      leaveTo(client, url);
    },
  });
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-busy={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <LeaveIcon aria-hidden />
        {t('loggUt')}
      </button>
      {signOut.isError && (
        <p role="alert" className="ds-validation-message mt-2">
          {t('loggUtFeilet')}
        </p>
      )}
    </>
  );
}
