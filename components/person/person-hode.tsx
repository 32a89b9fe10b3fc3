'use client';
/** Who the person is and what state she is in, in view while one reads. Age comes from the register's birth date. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Personidentifikator } from '#components/person/verdi.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { PersonHode as Hode, Seksjon } from '#lib/domain/person/person-view.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

type PersonHodeProps = {
  hode: Hode;
  seksjoner: readonly Seksjon[];
  pakke: string;
  tidspunkt: string;
  /** What must be in view with her: by what leave she is shown. */
  under?: ReactNode;
  children: ReactNode;
};

export function PersonHode({ hode, seksjoner, pakke, tidspunkt, under, children }: PersonHodeProps) {
  const t = useTranslations('personside');
  const tMerke = useTranslations('person.merke');
  const { showTidspunkt } = useFormat();
  return (
    <div className="z-10 border-b border-neutral-border-default bg-neutral-background-default px-4 py-2 lg:px-6 tall:sticky tall:top-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 ref={focusOnMount} tabIndex={-1} className="ds-heading min-w-0 break-words" data-size="sm">
          {hode.navn ?? <UtenNavn hentet={isHentet(seksjoner, 'navn')} />}
        </h1>
        {hode.navn !== null && <KopierNavn navn={hode.navn} />}
        {hode.identifikasjonsnummer === null ? (
          <span className="text-neutral-text-subtle">{t('utenNummer')}</span>
        ) : (
          <span data-hurtigtast="kopierNummer">
            <Personidentifikator nummer={hode.identifikasjonsnummer} />
          </span>
        )}
        <span>
          <Foedsel hode={hode} hentet={isHentet(seksjoner, 'foedsel')} />
        </span>
        <ul className="flex flex-wrap gap-1" aria-label={t('merker')}>
          {hode.merker.map((merke) => (
            <li key={merke} className="ds-tag" data-color="warning" data-size="sm">
              {tMerke(merke)}
            </li>
          ))}
        </ul>
        <div className="ml-auto flex flex-wrap gap-2 print:hidden">{children}</div>
      </div>
      <p className="text-sm text-neutral-text-subtle">
        {t('hentet', { tidspunkt: showTidspunkt(tidspunkt) })} · <Pakkenavn pakke={pakke} />
      </p>
      {under}
    </div>
  );
}

function KopierNavn({ navn }: { navn: string }) {
  const t = useTranslations('personside.kopier');
  return (
    <span className="-ml-3">
      <CopyButton text={navn} label={t('navn')} copiedLabel={t('kopiert')} failedLabel={t('feilet')} />
    </span>
  );
}

/** Whether the register was asked: only then does an empty answer say anything of the person. */
function isHentet(seksjoner: readonly Seksjon[], egenskap: string): boolean {
  const tilstand = seksjoner.find((seksjon) => seksjon.egenskap === egenskap)?.tilstand;
  return tilstand !== 'ikkeSpurtEtter' && tilstand !== 'ikkeIPakken';
}

function UtenNavn({ hentet }: { hentet: boolean }) {
  const t = useTranslations();
  return hentet ? t('person.hode.utenNavn') : t('personside.navnIkkeHentet');
}

function Foedsel({ hode, hentet }: { hode: Hode; hentet: boolean }) {
  const t = useTranslations('personside');
  const { showDato } = useFormat();
  if (hode.foedselsdato === null) {
    if (hode.foedselsaar !== null) return t('foedtAar', { aar: hode.foedselsaar });
    return hentet ? t('utenFoedselsdato') : t('foedselIkkeHentet');
  }
  const dato = showDato(hode.foedselsdato);
  return hode.alder === null ? t('foedt', { dato }) : t('foedtMedAlder', { dato, alder: hode.alder });
}

/** The receipt carries the package as text: it must stay readable when a package is renamed. */
function Pakkenavn({ pakke }: { pakke: string }) {
  const t = useTranslations('pakke');
  const kjent = PAKKER.find((en) => en === pakke);
  return kjent ? t(kjent) : pakke;
}
