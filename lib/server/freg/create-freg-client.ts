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
import type { FregConfig } from './freg-config.ts';
import type { Bulksvar, FregFeil, FregSvar, SertifikatGrunn, Treff } from './freg-svar.ts';
import { formatBulk, readBulk } from './read-bulk.ts';
import { readPerson } from './read-person.ts';
import { readTreff } from './read-treff.ts';
import { createSend } from './send.ts';
import { createTilkoblinger } from './tilkobling.ts';
import { createBulkoppslagPath, createEntydigsoekPath, createOppslagPath, createSoekPath } from './url.ts';
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
  hentMange: (spoersmaal: Felles & { numre: readonly string[] }) => Promise<Bulksvar | FregFeil>;
  /** The certificate in use, or why there is none that can be used. Looks for changed files when it is time. */
  getSertifikat: () => { sertifikat: Sertifikat } | { grunn: SertifikatGrunn };
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
  const send = createSend(config, tilkoblinger);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const pathFor = (pakke: Pakke) => [prefix, config.pathFor(pakke)].filter((ledd) => ledd !== '').join('/');

  return {
    getPerson: async ({ personidentifikator, pakke, deler, signal, requestId }) =>
      send({
        tjeneste: 'oppslag',
        pakke,
        path: createOppslagPath(pathFor(pakke), personidentifikator, deler),
        body: null,
        read: readPerson(personidentifikator, pakke, deler),
        signal,
        requestId,
      }),
    findEntydig: async ({ kriterier, pakke, deler, signal, requestId }) =>
      send({
        tjeneste: 'entydigsoek',
        pakke,
        path: createEntydigsoekPath(pathFor(pakke), kriterier, deler),
        body: null,
        read: readPerson(kriterier.identifikasjonsnummer || undefined, pakke, deler),
        signal,
        requestId,
      }),
    soek: async ({ kriterier, pakke, signal, requestId }) =>
      send({
        tjeneste: 'soek',
        pakke,
        path: createSoekPath(pathFor(pakke), kriterier),
        body: null,
        read: readTreff,
        signal,
        requestId,
      }),
    hentMange: async ({ numre, pakke, deler, signal, requestId }) =>
      send({
        tjeneste: 'bulkoppslag',
        pakke,
        path: createBulkoppslagPath(pathFor(pakke), deler),
        body: formatBulk(numre),
        read: readBulk(numre, pakke, deler),
        signal,
        requestId,
      }),
    getSertifikat() {
      const tilkobling = tilkoblinger.get();
      return 'grunn' in tilkobling ? { grunn: tilkobling.grunn } : { sertifikat: tilkobling.sertifikat };
    },
    close: tilkoblinger.close,
  };
}
