/** What held on one day, egenskap by egenskap; those without anything are named, never left out. */
import { useTranslations } from 'next-intl';
import { OppfoeringKort } from '#components/person/oppfoering.tsx';
import { useEgenskapNavn } from '#components/person/seksjon.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { hasNoe, listPerDato, type Tidsindeks } from '#lib/domain/person/tid/per-dato.ts';
import type { Foldet } from '#lib/domain/person/tid/registerendring.ts';

export function EnDato({ indeks, dag }: { indeks: Tidsindeks; dag: string }) {
  const t = useTranslations('tid.perDato');
  const navn = useEgenskapNavn();
  const { showDato } = useFormat();
  const egenskaper = listPerDato(indeks, dag);
  const uten = egenskaper.filter((et) => !hasNoe(et));
  return (
    <>
      <h2 className="ds-heading mb-3" data-size="xs">
        {t('tittel', { dato: showDato(dag) })}
      </h2>
      <div className="grid gap-x-10 gap-y-5 xl:grid-cols-2">
        {egenskaper.filter(hasNoe).map(({ egenskap, gjaldt, usikre }) => (
          <section key={egenskap} className="min-w-0 border-t border-neutral-border-subtle pt-3">
            <h3 className="ds-heading mb-1" data-size="2xs">
              {navn(egenskap)}
            </h3>
            <Oppfoeringer foldede={gjaldt} />
            {usikre.length > 0 && (
              <>
                <h4 className="mt-1 text-sm text-neutral-text-subtle">{t('usikre')}</h4>
                <Oppfoeringer foldede={usikre} />
              </>
            )}
          </section>
        ))}
      </div>
      {uten.length > 0 && (
        <section className="mt-5 border-t border-neutral-border-subtle pt-3">
          <h3 className="ds-heading mb-1" data-size="2xs">
            {t('ingen')}
          </h3>
          <p>{uten.map(({ egenskap }) => navn(egenskap)).join(', ')}</p>
        </section>
      )}
    </>
  );
}

function Oppfoeringer({ foldede }: { foldede: readonly Foldet[] }) {
  if (foldede.length === 0) return null;
  return (
    <ul className="divide-y divide-neutral-border-subtle">
      {foldede.map((foldet, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries of the register have an order and no identity
        <li key={index}>
          <OppfoeringKort {...foldet} />
        </li>
      ))}
    </ul>
  );
}
