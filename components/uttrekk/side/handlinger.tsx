/**
 * What can be done with the uttrekk now. Rules: only what the server says may be done is offered, and what cannot be
 * undone is asked about first, with what it means.
 */
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { createMalOptions, createPaaNyttOptions, type Uttrekkshandling } from '#lib/client/uttrekk.ts';
import type { Uttrekksside, Uttrekksvalg } from '#lib/domain/uttrekk/uttrekk.ts';

export type HandlingerProps = {
  side: Uttrekksside;
  /** Sends an act; the page shows what it gave. */
  onHandling: (handling: Uttrekkshandling) => void;
  pending: boolean;
};

/** The acts that are done at once. */
const STRAKS = [
  ['pause', { slag: 'oenske', oenske: 'pause' }],
  ['fortsett', { slag: 'oenske', oenske: 'kjoer' }],
] as const satisfies [Uttrekksvalg, Uttrekkshandling][];
/** The acts that are asked about first. A draft is thrown away and not cancelled: nothing has been ordered. */
const SPOERRES = [
  ['avbryt', { slag: 'oenske', oenske: 'avbryt' }],
  ['slett', { slag: 'sletting' }],
] as const satisfies [Uttrekksvalg, Uttrekkshandling][];

export function Handlinger({ side, onHandling, pending }: HandlingerProps) {
  const t = useTranslations('uttrekk.handling');
  const straks = STRAKS.filter(([valg]) => side.valg.includes(valg));
  const spoerres = SPOERRES.filter(([valg]) => side.valg.includes(valg));
  return (
    <div className="flex flex-wrap items-start gap-3">
      {straks.map(([valg, handling]) => (
        <button
          key={valg}
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-busy={pending}
          onClick={() => onHandling(handling)}
        >
          {t(valg)}
        </button>
      ))}
      {side.valg.includes('bestillPaaNytt') && <PaaNytt uttrekkId={side.uttrekkId} />}
      {side.erEier && <LagreSomMal side={side} />}
      {spoerres.map(([valg, handling]) => (
        <MedSpoersmaal
          key={valg}
          valg={valg === 'avbryt' && side.tilstand === 'utkast' ? 'forkast' : valg}
          onJa={() => onHandling(handling)}
        />
      ))}
    </div>
  );
}

function MedSpoersmaal({ valg, onJa }: { valg: 'avbryt' | 'forkast' | 'slett'; onJa: () => void }) {
  const t = useTranslations('uttrekk.handling');
  const tBekreft = useTranslations('uttrekk.bekreft');
  return (
    <ConfirmButton
      label={t(valg)}
      title={tBekreft(`${valg}.tittel`)}
      closeLabel={tBekreft('tilbake')}
      onConfirm={onJa}
      data-variant="tertiary"
      data-color="danger"
    >
      <p>{tBekreft(`${valg}.tekst`)}</p>
    </ConfirmButton>
  );
}

/** A new draft of the same order; it is checked and sent as any other. */
function PaaNytt({ uttrekkId }: { uttrekkId: string }) {
  const t = useTranslations('uttrekk.handling');
  const router = useRouter();
  const [klientnoekkel] = useState(() => crypto.randomUUID());
  const paaNytt = useMutation({
    ...createPaaNyttOptions(uttrekkId),
    onSuccess: (side) => router.push(`/uttrekk/${side.uttrekkId}`),
  });
  return (
    <div>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-busy={paaNytt.isPending}
        onClick={() => !paaNytt.isPending && paaNytt.mutate(klientnoekkel)}
      >
        {t('bestillPaaNytt')}
      </button>
      {paaNytt.isError && <Handlingsfeil error={paaNytt.error} />}
    </div>
  );
}

function LagreSomMal({ side }: { side: Uttrekksside }) {
  const t = useTranslations('uttrekk.handling');
  const lagre = useMutation(createMalOptions());
  return (
    <div>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-busy={lagre.isPending}
        onClick={() => !lagre.isPending && lagre.mutate(side.bestilling)}
      >
        {t('lagreSomMal')}
      </button>
      <p role="status" className="text-sm">
        {lagre.isSuccess && t('lagretSomMal')}
      </p>
      {lagre.isError && <Handlingsfeil error={lagre.error} />}
    </div>
  );
}
