/**
 * How to ask for each outcome of each operation. Rule: a row here for every row of `operasjoner.ts`, no more.
 */
import { PAKKER, type PakkeId } from '../pakker.ts';
import { HENDELSESOPPSKRIFTER } from './hendelsesoppskrifter.ts';
import type { Operasjon } from './operasjoner.ts';
import type { Grunnlag, Lag, Oppskrift } from './oppskrift.ts';
import { PERSONOPPSKRIFTER } from './personoppskrifter.ts';
import { UTTREKKSOPPSKRIFTER } from './uttrekksoppskrifter.ts';

/** A token of the organisation that opens no pakke, to the walk's register. */
export const TOKEN_UTEN_SCOPE = 'Bearer uten-scope';

/** What every operation answers. */
const FELLES: Readonly<Record<string, Lag>> = {
  '200 tilgang': () => ({}),
  '401 ukjent virksomhet': () => ({ klient: 'ukjent' }),
  '401 ugyldig token': () => ({ headere: { authorization: 'Bearer ugyldig' } }),
  '403 virksomhet uten pakken': () => ({ klient: 'uten-pakke' }),
  '403 token uten scope': () => ({ headere: { authorization: TOKEN_UTEN_SCOPE } }),
  '403 brannmur': () => ({ feil: 'brannmur-html-403' }),
  '403 pakke uten tjenesten': () => ({}),
  '405 feil metode': () => ({ metode: 'DELETE' }),
  '406 Accept': () => ({ accept: 'image/png' }),
  '429 for mange kall': () => ({ feil: 'status-429' }),
  '500 feil i tjenesten': () => ({ feil: 'status-500' }),
  '503 stengt': () => ({ feil: 'status-503' }),
};
const ALLE = { ...PERSONOPPSKRIFTER, ...HENDELSESOPPSKRIFTER, ...UTTREKKSOPPSKRIFTER };

/** The recipe, or undefined when nobody has written one. */
export function findOppskrift({ mal }: Operasjon, utfall: string, grunnlag: Grunnlag): Oppskrift | undefined {
  const lag = ALLE[mal]?.[utfall] ?? FELLES[utfall];
  return lag?.(grunnlag);
}

/** `mal utfall` of every recipe that belongs to one resource, so that none is left behind when a row goes. */
export function listOppskrifter(): string[] {
  return Object.entries(ALLE).flatMap(([mal, lag]) => Object.keys(lag).map((utfall) => `${mal} ${utfall}`));
}

/** The path of the request, with whatever the template lacks filled in. */
export function toSti(
  { mal }: Operasjon,
  { parametre = {}, sti, query = [] }: Oppskrift,
  pakke: PakkeId,
): string {
  const fylt = (sti ?? mal).replace(/\{(\w+)\}/g, (_, navn: string) =>
    encodeURIComponent(parametre[navn] ?? '12345678901'),
  );
  const spoerring = new URLSearchParams(query.map(([navn, verdi]) => [navn, verdi])).toString();
  return `/folkeregisteret/${PAKKER[pakke].sti}/v1/${fylt}${spoerring === '' ? '' : `?${spoerring}`}`;
}
