/** How the reader's own language writes dates, times and numbers. */
import { useLocale } from 'next-intl';
import { type Format, getFormat } from '#components/ui/format.ts';

export function useFormat(): Format {
  return getFormat(useLocale());
}
