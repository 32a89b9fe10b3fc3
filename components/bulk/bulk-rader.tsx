/** The list itself: which rows are shown, the table, the file. An opened row is an oppslag of its own. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LastNedButton } from '#components/bulk/last-ned-button.tsx';
import { Radtabell } from '#components/bulk/radtabell.tsx';
import { useKjoering } from '#components/bulk/use-kjoering.ts';
import { countRadslag, listUtvalg, RADSLAG, type Sortering, type Utvalg } from '#components/bulk/utvalg.ts';
import { Radoppslagutfall, useRadoppslag } from '#components/oppslag/radoppslag.tsx';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { useRadspraak } from '#components/person/use-radspraak.ts';
import { SelectField } from '#components/ui/select-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Bulkkjoering } from '#lib/client/bulk-kjoering.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type BulkRaderProps = { rader: readonly Listerad[]; kjoering: Bulkkjoering | null; kontekst: Kontekst };

export function BulkRader({ rader, kjoering, kontekst }: BulkRaderProps) {
  const t = useTranslations('bulk');
  const { showTall } = useFormat();
  const spraak = useRadspraak();
  const tilstand = useKjoering(kjoering);
  const [utvalg, setUtvalg] = useState<Utvalg>('alle');
  const [sortering, setSortering] = useState<Sortering>({ kolonne: 'rad', synkende: false });
  const { oppslag, open } = useRadoppslag(kontekst);
  const antall = countRadslag(rader, tilstand);
  const viste = listUtvalg(rader, tilstand, { utvalg, sortering, spraak });
  const slag = RADSLAG.filter((et) => et === utvalg || antall.has(et));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <SelectField
          id="bulk-utvalg"
          label={t('utvalg.ledetekst')}
          value={utvalg}
          onChange={(event) => setUtvalg(slag.find((et) => et === event.target.value) ?? 'alle')}
          options={[
            {
              value: 'alle',
              label: t('utvalg.valg', { navn: t('utvalg.alle'), antall: showTall(rader.length) }),
            },
            ...slag.map((et) => ({
              value: et,
              label: t('utvalg.valg', { navn: t(`utvalg.${et}`), antall: showTall(antall.get(et) ?? 0) }),
            })),
          ]}
        />
        {tilstand !== null && tilstand.hentet > 0 && <LastNedButton rader={viste} tilstand={tilstand} />}
      </div>
      <p className="hidden print:block">{t('utskrift')}</p>
      <TregtSvar pending={oppslag.isPending} />
      <Radoppslagutfall oppslag={oppslag} kontekst={kontekst} />
      {viste.length === 0 ? (
        <p>{t('ingenRader')}</p>
      ) : (
        <Radtabell
          rader={viste}
          tilstand={tilstand}
          sortering={sortering}
          onSorter={setSortering}
          onOpen={hasTjeneste(kontekst.pakke, 'oppslag') ? open : null}
        />
      )}
    </div>
  );
}
