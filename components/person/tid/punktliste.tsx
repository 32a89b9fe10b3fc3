/** The facts of one year (or those without a date): when, what, and on demand the whole entry. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { OppfoeringKort, Skjermet } from '#components/person/oppfoering.tsx';
import { Sammendrag } from '#components/person/sammendrag.tsx';
import { useEgenskapNavn } from '#components/person/seksjon.tsx';
import { Dato } from '#components/ui/dato.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import type { Tidslinjepunkt } from '#lib/domain/person/tid/tidslinje.ts';

type PunktlisteProps = { tittel: string; punkter: readonly Tidslinjepunkt[] };

export function Punktliste({ tittel, punkter }: PunktlisteProps) {
  const id = useId();
  // Once for a year: a timeline has hundreds of facts.
  const t = useTranslations('tid.tidslinje');
  const egenskapNavn = useEgenskapNavn();
  return (
    <section aria-labelledby={id} className="offscreen-cheap border-t border-neutral-border-subtle pt-2 pb-3">
      <h3 id={id} className="ds-heading" data-size="2xs">
        {tittel}
      </h3>
      <ol>
        {punkter.map((punkt, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have an order and no identity
          <Punkt key={index} punkt={punkt} navn={egenskapNavn(punkt.egenskap)} t={t} />
        ))}
      </ol>
    </section>
  );
}

type PunktProps = {
  punkt: Tidslinjepunkt;
  navn: string;
  t: ReturnType<typeof useTranslations<'tid.tidslinje'>>;
};

function Punkt({ punkt, navn, t }: PunktProps) {
  const { oppfoering, registerendringer, art, dag } = punkt;
  return (
    <li className="grid gap-x-4 border-l-2 border-neutral-border-subtle py-1.5 pl-3 break-inside-avoid sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span className="tabular-nums">{dag === null ? t('ukjentDag') : <Dato dato={dag} />}</span>
      <div className="min-w-0">
        <span className="font-medium">{art === 'fra' ? navn : t(`art.${art}`, { navn })}</span>
        {!oppfoering.gjeldende && (
          <span className="ml-2 text-sm text-neutral-text-subtle">{t('tidligere')}</span>
        )}
        {oppfoering.skjermet ? (
          <Skjermet />
        ) : (
          <>
            <Sammendrag felter={oppfoering.felter} sagt={dag} />
            <Disclosure summary={t('alt')} className="text-sm">
              <OppfoeringKort oppfoering={oppfoering} registerendringer={registerendringer} />
            </Disclosure>
          </>
        )}
      </div>
    </li>
  );
}
