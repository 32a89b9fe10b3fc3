/**
 * The banners above a person, most serious first. Rule: a banner about protection comes from the masking alone
 * (`Skjermet.gradering`), which says `ugradert` to everyone without the right.
 */
import { listGjeldende } from '../gjeldende.ts';
import type { Banner } from '../person-view.ts';
import type { Skjermet } from '../skjerming.ts';
import { findGjeldendeNummer, isDoed, isFalskIdentitet } from './hode.ts';

/** The banners of a person; `forespurtNummer` is the number that was asked for, null when none was. */
export function toBannere({ person, gradering }: Skjermet, forespurtNummer: string | null): Banner[] {
  const { egenskaper } = person;
  const bannere: Banner[] = [];
  if (gradering !== 'ugradert') bannere.push({ banner: gradering });
  if (isFalskIdentitet(egenskaper)) bannere.push({ banner: 'falskIdentitet' });
  if (isDoed(egenskaper)) {
    const doedsfall = listGjeldende(egenskaper.doedsfall).find((element) => element.doedsdato !== undefined);
    bannere.push({ banner: 'doed', doedsdato: doedsfall?.doedsdato ?? null });
  }
  if (listGjeldende(egenskaper.status).some((element) => element.status === 'opphoert')) {
    bannere.push({ banner: 'opphoert' });
  }
  const nummer = findGjeldendeNummer(egenskaper);
  if (forespurtNummer !== null && nummer !== null && forespurtNummer !== nummer) {
    bannere.push({ banner: 'annetNummer' });
  }
  return bannere;
}
