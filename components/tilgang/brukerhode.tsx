/** Who the user is, where she belongs, and what concerns all of her access at once: her unit, her sessions, a block. */
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BrukerdelProps } from '#components/tilgang/brukerdel.ts';
import { EndreButton } from '#components/tilgang/endre-button.tsx';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { listEnheterOptions } from '#lib/client/tilgang.ts';

export function Brukerhode(props: BrukerdelProps) {
  const t = useTranslations('tilgang.bruker');
  const { brukernavn, enhet, sistInnlogget, levendeOekter, sperret, kanEndres, erEgen } = props.side;
  const linjer = [
    [t('brukernavn'), brukernavn],
    [t('enhet'), enhet ?? t('utenEnhet')],
    [t('sistInnlogget'), <Tidspunkt key="tid" tidspunkt={sistInnlogget} />],
    [t('oekter'), t('antallOekter', { antall: levendeOekter })],
  ] as const;
  return (
    <section aria-label={t('om')} className="flex flex-col gap-4">
      {sperret && (
        <p className="ds-alert" data-color="danger">
          {t('erSperret')}
        </p>
      )}
      <dl className="grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {linjer.map(([navn, verdi]) => (
          <div key={navn} className="contents">
            <dt className="text-neutral-text-subtle">{navn}</dt>
            <dd className="m-0 break-words">{verdi}</dd>
          </div>
        ))}
      </dl>
      {kanEndres ? <Handlinger {...props} /> : <p>{t(erEgen ? 'egenTilgang' : 'kanIkkeEndres')}</p>}
    </section>
  );
}

function Handlinger({ side, pending, onHandling }: BrukerdelProps) {
  const t = useTranslations('tilgang.bruker');
  const sperring = side.sperret ? 'aapne' : 'sperr';
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <EndreButton
          key={sperring}
          label={t(sperring)}
          forklaring={t(`${sperring}Forklaring`)}
          pending={pending}
          onEndre={(begrunnelse, onUtfoert) => onHandling({ slag: sperring, begrunnelse }, onUtfoert)}
        />
        {side.levendeOekter > 0 && (
          <EndreButton
            label={t('avsluttOekter')}
            forklaring={t('avsluttOekterForklaring')}
            pending={pending}
            onEndre={(begrunnelse, onUtfoert) =>
              onHandling({ slag: 'avsluttOekter', begrunnelse }, onUtfoert)
            }
          />
        )}
      </div>
      <Enhetsvalg side={side} pending={pending} onHandling={onHandling} />
    </>
  );
}

function Enhetsvalg({ side, pending, onHandling }: BrukerdelProps) {
  const t = useTranslations('tilgang.bruker');
  const { data } = useQuery(listEnheterOptions);
  const [valgt, setValgt] = useState(side.enhetId ?? '');
  const enheter = (data?.enheter ?? []).filter(({ avsluttet }) => avsluttet === null);
  if (enheter.length === 0) return null;
  return (
    <Form
      onSubmit={() => {
        if (!pending) onHandling({ slag: 'enhet', enhetId: valgt || null });
      }}
      className="flex flex-wrap items-end gap-3"
    >
      <SelectField
        id="ny-enhet"
        label={t('nyEnhet')}
        value={valgt}
        options={[
          { value: '', label: t('enhetFraInnlogging') },
          ...enheter.map(({ enhetId, navn }) => ({ value: enhetId, label: navn })),
        ]}
        onChange={(event) => setValgt(event.target.value)}
      />
      <button type="submit" className="ds-button" data-variant="secondary" aria-busy={pending}>
        {t('lagreEnhet')}
      </button>
    </Form>
  );
}
