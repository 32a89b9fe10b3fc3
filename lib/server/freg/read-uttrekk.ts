/**
 * The order of an uttrekk and its batches on the wire. Only a 200 without anything ends a job: whatever else cannot be
 * read is a fault, since a job that ends too early is a file with persons missing (security.md R-09).
 * Source: freg-contract.md section 1.2 no 13 to 15.
 */
import 'server-only';
import type { Utvalg } from '#lib/domain/uttrekk/bestilling.ts';
import type { Batchsvar, Bestilt } from './freg-svar.ts';
import { DOKUMENT_ID } from './read-bulk.ts';
import type { Objektleser } from './send.ts';

/** What the identifiers of a batch stand for: persons after `tilpasset`, documents after `komplett`. */
export type Uttrekksslag = 'tilpasset' | 'komplett';

/** The body of an order for one kommune, or for all of them. The municipality is nested, years are texts. */
export function formatTilpasset(
  utvalg: Omit<Utvalg, 'sted'>,
  sted: { slag: string; kommune: string } | null,
) {
  const { personstatustyper, foedselsaar, doedsaar, kjoenn, statsborgerskap, sivilstandstype } = utvalg;
  const aar = (tall: number | null | undefined) => tall?.toString();
  return JSON.stringify({
    personstatustyper,
    kommunenummer: sted === null ? undefined : { [`${sted.slag}skommunenummer`]: sted.kommune },
    foedselsaarFraOgMed: aar(foedselsaar?.fra),
    foedselsaarTilOgMed: aar(foedselsaar?.til),
    doedsaarFraOgMed: aar(doedsaar?.fra),
    doedsaarTilOgMed: aar(doedsaar?.til),
    kjoenn: kjoenn ?? undefined,
    statsborgerskap: statsborgerskap ?? undefined,
    sivilstandstype: sivilstandstype ?? undefined,
  });
}

/** Reads `{"jobbId"}`. An id that could not stand in an address is no answer. */
export const readBestilt: Objektleser<Bestilt> = ({ jobbId }) =>
  typeof jobbId === 'string' && /^[\w-]{1,64}$/.test(jobbId)
    ? { kind: 'bestilt', jobbId }
    : { kind: 'ugyldigSvar', grunn: 'ikkeJson' };

/** What 404 and 410 mean of a batch, and of nothing else. */
export const BATCHSTATUSER: Readonly<Record<number, Batchsvar>> = {
  404: { kind: 'ikkeKlar' },
  410: { kind: 'borte' },
};

/** Reads `{"foedselsEllerDNummer": […]}`, `{"dokumentidentifikator": […]}` or `{}`. */
export function readBatch(slag: Uttrekksslag): Objektleser<Batchsvar> {
  const [noekkel, form] =
    slag === 'tilpasset'
      ? (['foedselsEllerDNummer', /^\d{11}$/] as const)
      : (['dokumentidentifikator', DOKUMENT_ID] as const);
  return (svar) => {
    const ider = svar[noekkel];
    if (Object.keys(svar).length === 0 || (Array.isArray(ider) && ider.length === 0))
      return { kind: 'slutt' };
    const isReadable =
      Array.isArray(ider) && ider.every((id): id is string => typeof id === 'string' && form.test(id));
    return isReadable ? { kind: 'batch', ider } : { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
  };
}
