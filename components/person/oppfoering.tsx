/** One current entry of an egenskap: its values, since when, and on demand where they come from. */
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import { splitFelter } from '#components/person/detaljfelt.ts';
import { Feltliste } from '#components/person/feltliste.tsx';
import { useKoder } from '#components/person/koder.ts';
import { Registerendringer } from '#components/person/registerendringer.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { toDag } from '#components/ui/format.ts';
import type { Oppfoering, Verdi } from '#lib/domain/person/person-view.ts';
import type { Foldet } from '#lib/domain/person/tid/registerendring.ts';

export function OppfoeringKort({ oppfoering, registerendringer }: Foldet) {
  const periode = usePeriode(oppfoering);
  if (oppfoering.skjermet) return <Skjermet />;
  const { hoved } = splitFelter(oppfoering.felter);
  return (
    <div className="py-1.5">
      <Feltliste felter={hoved} tillegg={periode} kopieres />
      <div className="flex flex-wrap items-start gap-x-6">
        {oppfoering.metadata.length > 0 && <Kilde oppfoering={oppfoering} />}
        <Registerendringer kopier={registerendringer} />
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

/**
 * Source, reason, when it was written, the register's own codes and districts: few need them, so they open on demand and
 * are made then.
 */
export function Kilde({ oppfoering }: { oppfoering: Oppfoering }) {
  const t = useTranslations('personside');
  if (oppfoering.metadata.length + oppfoering.felter.length === 0)
    return <p className="text-sm text-neutral-text-subtle">{t('ingenKilde')}</p>;
  return (
    <Disclosure summary={t('kilde')} className="text-sm">
      <Kildeinnhold oppfoering={oppfoering} />
    </Disclosure>
  );
}

function Kildeinnhold({ oppfoering: { felter, metadata } }: { oppfoering: Oppfoering }) {
  const t = useTranslations('personside');
  const { detaljer } = splitFelter(felter);
  const koder = useKoder()(felter);
  return (
    <>
      {metadata.length === 0 && <p className="text-neutral-text-subtle">{t('ingenKilde')}</p>}
      <Feltliste felter={[...metadata, ...detaljer]} tillegg={koder} />
    </>
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
