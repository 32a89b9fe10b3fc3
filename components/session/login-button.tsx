'use client';
/** Starts sign-in at the organisation's own identity provider. The portal never sees a password. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { startLogin } from '#lib/client/session.ts';

export function LoginButton() {
  const t = useTranslations('loggInn');
  const hydrated = useHydrated();
  const login = useMutation({ mutationFn: startLogin, onSuccess: (url) => window.location.assign(url) });
  return (
    <>
      <button
        type="button"
        className="ds-button until-hydrated"
        disabled={!hydrated}
        aria-busy={login.isPending}
        onClick={() => {
          if (!login.isPending) login.mutate();
        }}
      >
        {t('knapp')}
      </button>
      <div role="alert">
        {login.isError && <p className="ds-validation-message mt-3">{t('ingenKontakt')}</p>}
      </div>
    </>
  );
}
