/** The choice of role, package and skjermingsrett that the matrix and «vis som» share. */
import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/select-field.tsx';
import { PAKKER, type Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER, type Rolle, type Skjermingsrett } from '#lib/domain/session/session.ts';

export type Rettighetsvalg = { rolle: Rolle; pakke: Pakke; skjermingsrett: Skjermingsrett };
export const FOERSTE_VALG: Rettighetsvalg = {
  rolle: 'saksbehandler',
  pakke: 'offentlig-med-hjemmel',
  skjermingsrett: 'ingen',
};
const SKJERMINGSRETTER: readonly Skjermingsrett[] = ['ingen', 'fortrolig'];

type RettighetsvalgFelterProps = { valgt: Rettighetsvalg; onValg: (valg: Rettighetsvalg) => void };

export function RettighetsvalgFelter({ valgt, onValg }: RettighetsvalgFelterProps) {
  const t = useTranslations('tilgang.valg');
  const tRolle = useTranslations('felles.rolle');
  const tPakke = useTranslations('pakke');
  return (
    <>
      <SelectField
        id="rolle"
        label={t('rolle')}
        value={valgt.rolle}
        options={ROLLER.map((value) => ({ value, label: tRolle(value) }))}
        onChange={({ target }) =>
          onValg({ ...valgt, rolle: ROLLER.find((en) => en === target.value) ?? valgt.rolle })
        }
      />
      <SelectField
        id="pakke"
        label={t('pakke')}
        value={valgt.pakke}
        options={PAKKER.map((value) => ({ value, label: tPakke(value) }))}
        onChange={({ target }) =>
          onValg({ ...valgt, pakke: PAKKER.find((en) => en === target.value) ?? valgt.pakke })
        }
      />
      <SelectField
        id="skjermingsrett"
        label={t('skjermingsrett')}
        value={valgt.skjermingsrett}
        options={SKJERMINGSRETTER.map((value) => ({ value, label: t(`skjermingsretter.${value}`) }))}
        onChange={({ target }) =>
          onValg({
            ...valgt,
            skjermingsrett: SKJERMINGSRETTER.find((en) => en === target.value) ?? valgt.skjermingsrett,
          })
        }
      />
    </>
  );
}
