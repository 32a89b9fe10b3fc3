/** Labels and values of one entry, side by side where there is room. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import { VerdiTekst } from '#components/person/verdi.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { feltNoekkel } from '#lib/domain/person/felt-noekkel.ts';
import type { Felt, Verdi } from '#lib/domain/person/person-view.ts';

/** The label of a field, or of a name that is shown as one; what has none is shown by the register's own key. */
export function useFeltNavn(): (felt: string) => string {
  const messages = useMessages();
  return (felt) =>
    findTekst(messages, ['person', 'felt', feltNoekkel(felt)]) ??
    findTekst(messages, ['person', 'navnefelt', feltNoekkel(felt)]) ??
    findTekst(messages, ['kontakt', 'felt', felt]) ??
    felt;
}

type FeltlisteProps = {
  felter: readonly Felt[];
  /** Rows of ours after the register's own, with their label. */
  tillegg?: readonly { navn: string; verdi: Verdi }[];
  /** An address can be copied whole: for what holds now, so that earlier ones are no stops on the way. */
  kopieres?: boolean;
};

export function Feltliste({ felter, tillegg = [], kopieres = false }: FeltlisteProps) {
  const navn = useFeltNavn();
  // An unusual grading is a field here: such an address is read, and not carried on by a press.
  const kanKopieres = kopieres && !felter.some(({ felt }) => felt === 'adressegradering');
  return (
    <dl className="label-value">
      {joinLike(felter).map(({ felt, verdier }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same field may come twice in one entry, in a fixed order
        <div key={`${felt} ${index}`}>
          <dt>{navn(felt)}</dt>
          {verdier.map((verdi, nr) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: values of one field have an order and no identity
            <dd key={nr}>
              {verdi.slag === 'adresse' && kanKopieres ? (
                <KopierbarAdresse verdi={verdi} />
              ) : (
                <VerdiTekst verdi={verdi} />
              )}
            </dd>
          ))}
        </div>
      ))}
      {tillegg.map((rad, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same field may come twice in one entry, in a fixed order
        <div key={`${rad.navn} ${index}`}>
          <dt>{rad.navn}</dt>
          <dd>
            <VerdiTekst verdi={rad.verdi} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function KopierbarAdresse({ verdi }: { verdi: Extract<Verdi, { slag: 'adresse' }> }) {
  const t = useTranslations('personside.kopier');
  return (
    <div className="flex items-start gap-1">
      <VerdiTekst verdi={verdi} />
      <CopyButton
        text={verdi.linjer.join('\n')}
        label={t('adresse')}
        copiedLabel={t('kopiert')}
        failedLabel={t('feilet')}
      />
    </div>
  );
}

/** Values of one field that stand after each other, under one label. */
function joinLike(felter: readonly Felt[]): { felt: string; verdier: Verdi[] }[] {
  const samlet: { felt: string; verdier: Verdi[] }[] = [];
  for (const { felt, verdi } of felter) {
    const foer = samlet.at(-1);
    if (foer?.felt === felt) foer.verdier.push(verdi);
    else samlet.push({ felt, verdier: [verdi] });
  }
  return samlet;
}
