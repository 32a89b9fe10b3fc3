/** What a row of a person is put into words with, in the reader's language. */
import { useMessages } from 'next-intl';
import type { Radspraak } from '#components/person/radtekster.ts';
import { useFormat } from '#components/ui/use-format.ts';

export function useRadspraak(): Radspraak {
  const { showDatoITabell } = useFormat();
  return { tekster: useMessages(), showDatoITabell };
}
