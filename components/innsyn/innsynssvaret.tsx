/** An answer and what can be done with it: choose the letter's language, print it, decide what is held back, and about the names. */
import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Innsynsbrev } from '#components/innsyn/innsynsbrev.tsx';
import { NavneForm } from '#components/innsyn/navne-form.tsx';
import { TilbakeholdForm } from '#components/innsyn/tilbakehold-form.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import { SPRAAK, type Spraak } from '#lib/domain/spraak/spraak.ts';
import type { Messages } from '#messages/messages.ts';

/** What a letter is written with, in one language. */
export type Brevtekster = Pick<Messages, 'innsynsbrev'> & { person: Pick<Messages['person'], 'egenskap'> };

const NAVN: Record<Spraak, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

type InnsynssvaretProps = {
  svar: Innsynssvar;
  numre: readonly string[];
  brevtekster: Record<Spraak, Brevtekster>;
  /** The same answer with what was decided about it. */
  onVedtak: (svar: Innsynssvar) => void;
};

export function Innsynssvaret({ svar, numre, brevtekster, onVedtak }: InnsynssvaretProps) {
  const t = useTranslations('innsyn');
  const { showTidspunkt } = useFormat();
  const [spraak, setSpraak] = useState<Spraak>(useLocale());
  const holdt = svar.linjer.filter(({ tilbakehold }) => tilbakehold !== null).length;
  return (
    <section aria-labelledby="innsynssvar">
      <div className="mb-6 flex max-w-3xl flex-col gap-4 print:hidden">
        <h2 id="innsynssvar" ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="xs">
          {t('svar.tittel')}
        </h2>
        <p className="text-sm">{t('svar.nyttSvar', { tidspunkt: showTidspunkt(svar.laget) })}</p>
        <ChoiceGroup
          inline
          legend={t('svar.spraak')}
          name="brevspraak"
          selected={spraak}
          onSelect={setSpraak}
          options={SPRAAK.map((value) => ({ value, label: NAVN[value], lang: value }))}
        />
        <div>
          <button type="button" className="ds-button" onClick={() => window.print()}>
            {t('svar.skrivUt')}
          </button>
          <p className="mt-1 text-sm text-neutral-text-subtle">{t('svar.skrivUtHint')}</p>
        </div>
        {holdt > 0 && <p role="status">{t('tilbakehold.antall', { antall: holdt })}</p>}
        {svar.navneavgjoerelse !== null && (
          <p ref={focusOnMount} role="status" tabIndex={-1}>
            {t('navn.medNavn')}
          </p>
        )}
        {svar.navneavgjoerelse === null && svar.linjer.length > 0 && (
          <>
            <Disclosure summary={t('tilbakehold.tittel')}>
              <TilbakeholdForm svar={svar} onVedtak={onVedtak} />
            </Disclosure>
            <Disclosure summary={t('navn.tittel')}>
              <NavneForm svarId={svar.svarId} onNavn={onVedtak} />
            </Disclosure>
          </>
        )}
      </div>
      <NextIntlClientProvider locale={spraak} messages={brevtekster[spraak]}>
        <Innsynsbrev svar={svar} numre={numre} />
      </NextIntlClientProvider>
    </section>
  );
}
