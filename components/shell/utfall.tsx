/**
 * How something the user asked for ended, when it did not end with what she asked for: a box that takes focus, since it is
 * where she reads next, with the reference that support needs.
 */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { focusOnMount } from '#components/ui/focus.ts';
import { ApiFeil } from '#lib/client/api.ts';

type UtfallProps = {
  color: 'info' | 'warning' | 'danger';
  title: string;
  referanse: string | null;
  /** Heading level in the page's outline. */
  level?: 2 | 4;
  children: ReactNode;
};

export function Utfall({ color, title, referanse, level = 2, children }: UtfallProps) {
  const Heading = level === 2 ? 'h2' : 'h4';
  return (
    <div className="ds-alert" data-color={color}>
      <Heading ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {title}
      </Heading>
      {children}
      <Referanse referanse={referanse} />
    </div>
  );
}

/** What support needs of a request that went wrong; nothing where there was none. */
export function Referanse({ referanse }: { referanse: string | null }) {
  const t = useTranslations('felles');
  if (referanse === null) return null;
  return (
    <p className="mt-2 text-sm">
      {t('referanse')} <code className="break-all">{referanse}</code>
    </p>
  );
}

export function ProevIgjenButton({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('felles');
  return (
    <button
      type="button"
      className="ds-button mt-2"
      data-variant="secondary"
      data-size="sm"
      onClick={onRetry}
    >
      {t('proevIgjen')}
    </button>
  );
}

/** A fault of the portal itself, or no contact with it. */
export function Feilutfall({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('feil');
  const feil = error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null);
  return (
    <Utfall color="danger" title={t('tittel')} referanse={feil.referanse}>
      <p>{t(feil.kode)}</p>
      <ProevIgjenButton onRetry={onRetry} />
    </Utfall>
  );
}
