'use client';
/** The help sheet of the shortcuts, with the switch that turns them off (WCAG 2.1.4), and the shortcuts themselves. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, type Ref, useId, useState } from 'react';
import { FANETASTER, GAA, HURTIGTASTER, type Hurtigtast } from '#components/shell/hurtigtast/hurtigtast.ts';
import { useHurtigtaster } from '#components/shell/hurtigtast/use-hurtigtaster.ts';
import { HURTIGTAST_COOKIE, keepPreference } from '#components/shell/preferences.ts';
import { listSider } from '#components/shell/sider.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Handling } from '#lib/domain/session/session.ts';

const OVERALT: readonly Hurtigtast[] = ['soek', 'hjelp'];
const PERSON: readonly Hurtigtast[] = ['nesteFane', 'forrigeFane', 'kopierNummer', 'hentPaaNytt'];

type HurtigtasterProps = {
  /** The sheet, which the user menu opens too. */
  ref: Ref<HTMLDialogElement>;
  /** As the browser remembers it. */
  paa: boolean;
  /** The sheet lists what this user can do with them. */
  handlinger: readonly Handling[];
  onHjelp: () => void;
};

export function Hurtigtaster({ ref, paa, handlinger, onHjelp }: HurtigtasterProps) {
  const t = useTranslations('felles.hurtigtast');
  const tSider = useTranslations('felles.sider');
  const [enabled, setEnabled] = useState(paa);
  useHurtigtaster(enabled, handlinger, onHjelp);
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
    <Dialog ref={ref} title={t('tittel')} closeLabel={t('lukk')}>
      <Bryter
        enabled={enabled}
        onChange={(next) => {
          setEnabled(next);
          void keepPreference(HURTIGTAST_COOKIE, next ? 'paa' : 'av', Date.now());
        }}
      />
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
    </Dialog>
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
