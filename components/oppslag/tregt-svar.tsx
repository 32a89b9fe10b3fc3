/** Says that the register is slow once a second has gone. The line is always there, so nothing jumps. */
import { useTranslations } from 'next-intl';
import { useAfter } from '#components/oppslag/use-after.ts';

const SLOW_MS = 1_000;

export function TregtSvar({ pending }: { pending: boolean }) {
  const t = useTranslations('oppslag');
  const slow = useAfter(pending, SLOW_MS);
  return (
    <p role="status" className="min-h-6 text-neutral-text-subtle">
      {slow ? t('tregtSvar') : null}
    </p>
  );
}
