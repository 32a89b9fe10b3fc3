/**
 * The lists that the screens of uttrekk choose from and put into words: kept on the server, sent as far as a page shows
 * them.
 */
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { findTekst } from '#components/person/tekster.ts';
import type { Option } from '#components/ui/find-options.ts';
import type { Byggervalg, Feltvalg } from '#components/uttrekk/bygger/byggervalg.ts';
import type { Navneliste } from '#components/uttrekk/navneliste.ts';
import { findKommunenavn, listKommunenumre } from '#lib/domain/kodeverk/kommuner.ts';
import { findLandnavn, listLandkoder, listLandnavn } from '#lib/domain/kodeverk/land.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { UTTREKKSFELTER } from '#lib/domain/uttrekk/felter/uttrekksfelter.ts';
import { listFormaal } from '#lib/server/formaal.ts';
import { listUttrekksfelter } from '#lib/server/uttrekksfelter.ts';

async function listLand(): Promise<Option[]> {
  const spraak = await getLocale();
  const andre = spraak === 'nb' ? {} : listLandnavn(spraak);
  const land = listLandkoder().map((value) => ({
    value,
    label: andre[value] ?? findLandnavn(value) ?? value,
  }));
  return land.sort((a, b) => a.label.localeCompare(b.label, spraak));
}

/** Those of today first: `Bergen` is meant before the `Berg` that was. */
async function listKommuner(): Promise<Option[]> {
  const t = await getTranslations('uttrekk.bygger');
  const tidligere = t('tidligereKommune');
  return listKommunenumre()
    .sort((a, b) => Number(a.tidligere) - Number(b.tidligere) || a.navn.localeCompare(b.navn, 'nb'))
    .map((kommune) => ({
      value: kommune.nummer,
      label: `${kommune.navn} (${kommune.nummer})`,
      ...(kommune.tidligere ? { hint: tidligere } : {}),
    }));
}

async function listFeltvalg(): Promise<Feltvalg[]> {
  const tekster = await getMessages();
  return UTTREKKSFELTER.map(({ id, navn, egenskap, taushetsbelagt }) => ({
    id,
    navn,
    gruppe: findTekst(tekster, ['person', 'egenskap', egenskap]) ?? egenskap,
    taushetsbelagt,
  }));
}

/** What these packages can order, for the form. */
export async function getByggervalg(pakker: readonly Pakke[]): Promise<Byggervalg> {
  const formaal = listFormaal('uttrekk');
  const [kommuner, land, felter] = await Promise.all([listKommuner(), listLand(), listFeltvalg()]);
  return { pakker, formaal, kommuner, land, felter, feltIder: listUttrekksfelter(pakker) };
}

/** What codes of an order are called, for its page. */
export async function getNavneliste(): Promise<Navneliste> {
  const [land, felter] = await Promise.all([listLand(), listFeltvalg()]);
  return {
    formaal: Object.fromEntries(listFormaal('uttrekk').map(({ id, navn }) => [id, navn])),
    kommuner: Object.fromEntries(
      listKommunenumre().map(({ nummer }) => [nummer, findKommunenavn(nummer, null) ?? nummer]),
    ),
    land: Object.fromEntries(land.map(({ value, label }) => [value, label])),
    felter: Object.fromEntries(felter.map(({ id, navn }) => [id, navn])),
  };
}
