/**
 * One page of hits. Keyboard: one stop in the tab order for the rows; arrow keys move between them, Space picks, Enter
 * opens the person.
 */
import { useTranslations } from 'next-intl';
import { RADFAKTA_CELLER, Radfakta } from '#components/person/radfakta.tsx';
import { showPersonfakta, showUtenPerson } from '#components/person/radtekster.ts';
import { useRadspraak } from '#components/person/use-radspraak.ts';
import { showPersonidentifikator } from '#components/ui/format.ts';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { type Radstopp, useRadtaster } from '#components/ui/use-radtaster.ts';
import type { Personrad } from '#lib/domain/person/personrad.ts';

/** With the widths of all but the two that share what is left: a long name makes its own row high, and nobody's wide. */
const KOLONNER = [
  ['nummer', 'w-36'],
  ['navn', ''],
  ['foedt', 'w-28'],
  ['status', 'w-36'],
  ['adresse', ''],
] as const;

type TreffTabellProps = {
  rader: readonly Personrad[];
  navn: string;
  valgt: ReadonlySet<string>;
  onVelg: (numre: readonly string[], valgt: boolean) => void;
  /** Opens the person with this number; null where the package has no oppslag. */
  onOpen: ((nummer: string) => void) | null;
};

export function TreffTabell({ rader, navn, valgt, onVelg, onOpen }: TreffTabellProps) {
  const t = useTranslations();
  const taster = useRadtaster(rader.length, () => undefined);
  const numre = rader.map(({ nummer }) => nummer);
  return (
    <ScrollRegion label={navn}>
      <table className="ds-table min-w-5xl table-fixed text-sm" data-color="neutral" data-border data-hover>
        <caption className="ds-sr-only">{navn}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-12">
              <input
                className="ds-input"
                type="checkbox"
                aria-label={t('soek.liste.velgAlle')}
                checked={numre.every((nummer) => valgt.has(nummer))}
                onChange={(event) => onVelg(numre, event.target.checked)}
              />
            </th>
            {KOLONNER.map(([kolonne, bredde]) => (
              <th key={kolonne} scope="col" className={bredde}>
                {t(`rad.kolonne.${kolonne}`)}
              </th>
            ))}
            {onOpen && (
              <th scope="col" className="w-24">
                {t('rad.kolonne.handling')}
              </th>
            )}
          </tr>
        </thead>
        <tbody {...taster.beholder}>
          {rader.map((rad, index) => (
            <Rad
              key={rad.nummer}
              rad={rad}
              stopp={taster.rad(index)}
              valgt={valgt.has(rad.nummer)}
              onVelg={(paa) => onVelg([rad.nummer], paa)}
              onOpen={onOpen && rad.utfall === 'funnet' ? () => onOpen(rad.nummer) : null}
              medOppslag={onOpen !== null}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RadProps = {
  rad: Personrad;
  stopp: Radstopp;
  valgt: boolean;
  onVelg: (valgt: boolean) => void;
  onOpen: (() => void) | null;
  medOppslag: boolean;
};

function Rad({ rad, stopp, valgt, onVelg, onOpen, medOppslag }: RadProps) {
  const t = useTranslations();
  const spraak = useRadspraak();
  const nummer = showPersonidentifikator(rad.nummer);
  const fakta = rad.utfall === 'funnet' ? showPersonfakta(rad.person, rad.nummer, spraak) : null;
  const uten = rad.utfall === 'funnet' ? null : showUtenPerson(rad.utfall, spraak.tekster);
  return (
    <tr>
      <td>
        <input
          {...stopp}
          className="ds-input"
          type="checkbox"
          aria-label={t('soek.liste.velgRad', { navn: fakta?.navn ?? '', nummer })}
          checked={valgt}
          onChange={(event) => onVelg(event.target.checked)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onOpen?.();
          }}
        />
      </td>
      <td className="whitespace-nowrap">{nummer}</td>
      {fakta ? <Radfakta {...fakta} /> : <td colSpan={RADFAKTA_CELLER}>{uten}</td>}
      {medOppslag && (
        <td>
          {onOpen && (
            <button
              type="button"
              className="ds-button ds-button--inline"
              data-color="accent"
              data-variant="tertiary"
              data-size="sm"
              tabIndex={stopp.tabIndex}
              onClick={onOpen}
            >
              {t('rad.slaaOpp')}
              <span className="ds-sr-only">{nummer}</span>
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
