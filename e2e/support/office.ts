/**
 * The running office as the specs see it: addresses, the demo password, and ways to look behind the portal's back:
 * straight at the register with a certificate, and at the simulator's control port. Nothing of the portal's own code.
 */
import { readFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { z } from 'zod';

const OfficeFile = z.object({
  portalUrl: z.string(),
  registerUrl: z.string(),
  kontrollUrl: z.string(),
  passord: z.string(),
  ownerUrl: z.string(),
  dataDir: z.string(),
  portalLog: z.string(),
});

/** The office of this worker of Playwright's, written by `npm run e2e`. While specs are only listed, there is no worker. */
const officeFile = path.join(
  process.env.OFFICE_FOLDER ?? '',
  process.env.TEST_PARALLEL_INDEX ?? '0',
  'kontor.json',
);
export const office = OfficeFile.parse(JSON.parse(readFileSync(officeFile, 'utf8')));

const Tilstand = z.object({
  befolkning: z.object({ scenariopersoner: z.array(z.object({ navn: z.string(), nummer: z.string() })) }),
});

/** Every named scenario person with her number (simulator/README.md). */
export async function listScenarioer(): Promise<{ navn: string; nummer: string }[]> {
  const tilstand = Tilstand.parse(await (await fetch(`${office.kontrollUrl}/tilstand`)).json());

  return tilstand.befolkning.scenariopersoner;
}

/** The number of a named scenario person. Throws for a name that is not there. */
export async function getScenarioNummer(navn: string): Promise<string> {
  const person = (await listScenarioer()).find((one) => one.navn === navn);
  if (!person) throw new Error(`ingen scenarioperson heter ${navn}`);

  return person.nummer;
}

/** Puts the simulator in a named state. */
export async function setScenario(navn: string): Promise<void> {
  const response = await fetch(`${office.kontrollUrl}/scenario/${navn}`, { method: 'PUT' });
  if (!response.ok) throw new Error(`scenario ${navn}: ${response.status}`);
}

/** Sets one fault of the register, e.g. for one number only (simulator/README.md). */
export async function startFeil(feil: Record<string, unknown>): Promise<void> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(feil),
  };
  const response = await fetch(`${office.kontrollUrl}/feil`, init);
  if (!response.ok) throw new Error(`feil: ${response.status}`);
}

/** Makes the identity provider hand out id tokens with one claim or signature wrong; null makes them right again. */
export async function setIdTokenFeil(feil: string | null): Promise<void> {
  const init = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ feil }),
  };
  const response = await fetch(`${office.kontrollUrl}/identitet/feil`, init);
  if (!response.ok) throw new Error(`id token: ${response.status}`);
}

/** The worker reads the feed by itself, at any time. */
const isFeed = (mal: string): boolean => mal.startsWith('hendelser/');

/** How many calls the register has had since it started, but for those that nobody made. */
export async function countCalls(kontrollUrl = office.kontrollUrl): Promise<number> {
  const { teller } = z
    .object({ teller: z.array(z.object({ mal: z.string(), antall: z.number() })) })
    .parse(await (await fetch(`${kontrollUrl}/kall`)).json());

  return teller.reduce((sum, { mal, antall }) => (isFeed(mal) ? sum : sum + antall), 0);
}

/** The parts of the last call to the register, in its own words. */
export async function getLastParts(): Promise<string[]> {
  const kall = z
    .object({ siste: z.array(z.object({ mal: z.string(), deler: z.array(z.string()) })) })
    .parse(await (await fetch(`${office.kontrollUrl}/kall`)).json());

  return kall.siste.findLast(({ mal }) => !isFeed(mal))?.deler ?? [];
}

const pem = (name: string) => readFileSync(path.join(office.dataDir, 'pki', name));

/** A whole person document straight from the register, with every right: what the portal must show or mask. */
export function getDokument(nummer: string): Promise<Record<string, unknown>> {
  const deler = ['person-basis', 'historikk', 'identitetsgrunnlag-utvidet', 'relasjon-utvidet'];

  return getFraRegisteret(`personer/${nummer}?${deler.map((del) => `part=${del}`).join('&')}`);
}

/** Women born in one year: people whom nothing is known of, and something can happen to. */
export async function listNumre(foedselsaar: string): Promise<string[]> {
  const sti = `personer/soek?kjoenn=kvinne&foedselsaarFraOgMed=${foedselsaar}&foedselsaarTilOgMed=${foedselsaar}`;
  const svar = z
    .object({ foedselsEllerDNummer: z.array(z.string()) })
    .parse(await getFraRegisteret(`${sti}&maksTreff=100`));

  return svar.foedselsEllerDNummer;
}

function getFraRegisteret(sti: string): Promise<Record<string, unknown>> {
  const url = `${office.registerUrl}/folkeregisteret/offentlig-med-hjemmel/api/v1/${sti}`;
  const options = { ca: pem('ca.pem'), cert: pem('virksomhet.pem'), key: pem('virksomhet.key') };

  return new Promise((resolve, reject) => {
    https
      .get(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
      })
      .on('error', reject);
  });
}

type Poststed = { postnummer?: string; poststedsnavn?: string };

/**
 * Every text of a document from which a place of living can be told: streets, lines, c/o, keys of the cadastre, and
 * post code with place as they are shown. A town's name alone says nothing here: people are born in towns too.
 */
export function listSteder(dokument: Record<string, unknown>): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, key: string) => {
    if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (typeof value === 'object' && value !== null) {
      const { postnummer, poststedsnavn } = value as Poststed;
      if (postnummer && poststedsnavn) found.add(`${postnummer} ${poststedsnavn}`);
      for (const [name, one] of Object.entries(value)) visit(one, name);
    } else if (/adressenavn|adresselinje|adressetilleggsnavn|IdentifikatorFra/i.test(key))
      found.add(String(value));
  };
  for (const [egenskap, value] of Object.entries(dokument))
    if (/adresse|bosted/i.test(egenskap)) visit(value, egenskap);

  return [...found].filter((text) => text.length > 3);
}
