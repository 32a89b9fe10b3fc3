/**
 * The only place that builds an address of the register. What it returns holds a person's number or name: it goes to
 * the wire and nowhere else; logs get the template (security.md R-20).
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import type { Soekekriterier } from '#lib/domain/soek/soek.ts';
import type { FregTjeneste } from './freg-config.ts';
import { DOKUMENT_ID } from './read-bulk.ts';

/** The template that stands for the address in logs. */
export const MAL = {
  oppslag: 'GET personer/{id}',
  entydigsoek: 'GET personer/entydigsoek',
  soek: 'GET personer/soek',
  bulkoppslag: 'POST personer/bulkoppslag',
  bulkarkiv: 'POST personer/bulkoppslag/arkiv',
  uttrekkTilpasset: 'POST uttrekk/tilpasset',
  uttrekkKomplett: 'GET uttrekk/komplett',
  uttrekkBatch: 'GET uttrekk/{jobbid}/batch/{batchnr}',
  hendelsesliste: 'GET hendelser/feed',
  hendelsesdokument: 'GET hendelser/{id}',
  sekvensnummer: 'GET hendelser/siste/sekvensnummer',
} as const satisfies Record<FregTjeneste, string>;

/**
 * Our criteria and their names on the wire, freg-contract.md section 4.1. The register's specification has a lower
 * case i in the sixth (section 9 no 11).
 */
const PARAMETER = {
  identifikasjonsnummer: 'identifikasjonsnummer',
  utenlandskpersonidentifikasjon: 'utenlandskpersonidentifikasjon',
  legitimasjonsdokument: 'legitimasjonsdokument',
  utlendingsmyndighetenesIdentifikasjonsnummer: 'utlendingsmyndighetenesidentifikasjonsnummer',
  foedselsdato: 'foedselsdato',
  navn: 'navn',
  postnummer: 'postnummer',
  adressenavn: 'adressenavn',
  husnummer: 'husnummer',
  soekFonetisk: 'soekFonetisk',
  opplysningsgrunnlag: 'opplysningsgrunnlag',
} as const satisfies Record<keyof Kriterier, string>;

// Not URLSearchParams: it writes a space as +, which is a plus sign to a reader that follows RFC 3986.
function formatQuery(pairs: readonly (readonly [string, string])[]): string {
  const query = pairs.map(([navn, verdi]) => `${navn}=${encodeURIComponent(verdi)}`).join('&');
  return query === '' ? '' : `?${query}`;
}

function toParts(deler: readonly string[]) {
  return [...new Set(deler)].map((del) => ['part', del] as const);
}

/**
 * Path and query of `personer/{id}`; `deler` become repeated `part` keys (freg-contract.md section 1.2).
 * @throws AppError UGYLDIG_INNHOLD for anything but eleven digits: a shorter path would be another resource.
 */
export function createOppslagPath(
  pakkePath: string,
  personidentifikator: string,
  deler: readonly string[],
): string {
  if (!/^\d{11}$/.test(personidentifikator)) throw new AppError('UGYLDIG_INNHOLD');
  return `/${pakkePath}/personer/${encodeURIComponent(personidentifikator)}${formatQuery(toParts(deler))}`;
}

/** Path and query of `personer/entydigsoek`. Empty criteria are left out; a date yyyy-MM-dd is sent as yyyyMMdd. */
export function createEntydigsoekPath(
  pakkePath: string,
  kriterier: Kriterier,
  deler: readonly string[],
): string {
  const pairs: (readonly [string, string])[] = [];
  for (const kriterium of Kriterier.keyof().options) {
    const verdi = kriterier[kriterium];
    if (verdi === undefined || verdi === '' || verdi === false) continue;
    const tekst = String(verdi);
    pairs.push([
      PARAMETER[kriterium],
      kriterium === 'foedselsdato' ? tekst.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3') : tekst,
    ]);
  }
  return `/${pakkePath}/personer/entydigsoek${formatQuery([...pairs, ...toParts(deler)])}`;
}

/** Path and query of `personer/soek` (section 1.2 no 6). Our criteria have the register's names; empty ones are left out. */
export function createSoekPath(pakkePath: string, kriterier: Soekekriterier): string {
  const pairs = Object.entries(kriterier).flatMap(([navn, verdi]) =>
    verdi === undefined || verdi === '' || verdi === false ? [] : [[navn, String(verdi)] as const],
  );
  return `/${pakkePath}/personer/soek${formatQuery(pairs)}`;
}

/** Path and query of `personer/bulkoppslag` (section 1.2 no 2): each number answered by itself, in the order asked. */
export function createBulkoppslagPath(pakkePath: string, deler: readonly string[]): string {
  return `/${pakkePath}/personer/bulkoppslag${formatQuery([...toParts(deler), ['somBestilt', 'true']])}`;
}

/** Path and query of `personer/bulkoppslag/arkiv` (section 1.2 no 3). */
export function createBulkarkivPath(pakkePath: string, deler: readonly string[]): string {
  return `/${pakkePath}/personer/bulkoppslag/arkiv${formatQuery(toParts(deler))}`;
}

/** Path of `uttrekk/tilpasset` (section 1.2 no 14); what is asked for stands in the body. */
export function createUttrekkTilpassetPath(pakkePath: string): string {
  return `/${pakkePath}/uttrekk/tilpasset`;
}

/** Path and query of `uttrekk/komplett` (section 1.2 no 13). Without a number the register takes the latest. */
export function createUttrekkKomplettPath(pakkePath: string, sekvensnummer: string | null): string {
  const pairs = sekvensnummer === null ? [] : [['feedsekvensnr', sekvensnummer] as const];
  return `/${pakkePath}/uttrekk/komplett${formatQuery(pairs)}`;
}

/** Path of `uttrekk/{jobbid}/batch/{batchnr}` (section 1.2 no 15), from batch 0. */
export function createUttrekkBatchPath(pakkePath: string, jobbId: string, batchNr: number): string {
  return `/${pakkePath}/uttrekk/${encodeURIComponent(jobbId)}/batch/${batchNr}`;
}

/** Path and query of `hendelser/feed` (section 1.2 no 8) from and with a sekvensnummer. The register's own links are never followed. */
export function createFeedPath(pakkePath: string, fra: number): string {
  return `/${pakkePath}/hendelser/feed${formatQuery([['seq', String(fra)]])}`;
}

/** Path of `hendelser/siste/sekvensnummer` (section 1.2 no 10). */
export function createSekvensnummerPath(pakkePath: string): string {
  return `/${pakkePath}/hendelser/siste/sekvensnummer`;
}

/**
 * Path of `hendelser/{hendelsesidentifikator}` (section 1.2 no 11).
 * @throws AppError UGYLDIG_INNHOLD for what cannot be an id.
 */
export function createHendelsePath(pakkePath: string, id: string): string {
  if (!DOKUMENT_ID.test(id)) throw new AppError('UGYLDIG_INNHOLD');
  return `/${pakkePath}/hendelser/${encodeURIComponent(id)}`;
}
