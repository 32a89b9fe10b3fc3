/**
 * Earlier entries of an egenskap as a table. Rule: the end of a period is shown only where the register says it; the
 * register does not promise a timeline without gaps, so none is made up (freg-contract.md section 2.1).
 */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { splitFelter } from '#components/person/detaljfelt.ts';
import { Feltliste, useFeltNavn } from '#components/person/feltliste.tsx';
import { listKolonner, omitPeriode } from '#components/person/kolonner.ts';
import { Kilde, Skjermet } from '#components/person/oppfoering.tsx';
import { Registerendringer } from '#components/person/registerendringer.tsx';
import { VerdiTekst } from '#components/person/verdi.tsx';
import { Dato } from '#components/ui/dato.tsx';
import { toDag } from '#components/ui/format.ts';
import { usePrinting } from '#components/ui/printing.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import type { Felt } from '#lib/domain/person/person-view.ts';
import type { Foldet } from '#lib/domain/person/tid/registerendring.ts';

/** Many more entries than most people have; the rest is one press away, so that a tab with hundreds opens at once. */
const FLEST_FOERST = 60;

type HistorikkTabellProps = { navn: string; historikk: readonly Foldet[] };

export function HistorikkTabell({ navn, historikk }: HistorikkTabellProps) {
  const t = useTranslations('personside.historikk');
  const feltNavn = useFeltNavn();
  const rader = historikk.map((foldet) => ({
    ...foldet,
    hoved: omitPeriode(splitFelter(foldet.oppfoering.felter).hoved, foldet.oppfoering),
  }));
  const kolonner = listKolonner(rader.map(({ hoved }) => hoved));
  const [alle, setAlle] = useState(false);
  const printing = usePrinting();
  const viste = alle || printing || rader.length <= FLEST_FOERST ? rader : rader.slice(0, FLEST_FOERST);
  return (
    <>
      <ScrollRegion label={t('tabell', { navn })}>
        <table className="ds-table kildetabell text-sm" data-color="neutral" data-border>
          <caption className="pt-3 pb-1 text-left text-sm font-medium">
            {t('overskrift', { antall: historikk.length })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('fra')}</th>
              <th scope="col">{t('til')}</th>
              {kolonner === null ? (
                <th scope="col">{t('opplysninger')}</th>
              ) : (
                kolonner.map((felt) => (
                  <th key={felt} scope="col">
                    {feltNavn(felt)}
                  </th>
                ))
              )}
              <th scope="col">{t('kilde')}</th>
            </tr>
          </thead>
          <tbody className="align-top">
            {viste.map((rad, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries of the register have an order and no identity
              <HistorikkRad key={index} rad={rad} kolonner={kolonner} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {viste.length < rader.length && (
        <button
          type="button"
          className="ds-button mt-2"
          data-variant="secondary"
          data-size="sm"
          onClick={() => setAlle(true)}
        >
          {t('visAlle', { antall: rader.length })}
        </button>
      )}
    </>
  );
}

type Rad = Foldet & { hoved: Felt[] };
type HistorikkRadProps = { rad: Rad; kolonner: readonly string[] | null };

function HistorikkRad({ rad, kolonner }: HistorikkRadProps) {
  const { oppfoering, registerendringer, hoved } = rad;
  if (oppfoering.skjermet) {
    return (
      <tr>
        <td colSpan={(kolonner?.length ?? 1) + 3}>
          <Skjermet />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className="whitespace-nowrap">
        <Periodedato dato={oppfoering.fra} />
      </td>
      <td className="whitespace-nowrap">
        <Periodedato dato={oppfoering.til} />
      </td>
      {kolonner === null ? (
        <td>{hoved.length === 0 ? <IkkeOppgitt /> : <Feltliste felter={hoved} />}</td>
      ) : (
        kolonner.map((felt) => <Celle key={felt} felter={hoved} felt={felt} />)
      )}
      <td>
        <Kilde oppfoering={oppfoering} />
        <Registerendringer kopier={registerendringer} />
      </td>
    </tr>
  );
}

function Celle({ felter, felt }: { felter: readonly Felt[]; felt: string }) {
  const funnet = felter.find((et) => et.felt === felt);
  return <td>{funnet ? <VerdiTekst verdi={funnet.verdi} /> : <IkkeOppgitt />}</td>;
}

function Periodedato({ dato }: { dato: string | null }) {
  if (dato === null) return <IkkeOppgitt />;
  return <Dato dato={toDag(dato)} />;
}

function IkkeOppgitt() {
  return useTranslations('personside.historikk')('ikkeOppgitt');
}
