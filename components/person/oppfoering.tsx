/** One current entry of an egenskap: its values, since when, and on demand where they come from. */
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import { splitFelter } from '#components/person/detaljfelt.ts';
import { Feltliste } from '#components/person/feltliste.tsx';
import { toDag } from '#components/ui/format.ts';
import type { Felt, Oppfoering, Verdi } from '#lib/domain/person/person-view.ts';

export function OppfoeringKort({ oppfoering }: { oppfoering: Oppfoering }) {
  const periode = usePeriode(oppfoering);
  if (oppfoering.skjermet) return <Skjermet />;
  const { hoved, detaljer } = splitFelter(oppfoering.felter);
  return (
    <div className="py-1.5">
      <Feltliste felter={hoved} tillegg={periode} />
      <div className="flex flex-wrap items-start gap-x-6">
        <Detaljer felter={detaljer} />
        {oppfoering.metadata.length > 0 && <Kilde metadata={oppfoering.metadata} />}
      </div>
    </div>
  );
}

/** The content exists and is withheld: said in words, with a sign that is not colour. */
export function Skjermet() {
  const t = useTranslations('personside');
  return (
    <p className="flex items-center gap-2 py-1">
      <PadlockLockedIcon aria-hidden className="size-5 shrink-0" />
      {t('skjermet')}
    </p>
  );
}

/** Codes and districts, on demand. */
export function Detaljer({ felter }: { felter: readonly Felt[] }) {
  const t = useTranslations('personside');
  if (felter.length === 0) return null;
  return (
    <details className="disclosure text-sm">
      <summary>{t('detaljer')}</summary>
      <Feltliste felter={felter} />
    </details>
  );
}

/** Source, reason and when it was written: few need it, so it opens on demand. */
export function Kilde({ metadata }: { metadata: readonly Felt[] }) {
  const t = useTranslations('personside');
  if (metadata.length === 0) return <p className="text-sm text-neutral-text-subtle">{t('ingenKilde')}</p>;
  return (
    <details className="disclosure text-sm">
      <summary>{t('kilde')}</summary>
      <Feltliste felter={metadata} />
    </details>
  );
}

/** The period, without a day that the entry already says as a date of its own. */
function usePeriode({ felter, fra, til }: Oppfoering): { navn: string; verdi: Verdi }[] {
  const t = useTranslations('personside');
  const datoer = new Set(felter.map(({ verdi }) => (verdi.slag === 'dato' ? verdi.dato : null)));
  return (
    [
      [t('periodeFra'), fra],
      [t('periodeTil'), til],
    ] as const
  ).flatMap(([navn, tidspunkt]) => {
    const dato = tidspunkt === null ? null : toDag(tidspunkt);
    return dato === null || datoer.has(dato) ? [] : [{ navn, verdi: { slag: 'dato', dato } }];
  });
}
