/** The parts of a name as one value. Rule: only parts that stand after each other and belong to the same name are joined. */
import { toSisteNavn } from '#lib/domain/person/adressekoder.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

/** In the order in which they stand. */
const NAVNEDELER: readonly string[] = ['fornavn', 'mellomnavn', 'etternavn'];

/** The path of the name that a part belongs to; empty for the person's own, null for what is no part of a name. */
function findNavn({ felt, verdi }: Felt): string | null {
  if (!NAVNEDELER.includes(toSisteNavn(felt)) || verdi.slag !== 'tekst') return null;
  return felt.slice(0, Math.max(0, felt.lastIndexOf('.')));
}

const toTekst = ({ verdi }: Felt): string => (verdi.slag === 'tekst' ? verdi.tekst : '');

/**
 * The fields with each name as one, under the path of the name. The person's own name, which has no path, is left in its
 * parts: there they are what is asked for.
 */
export function joinAndresNavn(felter: readonly Felt[]): Felt[] {
  const samlet: Felt[] = [];
  let sisteDel = -1;
  for (const felt of felter) {
    const navn = findNavn(felt);
    const del = NAVNEDELER.indexOf(toSisteNavn(felt.felt));
    const foer = del > sisteDel ? samlet.at(-1) : undefined;
    sisteDel = del;
    if (!navn) samlet.push(felt);
    else if (foer?.felt === navn && foer.verdi.slag === 'tekst')
      samlet[samlet.length - 1] = {
        felt: navn,
        verdi: { slag: 'tekst', tekst: `${foer.verdi.tekst} ${toTekst(felt)}` },
      };
    else samlet.push({ felt: navn, verdi: felt.verdi });
  }
  return samlet;
}

/** The person's own name as one value too, where a line is read and not a form. */
export function joinEgetNavn(felter: readonly Felt[]): Felt[] {
  const deler = felter.filter((felt) => findNavn(felt) === '');
  const [forste] = deler;
  if (!forste) return [...felter];
  const hele: Felt = { felt: forste.felt, verdi: { slag: 'tekst', tekst: deler.map(toTekst).join(' ') } };
  return felter.flatMap((felt) => (felt === forste ? [hele] : deler.includes(felt) ? [] : [felt]));
}
