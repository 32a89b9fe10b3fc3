'use client';
/** Two packages beside each other: only what differs, in words. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { comparePakker, PAKKEOMRAADER, type Ulikhet } from '#lib/domain/rettighetspakke/compare-pakker.ts';
import { PAKKER, type Pakke, TJENESTER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';

/** `navn`: parts and fields in the reader's language. */
export function PakkerScreen({ navn }: { navn: Readonly<Record<string, string>> }) {
  const t = useTranslations('tilgang.pakker');
  const tPakke = useTranslations('pakke');
  const [foerste, setFoerste] = useState<Pakke>('offentlig-med-hjemmel');
  const [andre, setAndre] = useState<Pakke>('offentlig-uten-hjemmel');
  const options = PAKKER.map((value) => ({ value, label: tPakke(value) }));
  const parse = (verdi: string, ellers: Pakke): Pakke => PAKKER.find((pakke) => pakke === verdi) ?? ellers;
  const forskjell = comparePakker(foerste, andre);
  const toNavn = (ord: string): string => {
    const tjeneste = TJENESTER.find((en) => en === ord);
    return tjeneste === undefined ? (navn[ord] ?? ord) : t(`tjeneste.${tjeneste}`);
  };
  return (
    <>
      <Form onSubmit={() => undefined} className="mb-6 grid max-w-4xl gap-x-6 gap-y-3 sm:grid-cols-2">
        <SelectField
          id="foerste"
          label={t('foerste')}
          value={foerste}
          options={options}
          onChange={({ target }) => setFoerste(parse(target.value, foerste))}
        />
        <SelectField
          id="andre"
          label={t('andre')}
          value={andre}
          options={options}
          onChange={({ target }) => setAndre(parse(target.value, andre))}
        />
      </Form>
      <div className="flex max-w-4xl flex-col gap-6">
        {PAKKEOMRAADER.map((omraade) => (
          <section key={omraade} aria-labelledby={omraade}>
            <h2 id={omraade} className="ds-heading mb-1" data-size="2xs">
              {t(`omraade.${omraade}`)}
            </h2>
            <Forskjell ulikhet={forskjell[omraade]} navn={[tPakke(foerste), tPakke(andre)]} toNavn={toNavn} />
          </section>
        ))}
      </div>
    </>
  );
}

type ForskjellProps = {
  ulikhet: Ulikhet;
  navn: readonly [string, string];
  toNavn: (ord: string) => string;
};

function Forskjell({ ulikhet: { bareFoerste, bareAndre }, navn, toNavn }: ForskjellProps) {
  const t = useTranslations('tilgang.pakker');
  if (bareFoerste.length + bareAndre.length === 0) return <p>{t('like')}</p>;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {[bareFoerste, bareAndre].map((liste, nr) => (
        <div key={nr === 0 ? 'foerste' : 'andre'}>
          <h3 className="font-semibold">{t('bare', { pakke: navn[nr] ?? '' })}</h3>
          {liste.length === 0 ? (
            <p>{t('ingenting')}</p>
          ) : (
            <ul className="list-disc pl-5">
              {liste.map((ord) => (
                <li key={ord}>{toNavn(ord)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
