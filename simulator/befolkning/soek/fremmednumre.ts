/** From the numbers of other authorities to persons: most numbers say whose they are, the scenario persons' are listed. */
import type { Persondokument } from '../befolkning.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import { findPersonFraKode } from '../fremmednummer.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';

/** The function that gives those who may have a number, as a search writes it. */
export function createFremmednumre({
  skjelett,
  scenariodokumenter,
}: Grunnbefolkning): (nummer: string) => number[] {
  const scenarionumre = listScenarionumre(scenariodokumenter);
  return (nummer) => {
    const person = findPersonFraKode(skjelett.froe, skjelett.antall, nummer);
    return [
      ...(scenarionumre.get(nummer) ?? []),
      ...(person === undefined || person < skjelett.foerste ? [] : [person]),
    ];
  };
}

function listScenarionumre(dokumenter: readonly Persondokument[]): Map<string, number[]> {
  const perNummer = new Map<string, number[]>();
  const add = (nummer: string, person: number) =>
    perNummer.set(nummer, [...(perNummer.get(nummer) ?? []), person]);
  for (const [person, dokument] of dokumenter.entries()) {
    for (const e of listElementer(dokument, 'utenlandskPersonidentifikasjon')) {
      add(`${getTekst(e, 'utstederland')}-${getTekst(e, 'identifikasjonsnummer')}`, person);
    }
    for (const e of listElementer(dokument, 'legitimasjonsdokument')) {
      add(`${getTekst(e, 'utstederland')}-${getTekst(e, 'identifikasjonsdokumentnummer')}`, person);
    }
    for (const e of listElementer(dokument, 'utlendingsmyndighetenesIdentifikasjonsnummer')) {
      add(getTekst(e, 'identifikasjonsnummer'), person);
    }
  }
  return perNummer;
}
