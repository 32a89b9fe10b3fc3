/** The act in sentences, as the revisjonslogg has it. The person is a pseudonym here too. */
import { useTranslations } from 'next-intl';
import { showHvem } from '#components/revisjonslogg/setning.ts';
import { type Formaalnavn, useLoggord } from '#components/revisjonslogg/use-loggord.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Sak } from '#lib/domain/kontroll/sak.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

/** Where the state of the case stands: what is read next when it has been decided. */
export const SAKSTILSTAND = 'sakstilstand';

const SLAG = ['DISCLOSED', 'DENIED', 'UNRESOLVED'] as const;

/** @param formaal the purposes by name, for the one that stands in the log */
type SakskortProps = { sak: Sak; formaal: readonly Formaalnavn[] };

export function Sakskort({ sak, formaal }: SakskortProps) {
  const t = useTranslations('kontroll');
  const { showTidspunkt } = useFormat();
  const { findHva, showHandling, t: tSetning } = useLoggord(formaal);
  const slag = SLAG.find((ett) => ett === sak.slag) ?? 'UNRESOLVED';
  const setning = t(`setning.${slag}`, {
    gjort: findHva(sak.handling) ?? tSetning('annet', { handling: showHandling(sak.handling) }),
    bruker: showHvem(sak, tSetning),
    tidspunkt: showTidspunkt(sak.tidspunkt),
  });
  return (
    <section aria-labelledby="handlingen">
      <h2 id="handlingen" className="ds-heading" data-size="2xs">
        {t('handlingen')}
      </h2>
      <p id={SAKSTILSTAND} role="status" tabIndex={-1} className="mt-1">
        {sak.utfall === null ? t(`tilstand.${sak.tilstand}`) : t(`utfall.${sak.utfall}`)}
        {'. '}
        {sak.tilstand !== 'avsluttet' &&
          t(sak.forfalt ? 'fristVar' : 'fristEr', { frist: showTidspunkt(sak.frist) })}
      </p>
      <p className="mt-2">{setning}</p>
      {sak.tidligere !== null && (
        <p className="mt-2">
          {t('tidligere', sak.tidligere)}
          {sak.tidligere.ganger > 1 && ` ${t('tidligereDager', sak.tidligere)}`}
        </p>
      )}
      <Fakta sak={sak} formaal={formaal} />
    </section>
  );
}

function Fakta({ sak, formaal }: SakskortProps) {
  const t = useTranslations('kontroll.fakta');
  const tPakke = useTranslations('pakke');
  const { showTall, showListe } = useFormat();
  const { showFormaal, showUtfall, showDel } = useLoggord(formaal);
  const pakke = PAKKER.find((en) => en === sak.pakke);
  const fakta: [string, string][] = [
    [t('enhet'), sak.enhet ?? t('ikkeOppgitt')],
    [t('formaal'), sak.formaal === null ? t('ikkeOppgitt') : showFormaal(sak.formaal)],
    [t('saksreferanse'), sak.saksreferanse || t('ikkeOppgitt')],
    [t('pakke'), pakke ? tPakke(pakke) : t('ikkeOppgitt')],
    [t('utfall'), sak.handlingsutfall === null ? t('ikkeOppgitt') : showUtfall(sak.handlingsutfall)],
    [
      t('personer'),
      sak.person === null ? showTall(sak.antallPersoner) : t('enPerson', { referanse: sak.person }),
    ],
    [t('deler'), sak.deler.length === 0 ? t('ingen') : showListe(sak.deler.map(showDel))],
    [t('felter'), showTall(sak.felter.length)],
  ];
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
      {fakta.map(([navn, verdi]) => (
        <div key={navn} className="min-w-0 sm:contents">
          <dt className="text-neutral-text-subtle">{navn}</dt>
          <dd className="m-0 min-w-0 wrap-anywhere">{verdi}</dd>
        </div>
      ))}
    </dl>
  );
}
