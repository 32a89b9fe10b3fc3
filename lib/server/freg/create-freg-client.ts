/**
 * The register client: the portal's only way to Folkeregisteret, and the only room that knows its HTTP library.
 *
 * Rule: it answers with outcomes (`FregSvar`), tells the log shapes and never content, and shows nothing of an answer
 * about somebody else. It knows no session, no purpose and no revisjonslogg: who calls it has written the row first.
 */
import 'server-only';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Soekekriterier } from '#lib/domain/soek/soek.ts';
import type { Utvalg } from '#lib/domain/uttrekk/bestilling.ts';
import { createBreakers } from './breaker.ts';
import type { FregConfig } from './freg-config.ts';
import type {
  Arkivsvar,
  Batchsvar,
  Bestilt,
  Bulksvar,
  Feedsvar,
  FregFeil,
  FregSvar,
  Hendelsessvar,
  Sekvenssvar,
  SertifikatGrunn,
  Treff,
} from './freg-svar.ts';
import { formatBulk, formatBulkarkiv, readBulk, readBulkarkiv } from './read-bulk.ts';
import { FEEDSTATUSER, readFeed, readHendelse, readSekvensnummer } from './read-hendelser.ts';
import { readPerson } from './read-person.ts';
import { readTreff } from './read-treff.ts';
import { BATCHSTATUSER, formatTilpasset, readBatch, readBestilt, type Uttrekksslag } from './read-uttrekk.ts';
import { createSend, ofObjekt } from './send.ts';
import { createTilkoblinger } from './tilkobling.ts';
import {
  createBulkarkivPath,
  createBulkoppslagPath,
  createEntydigsoekPath,
  createFeedPath,
  createHendelsePath,
  createOppslagPath,
  createSekvensnummerPath,
  createSoekPath,
  createUttrekkBatchPath,
  createUttrekkKomplettPath,
  createUttrekkTilpassetPath,
} from './url.ts';
import type { Sertifikat } from './virksomhetssertifikat.ts';

type Felles = {
  pakke: Pakke;
  /** Values of `part`. To find a person by an earlier number, `historikk` must be among them (see identity.ts). */
  deler: readonly string[];
  /** Aborted when nobody waits any more: the call to the register is then broken off. */
  signal?: AbortSignal;
  /** Our request id, for the log lines of the call. */
  requestId?: string;
};

type Mange = {
  /** Awaited before a whole answer is read: who makes many calls at once says how many answers are in memory. */
  foerLesing?: () => Promise<void>;
};

type Ordre = Pick<Felles, 'pakke' | 'requestId'>;

export type FregClient = {
  /**
   * `GET personer/{personidentifikator}` (freg-contract.md section 1.2 no 1).
   * @throws AppError UGYLDIG_INNHOLD when the number is not eleven digits.
   */
  getPerson: (spoersmaal: Felles & { personidentifikator: string }) => Promise<FregSvar>;
  /** `GET personer/entydigsoek` (section 4.1). Criteria are sent as they stand; the register judges them. */
  findEntydig: (spoersmaal: Felles & { kriterier: Kriterier }) => Promise<FregSvar>;
  /** `GET personer/soek` (section 1.2 no 6): the numbers of those who fit. */
  soek: (spoersmaal: Omit<Felles, 'deler'> & { kriterier: Soekekriterier }) => Promise<Treff | FregFeil>;
  /**
   * `POST personer/bulkoppslag` (section 1.2 no 2), `somBestilt`: one post for each number, in the order given.
   * @throws AppError UGYLDIG_INNHOLD for no numbers, more than `MAKS_I_BULK`, or one that is not eleven digits.
   */
  hentMange: (spoersmaal: Felles & Mange & { numre: readonly string[] }) => Promise<Bulksvar | FregFeil>;
  /**
   * `POST personer/bulkoppslag/arkiv` (section 1.2 no 3): one post for each document id, in the order given.
   * @throws AppError UGYLDIG_INNHOLD for no ids, more than `MAKS_I_BULK`, or one that cannot be an id.
   */
  hentArkiv: (spoersmaal: Felles & Mange & { ider: readonly string[] }) => Promise<Arkivsvar | FregFeil>;
  /**
   * `POST uttrekk/tilpasset` (section 1.2 no 14), for one kommune or without any. Never sent twice: an answer that is
   * lost is `ukjentUtfall`.
   */
  bestillTilpasset: (
    spoersmaal: Ordre & { utvalg: Omit<Utvalg, 'sted'>; sted: { slag: string; kommune: string } | null },
  ) => Promise<Bestilt | FregFeil>;
  /** `GET uttrekk/komplett` (section 1.2 no 13) up to and with a sekvensnummer; null for the latest. Never sent twice. */
  bestillKomplett: (spoersmaal: Ordre & { sekvensnummer: string | null }) => Promise<Bestilt | FregFeil>;
  /** `GET uttrekk/{jobbid}/batch/{batchnr}` (section 1.2 no 15), from 0. One attempt: who waits asks again. */
  getBatch: (
    spoersmaal: Ordre & { slag: Uttrekksslag; jobbId: string; batchNr: number },
  ) => Promise<Batchsvar | FregFeil>;
  /**
   * `GET hendelser/feed` (section 1.2 no 8) from and with a sekvensnummer, at most `FEED_SIDE`. One attempt: who follows
   * the feed asks again. `etag` is that of the same page as it was last read.
   */
  listHendelser: (spoersmaal: Ordre & { fra: number; etag: string | null }) => Promise<Feedsvar | FregFeil>;
  /**
   * `GET hendelser/{hendelsesidentifikator}` (section 1.2 no 11): what it changed. `numre` are those of whom it must be
   * about, or it is no answer.
   * @throws AppError UGYLDIG_INNHOLD for what cannot be an id.
   */
  getHendelse: (
    spoersmaal: Omit<Felles, 'deler'> & { id: string; numre: readonly string[] },
  ) => Promise<Hendelsessvar | FregFeil>;
  /** `GET hendelser/siste/sekvensnummer` (section 1.2 no 10). One attempt. */
  getSisteSekvensnummer: (spoersmaal: Ordre) => Promise<Sekvenssvar | FregFeil>;
  /** The certificate in use, or why there is none that can be used. Looks for changed files when it is time. */
  getSertifikat: () => { sertifikat: Sertifikat } | { grunn: SertifikatGrunn };
  /** The services and packages that are not called now, because most of the last calls failed. */
  listAapneKretser: () => { tjeneste: string; pakke: string }[];
  /** Lets the calls under way end, then closes the connections. Calls after this are a fault. */
  close: () => Promise<void>;
};

/**
 * A client for one register address. Reads the certificate files at the first use, so bad files do not stop a start.
 * @throws Error when the address is not https: persons' numbers would go in the clear.
 */
export function createFregClient(config: FregConfig): FregClient {
  const { protocol, pathname } = new URL(config.baseUrl);
  if (protocol !== 'https:') throw new Error('The address of the register must begin with https.');
  const tilkoblinger = createTilkoblinger(config);
  const breakers = createBreakers(config.klokke.naa);
  const send = createSend(config, tilkoblinger, breakers);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const pathFor = (pakke: Pakke) => [prefix, config.pathFor(pakke)].filter((ledd) => ledd !== '').join('/');

  return {
    getPerson: async ({ personidentifikator, pakke, deler, signal, requestId }) =>
      send({
        tjeneste: 'oppslag',
        pakke,
        path: createOppslagPath(pathFor(pakke), personidentifikator, deler),
        body: null,
        read: ofObjekt(readPerson(personidentifikator, pakke, deler)),
        signal,
        requestId,
      }),
    findEntydig: async ({ kriterier, pakke, deler, signal, requestId }) =>
      send({
        tjeneste: 'entydigsoek',
        pakke,
        path: createEntydigsoekPath(pathFor(pakke), kriterier, deler),
        body: null,
        read: ofObjekt(readPerson(kriterier.identifikasjonsnummer || undefined, pakke, deler)),
        signal,
        requestId,
      }),
    soek: async ({ kriterier, pakke, signal, requestId }) =>
      send({
        tjeneste: 'soek',
        pakke,
        path: createSoekPath(pathFor(pakke), kriterier),
        body: null,
        read: ofObjekt(readTreff),
        signal,
        requestId,
      }),
    hentMange: async ({ numre, pakke, deler, signal, requestId, foerLesing }) =>
      send({
        tjeneste: 'bulkoppslag',
        pakke,
        path: createBulkoppslagPath(pathFor(pakke), deler),
        body: formatBulk(numre),
        read: ofObjekt(readBulk(numre, pakke, deler)),
        signal,
        requestId,
        foerLesing,
      }),
    hentArkiv: async ({ ider, pakke, deler, signal, requestId, foerLesing }) =>
      send({
        tjeneste: 'bulkarkiv',
        pakke,
        path: createBulkarkivPath(pathFor(pakke), deler),
        body: formatBulkarkiv(ider),
        read: ofObjekt(readBulkarkiv(ider)),
        signal,
        requestId,
        foerLesing,
      }),
    bestillTilpasset: async ({ utvalg, sted, pakke, requestId }) =>
      send<Bestilt>({
        tjeneste: 'uttrekkTilpasset',
        pakke,
        path: createUttrekkTilpassetPath(pathFor(pakke)),
        body: formatTilpasset(utvalg, sted),
        read: ofObjekt(readBestilt),
        engang: { kind: 'ukjentUtfall' },
        signal: undefined,
        requestId,
      }),
    bestillKomplett: async ({ sekvensnummer, pakke, requestId }) =>
      send<Bestilt>({
        tjeneste: 'uttrekkKomplett',
        pakke,
        path: createUttrekkKomplettPath(pathFor(pakke), sekvensnummer),
        body: null,
        read: ofObjekt(readBestilt),
        engang: { kind: 'ukjentUtfall' },
        signal: undefined,
        requestId,
      }),
    getBatch: async ({ slag, jobbId, batchNr, pakke, requestId }) =>
      send<Batchsvar>({
        tjeneste: 'uttrekkBatch',
        pakke,
        path: createUttrekkBatchPath(pathFor(pakke), jobbId, batchNr),
        body: null,
        read: ofObjekt(readBatch(slag)),
        statuser: BATCHSTATUSER,
        signal: undefined,
        requestId,
      }),
    listHendelser: async ({ fra, etag, pakke, requestId }) =>
      send<Feedsvar>({
        tjeneste: 'hendelsesliste',
        pakke,
        path: createFeedPath(pathFor(pakke), fra),
        body: null,
        etag,
        read: readFeed(fra),
        statuser: FEEDSTATUSER,
        signal: undefined,
        requestId,
      }),
    getHendelse: async ({ id, numre, pakke, signal, requestId }) =>
      send({
        tjeneste: 'hendelsesdokument',
        pakke,
        path: createHendelsePath(pathFor(pakke), id),
        body: null,
        read: ofObjekt(readHendelse(id, numre)),
        signal,
        requestId,
      }),
    getSisteSekvensnummer: async ({ pakke, requestId }) =>
      send({
        tjeneste: 'sekvensnummer',
        pakke,
        path: createSekvensnummerPath(pathFor(pakke)),
        body: null,
        read: readSekvensnummer,
        signal: undefined,
        requestId,
      }),
    getSertifikat() {
      const tilkobling = tilkoblinger.get();
      return 'grunn' in tilkobling ? { grunn: tilkobling.grunn } : { sertifikat: tilkobling.sertifikat };
    },
    listAapneKretser: breakers.listAapne,
    close: tilkoblinger.close,
  };
}
