/**
 * Kontakt- og reservasjonsregisteret on this machine: the lookup of 1 to 1000 persons, in both its versions, for those
 * who hold a token. The scopes of the token decide the fields.
 * Sources: krr-maskinporten.md sections 1.1 to 1.3, 1.7 and 1.8; the seed on HentPersoner.
 */
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Klokke } from '../klokke.ts';
import { KRR_SCOPES } from '../maskinporten/klienter.ts';
import type { Tokenkontroll } from '../maskinporten/tokenkontroll.ts';
import { type Nabo, type Nabokall, type Nabosvar, type Nabovalg, startNabotjener } from '../nabotjener.ts';
import { createKrrperson } from './create-krrperson.ts';
import type { Krrinnstillinger } from './innstillinger.ts';
import { toKrrfeil } from './krr-feil.ts';
import { createKrrbok, type Krrbok } from './krrbok.ts';
import type { Postkasse } from './postkasser.ts';
import { parseForespoersel } from './read-forespoersel.ts';
import { TILSTANDER } from './tilstander.ts';

/** As recorded, but for Strict-Transport-Security, for the reason that Maskinporten leaves it out. */
const HEADERE = {
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'X-Frame-Options': 'DENY',
};
const VERSJONER: Readonly<Record<string, 1 | 2>> = { '/rest/v1/personer': 1, '/rest/v2/personer': 2 };
const KONTAKT = [KRR_SCOPES.kontakt, KRR_SCOPES.delegertKontakt];
const DIGITALPOST = [KRR_SCOPES.digitalpost, KRR_SCOPES.delegertDigitalpost];

export type Krrvalg = Omit<Nabovalg, 'tjeneste' | 'headere'> & {
  befolkning: Befolkning;
  froe: number;
  klokke: Klokke;
  kontroll: Tokenkontroll;
  postkasser: readonly Postkasse[];
  innstillinger: Krrinnstillinger;
};

/** Starts on 127.0.0.1. Throws the system's error (`EADDRINUSE`) when the port is taken. */
export async function startKrr(valg: Krrvalg): Promise<Nabo> {
  const bok = createKrrbok(valg.befolkning, valg.froe, valg.klokke.naa);
  return startNabotjener({ ...valg, tjeneste: 'krr', headere: HEADERE }, () => ({
    behandle: (kall) => findPersoner(valg, bok, kall),
    toFeil: (status) => toKrrfeil(status, 'Service failure'),
  }));
}

async function findPersoner(valg: Krrvalg, bok: Krrbok, kall: Nabokall): Promise<Nabosvar> {
  const versjon = VERSJONER[kall.sti];
  if (versjon === undefined) return toKrrfeil(404, 'Not found');
  const tilgang = await valg.kontroll(kall.headere.authorization);
  if (!('org' in tilgang))
    return { ...toKrrfeil(401, 'Unauthorized'), headere: { 'WWW-Authenticate': tilgang.utfordring } };
  const kontakt = KONTAKT.some((scope) => tilgang.scopes.has(scope));
  const digitalpost = DIGITALPOST.some((scope) => tilgang.scopes.has(scope));
  if (!kontakt && !digitalpost)
    return {
      ...toKrrfeil(403, 'Forbidden'),
      headere: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${KRR_SCOPES.kontakt}"` },
    };
  if (kall.metode !== 'POST') return toKrrfeil(405, 'Method not allowed');
  const forespoersel = parseForespoersel(kall, valg.innstillinger.avvisUgyldigNummer);
  if ('status' in forespoersel) return forespoersel;
  const { nummer, inkluderIkkeRegistrerte = valg.innstillinger.inkluderIkkeRegistrerte } = forespoersel;
  const inkluderAlle = versjon === 1 || inkluderIkkeRegistrerte;
  const visning = { ...valg, kontakt, digitalpost, naa: valg.klokke.naa() };
  const personer = nummer
    .map((ett) => bok.getGrunnlag(ett))
    .filter(({ tilstand }) => inkluderAlle || TILSTANDER[tilstand].status !== 'IKKE_REGISTRERT')
    .map((grunnlag) => createKrrperson(grunnlag, visning));
  return { status: 200, kropp: { personer } };
}
