/**
 * Two days side by side, what differs first. Rule: a difference is said in words, and inside an egenskap the fields that
 * differ stand first; new codes and districts are no difference (`registerendring.ts`).
 */
import { useTranslations } from 'next-intl';
import { splitFelter } from '#components/person/detaljfelt.ts';
import { Feltliste } from '#components/person/feltliste.tsx';
import { Skjermet } from '#components/person/oppfoering.tsx';
import { useEgenskapNavn } from '#components/person/seksjon.tsx';
import { Dato } from '#components/ui/dato.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';
import {
  comparePerDato,
  type EgenskapPerDato,
  hasNoe,
  type Sammenligning,
  type Tidsindeks,
} from '#lib/domain/person/tid/per-dato.ts';

type ToDatoerProps = { indeks: Tidsindeks; foerste: string; andre: string };

export function ToDatoer({ indeks, foerste, andre }: ToDatoerProps) {
  const t = useTranslations('tid.perDato');
  const { showDato } = useFormat();
  const rader = comparePerDato(indeks, foerste, andre).filter(
    ({ foerste: foer, andre: etter }) => hasNoe(foer) || hasNoe(etter),
  );
  const tittel = t('sammenligning', { foerste: showDato(foerste), andre: showDato(andre) });
  return (
    <>
      <h2 className="ds-heading" data-size="xs">
        {tittel}
      </h2>
      <p role="status" className="mb-2">
        {t('endringer', { antall: rader.filter(({ endret }) => endret).length })}
      </p>
      <ScrollRegion label={tittel}>
        <table className="ds-table text-sm" data-color="neutral" data-border>
          <thead>
            <tr>
              <th scope="col">{t('opplysning')}</th>
              <th scope="col">
                <Dato dato={foerste} />
              </th>
              <th scope="col">
                <Dato dato={andre} />
              </th>
            </tr>
          </thead>
          <tbody className="align-top">
            {rader.map((rad) => (
              <Rad key={rad.egenskap} rad={rad} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Rad({ rad }: { rad: Sammenligning }) {
  const t = useTranslations('tid.perDato');
  const navn = useEgenskapNavn()(rad.egenskap);
  return (
    <tr>
      <th scope="row" className="min-w-36">
        {navn}
        <span className={rad.endret ? 'block' : 'block font-normal text-neutral-text-subtle'}>
          {rad.endret ? t('endret') : t('likt')}
        </span>
      </th>
      <Side side={rad.foerste} annen={rad.andre} />
      <Side side={rad.andre} annen={rad.foerste} />
    </tr>
  );
}

function Side({ side, annen }: { side: EgenskapPerDato; annen: EgenskapPerDato }) {
  const t = useTranslations('tid.perDato');
  const der = new Set(
    [...annen.gjaldt, ...annen.usikre].flatMap(({ oppfoering }) =>
      splitFelter(oppfoering.felter).hoved.map(toText),
    ),
  );
  if (!hasNoe(side)) return <td className="min-w-56">{t('ingen')}</td>;
  return (
    <td className="min-w-56">
      {[...side.gjaldt, ...side.usikre].map(({ oppfoering }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries of the register have an order and no identity
        <div key={index} className="not-first:mt-2">
          {index === side.gjaldt.length && <p className="text-neutral-text-subtle">{t('usikre')}</p>}
          {oppfoering.skjermet ? <Skjermet /> : <Feltliste felter={sortEndret(oppfoering.felter, der)} />}
        </div>
      ))}
    </td>
  );
}

const toText = (felt: Felt): string => JSON.stringify(felt);

/** The fields that the other day does not have first; codes and districts are left to the view of one day. */
function sortEndret(felter: readonly Felt[], der: ReadonlySet<string>): Felt[] {
  const isLik = (felt: Felt) => der.has(toText(felt));
  return splitFelter(felter).hoved.toSorted((a, b) => Number(isLik(a)) - Number(isLik(b)));
}
