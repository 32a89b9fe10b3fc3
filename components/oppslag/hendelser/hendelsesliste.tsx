/** The hendelser of one person as a table, of one kind or all, with since when they have been followed. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useHendelsesord } from '#components/oppslag/hendelser/use-hendelsesord.ts';
import { focusOnMount } from '#components/ui/focus.ts';
import { SelectField } from '#components/ui/select-field.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Foelging, Hendelse, HendelserResult } from '#lib/domain/hendelse/hendelse.ts';

type HendelseslisteProps = {
  vist: Extract<HendelserResult, { utfall: 'vist' }>;
  onAapne: (sekvensnummer: string) => void;
};

export function Hendelsesliste({ vist, onAapne }: HendelseslisteProps) {
  const t = useTranslations('hendelser');
  const { showType } = useHendelsesord();
  const [slag, setSlag] = useState('');
  const { hendelser, foelging, utelatt } = vist;
  const antall = new Map<string, number>();
  for (const { type } of hendelser) antall.set(type, (antall.get(type) ?? 0) + 1);
  const options = [...antall].map(([value, hvorMange]) => ({
    value,
    label: t('slag', { navn: showType(value), antall: hvorMange }),
  }));
  return (
    <>
      {/* Whoever pressed, or came back, hears first what the list is not. */}
      <div ref={focusOnMount} tabIndex={-1} className="max-w-3xl text-sm text-neutral-text-subtle">
        <Forbehold foelging={foelging} utelatt={utelatt} />
      </div>
      {hendelser.length === 0 ? (
        <p>{t('ingen')}</p>
      ) : (
        <>
          <div className="max-w-xl">
            <SelectField
              id="hendelser-slag"
              label={t('filter')}
              value={slag}
              onChange={(event) => setSlag(event.target.value)}
              options={[{ value: '', label: t('alle', { antall: hendelser.length }) }, ...options]}
            />
          </div>
          <Rader hendelser={hendelser.filter(({ type }) => slag === '' || type === slag)} onAapne={onAapne} />
        </>
      )}
    </>
  );
}

/** What the list is not: it begins some day, and may lack something. */
function Forbehold({ foelging, utelatt }: { foelging: Foelging | null; utelatt: boolean }) {
  const t = useTranslations('hendelser');
  const { showTidspunkt } = useFormat();
  const tider = foelging && { siden: showTidspunkt(foelging.siden), ajour: showTidspunkt(foelging.ajour) };
  return (
    <>
      <p>{tider === null ? t('ikkeStartet') : t('fulgt', tider)}</p>
      {foelging?.harHull && <p>{t('hull')}</p>}
      {utelatt && <p>{t('utelatt')}</p>}
    </>
  );
}

type RaderProps = { hendelser: readonly Hendelse[]; onAapne: (sekvensnummer: string) => void };

function Rader({ hendelser, onAapne }: RaderProps) {
  const t = useTranslations('hendelser');
  const { showType, showTid } = useHendelsesord();
  const columns = [t('kolonne.tidspunkt'), t('kolonne.hendelse'), t('kolonne.dokument')];
  return (
    <Table label={t('tabell')} columns={columns}>
      {hendelser.map(({ sekvensnummer, type, tidspunkt, harDokument }) => (
        <tr key={sekvensnummer}>
          <td className="sm:whitespace-nowrap">{showTid(tidspunkt)}</td>
          <td>{showType(type)}</td>
          <td>
            {harDokument ? (
              <button
                type="button"
                className="ds-button ds-button--inline"
                data-color="accent"
                data-variant="tertiary"
                data-size="sm"
                onClick={() => onAapne(sekvensnummer)}
              >
                {t('aapne')}
                <span className="ds-sr-only">
                  {showType(type)} {showTid(tidspunkt)}
                </span>
              </button>
            ) : (
              t('utenDokument')
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
