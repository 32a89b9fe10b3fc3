/** One saved view: used, renamed, or deleted after a question. */
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { NavnForm } from '#components/revisjonslogg/navn-form.tsx';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Loggfilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import type { Loggvisning, VisningRequest } from '#lib/domain/revisjonslogg/visning.ts';

type VisningsradProps = {
  visning: Loggvisning;
  onVis: (filter: Loggfilter) => void;
  onEndre: (endring: VisningRequest, svar?: { onSuccess: () => void }) => void;
};

export function Visningsrad({ visning, onVis, onEndre }: VisningsradProps) {
  const t = useTranslations('revisjonslogg.visninger');
  const navngi = useRef<HTMLDialogElement>(null);
  const { visningId, versjon, navn, filter } = visning;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 grow break-words font-medium">{navn}</span>
      <Knapp tekst={t('vis')} navn={navn} onClick={() => onVis(filter)} />
      <Knapp tekst={t('navngi')} navn={navn} onClick={() => navngi.current?.showModal()} />
      <ConfirmButton
        label={t('slett')}
        which={navn}
        title={t('slettTittel')}
        closeLabel={t('tilbake')}
        onConfirm={() => onEndre({ slag: 'slett', visningId, versjon })}
        data-variant="tertiary"
        data-size="sm"
      >
        <p>{t('slettTekst', { navn })}</p>
      </ConfirmButton>
      <Dialog ref={navngi} title={t('navngi')} closeLabel={t('tilbake')}>
        <NavnForm
          label={t('lagreKnapp')}
          felt={t('nyttNavn')}
          onNavn={(nytt, onLagret) => {
            navngi.current?.close();
            onEndre({ slag: 'navngi', visningId, versjon, navn: nytt }, { onSuccess: onLagret });
          }}
        />
      </Dialog>
    </li>
  );
}

function Knapp({ tekst, navn, onClick }: { tekst: string; navn: string; onClick: () => void }) {
  return (
    <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={onClick}>
      {tekst}
      <span className="ds-sr-only">{navn}</span>
    </button>
  );
}
