/**
 * What a service gets when it is called: everything about the request that the contract lets it depend on.
 * The organisation, the pakke and the service have been checked before.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelseslogg } from '../hendelser/hendelseslogg.ts';
import type { Klokke } from '../klokke.ts';
import { type Deler, parseDeler } from '../kontrakt/deler.ts';
import { AVSLAG, type Avslag } from '../kontrakt/feilmeldinger.ts';
import type { Element } from '../kontrakt/feltregler.ts';
import { toHendelsesdokument } from '../kontrakt/hendelser.ts';
import type { Innstillinger } from '../kontrakt/innstillinger.ts';
import { minimerDokument } from '../kontrakt/minimer-dokument.ts';
import { isForGammel } from '../kontrakt/oppbevaring.ts';
import type { PakkeId } from '../kontrakt/pakker.ts';
import { getSynlighet } from '../kontrakt/synlighet.ts';
import type { Jobblager } from '../uttrekk/jobblager.ts';
import type { Format, Svar } from './svar.ts';

export type Tjenestekall = {
  befolkning: Befolkning;
  hendelser: Hendelseslogg;
  klokke: Klokke;
  uttrekk: Jobblager;
  innstillinger: Innstillinger;
  /** The fault of giving somebody else's document, when it is on. */
  forveksle?: ((dokument: Element) => Element) | undefined;
  /** The number of the organisation that asks. */
  organisasjon: string;
  pakke: PakkeId;
  /** The values of the template's `{…}`, decoded. */
  parametre: Readonly<Record<string, string>>;
  query: URLSearchParams;
  metode: string;
  headere: IncomingHttpHeaders;
  /** What the answer is to be written as. */
  format: Format;
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
  { befolkning, pakke, innstillinger, forveksle }: Tjenestekall,
  deler: Deler,
  dokument: Element,
): Element {
  return minimerDokument(forveksle ? forveksle(dokument) : dokument, {
    synlighet: getSynlighet(pakke, innstillinger),
    deler,
    findDokument: (nummer) => {
      const person = befolkning.findPerson(nummer);
      return person === undefined ? undefined : befolkning.getDokument(person);
    },
  });
}

/** The person as she is now, as the pakke of the call gets her; no more of the document is made than the parts need. */
export function getPersonNaa(kall: Tjenestekall, deler: Deler, person: number): Element {
  return getMinimert(kall, deler, kall.befolkning.getDokument(person, deler.behov));
}

/** The document of one hendelse, or why there is none: unknown (404) or older than it is kept (400). */
export function findHendelsesdokument(
  { hendelser, klokke }: Tjenestekall,
  id: string,
): { dokument: Element } | Avslag {
  const funn = hendelser.findHendelsesdokument(id);
  if (!funn) return AVSLAG.ukjentDokument;
  if (isForGammel(funn.hendelse.tid, klokke.naa())) return AVSLAG.forGammeltDokument;
  return { dokument: toHendelsesdokument(id, funn.hendelse, funn.egenskapshendelser) };
}

/** The whole document of a version of a person, or why there is none, as for a hendelse. */
export function findPersondokument(
  { hendelser, klokke }: Tjenestekall,
  id: string,
): { dokument: Element } | Avslag {
  const funn = hendelser.findPersondokument(id);
  if (!funn) return AVSLAG.ukjentDokument;
  return isForGammel(funn.tid, klokke.naa()) ? AVSLAG.forGammeltDokument : { dokument: funn.dokument };
}
