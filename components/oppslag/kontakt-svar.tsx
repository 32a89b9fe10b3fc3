/** One answer about how a person may be reached: what follows of it first, then what it is made of, and its receipt. */
import { useTranslations } from 'next-intl';
import { KvitteringInnhold } from '#components/person/kvittering.tsx';
import { Utfall } from '#components/shell/utfall.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { toDag } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { KontaktResult } from '#lib/domain/kontaktoppslag/kontaktoppslag.ts';
import type { Kanal, Konklusjon, Krrperson } from '#lib/domain/kontaktoppslag/krrperson.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';

const FARGER: Record<Konklusjon, 'info' | 'warning'> = {
  reservert: 'warning',
  ikkeRegistrert: 'warning',
  slettet: 'warning',
  uavklart: 'warning',
  kanIkkeVarsles: 'warning',
  kanVarsles: 'info',
};

export function KontaktSvar({ svar }: { svar: KontaktResult }) {
  const t = useTranslations('kontakt');
  const tAvvist = useTranslations('oppslag.avvist');
  switch (svar.utfall) {
    case 'funnet':
      return <Funnet krr={svar.krr} kvittering={svar.kvittering} />;
    case 'ingenOpplysninger':
    case 'skjermet':
      return (
        <>
          <Utfall color="warning" title={t(`${svar.utfall}.tittel`)} referanse={null} level={4}>
            <p>{t(`${svar.utfall}.tekst`)}</p>
          </Utfall>
          <Kvitteringen kvittering={svar.kvittering} />
        </>
      );
    case 'avvist':
      return (
        <Utfall color="warning" title={t('stengt')} referanse={svar.referanse} level={4}>
          <p>{tAvvist(svar.grunn)}</p>
        </Utfall>
      );
    case 'ikkeSattOpp':
      return (
        <Utfall color="warning" title={t('stengt')} referanse={svar.referanse} level={4}>
          <p>{t('ikkeSattOpp')}</p>
        </Utfall>
      );
    case 'kildefeil':
      return (
        <Utfall
          color="danger"
          title={t(`kildefeil.${svar.kilde}.tittel`)}
          referanse={svar.referanse}
          level={4}
        >
          <p>{t(`kildefeil.${svar.kilde}.tekst`)}</p>
        </Utfall>
      );
  }
}

function Funnet({ krr, kvittering }: { krr: Krrperson; kvittering: Kvittering }) {
  const t = useTranslations('kontakt');
  const { konklusjon, andre } = krr;
  return (
    <>
      <Utfall
        color={FARGER[konklusjon]}
        title={t(`konklusjon.${konklusjon}.tittel`)}
        referanse={null}
        level={4}
      >
        <p>{t(`konklusjon.${konklusjon}.tekst`)}</p>
      </Utfall>
      {konklusjon !== 'ikkeRegistrert' && konklusjon !== 'slettet' && <Opplysninger krr={krr} />}
      {andre.length > 0 && (
        <>
          <h4 className="ds-heading mt-2" data-size="2xs">
            {t('andre')}
          </h4>
          <dl className="label-value">
            {andre.map(({ sti, verdi }) => (
              <div key={sti}>
                <dt className="break-all">{sti}</dt>
                <dd>{verdi}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Kvitteringen kvittering={kvittering} />
    </>
  );
}

function Opplysninger({ krr }: { krr: Krrperson }) {
  const t = useTranslations('kontakt');
  const { showDato } = useFormat();
  const { konklusjon, reservertSiden, epost, mobil, spraak } = krr;
  const showReservasjon = () => {
    if (konklusjon === 'uavklart') return t('ikkeOppgitt');
    if (konklusjon !== 'reservert') return t('ikkeReservert');
    return reservertSiden === null
      ? t('reservert')
      : t('reservertSiden', { dato: showDato(toDag(reservertSiden)) });
  };
  const showSpraak = () => {
    if (spraak === null) return t('ikkeValgt');
    const navn = t(`spraak.${spraak.kode}`);
    return spraak.oppdatert === null
      ? navn
      : t('spraakValgt', { spraak: navn, dato: showDato(toDag(spraak.oppdatert)) });
  };
  return (
    <dl className="label-value mt-2">
      <div>
        <dt>{t('reservasjon')}</dt>
        <dd>{showReservasjon()}</dd>
      </div>
      <KanalRad navn={t('epost')} kanal={epost} />
      <KanalRad navn={t('mobil')} kanal={mobil} />
      <div>
        <dt>{t('spraaket')}</dt>
        <dd>{showSpraak()}</dd>
      </div>
    </dl>
  );
}

function KanalRad({ navn, kanal }: { navn: string; kanal: Kanal | null }) {
  const t = useTranslations('kontakt');
  const tTilstand = useTranslations('person.tilstand');
  const { showDato } = useFormat();
  if (kanal === null)
    return (
      <div>
        <dt>{navn}</dt>
        <dd>{tTilstand('ikkeRegistrert')}</dd>
      </div>
    );
  const { verdi, oppdatert, bekreftet, erFersk, erDelt } = kanal;
  const datoer = [
    bekreftet === null ? null : t('bekreftet', { dato: showDato(toDag(bekreftet)) }),
    oppdatert === null ? null : t('oppdatert', { dato: showDato(toDag(oppdatert)) }),
    bekreftet === null && oppdatert === null ? t('utenDato') : null,
    erFersk ? null : t('foreldet'),
    erDelt ? t('delt') : null,
  ].filter((tekst) => tekst !== null);
  return (
    <div>
      <dt>{navn}</dt>
      <dd>
        {verdi}
        <ul className="text-sm text-neutral-text-subtle">
          {datoer.map((tekst) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** When and from where, and what it leaves for the case file. */
function Kvitteringen({ kvittering }: { kvittering: Kvittering }) {
  const t = useTranslations('kontakt');
  const { showTidspunkt } = useFormat();
  return (
    <>
      <p className="mt-2 text-sm text-neutral-text-subtle">
        {t('kilde', { tidspunkt: showTidspunkt(kvittering.tidspunkt) })}
      </p>
      <Disclosure summary={t('kvittering')} className="mt-1">
        <KvitteringInnhold kvittering={kvittering} tittel={t('kvittering')} />
      </Disclosure>
    </>
  );
}
