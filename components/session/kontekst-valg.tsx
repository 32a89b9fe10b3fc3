'use client';
/** The form for purpose and case number, fetched when it is first to be shown: once in a session for most. */
import { useTranslations } from 'next-intl';
import { type ComponentProps, lazy, Suspense } from 'react';
import { Skeleton } from '#components/ui/skeleton.tsx';

const KontekstForm = lazy(async () => ({
  default: (await import('#components/session/kontekst-form.tsx')).KontekstForm,
}));

export function KontekstValg(props: ComponentProps<typeof KontekstForm>) {
  const t = useTranslations('kontekst');
  return (
    <Suspense fallback={<Skeleton label={t('henter')} lines={6} />}>
      <KontekstForm {...props} />
    </Suspense>
  );
}
