/** One round: how far it has come, and each right with its answer. To remove is asked about; to keep is not. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRettighetsnavn } from '#components/tilgang/use-rettighetsnavn.ts';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { Table } from '#components/ui/table.tsx';
import type { Gjennomgangshandling } from '#lib/client/tilgang.ts';
import type { Gjennomgang, Gjennomgangslinje } from '#lib/domain/tilgang/gjennomgang.ts';

type RundeProps = {
  runde: Gjennomgang;
  pending: boolean;
  onHandling: (handling: Gjennomgangshandling) => void;
};

export function Runde({ runde, pending, onHandling }: RundeProps) {
  const t = useTranslations('tilgang.gjennomgang');
  const { gjennomgangId, enhet, frist, startetAv, startet, avsluttet, linjer } = runde;
  const besvart = linjer.filter(({ svar }) => svar !== null).length;
  const navn = t('rundeTittel', { enhet: enhet ?? t('alle') });
  const tabell = (
    <Linjetabell
      navn={navn}
      linjer={linjer}
      pending={pending}
      onSvar={(svar) => onHandling({ slag: 'svar', gjennomgangId, ...svar })}
    />
  );
  return (
    <div>
      <h2 className="ds-heading" data-size="2xs">
        {navn}
      </h2>
      <p className="text-sm text-neutral-text-subtle">
        {t('startetAv', { navn: startetAv })} <Tidspunkt tidspunkt={startet} />
      </p>
      <p className="mb-2">
        {avsluttet === null ? t('fristen') : t('avsluttet')} <Tidspunkt tidspunkt={avsluttet ?? frist} />
        {'. '}
        {t('besvart', { besvart, antall: linjer.length })}
      </p>
      {avsluttet === null ? tabell : <Disclosure summary={t('visSvar')}>{tabell}</Disclosure>}
    </div>
  );
}

type Svar = Pick<Gjennomgangslinje, 'brukerId' | 'rettighet'> & { svar: 'beholdes' | 'fjernes' };
type LinjeProps = { pending: boolean; onSvar: (svar: Svar) => void };
type LinjetabellProps = LinjeProps & { navn: string; linjer: readonly Gjennomgangslinje[] };

function Linjetabell({ navn, linjer, ...props }: LinjetabellProps) {
  const t = useTranslations('tilgang.gjennomgang');
  return (
    <Table label={navn} columns={[t('bruker'), t('rettighet'), t('svar')]}>
      {linjer.map((linje) => (
        <Linje key={`${linje.brukerId} ${linje.rettighet}`} linje={linje} {...props} />
      ))}
    </Table>
  );
}

/** An answer takes the place of the buttons that gave it, and has their focus: the next ones are a Tab away. */
function Linje({ linje, onSvar, pending }: LinjeProps & { linje: Gjennomgangslinje }) {
  const t = useTranslations('tilgang.gjennomgang');
  const [svarte, setSvarte] = useState(false);
  const answer = (svar: Svar) => {
    setSvarte(true);
    onSvar(svar);
  };
  const toNavn = useRettighetsnavn();
  return (
    <tr>
      <th scope="row" className="font-normal">
        {linje.navn}
        <span className="block text-neutral-text-subtle">{linje.enhet}</span>
      </th>
      <td>
        {toNavn(linje.rettighet)}
        {linje.ubrukt && (
          <span className="ds-tag ml-2" data-color="warning">
            {t('ubrukt')}
          </span>
        )}
      </td>
      <td>
        {linje.svar !== null && (
          <span ref={svarte ? focusOnMount : undefined} tabIndex={-1}>
            {t(`svarene.${linje.svar}`, { navn: linje.svartAv ?? t('portalen') })}
          </span>
        )}
        {linje.svar === null && !linje.kanSvare && t('ubesvart')}
        {linje.kanSvare && <Valg linje={linje} pending={pending} onSvar={answer} />}
      </td>
    </tr>
  );
}

function Valg({ linje, pending, onSvar }: LinjeProps & { linje: Gjennomgangslinje }) {
  const t = useTranslations('tilgang.gjennomgang');
  const tTilgang = useTranslations('tilgang');
  const { brukerId, rettighet, navn } = linje;
  const hva = `${navn}, ${useRettighetsnavn()(rettighet)}`;
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-4">
      <button
        type="button"
        className="ds-button ds-button--inline"
        data-variant="secondary"
        data-size="sm"
        aria-busy={pending}
        onClick={() => onSvar({ brukerId, rettighet, svar: 'beholdes' })}
      >
        {t('behold')}
        <span className="ds-sr-only">{hva}</span>
      </button>
      <ConfirmButton
        label={t('fjern')}
        which={hva}
        title={t('fjernTittel')}
        closeLabel={tTilgang('avbryt')}
        onConfirm={() => onSvar({ brukerId, rettighet, svar: 'fjernes' })}
        className="ds-button ds-button--inline"
        data-variant="secondary"
        data-color="danger"
        data-size="sm"
        aria-busy={pending}
      >
        <p className="mb-2 font-semibold">{hva}</p>
        <p>{t('fjernForklaring')}</p>
      </ConfirmButton>
    </div>
  );
}
