/** The values of an entry on one line, for lists that are read down. Whoever wants the whole entry opens it. */
import { useTranslations } from 'next-intl';
import { useFeltNavn } from '#components/person/feltliste.tsx';
import { type Ledd, toSammendrag } from '#components/person/sammendrag-ledd.ts';
import { VerdiTekst } from '#components/person/verdi.tsx';
import type { Felt } from '#lib/domain/person/person-view.ts';

type SammendragProps = {
  felter: readonly Felt[];
  /** A day that stands beside the line already. */
  sagt: string | null;
};

export function Sammendrag({ felter, sagt }: SammendragProps) {
  const t = useTranslations('personside');
  const ledd = toSammendrag(felter, sagt);
  if (ledd.length === 0) return <p className="text-neutral-text-subtle">{t('tomVerdi')}</p>;
  return (
    <p className="break-words">
      {ledd.map((et, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same field may come twice in one entry, in a fixed order
        <span key={index}>
          {index > 0 && ' · '}
          <LeddTekst ledd={et} />
        </span>
      ))}
    </p>
  );
}

function LeddTekst({ ledd: { felt, verdi, medNavn } }: { ledd: Ledd }) {
  const navn = useFeltNavn();
  if (!medNavn) return <VerdiTekst verdi={verdi} />;
  if (verdi.slag === 'boolsk' && verdi.verdi) return navn(felt);
  return (
    <>
      {navn(felt)}: <VerdiTekst verdi={verdi} />
    </>
  );
}
