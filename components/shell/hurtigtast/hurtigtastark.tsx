/** The help sheet: every shortcut of this user, with the switch that turns them off. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useId } from 'react';
import { FANETASTER, GAA, HURTIGTASTER, type Hurtigtast } from '#components/shell/hurtigtast/hurtigtast.ts';
import { listSider } from '#components/shell/sider.ts';
import type { Handling } from '#lib/domain/session/session.ts';

const OVERALT: readonly Hurtigtast[] = ['soek', 'hjelp'];
const PERSON: readonly Hurtigtast[] = ['nesteFane', 'forrigeFane', 'kopierNummer', 'hentPaaNytt'];

type HurtigtastarkProps = {
  enabled: boolean;
  onChange: (next: boolean) => void;
  handlinger: readonly Handling[];
};

export function Hurtigtastark({ enabled, onChange, handlinger }: HurtigtastarkProps) {
  const t = useTranslations('felles.hurtigtast');
  const tSider = useTranslations('felles.sider');
  const kanSlaaOpp = handlinger.includes('oppslag');
  const rad = (hurtigtast: Hurtigtast): Rad => [
    <Tast key="tast" tast={toTast(hurtigtast)} />,
    t(`hva.${hurtigtast}`),
  ];
  const fanePaaPlass: Rad = [
    <Fragment key="fane">
      <Tast tast={FANETASTER.foerste} /> {t('tilOgMed')} <Tast tast={FANETASTER.siste} />
    </Fragment>,
    t('hva.fanePaaPlass'),
  ];
  return (
    <>
      <Bryter enabled={enabled} onChange={onChange} />
      <Gruppe
        tittel={t('overalt')}
        rader={OVERALT.filter((hurtigtast) => kanSlaaOpp || hurtigtast !== 'soek').map(rad)}
      />
      <Gruppe
        tittel={t('sider')}
        rader={listSider(handlinger).map(({ tast, tekst }) => [
          <Fragment key={tast}>
            <Tast tast={GAA} /> {t('saa')} <Tast tast={tast} />
          </Fragment>,
          tSider(tekst),
        ])}
      />
      {kanSlaaOpp && <Gruppe tittel={t('person')} rader={[fanePaaPlass, ...PERSON.map(rad)]} />}
    </>
  );
}

/** The key of a shortcut; the table goes from key to shortcut. */
function toTast(hurtigtast: Hurtigtast): string {
  return Object.entries(HURTIGTASTER).find(([, gitt]) => gitt === hurtigtast)?.[0] ?? '';
}

function Bryter({ enabled, onChange }: { enabled: boolean; onChange: (next: boolean) => void }) {
  const t = useTranslations('felles.hurtigtast');
  return (
    <div className="ds-field">
      <input
        className="ds-input"
        type="checkbox"
        id="hurtigtast"
        checked={enabled}
        aria-describedby="hurtigtast-hint"
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="ds-label" htmlFor="hurtigtast">
        {t('bruk')}
      </label>
      <p id="hurtigtast-hint" data-field="description" className="text-sm">
        {t('brukHint')}
      </p>
    </div>
  );
}

type Rad = readonly [tast: ReactNode, hva: string];

function Gruppe({ tittel, rader }: { tittel: string; rader: readonly Rad[] }) {
  const id = useId();
  if (rader.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-5">
      <h3 id={id} className="ds-heading mb-1" data-size="2xs">
        {tittel}
      </h3>
      <dl className="grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-2">
        {rader.map(([tast, hva]) => (
          <Fragment key={hva}>
            <dt>{tast}</dt>
            <dd className="m-0">{hva}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Tast({ tast }: { tast: string }) {
  return (
    <kbd className="inline-block min-w-7 rounded-sm border border-neutral-border-default px-1.5 text-center font-mono text-sm">
      {tast}
    </kbd>
  );
}
