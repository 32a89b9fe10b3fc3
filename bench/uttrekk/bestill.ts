/** An uttrekk of a bench: ordered by an analyst, approved by a leder, and followed to its files, all over the portal's API. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { createPortalClient, type PortalClient } from '../../scripts/portal-client.ts';
import type { BenchOffice } from '../office.ts';

/** Twenty columns of many kinds. */
const FELTER = [
  'nummer.identifikasjonsnummer',
  'navn.fornavn',
  'navn.mellomnavn',
  'navn.etternavn',
  'foedsel.foedselsdato',
  'foedsel.foedselsaar',
  'foedsel.foedeland',
  'kjoenn.kjoenn',
  'status.status',
  'sivilstand.sivilstand',
  'sivilstand.sivilstandsdato',
  'statsborgerskap.statsborgerskap',
  'bosted.adressetype',
  'bosted.coAdressenavn',
  'bosted.adressenavn',
  'bosted.husnummer',
  'bosted.husbokstav',
  'bosted.bruksenhetsnummer',
  'bosted.matrikkelnummer',
  'bosted.postnummer',
];

/** Years of birth; null for everybody. */
export type Aar = { fra: number; til: number } | null;

/** Between two looks at the page: seldom enough to cost the machine little beside what is measured. */
const TITTE_MS = 250;

const Utkast = z.object({ uttrekkId: z.uuid(), avtrykk: z.string() });
const Bestilt = z.looseObject({ utfall: z.string() });
const Side = z.object({
  tilstand: z.string(),
  feil: z.string().nullable(),
  fremdrift: z.object({ hentet: z.number(), ikkeLevert: z.number() }),
});

const utvalg = (aar: Aar) => ({
  personstatustyper: ['bosatt', 'utflyttet', 'doed', 'inaktiv', 'aktiv'],
  sted: null,
  foedselsaar: aar,
  doedsaar: null,
  kjoenn: null,
  statsborgerskap: null,
  sivilstandstype: null,
});

async function send(client: PortalClient, sti: string, body?: unknown): Promise<unknown> {
  const svar = await client.send('POST', `/api/uttrekk${sti}`, body);
  if (!svar.ok) throw new Error(`${sti}: ${svar.status} ${await svar.text()}`);

  return svar.status === 204 ? null : await svar.json();
}

async function readSide(client: PortalClient, uttrekkId: string): Promise<z.infer<typeof Side>> {
  const side = Side.parse(await send(client, `/${uttrekkId}`));
  if (side.feil !== null || ['feilet', 'ufullstendig', 'ukjent'].includes(side.tilstand))
    throw new Error(`uttrekket stoppet: ${side.tilstand} ${side.feil}`);

  return side;
}

/** Runs one uttrekk from approval to finished files. Throws when it stops for any reason. */
export async function runUttrekk(
  office: BenchOffice,
  aar: Aar,
): Promise<{ uttrekkId: string; personer: number; ms: number }> {
  const client = await createPortalClient(office.portalUrl, 'analytiker', office.passord);
  const leder = await createPortalClient(office.portalUrl, 'leder', office.passord);
  const bestilling = {
    navn: 'Måling',
    kilde: { slag: 'tilpasset', utvalg: utvalg(aar) },
    innhold: { slag: 'felter', felter: FELTER, perDato: null },
    formater: ['csv', 'parquet'],
    pakke: 'offentlig-med-hjemmel',
    formaal: 'registeroppdatering',
    saksreferanse: '2026/1',
  };
  const utkast = Utkast.parse(await send(client, '', { klientnoekkel: randomUUID(), bestilling }));
  const { uttrekkId, avtrykk } = utkast;
  const svar = Bestilt.parse(await send(client, `/${uttrekkId}/bestilling`, { avtrykk, begrunnelse: null }));
  if (svar.utfall !== 'bestilt') throw new Error(`bestillingen ble avvist: ${JSON.stringify(svar)}`);
  await send(leder, `/${uttrekkId}/godkjenning`, {
    avtrykk,
    utfall: 'godkjent',
    begrunnelse: 'Måling av hastighet og minne',
  });
  const startet = performance.now();
  let side = await readSide(client, uttrekkId);
  while (side.tilstand !== 'klar') {
    await wait(TITTE_MS);
    side = await readSide(client, uttrekkId);
  }
  const { hentet, ikkeLevert } = side.fremdrift;

  return { uttrekkId, personer: hentet + ikkeLevert, ms: performance.now() - startet };
}
