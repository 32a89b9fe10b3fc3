/**
 * Check the order before it is sent: what stops it, what to think of, how many it may be, what lies ready already, and
 * who must approve. Rule: what is ordered is what was checked (`avtrykk`).
 */
import { useMutation, useQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Form } from '#components/ui/form.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { BegrunnelseFelt, useBegrunnelse } from '#components/uttrekk/begrunnelse-felt.tsx';
import { Handlingsfeil, Lesefeil } from '#components/uttrekk/handlingsfeil.tsx';
import { Konflikter } from '#components/uttrekk/side/konflikter.tsx';
import { Kontrollfunn } from '#components/uttrekk/side/kontrollfunn.tsx';
import { UTTREKKSTILSTAND } from '#components/uttrekk/side/tilstandskort.tsx';
import { bestillOptions, readKontrollOptions } from '#lib/client/uttrekk.ts';
import type { Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';

type KontrollProps = { side: Uttrekksside; onSide: (side: Uttrekksside) => void };

export function Kontroll({ side, onSide }: KontrollProps) {
  const t = useTranslations('uttrekk.kontroll');
  const kontroll = useQuery(readKontrollOptions(side.uttrekkId, side.avtrykk));
  return (
    <section aria-labelledby="kontrollen" className="max-w-3xl">
      <h2 id="kontrollen" className="ds-heading mb-2" data-size="2xs">
        {t('tittel')}
      </h2>
      {kontroll.isPending && <Skeleton label={t('henter')} lines={4} />}
      {kontroll.isError && <Lesefeil error={kontroll.error} onRetry={() => void kontroll.refetch()} />}
      {kontroll.isSuccess && (
        <>
          <Konflikter konflikter={kontroll.data.konflikter} />
          <Kontrollfunn kontroll={kontroll.data} foerBestilling={side.tilstand === 'utkast'} />
          {kontroll.data.konflikter.length === 0 && side.valg.includes('bestill') && (
            <BestillForm side={side} kontroll={kontroll.data} onSide={onSide} />
          )}
        </>
      )}
      {side.valg.includes('endre') && (
        <NextLink
          className="ds-button mt-3"
          data-variant="secondary"
          href={{ pathname: '/uttrekk/ny', query: { utkast: side.uttrekkId } }}
        >
          {t('endre')}
        </NextLink>
      )}
    </section>
  );
}

function BestillForm({ side, kontroll, onSide }: KontrollProps & { kontroll: Forhaandskontroll }) {
  const t = useTranslations('uttrekk.kontroll');
  const begrunnelse = useBegrunnelse();
  const bestill = useMutation({
    ...bestillOptions(side.uttrekkId),
    onSuccess: (svar) => {
      if (svar.utfall !== 'bestilt') return;
      onSide(svar.side);
      document.getElementById(UTTREKKSTILSTAND)?.focus();
    },
  });
  const maaBegrunnes = kontroll.forsiktighet.length > 0;
  const onSubmit = () => {
    const grunn = maaBegrunnes ? begrunnelse.check() : null;
    if (bestill.isPending || (maaBegrunnes && grunn === null)) return;
    bestill.mutate({ avtrykk: kontroll.avtrykk, begrunnelse: grunn });
  };
  const avvist = bestill.data?.utfall === 'avvist' ? bestill.data : null;
  return (
    <Form onSubmit={onSubmit} className="mt-3 flex flex-col gap-3">
      {maaBegrunnes && <BegrunnelseFelt label={t('begrunnelse')} begrunnelse={begrunnelse} />}
      <button type="submit" className="ds-button self-start" aria-busy={bestill.isPending}>
        {t(kontroll.godkjenningsgrunner.length > 0 ? 'sendTilGodkjenning' : 'bestill')}
      </button>
      {avvist && <Konflikter konflikter={avvist.konflikter} />}
      {avvist?.manglerBegrunnelse && (
        <p role="alert" className="ds-validation-message">
          {t('manglerBegrunnelse')}
        </p>
      )}
      {bestill.isError && <Handlingsfeil error={bestill.error} />}
    </Form>
  );
}
