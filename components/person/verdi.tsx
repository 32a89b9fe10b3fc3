/**
 * Shows one value of the register, whatever kind it is. Rules: a code is shown by its name (the code itself opens with
 * the source), one that our lists lack is shown raw and said to be so, and nothing is ever shown as an empty cell
 * (product.md section 4).
 */
import { useMessages, useTranslations } from 'next-intl';
import { useSlaaOpp } from '#components/person/slaa-opp.ts';
import { findTekst } from '#components/person/tekster.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Dato, Tidspunkt } from '#components/ui/dato.tsx';
import { showPersonidentifikator } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Verdi } from '#lib/domain/person/person-view.ts';

/** Takes no context itself: it is in every cell, and most values need none. */
export function VerdiTekst({ verdi }: { verdi: Verdi }) {
  switch (verdi.slag) {
    case 'tekst':
      return verdi.tekst.trim() === '' ? <TomVerdi /> : verdi.tekst;
    case 'dato':
      return <Dato dato={verdi.dato} />;
    case 'tidspunkt':
      return <Tidspunkt tidspunkt={verdi.tidspunkt} />;
    case 'heltall':
      return <Heltall tall={verdi.tall} />;
    case 'boolsk':
      return <JaNei verdi={verdi.verdi} />;
    case 'personidentifikator':
      return <Personidentifikator nummer={verdi.nummer} />;
    case 'kode':
      return <Kode verdi={verdi} />;
    case 'navngitt':
      return verdi.navn === null ? (
        <UkjentKode kode={verdi.kode} />
      ) : (
        <Navngitt verdi={verdi} navn={verdi.navn} />
      );
    case 'adresse':
      return <Adresse linjer={verdi.linjer} />;
  }
}

function TomVerdi() {
  return <Dempet>{useTranslations('personside')('tomVerdi')}</Dempet>;
}

/** Grouped for the eye, copied without the space. */
export function Personidentifikator({ nummer }: { nummer: string }) {
  const t = useTranslations('personside');
  const slaaOpp = useSlaaOpp(nummer);
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums">
      {showPersonidentifikator(nummer)}
      <CopyButton
        text={nummer}
        label={t('kopier.nummer')}
        copiedLabel={t('kopier.kopiert')}
        failedLabel={t('kopier.feilet')}
      />
      {slaaOpp && (
        <button
          type="button"
          className="ds-button ds-button--inline print:hidden"
          data-color="accent"
          data-variant="tertiary"
          data-size="sm"
          onClick={slaaOpp}
        >
          {t('slaaOpp')}
          <span className="ds-sr-only">{showPersonidentifikator(nummer)}</span>
        </button>
      )}
    </span>
  );
}

function Heltall({ tall }: { tall: number }) {
  return useFormat().showTall(tall);
}

/** A country has a name in each language, a municipality one. */
function Navngitt({ verdi, navn }: { verdi: Extract<Verdi, { slag: 'navngitt' }>; navn: string }) {
  return findTekst(useMessages(), ['kodeverk', verdi.kodeverk, verdi.kode]) ?? navn;
}

function JaNei({ verdi }: { verdi: boolean }) {
  const t = useTranslations('person.verdi');
  return verdi ? t('ja') : t('nei');
}

function Kode({ verdi }: { verdi: Extract<Verdi, { slag: 'kode' }> }) {
  const tekst = findTekst(useMessages(), ['kodeverk', verdi.kodeverk, verdi.kode]);
  return tekst === null ? <UkjentKode kode={verdi.kode} /> : tekst;
}

function UkjentKode({ kode }: { kode: string }) {
  const t = useTranslations('person.verdi');
  return (
    <>
      {kode} <Dempet>({t('ukjentKode')})</Dempet>
    </>
  );
}

function Adresse({ linjer }: { linjer: readonly string[] }) {
  return (
    <address className="not-italic">
      {linjer.map((linje, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an address have an order and no identity
        <span key={index} className="block">
          {linje}
        </span>
      ))}
    </address>
  );
}

function Dempet({ children }: { children: React.ReactNode }) {
  return <span className="text-neutral-text-subtle">{children}</span>;
}
