/** Why the file can be trusted, in words: every batch was fetched, the end was seen, and the sum adds up. */
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

export function Fullstendighet({ bevis }: { bevis: Uttrekksside['fullstendighet'] }) {
  const t = useTranslations('uttrekk.fullstendighet');
  const { showTall } = useFormat();
  if (bevis === null) return null;
  const { batcher, identifikatorer, dubletter, levert, ikkeLevert, stemmer } = bevis;
  const Ikon = stemmer ? CheckmarkCircleIcon : ExclamationmarkTriangleIcon;
  return (
    <section aria-labelledby="fullstendighet" className="max-w-3xl">
      <h2 id="fullstendighet" className="ds-heading mb-1 flex items-center gap-2" data-size="2xs">
        <Ikon aria-hidden className={stemmer ? 'text-success-text-subtle' : 'text-danger-text-subtle'} />
        {t(stemmer ? 'stemmerTittel' : 'stemmerIkkeTittel')}
      </h2>
      <ul className="list-disc pl-5">
        <li>{t('batcher', { antall: batcher, vist: showTall(batcher) })}</li>
        <li>{t('identifikatorer', { antall: showTall(identifikatorer) })}</li>
        {dubletter > 0 && <li>{t('dubletter', { antall: showTall(dubletter) })}</li>}
        <li>{t('levert', { antall: showTall(levert) })}</li>
        {ikkeLevert > 0 && <li>{t('ikkeLevert', { antall: showTall(ikkeLevert) })}</li>}
      </ul>
    </section>
  );
}
