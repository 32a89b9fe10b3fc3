/** What has happened with the uttrekk, in sentences, newest first. Old lines open on demand. */
import { useTranslations } from 'next-intl';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { useMerknadstekst } from '#components/uttrekk/side/kodetekster.ts';
import type { Merknad } from '#lib/domain/uttrekk/uttrekk.ts';

const MAKS_VIST = 8;

export function Merknader({ merknader }: { merknader: readonly Merknad[] }) {
  const t = useTranslations('uttrekk.merknader');
  const nyeste = merknader.toReversed();
  if (nyeste.length === 0) return null;
  return (
    <section aria-labelledby="merknader" className="max-w-3xl">
      <h2 id="merknader" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <Liste merknader={nyeste.slice(0, MAKS_VIST)} />
      {nyeste.length > MAKS_VIST && (
        <details className="disclosure">
          <summary className="py-1">{t('visEldre', { antall: nyeste.length - MAKS_VIST })}</summary>
          <Liste merknader={nyeste.slice(MAKS_VIST)} />
        </details>
      )}
    </section>
  );
}

function Liste({ merknader }: { merknader: readonly Merknad[] }) {
  const showMerknad = useMerknadstekst();
  return (
    <ol className="divide-y divide-neutral-border-subtle">
      {merknader.map((merknad, plass) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and they are only added to
        <li key={plass} className="flex flex-wrap gap-x-4 py-1">
          <span className="text-neutral-text-subtle tabular-nums">
            <Tidspunkt tidspunkt={merknad.tidspunkt} />
          </span>
          <span className="min-w-0 break-words">{showMerknad(merknad)}</span>
        </li>
      ))}
    </ol>
  );
}
