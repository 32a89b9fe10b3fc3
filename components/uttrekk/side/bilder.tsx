'use client';
/**
 * The result as pictures, before anybody downloads it: each is a table whose cells have bars, so that everyone gets the
 * same of it. Rule: fewer than five is never told, and has no bar.
 */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Navneliste } from '#components/uttrekk/navneliste.ts';
import { Alderspyramide } from '#components/uttrekk/side/alderspyramide.tsx';
import { Stolpe } from '#components/uttrekk/side/stolpe.tsx';
import type { Fordeling } from '#lib/domain/uttrekk/uttrekk.ts';

type BilderProps = { fordelinger: readonly Fordeling[]; navneliste: Navneliste };

export function Bilder({ fordelinger, navneliste }: BilderProps) {
  const t = useTranslations('uttrekk.bilder');
  if (fordelinger.length === 0) return null;
  return (
    <section aria-labelledby="bilder">
      <h2 id="bilder" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p className="mb-3 max-w-3xl text-neutral-text-subtle">{t('forklaring')}</p>
      <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
        {fordelinger.map((fordeling) =>
          fordeling.navn === 'alderKjoenn' ? (
            <Alderspyramide key={fordeling.navn} grupper={fordeling.grupper} />
          ) : (
            <Stolpediagram key={fordeling.navn} fordeling={fordeling} navneliste={navneliste} />
          ),
        )}
      </div>
    </section>
  );
}

/** So many bars at first: a country has more municipalities than anyone reads at once. */
const MAKS_VIST = 12;
const KODEVERK_FOR = { status: 'personstatus', sivilstand: 'sivilstand', kjoenn: 'kjoenn' } as const;

function Stolpediagram({
  fordeling: { navn, grupper },
  navneliste,
}: {
  fordeling: Fordeling;
  navneliste: Navneliste;
}) {
  const t = useTranslations('uttrekk.bilder');
  const tekster = useMessages();
  const showNavn = (noekkel: string): string => {
    if (noekkel === '') return t('ukjent');
    if (navn === 'kommune') return navneliste.kommuner[noekkel] ?? noekkel;
    if (navn === 'alderKjoenn') return noekkel;
    return findTekst(tekster, ['kodeverk', KODEVERK_FOR[navn], noekkel]) ?? noekkel;
  };
  // Largest first; those that are not told stand last, in no order that says how many they are.
  const sortert = grupper.toSorted((a, b) => (b.antall ?? 0) - (a.antall ?? 0));
  const stoerst = Math.max(1, ...grupper.map(({ antall }) => antall ?? 0));
  const tabell = (viste: Fordeling['grupper']) => (
    <Stolper
      tittel={t(`navn.${navn}`)}
      rader={viste.map(({ noekkel, antall }) => ({ navn: showNavn(noekkel), antall }))}
      stoerst={stoerst}
    />
  );
  return (
    <section className="min-w-0">
      <h3 className="ds-heading mb-1" data-size="2xs">
        {t(`navn.${navn}`)}
      </h3>
      {tabell(sortert.slice(0, MAKS_VIST))}
      {sortert.length > MAKS_VIST && (
        <details className="disclosure">
          <summary className="py-1">{t('visFlere', { antall: sortert.length - MAKS_VIST })}</summary>
          {tabell(sortert.slice(MAKS_VIST))}
        </details>
      )}
    </section>
  );
}

type StolperProps = {
  tittel: string;
  rader: readonly { navn: string; antall: number | null }[];
  stoerst: number;
};

function Stolper({ tittel, rader, stoerst }: StolperProps) {
  const t = useTranslations('uttrekk.bilder');
  const { showTall } = useFormat();
  return (
    <ScrollRegion label={tittel}>
      <table className="w-full text-sm">
        <caption className="ds-sr-only">{tittel}</caption>
        <thead className="ds-sr-only">
          <tr>
            <th scope="col">{t('gruppe')}</th>
            <th scope="col">{t('antall')}</th>
          </tr>
        </thead>
        <tbody>
          {rader.map(({ navn, antall }, plass) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two codes may have the same name
            <tr key={plass}>
              <th scope="row" className="w-2/5 pr-3 text-left font-normal break-words">
                {navn}
              </th>
              <td>
                <span className="flex items-center gap-2">
                  <Stolpe andel={(antall ?? 0) / stoerst} />
                  <span className="w-24 shrink-0 tabular-nums">
                    {antall === null ? t('undertrykt') : showTall(antall)}
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
