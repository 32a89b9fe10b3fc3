/**
 * What a service gets when it is called: everything about the request that the contract lets it depend on.
 * The organisation, the pakke and the service have been checked before.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import { type Deler, parseDeler } from '../kontrakt/deler.ts';
import type { Element } from '../kontrakt/feltregler.ts';
import type { Innstillinger } from '../kontrakt/innstillinger.ts';
import { minimerDokument } from '../kontrakt/minimer-dokument.ts';
import type { PakkeId } from '../kontrakt/pakker.ts';
import { getSynlighet } from '../kontrakt/synlighet.ts';
import type { Format, Svar } from './svar.ts';

export type Tjenestekall = {
  befolkning: Befolkning;
  innstillinger: Innstillinger;
  pakke: PakkeId;
  /** The values of the template's `{…}`, decoded. */
  parametre: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The body of a POST. */
  kropp: string;
  /** The format of the body of a POST; undefined when it is neither JSON nor XML. */
  kroppformat: Format | undefined;
};

export type Tjenestefunksjon = (kall: Tjenestekall) => Svar;

/** The parts of the call in its pakke, or undefined when one is invalid. */
export function findDeler({ pakke, innstillinger, query }: Tjenestekall): Deler | undefined {
  return parseDeler(query.getAll('part'), getSynlighet(pakke, innstillinger));
}

/** The person's document as the pakke of the call gets it. */
export function getMinimert(
  { befolkning, pakke, innstillinger }: Tjenestekall,
  deler: Deler,
  dokument: Element,
): Element {
  return minimerDokument(dokument, {
    synlighet: getSynlighet(pakke, innstillinger),
    deler,
    findDokument: (nummer) => {
      const person = befolkning.findPerson(nummer);
      return person === undefined ? undefined : befolkning.getDokument(person);
    },
  });
}
