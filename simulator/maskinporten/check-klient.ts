/**
 * Whether the grant is from the client it says: known, meant for us, and signed with a key that the client has
 * registered or with the certificate of the organisation that owns the client.
 * Source: krr-maskinporten.md sections 2.2 and 2.4; the order of the checks is an assumption.
 */
import { type KeyObject, X509Certificate } from 'node:crypto';
import { compactVerify } from 'jose';
import { findNummerISertifikat } from '../register/organisasjon.ts';
import { ALGORITMER, type Grant } from './grant.ts';
import { KLIENTER, type Klient } from './klienter.ts';
import { MP, type MpFeil } from './mp-feil.ts';
import type { Klientnoekkel } from './noekler.ts';

export type Klientgrunnlag = {
  issuer: string;
  noekler: ReadonlyMap<string, Klientnoekkel>;
  /** The CA whose virksomhetssertifikater are trusted. */
  ca: X509Certificate;
  naa: () => number;
};

/** Assumption: the source says what is off by more than ten seconds is refused, both ways. */
const SLINGRING = 10;

/** The client, or why it is not believed. */
export async function checkKlient(grunnlag: Klientgrunnlag, grant: Grant): Promise<Klient | MpFeil> {
  const klient = KLIENTER.find(({ clientId }) => clientId === grant.iss);
  if (!klient) return MP.ukjentKlient;
  if (grant.aud !== grunnlag.issuer) return MP.ugyldigAud;
  const noekkel =
    klient.slag === 'noekkel'
      ? findRegistrertNoekkel(grunnlag, klient, grant)
      : findSertifikatnoekkel(grunnlag, klient, grant);
  if ('error' in noekkel) return noekkel;
  if (!(await isSignertMed(grant.jwt, noekkel.offentlig))) return MP.ugyldigSignatur;
  const naa = grunnlag.naa() / 1000;
  if (grant.iat >= naa + SLINGRING) return MP.forTidlig;
  if (grant.exp <= naa || grant.iat <= naa - SLINGRING) return MP.utloept;
  return klient;
}

function findRegistrertNoekkel(
  { noekler, naa }: Klientgrunnlag,
  { clientId }: Klient,
  { header }: Grant,
): { offentlig: KeyObject } | MpFeil {
  if (header.kid === undefined) return MP.manglerKid;
  if (header.x5c !== undefined) return MP.ugyldigVerdi;
  const noekkel = noekler.get(header.kid);
  if (!noekkel || noekkel.clientId !== clientId) return MP.ukjentKid;
  return noekkel.utloeper <= naa() ? MP.utloeptNoekkel : noekkel;
}

function findSertifikatnoekkel(
  { ca, naa }: Klientgrunnlag,
  { orgnr }: Klient,
  { header }: Grant,
): { offentlig: KeyObject } | MpFeil {
  if (header.kid !== undefined) return header.x5c === undefined ? MP.ukjentKid : MP.ugyldigVerdi;
  const sertifikat = findSertifikat(header.x5c);
  if (!sertifikat) return MP.ugyldigX5c;
  const tid = naa();
  const erGyldig = Date.parse(sertifikat.validFrom) <= tid && tid <= Date.parse(sertifikat.validTo);
  if (!erGyldig || !sertifikat.verify(ca.publicKey)) return MP.ugyldigSertifikat;
  if (findNummerISertifikat(sertifikat) !== orgnr) return MP.feilVirksomhet;
  return { offentlig: sertifikat.publicKey };
}

/** The first of the chain; undefined when it is not an array of certificates. */
function findSertifikat(x5c: unknown): X509Certificate | undefined {
  if (!Array.isArray(x5c)) return undefined;
  try {
    return x5c.map((der) => new X509Certificate(Buffer.from(String(der), 'base64')))[0];
  } catch {
    return undefined;
  }
}

async function isSignertMed(jwt: string, offentlig: KeyObject): Promise<boolean> {
  try {
    await compactVerify(jwt, offentlig, { algorithms: ALGORITMER });
    return true;
  } catch {
    return false;
  }
}
