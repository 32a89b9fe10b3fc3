/** Who may download besides the orderer: named analysts, found by name, added and taken away one by one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '#components/ui/form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import type { HandlingerProps } from '#components/uttrekk/side/handlinger.tsx';
import { listMottakereOptions } from '#lib/client/uttrekk.ts';

/** What is read next when somebody has been added or taken away, and the button with her. */
export const DELT_MED = 'deling';

export function Deling({ side, onHandling, pending }: HandlingerProps) {
  const t = useTranslations('uttrekk.deling');
  const { deltMed } = side;
  const kanDele = side.valg.includes('del');
  const del = (brukerIder: string[]) => !pending && onHandling({ slag: 'deling', brukerIder });
  const ider = deltMed.map(({ brukerId }) => brukerId);
  if (!kanDele && deltMed.length === 0) return null;
  return (
    <section aria-labelledby={DELT_MED} className="max-w-3xl">
      <h2 id={DELT_MED} tabIndex={-1} className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {deltMed.length === 0 ? (
        <p className="text-neutral-text-subtle">{t('ingen')}</p>
      ) : (
        <ul>
          {deltMed.map(({ brukerId, navn }) => (
            <li key={brukerId} className="flex flex-wrap items-center gap-3 py-1">
              {navn}
              {kanDele && (
                <button
                  type="button"
                  className="ds-button ds-button--inline"
                  data-variant="tertiary"
                  data-size="sm"
                  onClick={() => del(ider.filter((id) => id !== brukerId))}
                >
                  {t('fjern')}
                  <span className="ds-sr-only">{navn}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {kanDele && <FinnMottaker delt={ider} onVelg={(brukerId) => del([...ider, brukerId])} />}
    </section>
  );
}

type FinnMottakerProps = { delt: readonly string[]; onVelg: (brukerId: string) => void };

function FinnMottaker({ delt, onVelg }: FinnMottakerProps) {
  const t = useTranslations('uttrekk.deling');
  const [skrevet, setSkrevet] = useState('');
  const [soek, setSoek] = useState('');
  const mottakere = useQuery(listMottakereOptions(soek));
  const mulige = (mottakere.data?.mottakere ?? []).filter(({ brukerId }) => !delt.includes(brukerId));
  return (
    <Form onSubmit={() => setSoek(skrevet.trim())} className="mt-2 flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id="mottaker"
          label={t('soek')}
          maxLength={60}
          value={skrevet}
          onChange={(event) => setSkrevet(event.target.value)}
        />
        <button type="submit" className="ds-button" data-variant="secondary" aria-busy={mottakere.isFetching}>
          {t('finn')}
        </button>
      </div>
      <div role="status">
        {mottakere.isSuccess && mulige.length === 0 && <p>{t('ingenTreff')}</p>}
        {mottakere.isSuccess && mulige.length > 0 && (
          <p className="ds-sr-only">{t('treff', { antall: mulige.length })}</p>
        )}
      </div>
      {mottakere.isError && <Handlingsfeil error={mottakere.error} />}
      <ul>
        {mulige.map(({ brukerId, navn, enhet }) => (
          <li key={brukerId} className="flex flex-wrap items-center gap-3 py-1">
            <span>{[navn, enhet].filter(Boolean).join(', ')}</span>
            <button
              type="button"
              className="ds-button ds-button--inline"
              data-variant="secondary"
              data-size="sm"
              onClick={() => onVelg(brukerId)}
            >
              {t('del')}
              <span className="ds-sr-only">{navn}</span>
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
