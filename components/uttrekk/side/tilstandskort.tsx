/** Where the uttrekk stands, in a word, a sentence and a bar. The sentence is read out when it changes, the figures not. */
import { useTranslations } from 'next-intl';
import { Fremdrift } from '#components/uttrekk/side/fremdrift.tsx';
import { useFeiltekst } from '#components/uttrekk/side/kodetekster.ts';
import { Tilstandsmerke } from '#components/uttrekk/tilstandsmerke.tsx';
import { findVisningstilstand } from '#components/uttrekk/visningstilstand.ts';
import { I_ARBEID } from '#lib/domain/uttrekk/tilstand.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

/** Where the state stands: what is read next when an act has changed it, and its own button may be gone. */
export const UTTREKKSTILSTAND = 'uttrekkstilstand';

/** `slettes`: its files are about to go, whatever its state still says. */
export function Tilstandskort({ side, slettes }: { side: Uttrekksside; slettes: boolean }) {
  const t = useTranslations('uttrekk');
  const showFeil = useFeiltekst();
  const vist = findVisningstilstand(side);
  const utenTreff = side.tilstand === 'klar' && side.filer.length === 0;
  const erHennes = side.valg.includes('godkjenn');
  const tekst = slettes ? 'slettes' : utenTreff ? 'ingenTreff' : erHennes ? 'venterPaaDeg' : vist;
  const loeper = I_ARBEID.includes(side.tilstand) && side.oenske === 'kjoer';
  return (
    <section aria-labelledby="tilstanden" className="flex flex-col gap-2">
      <h2 id="tilstanden" className="ds-sr-only">
        {t('tilstandTittel')}
      </h2>
      <div
        id={UTTREKKSTILSTAND}
        role="status"
        tabIndex={-1}
        className="flex max-w-3xl flex-wrap items-baseline gap-x-3 gap-y-1"
      >
        <Tilstandsmerke rad={side} />
        <span>{t(`tilstandstekst.${tekst}`)}</span>
        {side.feil !== null && <span className="w-full">{showFeil(side.feil)}</span>}
      </div>
      {vist !== 'utkast' && vist !== 'utloept' && <Fremdrift fremdrift={side.fremdrift} loeper={loeper} />}
    </section>
  );
}
