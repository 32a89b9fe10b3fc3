/**
 * The person as the register had her after one hendelse: the same sections as the person view, under a heading that says of
 * when they are. Nothing can be asked for from here, since it would be of now.
 */
import { useTranslations } from 'next-intl';
import { useHendelsesord } from '#components/oppslag/hendelser/use-hendelsesord.ts';
import { useUtskrift } from '#components/oppslag/skriv-ut.tsx';
import { Bannere } from '#components/person/bannere.tsx';
import { KvitteringInnhold } from '#components/person/kvittering.tsx';
import { AndreOpplysninger } from '#components/person/person-faner.tsx';
import { SeksjonerUtenInnhold, SeksjonKort } from '#components/person/seksjon.tsx';
import { SpoerEtterProvider } from '#components/person/spoer-etter.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import type { HendelsesdokumentResult } from '#lib/domain/hendelse/hendelse.ts';
import { listMerknader } from '#lib/domain/person/merknader.ts';
import { hasInnhold, type Seksjon } from '#lib/domain/person/person-view.ts';

type ArkivertPersonProps = {
  funnet: Extract<HendelsesdokumentResult, { utfall: 'funnet' }>;
  onTilbake: () => void;
};

export function ArkivertPerson({ funnet, onTilbake }: ArkivertPersonProps) {
  const t = useTranslations('hendelser');
  const tKvittering = useTranslations('personside.kvittering');
  const { showType, showTid, showEgenskapsendring } = useHendelsesord();
  const { utskrift, skrivUt } = useUtskrift();
  const { arkivert, type, tidspunkt, kvittering } = funnet;
  const { person, endret } = arkivert;
  const endrede = new Set(endret?.map(({ egenskap }) => egenskap));
  const erEndret = ({ egenskap }: Seksjon) => endrede.has(egenskap);
  const medInnhold = person.seksjoner.filter(hasInnhold);
  // She came for what happened: the rest follows it, in its order.
  const med = [...medInnhold.filter(erEndret), ...medInnhold.filter((en) => !erEndret(en))];
  const uten = person.seksjoner.filter((seksjon) => !hasInnhold(seksjon));
  return (
    <SpoerEtterProvider value={null}>
      <button
        type="button"
        className="ds-button mb-3 print:hidden"
        data-variant="secondary"
        data-size="sm"
        onClick={onTilbake}
      >
        {t('tilbake')}
      </button>
      <div className="ds-alert mb-3" data-color="warning">
        {/* The button that had the focus is gone from the screen. */}
        <h2 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
          {tidspunkt === null ? t('daUtenTid') : t('da', { tidspunkt: showTid(tidspunkt) })}
        </h2>
        <p>{t('daForklaring', { hendelse: showType(type) })}</p>
        {endret === null && <p>{t('endretMangler')}</p>}
        {endret !== null && endret.length > 0 && (
          <p>{t('endret', { endret: endret.map(showEgenskapsendring).join(', ') })}</p>
        )}
      </div>
      <div className={utskrift === 'kvittering' ? 'print:hidden' : undefined}>
        <Bannere bannere={person.bannere} />
        <div className="grid gap-x-10 gap-y-5 xl:grid-cols-2">
          {med.map((seksjon) => (
            <SeksjonKort
              key={seksjon.egenskap}
              seksjon={seksjon}
              merknader={listMerknader(person, seksjon.egenskap)}
            />
          ))}
          <SeksjonerUtenInnhold seksjoner={uten} />
        </div>
        {person.andre.length > 0 && <AndreOpplysninger andre={person.andre} />}
      </div>
      <Disclosure summary={t('kvittering')} className="mt-4">
        <KvitteringInnhold kvittering={kvittering} tittel={t('kvittering')}>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => skrivUt('kvittering')}
          >
            {tKvittering('skrivUt')}
          </button>
        </KvitteringInnhold>
      </Disclosure>
    </SpoerEtterProvider>
  );
}
