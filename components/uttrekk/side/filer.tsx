/** The files: how big, how many rows, how to know that a copy is whole, and until when. */
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { LastNed } from '#components/uttrekk/side/last-ned.tsx';
import { Slettefrist } from '#components/uttrekk/side/slettefrist.tsx';
import { MAKS_RADER_XLSX } from '#lib/domain/uttrekk/grenser.ts';
import type { Filrad, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

// Fetched when it is opened: few need it, and once.
const Mottakerkontroll = lazy(async () => ({
  default: (await import('#components/uttrekk/side/mottakerkontroll.tsx')).Mottakerkontroll,
}));

/** `manifestnoekkel` is the public key that manifests are signed with. */
export function Filer({ side, manifestnoekkel }: { side: Uttrekksside; manifestnoekkel: string }) {
  const t = useTranslations('uttrekk.filer');
  const { showTall } = useFormat();
  const { filer, bestilling, tilstand } = side;
  const ferdig = tilstand === 'klar';
  const utenXlsx =
    ferdig && bestilling.formater.includes('xlsx') && !filer.some(({ format }) => format === 'xlsx');
  if (filer.length === 0 && !utenXlsx) return null;
  return (
    <section aria-labelledby="filer" className="max-w-3xl">
      <h2 id="filer" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {ferdig && <Slettefrist side={side} />}
      <ul className="divide-y divide-neutral-border-subtle">
        {filer.map((fil) => (
          <Fil
            key={fil.filId}
            fil={fil}
            uttrekkId={side.uttrekkId}
            kanHentes={side.valg.includes('lastNed')}
          />
        ))}
      </ul>
      {utenXlsx && <p className="mt-2">{t('utenXlsx', { maks: showTall(MAKS_RADER_XLSX) })}</p>}
      {ferdig && <p className="mt-2 text-sm text-neutral-text-subtle">{t('logges')}</p>}
      {ferdig && filer.length > 0 && (
        <Disclosure summary={t('kontroll.tittel')} className="mt-2">
          <Suspense fallback={<Skeleton label={t('kontroll.henter')} lines={3} />}>
            <Mottakerkontroll noekkel={manifestnoekkel} />
          </Suspense>
        </Disclosure>
      )}
    </section>
  );
}

type FilProps = { fil: Filrad; uttrekkId: string; kanHentes: boolean };

function Fil({ fil, uttrekkId, kanHentes }: FilProps) {
  const t = useTranslations('uttrekk.filer');
  const tFormat = useTranslations('uttrekk.bygger.format');
  const { showTall } = useFormat();
  const navn = tFormat(fil.format);
  // Whole kilobytes or megabytes, and never none.
  const toStoerrelse = (bytes: number) =>
    bytes < 1_000_000
      ? t('kilobyte', { kb: showTall(Math.max(1, Math.round(bytes / 1_000))) })
      : t('megabyte', { mb: showTall(Math.round(bytes / 1_000_000)) });
  const fakta = [
    fil.rader === null ? null : t('rader', { antall: showTall(fil.rader) }),
    fil.bytes === null ? null : toStoerrelse(fil.bytes),
    fil.nedlastinger > 0 ? t('nedlastinger', { antall: fil.nedlastinger }) : null,
  ].filter((faktum) => faktum !== null);
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-medium">{navn}</span>
        {fil.tilstand === 'klar' ? <span>{fakta.join(' · ')}</span> : <span>{t(fil.tilstand)}</span>}
        {fil.slettet !== null && <Tidspunkt tidspunkt={fil.slettet} />}
        {kanHentes && fil.tilstand === 'klar' && (
          <LastNed uttrekkId={uttrekkId} filId={fil.filId} navn={navn} harManifest={fil.harManifest} />
        )}
      </div>
      {fil.sjekksum !== null && fil.tilstand === 'klar' && (
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-neutral-text-subtle">
          {t('sjekksum')} <code className="min-w-0 break-all">{fil.sjekksum}</code>
          <CopyButton
            text={fil.sjekksum}
            label={t('kopierSjekksum', { navn })}
            copiedLabel={t('kopiert')}
            failedLabel={t('ikkeKopiert')}
          />
        </p>
      )}
      {!fil.harManifest && fil.tilstand === 'klar' && (
        <p className="text-sm text-neutral-text-subtle">{t('utenManifest')}</p>
      )}
    </li>
  );
}
