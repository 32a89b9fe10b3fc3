'use client';
/** What the oppslag leaves for the case file. Rule: it says what was shown and why, never what it said of the person. */
import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFeltNavn } from '#components/person/feltliste.tsx';
import { groupFelter, toKvitteringsrader, toListe } from '#components/person/kvittering-rader.ts';
import { findTekst } from '#components/person/tekster.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';

type KvitteringKortProps = { kvittering: Kvittering; onSkrivUt: () => void };

export function KvitteringKort({ kvittering, onSkrivUt }: KvitteringKortProps) {
  const t = useTranslations('personside.kvittering');
  return (
    <section
      id="kvittering"
      className="mt-8 border-t border-neutral-border-default pt-3"
      aria-labelledby="kvittering-tittel"
    >
      <h2 id="kvittering-tittel" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p className="mb-2 text-sm text-neutral-text-subtle">{t('forklaring')}</p>
      <KvitteringInnhold kvittering={kvittering} tittel={t('tittel')}>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={onSkrivUt}
        >
          {t('skrivUt')}
        </button>
      </KvitteringInnhold>
    </section>
  );
}

type KvitteringInnholdProps = {
  kvittering: Kvittering;
  /** The first line of what is copied. */
  tittel: string;
  /** More that can be done with it. */
  children?: ReactNode;
};

/** The lines of a receipt and what can be done with them, under a heading of whoever shows it. */
export function KvitteringInnhold({ kvittering, tittel, children }: KvitteringInnholdProps) {
  const t = useTranslations('personside.kvittering');
  const { rader, felter } = useKvittering(kvittering);
  const tekst = [tittel, ...[...rader, ...felter].map(([navn, verdi]) => `${navn}: ${verdi}`)].join('\n');
  return (
    <>
      <Rader rader={rader} />
      <Disclosure summary={t('felter', { antall: kvittering.felter.length })} className="mt-1 mb-3">
        <Rader rader={felter} />
      </Disclosure>
      <div className="flex flex-wrap gap-3 print:hidden">
        <CopyButton
          text={tekst}
          label={t('kopier')}
          copiedLabel={t('kopiert')}
          failedLabel={t('feilet')}
          showLabel
        />
        {children}
      </div>
    </>
  );
}

/** The receipt in words: its lines, and a line for each egenskap that was shown. */
function useKvittering(kvittering: Kvittering): { rader: [string, string][]; felter: [string, string][] } {
  const t = useTranslations('personside.kvittering');
  const messages = useMessages();
  const { showTidspunkt } = useFormat();
  const feltNavn = useFeltNavn();
  const finn = (...sti: string[]) => findTekst(messages, sti);
  const egenskapNavn = (navn: string) =>
    finn('person', 'egenskap', navn) ?? finn('person', 'fane', navn) ?? navn;
  const rader = toKvitteringsrader(kvittering, {
    rad: t,
    pakke: (pakke) => finn('pakke', pakke) ?? pakke,
    del: (del) => finn('personside', 'del', del) ?? egenskapNavn(del),
    tidspunkt: showTidspunkt,
    ingenSak: t('ingenSak'),
  });
  const felter = groupFelter(kvittering.felter).map(({ egenskap, felter: egne }): [string, string] => [
    egenskapNavn(egenskap),
    egne.length === 0 ? t('vist') : toListe(egne.map(feltNavn)),
  ]);
  return { rader, felter };
}

function Rader({ rader }: { rader: readonly [string, string][] }) {
  return (
    <dl className="label-value">
      {rader.map(([navn, verdi]) => (
        <div key={navn}>
          <dt>{navn}</dt>
          <dd>{verdi}</dd>
        </div>
      ))}
    </dl>
  );
}
