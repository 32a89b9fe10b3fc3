/**
 * The OpenAPI description, when it lies beside the project: which operations and statuses it has, and whether a
 * request or an answer fits. Schemas are closed, so that a field which the description does not know is found.
 * The description is of offentlig-med-hjemmel; the other pakker have fewer of the same services.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createSkjemaproeve, type Skjemaproeve } from './skjemaproeve.ts';

const FIL = join(import.meta.dirname, '../../../../shared/domain/freg-openapi.yaml');
export const HAR_OPENAPI = existsSync(FIL);
/** Why a test is skipped where the description is not. */
export const UTEN_OPENAPI = 'Ingen OpenAPI-beskrivelse ved siden av prosjektet (../shared/domain)';

type Tre = { readonly [noekkel: string]: unknown };
const isTre = (verdi: unknown): verdi is Tre =>
  typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);

/** The branch of the tree at the keys, or undefined. */
function findGren(tre: unknown, ...noekler: string[]): Tre | undefined {
  let gren = tre;
  for (const noekkel of noekler) gren = isTre(gren) ? gren[noekkel] : undefined;
  return isTre(gren) ? gren : undefined;
}

/** Values that have been announced after the description was written (freg-contract.md sections 2 and 8 no 2). */
const KUNNGJORT: readonly (readonly [ved: string, ny: string])[] = [['ikkeKontrollert', 'unik']];

/** No further fields where the description lists some. */
function toLukket(verdi: unknown): unknown {
  if (Array.isArray(verdi)) {
    const nye = KUNNGJORT.filter(([ved]) => verdi.includes(ved)).map(([, ny]) => ny);
    return [...verdi.map(toLukket), ...nye];
  }
  if (!isTre(verdi)) return verdi;
  const lukket = Object.fromEntries(Object.entries(verdi).map(([noekkel, v]) => [noekkel, toLukket(v)]));
  return isTre(verdi.properties) && verdi.type === 'object'
    ? { ...lukket, additionalProperties: false }
    : lukket;
}

export type Beskrevet = { metode: string; mal: string; statuser: readonly string[] };

export type Openapi = {
  /** Every operation, with the template after `/v1/`. `default` stands where the description names no status. */
  operasjoner: readonly Beskrevet[];
  /** What is wrong with the query of a request; parameters that the operation does not have, and values. */
  findSpoerringsfeil(metode: string, mal: string, query: URLSearchParams): string[];
  /** What is wrong with the JSON body of a request. */
  findKroppfeil(metode: string, mal: string, kropp: unknown): string[];
  /** What is wrong with a JSON answer. A status without content has nothing to be wrong. */
  findSvarfeil(metode: string, mal: string, status: number, kropp: unknown): string[];
};

/** Reads the description. Throws when it is not there: ask `HAR_OPENAPI` first. */
export function readOpenapi(): Openapi {
  const dokument: unknown = parse(readFileSync(FIL, 'utf8'));
  const proeve = createSkjemaproeve({ openapi: { components: toLukket(findGren(dokument, 'components')) } });
  const stier = findGren(dokument, 'paths') ?? {};
  const findOperasjon = (metode: string, mal: string): Tre | undefined =>
    findGren(stier, `/v1/${mal}`, metode.toLowerCase());
  return {
    operasjoner: Object.entries(stier).flatMap(([sti, metoder]) =>
      Object.entries(isTre(metoder) ? metoder : {}).map(([metode, operasjon]) => ({
        metode: metode.toUpperCase(),
        mal: sti.replace('/v1/', ''),
        statuser: Object.keys(findGren(operasjon, 'responses') ?? {}),
      })),
    ),
    findSpoerringsfeil: (metode, mal, query) =>
      findQueryfeil(proeve, findOperasjon(metode, mal)?.parameters, query),
    findKroppfeil: (metode, mal, kropp) =>
      validate(proeve, findGren(findOperasjon(metode, mal), 'requestBody'), kropp),
    findSvarfeil: (metode, mal, status, kropp) => {
      const svar = findGren(findOperasjon(metode, mal), 'responses');
      return validate(proeve, findGren(svar, String(status)) ?? findGren(svar, 'default'), kropp);
    },
  };
}

function validate(proeve: Skjemaproeve, eier: Tre | undefined, verdi: unknown): string[] {
  const skjema = findGren(eier, 'content', 'application/json', 'schema');
  return skjema ? proeve.findFeil(withRef(skjema), verdi) : [];
}

/** References inside the description become references to it as a schema of its own. */
function withRef(skjema: unknown): Tre {
  return JSON.parse(JSON.stringify(skjema).replaceAll('"#/components/', '"openapi#/components/'));
}

function findQueryfeil(proeve: Skjemaproeve, parametre: unknown, query: URLSearchParams): string[] {
  const kjente = (Array.isArray(parametre) ? parametre : []).filter(isTre).filter((p) => p.in === 'query');
  const ukjente = [...new Set(query.keys())].filter((navn) => !kjente.some((p) => p.name === navn));
  return [
    ...ukjente.map((navn) => `parameteren ${navn} finnes ikke`),
    ...kjente.flatMap(({ name, required, schema }) => {
      const verdier = query.getAll(String(name));
      if (verdier.length === 0) return required === true ? [`parameteren ${name} mangler`] : [];
      return proeve.findFeil(withRef(schema), toTyped(schema, verdier));
    }),
  ];
}

/** What the words of a query are when they are read by the schema. */
function toTyped(schema: unknown, verdier: readonly string[]): unknown {
  const type = isTre(schema) ? schema.type : undefined;
  if (type === 'array') return verdier;
  const [verdi = ''] = verdier;
  return type === 'integer' || type === 'boolean' ? JSON.parse(verdi) : verdi;
}
