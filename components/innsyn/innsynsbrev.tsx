/**
 * The letter to whom the answer is about, in her language and not the user's: headings, a table with headers, and what the
 * answer does not show. What is held back is not in it, and what that is, is told by kind (P-03). On paper it stands alone and begins with its own first heading. No number is shown whole (P-08).
 */
import { useLocale, useTranslations } from 'next-intl';
import { Innsynstabell } from '#components/innsyn/innsynstabell.tsx';
import { Mangler } from '#components/innsyn/mangler.tsx';
import { toDag } from '#components/ui/format.ts';
import { usePrinting } from '#components/ui/printing.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';

const DATO_SIFFER = 6;
const maskNummer = (nummer: string): string => `${nummer.slice(0, DATO_SIFFER)} *****`;

type InnsynsbrevProps = { svar: Innsynssvar; numre: readonly string[] };

export function Innsynsbrev({ svar, numre }: InnsynsbrevProps) {
  const t = useTranslations('innsynsbrev');
  const spraak = useLocale();
  const printing = usePrinting();
  const { showDato, showTidspunkt, showTall, showListe } = useFormat();
  const [Tittel, Overskrift] = printing ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const { navneavgjoerelse } = svar;
  const linjer = svar.linjer.filter(({ tilbakehold }) => tilbakehold === null);
  const forAndre = svar.linjer.filter(({ tilbakehold }) => tilbakehold?.grunn === 'tredjepart').length;
  const fakta = [
    [t('gjelder'), showListe(numre.map(maskNummer))],
    [t('periode'), t('periodeVerdi', { start: showDato(toDag(svar.fra)), slutt: showDato(toDag(svar.til)) })],
    [t('laget'), showTidspunkt(svar.laget)],
    [t('antall'), showTall(linjer.length)],
  ] as const;
  return (
    <article lang={spraak} aria-labelledby="brevtittel" className="brev">
      <Tittel id="brevtittel" className="ds-heading" data-size="sm">
        {t('tittel')}
      </Tittel>
      <p className="my-3 max-w-3xl">{t('ingress')}</p>
      <dl className="mb-5 grid max-w-3xl grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {fakta.map(([navn, verdi]) => (
          <div key={navn} className="contents">
            <dt>{navn}</dt>
            <dd className="m-0">{verdi}</dd>
          </div>
        ))}
      </dl>
      <Overskrift className="ds-heading mb-2" data-size="2xs">
        {t('gangerTittel')}
      </Overskrift>
      {linjer.length === 0 ? (
        <p>{t('ingen')}</p>
      ) : (
        <Innsynstabell linjer={linjer} medNavn={navneavgjoerelse !== null} />
      )}
      <div className="mt-6 flex max-w-3xl flex-col gap-2">
        <Overskrift className="ds-heading" data-size="2xs">
          {t('navnTittel')}
        </Overskrift>
        <p>
          {navneavgjoerelse === null
            ? t('navnTilbake')
            : t('navnMed', {
                avgjoertAv: navneavgjoerelse.avgjoertAv,
                tidspunkt: showTidspunkt(navneavgjoerelse.tidspunkt),
              })}
        </p>
        <Overskrift className="ds-heading mt-3" data-size="2xs">
          {t('tilbakehold.tittel')}
        </Overskrift>
        {forAndre > 0 && <p>{t('tilbakehold.tredjepart', { antall: forAndre })}</p>}
        {/* The same words in every letter, so that they tell nobody of a control (docs/adr/0020). */}
        <p>{t('tilbakehold.alltid')}</p>
        <Overskrift className="ds-heading mt-3" data-size="2xs">
          {t('mangler.tittel')}
        </Overskrift>
        <Mangler svar={svar} />
        <Overskrift className="ds-heading mt-3" data-size="2xs">
          {t('rettTittel')}
        </Overskrift>
        <p>{t('rett')}</p>
      </div>
    </article>
  );
}
