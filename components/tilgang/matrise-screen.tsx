'use client';
/** The authorisation matrix: the acts of a role, by grading, for a package. Each cell is asked of what decides. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  FOERSTE_VALG,
  type Rettighetsvalg,
  RettighetsvalgFelter,
} from '#components/tilgang/rettighetsvalg.tsx';
import { Form } from '#components/ui/form.tsx';
import { Table } from '#components/ui/table.tsx';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { HANDLINGER, ROLLER } from '#lib/domain/session/session.ts';
import { EKSEMPELGRADERINGER } from '#lib/domain/tilgang/graderinger.ts';
import { type Celle, findCelle, type Visninger } from '#lib/domain/tilgang/matrise.ts';

const FARGE: Partial<Record<Celle, 'success' | 'warning' | 'neutral'>> = {
  ja: 'success',
  vises: 'success',
  skjermet: 'warning',
};

export function MatriseScreen({ visninger }: { visninger: Visninger }) {
  return (
    <div className="flex max-w-6xl flex-col gap-8">
      <Rollematrise />
      <Personmatrise visninger={visninger} />
    </div>
  );
}

/** Every role against every act. */
function Rollematrise() {
  const t = useTranslations('tilgang.matrise');
  const tRolle = useTranslations('felles.rolle');
  return (
    <div>
      <h2 className="ds-heading mb-1" data-size="2xs">
        {t('rollerTittel')}
      </h2>
      <p className="mb-2 max-w-3xl">{t('aldriSammen')}</p>
      <Table label={t('rollerTittel')} columns={[t('handling'), ...ROLLER.map((rolle) => tRolle(rolle))]}>
        {HANDLINGER.map((handling) => (
          <tr key={handling}>
            <th scope="row" className="font-normal">
              {t(`handlinger.${handling}`)}
            </th>
            {ROLLER.map((rolle) => (
              <td key={rolle}>
                <Merke celle={isAllowed([rolle], handling) ? 'ja' : 'ikkeRollen'} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** One role with one package, against every grading. */
function Personmatrise({ visninger }: { visninger: Visninger }) {
  const t = useTranslations('tilgang.matrise');
  const [valgt, setValgt] = useState<Rettighetsvalg>(FOERSTE_VALG);
  const { rolle, pakke, skjermingsrett } = valgt;
  const utsnitt = { roller: [rolle], pakke, skjermingsrett };
  return (
    <div>
      <h2 className="ds-heading mb-2" data-size="2xs">
        {t('personerTittel')}
      </h2>
      <Form onSubmit={() => undefined} className="mb-4 grid max-w-4xl gap-x-6 gap-y-3 sm:grid-cols-3">
        <RettighetsvalgFelter valgt={valgt} onValg={setValgt} />
      </Form>
      <Table
        label={t('personerTittel')}
        columns={[t('handling'), ...EKSEMPELGRADERINGER.map((gradering) => t(`gradering.${gradering}`))]}
      >
        {HANDLINGER.map((handling) => (
          <tr key={handling}>
            <th scope="row" className="font-normal">
              {t(`handlinger.${handling}`)}
            </th>
            {EKSEMPELGRADERINGER.map((gradering) => (
              <td key={gradering}>
                <Merke celle={findCelle(handling, gradering, utsnitt, visninger)} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Merke({ celle }: { celle: Celle }) {
  const t = useTranslations('tilgang.matrise.celle');
  return (
    <span className="ds-tag" data-color={FARGE[celle] ?? 'neutral'}>
      {t(celle)}
    </span>
  );
}
