/** The cells of one row: what stood in the list, what we made of it, and who it is. */
import { useMessages, useTranslations } from 'next-intl';
import { RADFAKTA_CELLER, Radfakta } from '#components/person/radfakta.tsx';
import { showPersonfakta, showUtenPerson } from '#components/person/radtekster.ts';
import { useRadspraak } from '#components/person/use-radspraak.ts';
import { showPersonidentifikator } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Radstopp } from '#components/ui/use-radtaster.ts';
import type { Nummertilstand } from '#lib/client/bulk-kjoering.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';

type RadcellerProps = {
  rad: Listerad;
  /** Null for a row that is not sent. */
  svar: Nummertilstand | null;
  /** Whether the table has columns for the answer. */
  medSvar: boolean;
  onOpen: ((nummer: string) => void) | null;
  /** For the button that opens the person; where there is none, for the number itself. */
  stopp: Radstopp;
};

export function Radceller({ rad, svar, medSvar, onOpen, stopp }: RadcellerProps) {
  const t = useTranslations('rad');
  const { showTall } = useFormat();
  const { nummer } = rad;
  const open = onOpen !== null && nummer !== null && svar?.utfall === 'funnet' ? () => onOpen(nummer) : null;
  return (
    <>
      <td>{showTall(rad.rad)}</td>
      <td className="focusable break-words" {...(open === null ? stopp : {})}>
        {nummer === null ? rad.tekst : showPersonidentifikator(nummer)}
      </td>
      <td>
        <Kontroll rad={rad} svar={svar} />
      </td>
      {medSvar && <Fakta svar={svar} />}
      {onOpen && (
        <td>
          {open && nummer !== null && (
            <button
              type="button"
              {...stopp}
              className="ds-button ds-button--inline"
              data-color="accent"
              data-variant="tertiary"
              data-size="sm"
              onClick={open}
            >
              {t('slaaOpp')}
              <span className="ds-sr-only">{showPersonidentifikator(nummer)}</span>
            </button>
          )}
        </td>
      )}
    </>
  );
}

/** The verdict, and beneath it how it went where that is not a person. */
function Kontroll({ rad, svar }: { rad: Listerad; svar: Nummertilstand | null }) {
  const t = useTranslations('bulk');
  const { showTall } = useFormat();
  const tekster = useMessages();
  const { dom, duplikatAv } = rad;
  const domtekst = t(`dom.${dom}`, { rad: showTall(duplikatAv ?? 0) });
  if (svar === null || svar.utfall === 'funnet') return domtekst;
  return (
    <>
      {dom !== 'gyldig' && <span className="block">{domtekst}</span>}
      <span className="block">
        {svar.utfall === 'venter' || svar.utfall === 'feilet'
          ? t(svar.utfall)
          : showUtenPerson(svar.utfall, tekster)}
      </span>
    </>
  );
}

function Fakta({ svar }: { svar: Nummertilstand | null }) {
  const spraak = useRadspraak();
  if (svar?.utfall !== 'funnet') return <td colSpan={RADFAKTA_CELLER} />;
  return <Radfakta {...showPersonfakta(svar.person, svar.nummer, spraak)} />;
}
