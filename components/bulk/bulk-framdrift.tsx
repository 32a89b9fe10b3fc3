/**
 * How far a run has come, and what can be done with it. Rule: every state says what has happened to what was fetched, and
 * offers the way on.
 */
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { BulkStans } from '#components/bulk/bulk-stans.tsx';
import { useKjoering } from '#components/bulk/use-kjoering.ts';
import { MistesDialog } from '#components/oppslag/mistes-dialog.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Bulkkjoering, Kjoeringstilstand } from '#lib/client/bulk-kjoering.ts';

type BulkFramdriftProps = { kjoering: Bulkkjoering; onNyListe: () => void };

export function BulkFramdrift({ kjoering, onNyListe }: BulkFramdriftProps) {
  const t = useTranslations('bulk.framdrift');
  const { showTall } = useFormat();
  const tilstand = useKjoering(kjoering);
  if (tilstand === null) return null;
  const { fase, totalt, hentet, feilet } = tilstand;
  return (
    <section aria-labelledby="bulk-framdrift" className="max-w-3xl">
      <h2 id="bulk-framdrift" ref={focusOnMount} tabIndex={-1} className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <progress className="framdrift" aria-labelledby="bulk-framdrift" max={totalt} value={hentet + feilet} />
      <p className="mt-1 flex min-h-6 flex-wrap gap-x-4">
        {/* The phase is read out when it changes; the figures would be chatter. */}
        <span role="status">{t(fase)}</span>
        <span>{t('antall', { hentet: showTall(hentet), totalt: showTall(totalt) })}</span>
        {feilet > 0 && <span>{t('feilet', { antall: showTall(feilet) })}</span>}
        {fase === 'loeper' && <Igjen igjenMs={tilstand.igjenMs} />}
      </p>
      <BulkStans tilstand={tilstand} />
      <Handlinger kjoering={kjoering} tilstand={tilstand} onNyListe={onNyListe} />
    </section>
  );
}

/** Seconds below two minutes, else minutes: an estimate is not finer than that. */
function Igjen({ igjenMs }: { igjenMs: number | null }) {
  const t = useTranslations('bulk.framdrift');
  if (igjenMs === null) return null;
  const sekunder = Math.max(1, Math.ceil(igjenMs / 1_000));
  return (
    <span>
      {sekunder < 120
        ? t('igjenSekunder', { sekunder })
        : t('igjenMinutter', { minutter: Math.ceil(sekunder / 60) })}
    </span>
  );
}

type HandlingerProps = BulkFramdriftProps & { tilstand: Kjoeringstilstand };

function Handlinger({ kjoering, tilstand, onNyListe }: HandlingerProps) {
  const t = useTranslations('bulk.framdrift');
  const dialog = useRef<HTMLDialogElement>(null);
  const { fase, feilet } = tilstand;
  const ferdigMedAlt = fase === 'stanset' || fase === 'ferdig';
  return (
    <div className="mt-3 flex min-h-10 flex-wrap gap-3">
      {fase === 'loeper' && (
        <button type="button" className="ds-button" data-variant="secondary" onClick={kjoering.stopp}>
          {t('stopp')}
        </button>
      )}
      {fase === 'stanset' && (
        <button type="button" className="ds-button" onClick={kjoering.start}>
          {t('fortsett')}
        </button>
      )}
      {ferdigMedAlt && feilet > 0 && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={kjoering.proevMislykkede}
        >
          {t('proevMislykkede')}
        </button>
      )}
      {ferdigMedAlt && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => dialog.current?.showModal()}
        >
          {t('nyListe')}
        </button>
      )}
      <MistesDialog ref={dialog} onBegynn={onNyListe} />
    </div>
  );
}
