/**
 * A hit list, page by page. Rules: a page is asked for when it is opened and not before, one that failed is its own state
 * with a way to try again, and a list that the server no longer has says so.
 */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { Radoppslagutfall, useRadoppslag } from '#components/oppslag/radoppslag.tsx';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Sidevalg } from '#components/soek/sidevalg.tsx';
import { TreffTabell } from '#components/soek/treff-tabell.tsx';
import { addSide, countSider, isAvkortet, setValgt, type Treffliste } from '#components/soek/treffliste.ts';
import { Utloept } from '#components/soek/utloept.tsx';
import { Utvalglinje } from '#components/soek/utvalglinje.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { ApiFeil } from '#lib/client/api.ts';
import { readSideOptions } from '#lib/client/soek.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type TrefflisteVisningProps = {
  liste: Treffliste;
  onChange: (liste: Treffliste) => void;
  kontekst: Kontekst;
  onNyttSoek: () => void;
};

export function TrefflisteVisning({ liste, onChange, kontekst, onNyttSoek }: TrefflisteVisningProps) {
  const t = useTranslations('soek.liste');
  const { showTall } = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  // An effect, since focus is the document's: the answer to the search is where she reads next.
  useEffect(() => heading.current?.focus(), []);
  const { oppslag, open } = useRadoppslag(kontekst);
  const { soekId, antall, side, sider, valgt } = liste;
  const lesing = useMutation({
    ...readSideOptions(),
    onSuccess: (result) => {
      if (result.utfall === 'side') onChange(addSide(liste, result.side));
    },
  });
  const show = (ny: number) => {
    if (lesing.isPending) return;
    lesing.reset();
    onChange({ ...liste, side: ny });
    if (!sider.has(ny)) lesing.mutate({ soekId, side: ny });
    // The table starts anew, so the reader does too.
    heading.current?.focus();
  };
  const vist = sider.get(side);
  const utloept = lesing.error instanceof ApiFeil && lesing.error.kode === 'IKKE_FUNNET';
  const [antallSider, vistSide] = [showTall(countSider(liste)), showTall(side + 1)];
  return (
    <section aria-labelledby="treffliste" className="mt-6 flex min-w-0 flex-col gap-3">
      <div>
        <h2 id="treffliste" ref={heading} tabIndex={-1} className="ds-heading" data-size="2xs">
          {t('tittel')}
        </h2>
        <p role="status">
          {lesing.isPending
            ? t('henter', { side: vistSide })
            : t('side', { side: vistSide, sider: antallSider, antall: showTall(antall) })}
        </p>
        {isAvkortet(liste) && <p>{t('avkortet', { antall: showTall(antall) })}</p>}
      </div>
      <Utvalglinje valgt={valgt} onFjern={() => onChange({ ...liste, valgt: new Set() })} />
      <TregtSvar pending={lesing.isPending || oppslag.isPending} />
      <Radoppslagutfall oppslag={oppslag} kontekst={kontekst} />
      {utloept && <Utloept onNyttSoek={onNyttSoek} />}
      {lesing.error !== null && !utloept && (
        <Feilutfall error={lesing.error} onRetry={() => lesing.mutate({ soekId, side })} />
      )}
      {lesing.data?.utfall === 'kildefeil' && (
        <OppslagUtfall
          key={lesing.submittedAt}
          result={lesing.data}
          kontekst={kontekst}
          onRetry={() => lesing.mutate({ soekId, side })}
        />
      )}
      {vist && vist.utelatt > 0 && <p>{t('utelatt', { antall: vist.utelatt })}</p>}
      {vist && (
        <TreffTabell
          key={side}
          rader={vist.rader}
          navn={t('tabell', { side: vistSide })}
          valgt={valgt}
          onVelg={(numre, paa) => onChange(setValgt(liste, numre, paa))}
          onOpen={hasTjeneste(kontekst.pakke, 'oppslag') ? open : null}
        />
      )}
      {!vist && lesing.isPending && <div aria-hidden className="ds-skeleton min-h-[50dvh]" />}
      <Sidevalg side={side} antall={countSider(liste)} onSide={show} />
    </section>
  );
}
