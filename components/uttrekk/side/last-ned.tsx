/**
 * The download of one file, as it is or in an encrypted zip, and of the manifest that its receiver checks it by. It is
 * asked for by a press and then fetched by the browser itself, so that a big file never lies in the page's memory. Rule: the
 * password of a zip is shown once, and lies nowhere but on the page.
 */
import { DownloadIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { createNedlastingOptions } from '#lib/client/uttrekk.ts';
import type { Nedlastingsform } from '#lib/domain/uttrekk/nedlasting.ts';

const FORMER: readonly Nedlastingsform[] = ['fil', 'zip', 'manifest'];

type LastNedProps = { uttrekkId: string; filId: string; navn: string; harManifest: boolean };

export function LastNed({ uttrekkId, filId, navn, harManifest }: LastNedProps) {
  const t = useTranslations('uttrekk.filer');
  const lastNed = useMutation({
    ...createNedlastingOptions(uttrekkId),
    onSuccess: ({ nedlastingId }) => {
      // As a download and not as a page: a refusal then fails beside the page and not in its place.
      const lenke = document.createElement('a');
      lenke.href = `/api/nedlasting/${encodeURIComponent(nedlastingId)}`;
      lenke.download = '';
      lenke.click();
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {FORMER.filter((form) => form !== 'manifest' || harManifest).map((form) => (
        <button
          key={form}
          type="button"
          className="ds-button"
          data-size="sm"
          data-variant={form === 'fil' ? 'primary' : 'secondary'}
          aria-busy={lastNed.isPending && lastNed.variables.form === form}
          onClick={() => !lastNed.isPending && lastNed.mutate({ filId, form })}
        >
          {form === 'fil' && <DownloadIcon aria-hidden />}
          {t(`last.${form}`)}
          <span className="ds-sr-only">{t(`lastAv.${form}`, { navn })}</span>
        </button>
      ))}
      <span role="status" className="text-sm">
        {lastNed.isSuccess && t('startet')}
      </span>
      {lastNed.isError && <Handlingsfeil error={lastNed.error} />}
      {lastNed.data?.passord && <Passord passord={lastNed.data.passord} />}
    </div>
  );
}

function Passord({ passord }: { passord: string }) {
  const t = useTranslations('uttrekk.filer');
  return (
    <div className="ds-alert w-full" data-color="info">
      <p>
        {t('passord')} <code className="break-all">{passord}</code>{' '}
        <CopyButton
          text={passord}
          label={t('kopierPassord')}
          copiedLabel={t('kopiert')}
          failedLabel={t('ikkeKopiert')}
        />
      </p>
      <p>{t('passordRaad')}</p>
    </div>
  );
}
