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
  const ledd = toSammendrag(felter, sagt);
  if (ledd.length === 0) return <Tomt />;
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

function Tomt() {
  return <p className="text-neutral-text-subtle">{useTranslations('personside')('tomVerdi')}</p>;
}

function LeddTekst({ ledd }: { ledd: Ledd }) {
  return ledd.medNavn ? <LeddMedNavn ledd={ledd} /> : <VerdiTekst verdi={ledd.verdi} />;
}

function LeddMedNavn({ ledd: { felt, verdi } }: { ledd: Ledd }) {
  const navn = useFeltNavn();
  if (verdi.slag === 'boolsk' && verdi.verdi) return navn(felt);
  return (
    <>
      {navn(felt)}: <VerdiTekst verdi={verdi} />
    </>
  );
}
