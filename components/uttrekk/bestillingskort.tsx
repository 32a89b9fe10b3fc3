/** What was ordered, for what purpose, as a list of facts: for the orderer who checks it and the leder who approves. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Navneliste } from '#components/uttrekk/navneliste.ts';
import { KODEVERK } from '#lib/domain/kodeverk/kodeverk.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Bestilling, Utvalg } from '#lib/domain/uttrekk/bestilling.ts';

type BestillingskortProps = { bestilling: Bestilling; navneliste: Navneliste };

export function Bestillingskort({ bestilling, navneliste }: BestillingskortProps) {
  const t = useTranslations('uttrekk.kort');
  const tKontekst = useTranslations('kontekst');
  const tPakke = useTranslations('pakke');
  const { kilde, saksreferanse, formater } = bestilling;
  const tFormat = useTranslations('uttrekk.bygger.format');
  const { showListe } = useFormat();
  const pakke = PAKKER.find((en) => en === bestilling.pakke);
  return (
    <section aria-labelledby="bestillingen" className="max-w-3xl">
      <h2 id="bestillingen" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <dl className="label-value">
        <Rad navn={tKontekst('formaal')}>{navneliste.formaal[bestilling.formaal] ?? bestilling.formaal}</Rad>
        <Rad navn={tKontekst('saksreferanse')}>{saksreferanse || tKontekst('ingenSak')}</Rad>
        <Rad navn={tKontekst('pakke')}>{pakke ? tPakke(pakke) : bestilling.pakke}</Rad>
        {kilde.slag === 'komplett' ? (
          <Rad navn={t('personer')}>
            {kilde.sekvensnummer === null
              ? t('komplett')
              : t('komplettTil', { sekvensnummer: kilde.sekvensnummer })}
          </Rad>
        ) : (
          <Utvalgsrader utvalg={kilde.utvalg} navneliste={navneliste} />
        )}
        <Innholdsrader bestilling={bestilling} navneliste={navneliste} />
        <Rad navn={t('filer')}>{showListe(formater.map((format) => tFormat(format)))}</Rad>
      </dl>
    </section>
  );
}

function Rad({ navn, children }: { navn: string; children: ReactNode }) {
  return (
    <div>
      <dt>{navn}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Utvalgsrader({ utvalg, navneliste }: { utvalg: Utvalg; navneliste: Navneliste }) {
  const t = useTranslations('uttrekk.kort');
  const tBygger = useTranslations('uttrekk.bygger');
  const tStatus = useTranslations('uttrekk.personstatustype');
  const tKode = useTranslations('kodeverk');
  const { showListe } = useFormat();
  const { sted, foedselsaar, doedsaar, kjoenn, statsborgerskap } = utvalg;
  const sivilstand = KODEVERK.sivilstand.find((kode) => kode === utvalg.sivilstandstype);
  const aar = (rom: Utvalg['foedselsaar']) =>
    t('aar', { fra: rom?.fra ?? t('aapent'), slutt: rom?.til ?? t('aapent') });
  return (
    <>
      <Rad navn={tBygger('personstatus')}>
        {showListe(utvalg.personstatustyper.map((type) => tStatus(type)))}
      </Rad>
      <Rad navn={sted ? tBygger(sted.slag) : tBygger('sted')}>
        {sted
          ? showListe(sted.kommuner.map((nummer) => navneliste.kommuner[nummer] ?? nummer))
          : tBygger('hele')}
      </Rad>
      {foedselsaar && <Rad navn={t('foedselsaar')}>{aar(foedselsaar)}</Rad>}
      {doedsaar && <Rad navn={t('doedsaar')}>{aar(doedsaar)}</Rad>}
      {kjoenn && <Rad navn={tBygger('kjoenn')}>{tKode(`kjoenn.${kjoenn}`)}</Rad>}
      {statsborgerskap && (
        <Rad navn={tBygger('statsborgerskap')}>{navneliste.land[statsborgerskap] ?? statsborgerskap}</Rad>
      )}
      {utvalg.sivilstandstype && (
        <Rad navn={tBygger('sivilstand')}>
          {sivilstand ? tKode(`sivilstand.${sivilstand}`) : utvalg.sivilstandstype}
        </Rad>
      )}
    </>
  );
}

function Innholdsrader({ bestilling: { innhold }, navneliste }: BestillingskortProps) {
  const t = useTranslations('uttrekk.kort');
  const tBygger = useTranslations('uttrekk.bygger');
  const { showDato } = useFormat();
  if (innhold.slag !== 'felter')
    return <Rad navn={t('innhold')}>{tBygger(`innholdsvalg.${innhold.slag}`)}</Rad>;
  return (
    <>
      <Rad navn={t('innhold')}>
        <Disclosure summary={t('felter', { antall: innhold.felter.length })}>
          <ul className="list-disc pl-5">
            {innhold.felter.map((id) => (
              <li key={id}>{navneliste.felter[id] ?? id}</li>
            ))}
          </ul>
        </Disclosure>
      </Rad>
      {innhold.perDato !== null && <Rad navn={t('perDato')}>{showDato(innhold.perDato)}</Rad>}
    </>
  );
}
