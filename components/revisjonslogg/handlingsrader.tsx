/** The rows of one act as the log has them, for whoever wants more than the sentence. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import type { Loggord } from '#components/revisjonslogg/setning.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Table } from '#components/ui/table.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Logghandling, Loggrad } from '#lib/domain/revisjonslogg/logghandling.ts';

const KOLONNER = ['tidspunkt', 'slag', 'utfall', 'person', 'vist'] as const;
/** Enough of a keyed reference to compare by eye. */
const SHORT = 8;
/** How many persons a row names before it counts the rest. */
const FOERSTE = 3;

type HandlingsraderProps = { handling: Logghandling; ord: Loggord };

export function Handlingsrader({ handling, ord }: HandlingsraderProps) {
  const t = useTranslations('revisjonslogg');
  return (
    <>
      <Fakta handling={handling} ord={ord} />
      <Table label={t('radtabell')} columns={KOLONNER.map((kolonne) => t(`kolonne.${kolonne}`))}>
        {handling.rader.map((rad) => (
          <Rad key={rad.id} rad={rad} ord={ord} />
        ))}
      </Table>
    </>
  );
}

function Fakta({ handling: { handlingId, enhet, pakke, rader }, ord }: HandlingsraderProps) {
  const t = useTranslations('revisjonslogg.detalj');
  const messages = useMessages();
  const linjer = [
    [t('handlingId'), handlingId],
    [t('enhet'), enhet],
    [t('pakke'), pakke && (findTekst(messages, ['pakke', pakke]) ?? pakke)],
    [t('deler'), ord.showListe([...new Set(rader.flatMap(({ deler }) => deler))].map(ord.showDel))],
  ] as const;
  return (
    <dl className="label-value my-2">
      {linjer.map(([navn, verdi]) =>
        verdi ? (
          <div key={navn}>
            <dt>{navn}</dt>
            <dd>{verdi}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Rad({ rad, ord }: { rad: Loggrad; ord: Loggord }) {
  const t = useTranslations('revisjonslogg');
  const { showKlokkeslett, showListe } = useFormat();
  const vist = [...new Set(rad.felter.map((felt) => felt.split('.', 1)[0] ?? felt))].map(ord.showEgenskap);
  return (
    <tr>
      <td className="whitespace-nowrap">
        <Tidspunkt tidspunkt={rad.tidspunkt} />
        <span className="block text-neutral-text-subtle">{showKlokkeslett(rad.tidspunkt)}</span>
      </td>
      <td>{t(`slag.${rad.slag}`)}</td>
      <td>{rad.utfall === null ? <Ingen /> : ord.showUtfall(rad.utfall)}</td>
      <td>
        <Subjekter rad={rad} />
      </td>
      <td>{vist.length === 0 ? <Ingen /> : showListe(vist)}</td>
    </tr>
  );
}

/** The first of them: a list concerns up to a thousand. */
function Subjekter({ rad: { subjekter, harFlereSubjekter } }: { rad: Loggrad }) {
  const t = useTranslations('revisjonslogg');
  if (subjekter.length === 0) return <Ingen />;
  const flere = subjekter.length - FOERSTE;
  return (
    <>
      {subjekter.slice(0, FOERSTE).map((subjekt) => (
        <code key={subjekt} className="block">
          {subjekt.slice(0, SHORT)}
        </code>
      ))}
      {flere > 0 && (
        <span className="whitespace-nowrap">
          {harFlereSubjekter
            ? t('mangeSubjekter', { antall: flere })
            : t('flereSubjekter', { antall: flere })}
        </span>
      )}
    </>
  );
}

/** A dash for the eye, words for the ear. */
function Ingen() {
  const t = useTranslations('revisjonslogg');
  return (
    <>
      <span aria-hidden>–</span>
      <span className="ds-sr-only">{t('ingen')}</span>
    </>
  );
}
