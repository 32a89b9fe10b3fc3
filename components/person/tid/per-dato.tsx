'use client';
/**
 * The person as the register holds her for a day, or two days side by side. Rule: what is shown belongs to a day that
 * exists: while one is being typed, the last whole one stays.
 */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Datovalg } from '#components/person/tid/datovalg.tsx';
import { EnDato } from '#components/person/tid/en-dato.tsx';
import { Forbehold } from '#components/person/tid/forbehold.tsx';
import { ToDatoer } from '#components/person/tid/to-datoer.tsx';
import { toDag } from '#components/ui/format.ts';
import type { Seksjon } from '#lib/domain/person/person-view.ts';
import { createTidsindeks, listEndringsdager } from '#lib/domain/person/tid/per-dato.ts';

export function PerDatoVisning({ seksjoner }: { seksjoner: readonly Seksjon[] }) {
  const t = useTranslations('tid.perDato');
  const [naa] = useState(() => new Date());
  const [dag, setDag] = useState(() => toDag(naa.toISOString()));
  const [annenDag, setAnnenDag] = useState<string | null>(null);
  const indeks = createTidsindeks(seksjoner);
  const endringsdager = listEndringsdager(indeks);
  return (
    <>
      <Forbehold />
      <div className="mb-4 flex flex-wrap items-start gap-x-10 gap-y-4 print:hidden">
        <Datovalg
          id="per-dato"
          label={t('dato')}
          feil={t('feil')}
          dag={dag}
          onDag={setDag}
          naa={naa}
          endringsdager={endringsdager}
        />
        {annenDag !== null && (
          <Datovalg
            id="per-dato-andre"
            label={t('andreDato')}
            feil={t('andreFeil')}
            dag={annenDag}
            onDag={setAnnenDag}
            naa={naa}
            endringsdager={endringsdager}
          />
        )}
        <button
          type="button"
          className="ds-button sm:mt-8"
          data-variant="secondary"
          data-size="sm"
          onClick={() => setAnnenDag(annenDag === null ? findFoer(endringsdager, dag) : null)}
        >
          {annenDag === null ? t('sammenlign') : t('slutt')}
        </button>
      </div>
      {annenDag === null ? (
        <EnDato indeks={indeks} dag={dag} />
      ) : (
        <ToDatoer indeks={indeks} foerste={dag} andre={annenDag} />
      )}
    </>
  );
}

/** A day to begin comparing with: before the last change, so that there is a difference to see. */
function findFoer(endringsdager: readonly string[], dag: string): string {
  return endringsdager.filter((en) => en < dag).at(-2) ?? dag;
}
