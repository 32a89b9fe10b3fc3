/** Why the case is here, in words: each rule with what it counted, or the draw with what it can be made again from. */
import { useMessages, useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import type { Sak, Treff } from '#lib/domain/kontroll/sak.ts';

export function Treffliste({ sak }: { sak: Sak }) {
  const t = useTranslations('kontroll');
  const { showTall, showTidspunkt } = useFormat();
  const tidsrom = { start: showTidspunkt(sak.periodeFra), slutt: showTidspunkt(sak.periodeTil) };
  return (
    <section aria-labelledby="hvorfor">
      <h2 id="hvorfor" className="ds-heading" data-size="2xs">
        {t('hvorfor')}
      </h2>
      {sak.kilde === 'stikkproeve' ? (
        <>
          <p className="mt-1">{t('trukket', tidsrom)}</p>
          <p className="mt-1 text-sm">
            {t('froe')} <code className="break-all">{sak.froe}</code>
          </p>
        </>
      ) : (
        <>
          <ul className="mt-1 list-disc pl-5">
            {sak.treff.map((treff) => (
              <Grunn key={treff.regel} treff={treff} />
            ))}
          </ul>
          <p className="mt-2 text-sm text-neutral-text-subtle">
            {t(sak.forklart > 0 ? 'poengForklart' : 'poeng', {
              poeng: showTall(sak.poeng),
              forklart: Math.round(sak.forklart * 100),
            })}
          </p>
        </>
      )}
    </section>
  );
}

function Grunn({ treff: { regel, versjon, verdier } }: { treff: Treff }) {
  const t = useTranslations('kontroll');
  const ord: Record<string, string> = useMessages().kontroll.ord;
  // A word of the rule's own is put into the reader's; a count stands as it is.
  const iOrd = Object.fromEntries(
    Object.entries(verdier).map(([navn, verdi]) => [navn, ord[String(verdi)] ?? verdi]),
  );
  return (
    <li>
      <strong>{t(`regel.${regel}.navn`)}</strong>: {t(`regel.${regel}.hvorfor`, iOrd)}{' '}
      <span className="text-sm text-neutral-text-subtle">{t('versjon', { versjon })}</span>
    </li>
  );
}
