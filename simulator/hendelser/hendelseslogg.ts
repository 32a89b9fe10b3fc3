/**
 * The log of hendelser as the services see it. Entries are made when somebody asks and the clock has passed them, and
 * are never changed after. Source: freg-contract.md sections 5.1 to 5.3.
 */
import type { Persondokument } from '../befolkning/befolkning.ts';

export type Hendelse = {
  /** Rising, with gaps. */
  sekvensnummer: number;
  /** The person's index in the population. */
  person: number;
  folkeregisteridentifikator: string;
  /** One of the 44 of section 5.1. */
  hendelsestype: string;
  /** ISO date-time with Norway's offset. */
  ajourholdstidspunkt: string;
  /** The same in milliseconds. */
  tid: number;
  /** 32 hex; absent for personErOppdatert. */
  hendelsesdokument?: string;
  /** 32 hex; absent for personErOpphoertSomDublett. */
  persondokument?: string;
};

/** `{ entitet, entitetsendring }`, and what was registered under the property of section 5.2; annullering has none. */
export type Egenskapshendelse = Record<string, unknown>;

export type Hendelseslogg = {
  /** The highest sekvensnummer that the clock has reached; 0 when there is none. */
  siste(): number;
  /** At most `maks` hendelser with sekvensnummer >= `fra`, in order. */
  list(fra: number, maks: number): Hendelse[];
  /** As `list`, but only those whose person lived in the kommune before or after the hendelse. */
  listForKommune(fra: number, maks: number, kommunenummer: string): Hendelse[];
  /** The `tid` of the first hendelse with sekvensnummer >= this one; undefined past the end. */
  findTid(sekvensnummer: number): number | undefined;
  /** What happened, by the id of its document; undefined for an id that was never given. */
  findHendelsesdokument(
    id: string,
  ): { hendelse: Hendelse; egenskapshendelser: Egenskapshendelse[] } | undefined;
  /**
   * The person as she was in this version; undefined for an id that was never given. `tid` is when the version was
   * superseded, or now while it is the person's latest: what the three-year rule (section 1.2 no 4) counts from.
   */
  findPersondokument(id: string): { person: number; dokument: Persondokument; tid: number } | undefined;
  /**
   * The id of the person's version as of a sekvensnummer: her latest at or before it. Everybody has one from before
   * the first hendelse; undefined for somebody who has ended as a dublett by then.
   */
  findDokumentid(person: number, sekvensnummer: number): string | undefined;
};
