'use client';
/**
 * The family drawn by generation. Rules: it shows what the list beside it shows and no more, each generation is a list to
 * those who hear it, and a relative opens as in the list: a new oppslag, logged.
 */
import { useMessages, useTranslations } from 'next-intl';
import { useSlaaOpp } from '#components/person/slaa-opp.ts';
import { findTekst } from '#components/person/tekster.ts';
import { showPersonidentifikator } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import { type Generasjon, type Slektning, toFamiliegraf } from '#lib/domain/person/familiegraf.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';

export function Familiegraf({ person }: { person: PersonView }) {
  const t = useTranslations('personside.familiegraf');
  const tHode = useTranslations('person.hode');
  const graf = toFamiliegraf(person.seksjoner);
  const rekke = (generasjon: Generasjon) => <Rekke generasjon={generasjon} slektninger={graf[generasjon]} />;
  return (
    <div className="my-3 flex max-w-5xl flex-col items-center">
      {rekke('foreldre')}
      {graf.foreldre.length > 0 && <Strek />}
      <div className="flex flex-wrap items-center justify-center gap-4">
        {rekke('soesken')}
        <p className="rounded-md border-2 border-neutral-border-strong px-4 py-2 text-center font-medium break-words">
          {person.hode.navn ?? tHode('utenNavn')}
          <span className="block text-sm font-normal">{t('personen')}</span>
        </p>
        {graf.partnere.length > 0 && (
          <div aria-hidden className="-mx-4 hidden w-6 border-t-2 border-neutral-border-default sm:block" />
        )}
        {rekke('partnere')}
      </div>
      {graf.barn.length > 0 && <Strek />}
      {rekke('barn')}
      {graf.andre.length > 0 && <div className="mt-4">{rekke('andre')}</div>}
    </div>
  );
}

/** A line between two generations; the borders stay when the colours are the reader's own. */
function Strek() {
  return <div aria-hidden className="h-6 border-l-2 border-neutral-border-default" />;
}

function Rekke({ generasjon, slektninger }: { generasjon: Generasjon; slektninger: readonly Slektning[] }) {
  const t = useTranslations('personside.familiegraf');
  if (slektninger.length === 0) return null;
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-center text-sm text-neutral-text-subtle">{t(generasjon)}</h3>
      <ul className="flex flex-wrap justify-center gap-2">
        {slektninger.map((slektning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: relatives have an order, and some have no number
          <li key={index} className="min-w-0">
            <SlektningKort slektning={slektning} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SlektningKort({ slektning }: { slektning: Slektning }) {
  const t = useTranslations('personside');
  const messages = useMessages();
  const { showDatoITabell } = useFormat();
  const { nummer, navn, foedselsdato, relasjoner, tidligere } = slektning;
  const slaaOpp = useSlaaOpp(nummer ?? '');
  // A spouse has the sivilstand of each change; the newest says what she is now.
  const sivilstand = relasjoner.find(({ kodeverk }) => kodeverk === 'sivilstand');
  const rolle = (sivilstand ? [sivilstand] : relasjoner)
    .map(({ kodeverk, kode }) => findTekst(messages, ['kodeverk', kodeverk, kode]) ?? kode)
    .join(', ');
  const innhold = (
    <>
      <span className="block font-medium">{rolle}</span>
      {navn !== null && <span className="block break-words">{navn}</span>}
      {foedselsdato !== null && (
        <span className="block">{t('foedt', { dato: showDatoITabell(foedselsdato) })}</span>
      )}
      {nummer !== null && <span className="block tabular-nums">{showPersonidentifikator(nummer)}</span>}
      {tidligere && <span className="block text-sm">{t('familiegraf.tidligere')}</span>}
    </>
  );
  const ramme = `block rounded-md border px-3 py-2 text-left ${tidligere ? 'border-dashed' : ''} border-neutral-border-default`;
  if (nummer === null || slaaOpp === null) return <div className={ramme}>{innhold}</div>;
  return (
    <button
      type="button"
      className={`${ramme} focusable cursor-pointer hover:bg-neutral-surface-hover`}
      onClick={slaaOpp}
    >
      <span className="ds-sr-only">{t('slaaOpp')}</span>
      {innhold}
    </button>
  );
}
