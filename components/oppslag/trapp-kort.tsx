/**
 * How a person was found by the søketrapp. Rule: a hit by sound, by an earlier fact or with a difference is never shown
 * as a sure one.
 */
import { useTranslations } from 'next-intl';
import { TrinnListe, useTrinntekst } from '#components/oppslag/trinn-liste.tsx';
import type { Trapp } from '#lib/domain/oppslag/oppslag.ts';

export function TrappKort({ trapp: { trinn, samsvar } }: { trapp: Trapp }) {
  const t = useTranslations('oppslag');
  const toTekst = useTrinntekst();
  const treff = trinn.at(-1);
  if (!treff) return null;
  const sikkert = !treff.fonetisk && samsvar.every(({ grad }) => grad === 'likt');
  const forgjeves = trinn.slice(0, -1);

  return (
    <section className="ds-alert mb-4" data-color={sikkert ? 'info' : 'warning'}>
      <h2 className="ds-heading" data-size="2xs">
        {t(sikkert ? 'trapp.tittel' : 'trapp.maaKontrolleres')}
      </h2>
      {!sikkert && <p>{t('trapp.maaKontrolleresTekst')}</p>}
      <p>{t('trapp.treffetKom', { trinn: toTekst(treff) })}</p>
      <table className="ds-table mt-2 max-w-xl" data-size="sm">
        <caption className="text-left">{t('trapp.sammenligning')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trapp.opplysning')}</th>
            <th scope="col">{t('trapp.samsvar')}</th>
          </tr>
        </thead>
        <tbody>
          {samsvar.map(({ felt, grad }) => (
            <tr key={felt}>
              <th scope="row">{t(`felt.${felt}`)}</th>
              <td>{t(`trapp.grad.${grad}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {forgjeves.length > 0 && <TrinnListe trinn={forgjeves} />}
    </section>
  );
}
