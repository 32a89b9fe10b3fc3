/** The log's words for acts and outcomes in words of a reader; one without a text stands as it is logged. */
import { useMessages } from 'next-intl';

const findNavn = (tekster: Record<string, string>, ord: string): string =>
  Object.hasOwn(tekster, ord) ? (tekster[ord] ?? ord) : ord;

export function useLoggord(): { showHandling: (ord: string) => string; showUtfall: (ord: string) => string } {
  const { handling, utfall } = useMessages().revisjonslogg;
  return {
    showHandling: (ord) => findNavn(handling, ord),
    showUtfall: (ord) => findNavn(utfall, ord),
  };
}
