/**
 * What the portal did not know of a document, by where it stands: fields that the model lacks, values that could not be read
 * and codes that no list holds. For those who keep the model up to date (security.md R-14). Rule: paths and never a value, and
 * a path that the model does not know either is told only as far as it looks like one.
 */
import type { Person } from './parse-person.ts';
import type { PersonView } from './person-view.ts';

export type Ukjent = { felt: string; slag: 'felt' | 'verdi' | 'kode' };

/** Letters, points and a few digits: a key that is somebody's number or name is none. */
const FELTSTI = /^[A-Za-z]\w{0,39}(\.[A-Za-z]\w{0,39}){0,5}$/;
const MANGE_SIFRE = /\d{5}/;
const ANNET = 'annet';

/** Without indices; the part of it that looks like a path. */
function toFelt(sti: string): string {
  const hele = sti.replaceAll(/\[\d+\]/g, '');
  const kort = [hele, hele.split('.')[0] ?? ''].find((en) => FELTSTI.test(en) && !MANGE_SIFRE.test(en));

  return kort ?? ANNET;
}

/** Each once, however often it stands in the document. */
export function listUkjente(
  { ukjent, avvik }: Pick<Person, 'ukjent' | 'avvik'>,
  { seksjoner }: PersonView,
): Ukjent[] {
  const funnet = new Map<string, Ukjent>();
  const note = (sti: string, slag: Ukjent['slag']): void => {
    const felt = toFelt(sti);
    funnet.set(`${slag} ${felt}`, { felt, slag });
  };
  for (const { sti } of ukjent) note(sti, 'felt');
  for (const { sti } of avvik) note(sti, 'verdi');
  for (const { egenskap, gjeldende, historikk } of seksjoner)
    for (const oppfoering of [...gjeldende, ...historikk])
      if (!oppfoering.skjermet)
        for (const { felt, verdi } of oppfoering.felter)
          if (verdi.slag === 'kode' && !verdi.kjent) note(`${egenskap}.${felt}`, 'kode');

  return [...funnet.values()];
}
