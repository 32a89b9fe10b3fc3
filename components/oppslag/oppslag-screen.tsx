'use client';
/**
 * The search. Rules: nothing is sent that the register would refuse, one press of the button is one act, and a hit
 * leads to a page of its own whose address is opaque.
 */
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { RettTilTreffPanel } from '#components/oppslag/rett-til-treff-panel.tsx';
import { SmartFelt } from '#components/oppslag/smart-felt.tsx';
import { SoekFeil } from '#components/oppslag/soek-feil.tsx';
import { SoekFelter } from '#components/oppslag/soek-felter.tsx';
import { getSoekTilstand } from '#components/oppslag/soek-tilstand.ts';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { useNotat } from '#components/oppslag/use-notat.ts';
import { useOppslag } from '#components/oppslag/use-oppslag.ts';
import { SMARTFELT_ID } from '#components/shell/hurtigtast/press.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Form } from '#components/ui/form.tsx';
import { createSoeketrappOptions } from '#lib/client/oppslag.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import { listTrinn } from '#lib/domain/oppslag/soeketrapp.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type OppslagScreenProps = { kontekst: Kontekst; under: ReactNode; children: ReactNode };

/** `children` is what stands beside the form: purpose and case number; `under` it are the user's own oppslag. */
export function OppslagScreen({ kontekst, under, children }: OppslagScreenProps) {
  const t = useTranslations('oppslag');
  const [naa] = useState(() => new Date());
  const [utfylt, setUtfylt] = useState<Kriterier>({});
  const [besoekt, setBesoekt] = useState<ReadonlySet<keyof Kriterier>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const tilstand = getSoekTilstand(kontekst.pakke, utfylt, naa);
  const direkte = useOppslag();
  const trapp = useOppslag(createSoeketrappOptions());
  // The one that was pressed last is the one whose answer stands.
  const oppslag = trapp.submittedAt > direkte.submittedAt ? trapp : direkte;
  const pending = direkte.isPending || trapp.isPending;

  const run = (med = direkte, kriterier = tilstand.kriterier) => {
    if (!pending) med.mutate({ ...kontekst, kriterier });
  };
  const kanKlatre = listTrinn(kontekst.pakke, tilstand.kriterier).length > 0;
  const onSubmit = () => {
    setAttempt(attempt + 1);
    if (tilstand.oppfylt !== null) run();
  };
  // What the smart field understood stands in the form too, where it can be put right.
  const onKriterier = (forstaatt: Kriterier) => {
    setUtfylt(forstaatt);
    setAttempt(attempt + 1);
    const { oppfylt, kriterier } = getSoekTilstand(kontekst.pakke, forstaatt, naa);
    if (oppfylt !== null) run(direkte, kriterier);
  };
  const feil = Object.fromEntries(
    tilstand.feil
      .filter(({ felt }) => attempt > 0 || besoekt.has(felt))
      .map(({ felt, feil: grunn }) => [felt, t(`kriteriefeil.${grunn}`)]),
  );
  return (
    <>
      <SmartFelt
        naa={naa}
        kanBulk={hasTjeneste(kontekst.pakke, 'bulkoppslag')}
        pending={pending}
        onKriterier={onKriterier}
      />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,54rem)_minmax(16rem,24rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Form onSubmit={onSubmit} className="flex min-w-0 flex-col gap-4">
            <SoekFelter
              utfylt={utfylt}
              feil={feil}
              notat={useNotat(tilstand.kriterier)}
              onChange={(endring) => setUtfylt({ ...utfylt, ...endring })}
              onBlur={(felt) => setBesoekt(new Set([...besoekt, felt]))}
            />
            {attempt > 0 && tilstand.oppfylt === null && <SoekFeil key={attempt} tilstand={tilstand} />}
            <div className="flex flex-wrap items-center gap-3">
              <button type="submit" className="ds-button" aria-busy={pending}>
                {t('soek')}
              </button>
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                onClick={() => {
                  setUtfylt({});
                  setBesoekt(new Set());
                  setAttempt(0);
                  direkte.reset();
                  trapp.reset();
                  document.getElementById(SMARTFELT_ID)?.focus();
                }}
              >
                {t('toem')}
              </button>
            </div>
          </Form>
          <TregtSvar pending={pending} />
          {oppslag.isError && <Feilutfall error={oppslag.error} onRetry={() => run(oppslag)} />}
          {oppslag.data && oppslag.data.utfall !== 'funnet' && (
            <OppslagUtfall
              key={oppslag.submittedAt}
              result={oppslag.data}
              kontekst={kontekst}
              onRetry={() => run(oppslag)}
              onTrapp={kanKlatre ? () => run(trapp) : null}
            />
          )}
          {under}
        </div>
        <aside className="flex min-w-0 flex-col gap-6 lg:border-l lg:border-neutral-border-subtle lg:pl-8">
          <RettTilTreffPanel tilstand={tilstand} />
          {/* Above it where both are beside the form: the panel grows and shrinks while one types, and moves nothing. */}
          <div className="lg:order-first">{children}</div>
        </aside>
      </div>
    </>
  );
}
