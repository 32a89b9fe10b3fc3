/**
 * Every way an oppslag can end without a person. Rules: zero and several hits have one text, since the register does
 * not tell them apart, and a source that failed is never shown as an empty answer.
 */
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { TrinnListe } from '#components/oppslag/trinn-liste.tsx';
import { ProevIgjenButton, Utfall } from '#components/shell/utfall.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { TEKSTKRITERIER } from '#lib/domain/oppslag/kriterier.ts';
import type { KildeFeil, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';
import { STENGT_GRUNNER } from '#lib/domain/personregel/personregel.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

/** Few need it, so it comes when it is opened. */
const NoedtilgangForm = lazy(async () => ({
  default: (await import('#components/oppslag/noedtilgang-form.tsx')).NoedtilgangForm,
}));

/** Faults that a new try may cure; the others need somebody to do something. */
const VERDT_NYTT_FORSOEK: ReadonlySet<KildeFeil> = new Set([
  'tidsavbrudd',
  'utilgjengelig',
  'opptatt',
  'ugyldigSvar',
]);

/** Refused for who the person is, and not for how she was asked for. */
const STENGT: ReadonlySet<string> = new Set(STENGT_GRUNNER);

type OppslagUtfallProps = {
  result: Exclude<OppslagResult, { utfall: 'funnet' }>;
  /** What a nødtilgang is asked for under; null where nothing has been chosen. */
  kontekst: Kontekst | null;
  onRetry: () => void;
  /** Climbs the søketrapp; null where it has nothing to try, or has been climbed. */
  onTrapp?: (() => void) | null;
};

export function OppslagUtfall({ result, kontekst, onRetry, onTrapp = null }: OppslagUtfallProps) {
  const t = useTranslations('oppslag');
  switch (result.utfall) {
    case 'ingenEntydigTreff':
      return (
        <Utfall color="info" title={t('ingenEntydigTreff.tittel')} referanse={result.referanse}>
          <p>{t('ingenEntydigTreff.tekst')}</p>
          <p>{t('ingenEntydigTreff.raad')}</p>
          {result.trinn && <TrinnListe trinn={result.trinn} />}
          {onTrapp && !result.trinn && <TrappButton onTrapp={onTrapp} />}
        </Utfall>
      );
    case 'avvist':
      return (
        <Utfall
          color="warning"
          title={t(STENGT.has(result.grunn) ? 'stengtTittel' : 'avvistTittel')}
          referanse={result.referanse}
        >
          <p>{t(`avvist.${result.grunn}`)}</p>
          {result.felt !== null && <AvvistFelt felt={result.felt} />}
          {result.noedtilgang !== undefined && kontekst !== null && (
            <Noedtilgang noekkel={result.noedtilgang} kontekst={kontekst} onGitt={onRetry} />
          )}
        </Utfall>
      );
    case 'kildefeil':
      return (
        <Utfall color="danger" title={t('kildefeilTittel')} referanse={result.referanse}>
          <p>{t(`feil.${result.grunn}`)}</p>
          {result.proevIgjenOmMs !== null && (
            <p>{t('proevIgjenOm', { sekunder: Math.ceil(result.proevIgjenOmMs / 1_000) })}</p>
          )}
          {VERDT_NYTT_FORSOEK.has(result.grunn) && <ProevIgjenButton onRetry={onRetry} />}
        </Utfall>
      );
  }
}

function Noedtilgang(props: { noekkel: string; kontekst: Kontekst; onGitt: () => void }) {
  const t = useTranslations('noedtilgang');
  return (
    <Disclosure summary={t('be')} className="mt-2">
      <Suspense>
        <NoedtilgangForm {...props} />
      </Suspense>
    </Disclosure>
  );
}

function TrappButton({ onTrapp }: { onTrapp: () => void }) {
  const t = useTranslations('oppslag.trapp');
  return (
    <>
      <p className="mt-2">{t('tilbud')}</p>
      <button
        type="button"
        className="ds-button mt-2"
        data-variant="secondary"
        data-size="sm"
        onClick={onTrapp}
      >
        {t('start')}
      </button>
    </>
  );
}

function AvvistFelt({ felt }: { felt: string }) {
  const t = useTranslations('oppslag');
  const kjent = TEKSTKRITERIER.find((et) => et === felt);
  return <p>{t('avvistFelt', { felt: kjent ? t(`felt.${kjent}`) : felt })}</p>;
}
