/**
 * authorization_details (RFC 9396) in a grant: one of one kind. A system user that a known organisation owns is given
 * back with its ids; a consent is refused, since there is no Altinn here where anybody could have consented.
 * Source: krr-maskinporten.md sections 2.1, 2.2 and 2.3. Assumption: the system user's ids, and one detail at a time
 * for system users too.
 */
import { isKjentVirksomhet } from './klienter.ts';
import { MP, type MpFeil } from './mp-feil.ts';
import { toUuid } from './uuid.ts';

export const AUTORITET = 'iso6523-actorid-upis';
export const DETALJTYPER = { systembruker: 'urn:altinn:systemuser', samtykke: 'urn:altinn:consent' } as const;
const FELTER: Record<string, readonly string[]> = {
  [DETALJTYPER.systembruker]: ['type', 'systemuser_org', 'externalRef'],
  [DETALJTYPER.samtykke]: ['type', 'id', 'from'],
};

export type Systembruker = {
  type: string;
  systemuser_org: { authority: string; ID: string };
  systemuser_id: string[];
  system_id: string;
};

const isObjekt = (verdi: unknown): verdi is Record<string, unknown> =>
  typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);

/** The detail as the token tells it, or why it is refused. `orgnr` is the organisation of the client. */
export function checkDetaljer(detaljer: unknown, orgnr: string): Systembruker | MpFeil {
  if (!Array.isArray(detaljer) || detaljer.length !== 1) return MP.ugyldigDetalj;
  const [detalj]: unknown[] = detaljer;
  if (!isObjekt(detalj)) return MP.ugyldigDetalj;
  const felter = typeof detalj.type === 'string' ? FELTER[detalj.type] : undefined;
  if (!felter) return MP.ukjentDetaljtype;
  if (Object.keys(detalj).some((felt) => !felter.includes(felt))) return MP.ukjentDetaljfelt;
  const eier = detalj.systemuser_org;
  if (!isObjekt(eier)) return MP.ugyldigDetalj;
  if (Object.keys(eier).some((felt) => felt !== 'authority' && felt !== 'ID')) return MP.ukjentDetaljfelt;
  const [, eiernummer] = /^0192:(\d{9})$/.exec(String(eier.ID)) ?? [];
  if (eier.authority !== AUTORITET || eiernummer === undefined || !isKjentVirksomhet(eiernummer))
    return MP.ugyldigDetalj;
  return {
    type: DETALJTYPER.systembruker,
    systemuser_org: { authority: AUTORITET, ID: `0192:${eiernummer}` },
    systemuser_id: [toUuid(`${orgnr} ${eiernummer}`)],
    system_id: `${orgnr}_simulator`,
  };
}
