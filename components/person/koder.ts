/** The register's own codes of an entry, each as a line under the name of its field: for who must know them. */
import { useTranslations } from 'next-intl';
import { useFeltNavn } from '#components/person/feltliste.tsx';
import type { Felt, Verdi } from '#lib/domain/person/person-view.ts';

type Linje = { navn: string; verdi: Verdi };

export function useKoder(): (felter: readonly Felt[]) => Linje[] {
  const t = useTranslations('personside');
  const feltNavn = useFeltNavn();
  return (felter) =>
    felter.flatMap(({ felt, verdi }): Linje[] =>
      verdi.slag === 'kode' || verdi.slag === 'navngitt'
        ? [{ navn: t('kode', { navn: feltNavn(felt) }), verdi: { slag: 'tekst', tekst: verdi.kode } }]
        : [],
    );
}
