/** The heading of a column that the rows can be ordered by: says which way they stand, and turns it when pressed. */
import type { Sortering } from '#components/bulk/utvalg.ts';

type SorterKolonneProps = {
  kolonne: Sortering['kolonne'];
  navn: string;
  bredde?: string;
  sortering: Sortering;
  onSorter: (sortering: Sortering) => void;
};

export function SorterKolonne({ kolonne, navn, bredde, sortering, onSorter }: SorterKolonneProps) {
  const valgt = sortering.kolonne === kolonne;
  return (
    <th
      scope="col"
      className={bredde}
      aria-sort={valgt ? (sortering.synkende ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSorter({ kolonne, synkende: valgt && !sortering.synkende })}>
        {navn}
      </button>
    </th>
  );
}
