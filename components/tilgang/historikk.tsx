/** What has been done with a user's access, newest first, in sentences. */
import { useTranslations } from 'next-intl';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import type { Hendelse } from '#lib/domain/tilgang/bruker.ts';
import { RETTIGHETER } from '#lib/domain/tilgang/rettighet.ts';

export function Historikk({ historikk }: { historikk: readonly Hendelse[] }) {
  const t = useTranslations('tilgang.historikk');
  const tHendelse = useTranslations('tilgang.hendelse');
  const toNavn = useRettighetsnavn();
  /** A right in words; a unit's name as it is. */
  const toHva = (hva: string): string => {
    const rettighet = RETTIGHETER.find((en) => en === hva);
    return rettighet === undefined ? hva : toNavn(rettighet);
  };
  return (
    <section aria-labelledby="historikk" className="max-w-3xl">
      <h2 id="historikk" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {historikk.length === 0 && <p>{t('ingen')}</p>}
      <ol className="divide-y divide-neutral-border-subtle">
        {historikk.map(({ nr, tidspunkt, slag, hva, av, begrunnelse }) => (
          <li key={nr} className="py-2">
            <span className="block text-sm text-neutral-text-subtle">
              <Tidspunkt tidspunkt={tidspunkt} /> · {av ?? t('portalen')}
            </span>
            {tHendelse(slag)}
            {hva !== null && `: ${toHva(hva)}`}
            {begrunnelse !== null && <span className="block break-words text-sm">{begrunnelse}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
