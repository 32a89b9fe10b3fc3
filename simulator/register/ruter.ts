/**
 * The one table of resources: template, service, methods and the function that answers. A new service is a file in
 * `tjenester/` and a row here.
 * Source: freg-contract.md section 1.2. Addresses of today and of the seeds lead to the same rows (`kontrakt/pakker.ts`).
 */
import { findPakkeVedSti, type PakkeId, type Tjeneste } from '../kontrakt/pakker.ts';
import { FEEDTYPER, type Medietyper, SEKVENSNUMMERTYPER } from './format.ts';
import type { Tjenestefunksjon } from './tjenestekall.ts';
import { createUttrekkKomplett } from './tjenester/create-uttrekk-komplett.ts';
import { createUttrekkTilpasset } from './tjenester/create-uttrekk-tilpasset.ts';
import { findEntydig } from './tjenester/find-entydig.ts';
import { getArkivperson } from './tjenester/get-arkivperson.ts';
import { getHendelse } from './tjenester/get-hendelse.ts';
import { getPerson } from './tjenester/get-person.ts';
import { getPersoner } from './tjenester/get-personer.ts';
import { getSisteSekvensnummer } from './tjenester/get-siste-sekvensnummer.ts';
import { getUttrekkBatch } from './tjenester/get-uttrekk-batch.ts';
import { getFeedXsd, getHendelseXsd, getXsd } from './tjenester/get-xsd.ts';
import { listBulkoppslag } from './tjenester/list-bulkoppslag.ts';
import { listBulkoppslagArkiv } from './tjenester/list-bulkoppslag-arkiv.ts';
import { listBulkoppslagHendelser } from './tjenester/list-bulkoppslag-hendelser.ts';
import { listFeed } from './tjenester/list-feed.ts';
import { listFeedTilpasset } from './tjenester/list-feed-tilpasset.ts';
import { listSoek } from './tjenester/list-soek.ts';

/** `alias` are further templates that the seeds use for the same resource, `typer` what it answers in besides. */
type Rute = {
  mal: string;
  alias?: readonly string[];
  tjeneste: Tjeneste;
  metoder: readonly string[];
  typer?: Medietyper;
  run: Tjenestefunksjon;
};

/** The table; read here to answer, and by the contract test to know that nothing is left out. */
export const RUTER: readonly Rute[] = [
  { mal: 'personer', tjeneste: 'personer', metoder: ['GET', 'HEAD'], run: getPersoner },
  { mal: 'personer/xsd', tjeneste: 'xsd', metoder: ['GET'], run: getXsd },
  { mal: 'personer/entydigsoek', tjeneste: 'entydigsoek', metoder: ['GET'], run: findEntydig },
  { mal: 'personer/soek', tjeneste: 'soek', metoder: ['GET'], run: listSoek },
  { mal: 'personer/bulkoppslag', tjeneste: 'bulkoppslag', metoder: ['POST'], run: listBulkoppslag },
  { mal: 'personer/bulkoppslag/arkiv', tjeneste: 'arkiv', metoder: ['POST'], run: listBulkoppslagArkiv },
  {
    mal: 'personer/arkiv/{dokumentidentifikator}',
    tjeneste: 'arkiv',
    metoder: ['GET'],
    run: getArkivperson,
  },
  { mal: 'personer/{personidentifikator}', tjeneste: 'oppslag', metoder: ['GET'], run: getPerson },
  {
    mal: 'hendelser/feed',
    alias: ['hendelser/feed/{startsekvensnummer}'],
    tjeneste: 'hendelsesliste',
    metoder: ['GET', 'HEAD'],
    typer: FEEDTYPER,
    run: listFeed,
  },
  {
    mal: 'hendelser/feed/tilpasset',
    tjeneste: 'hendelsesliste',
    metoder: ['GET', 'HEAD'],
    typer: FEEDTYPER,
    run: listFeedTilpasset,
  },
  {
    mal: 'hendelser/siste/sekvensnummer',
    tjeneste: 'hendelsesliste',
    metoder: ['GET'],
    typer: SEKVENSNUMMERTYPER,
    run: getSisteSekvensnummer,
  },
  { mal: 'hendelser/xsd', tjeneste: 'xsd', metoder: ['GET'], run: getHendelseXsd },
  { mal: 'hendelser/feedxsd', tjeneste: 'xsd', metoder: ['GET'], run: getFeedXsd },
  {
    mal: 'hendelser/bulkoppslag',
    tjeneste: 'hendelsesdokument',
    metoder: ['POST'],
    run: listBulkoppslagHendelser,
  },
  {
    mal: 'hendelser/{hendelsesidentifikator}',
    tjeneste: 'hendelsesdokument',
    metoder: ['GET'],
    run: getHendelse,
  },
  {
    mal: 'uttrekk/komplett',
    alias: ['uttrekk/komplet'],
    tjeneste: 'uttrekkKomplett',
    metoder: ['GET'],
    run: createUttrekkKomplett,
  },
  {
    mal: 'uttrekk/tilpasset',
    tjeneste: 'uttrekkTilpasset',
    metoder: ['POST'],
    run: createUttrekkTilpasset,
  },
  {
    mal: 'uttrekk/{jobbid}/batch/{batchnr}',
    /** Assumption: the seed names `uttrekk/hent` "together with a batch number" and does not say how they are joined. */
    alias: ['uttrekk/hent/{jobbid}/batch/{batchnr}', 'uttrekk/hent/{jobbid}/{batchnr}'],
    tjeneste: 'uttrekkBatch',
    metoder: ['GET'],
    run: getUttrekkBatch,
  },
];

/** Where a request goes: the pakke of its path and the route, with the decoded parameters of the template. */
export type Adresse = { pakke: PakkeId; rute: Rute; parametre: Readonly<Record<string, string>> };

const INGEN_PARAMETRE = {};
const isParameter = (ledd: string): boolean => ledd.startsWith('{');

const MALER = RUTER.flatMap((rute) => [rute.mal, ...(rute.alias ?? [])].map((mal) => ({ rute, mal })));
const FASTE = new Map(MALER.filter(({ mal }) => !mal.includes('{')).map(({ rute, mal }) => [mal, rute]));
const MED_PARAMETRE = MALER.filter(({ mal }) => mal.includes('{')).map(({ rute, mal }) => ({
  rute,
  ledd: mal.split('/'),
}));

/** Before the pakke; the second is how the hendelsesliste seed's curl line spells it. */
const ROETTER = new Set(['folkeregisteret', 'folkregisteret']);

/**
 * The address of a path such as `/folkeregisteret/api/finans/v1/personer/xsd`, or undefined when there is none (404).
 * Trailing slashes are tolerated, as in the seeds' examples, and so are the hendelsesliste seed's paths without root:
 * `/offentlig-med-hjemmel/api/1/…` in its examples, `/offentlig-med-hjemmel/api/…` in its rule.
 */
export function findAdresse(sti: string): Adresse | undefined {
  const ledd = sti.replace(/\/+$/, '').split('/');
  if (ledd.shift() !== '') return undefined;
  const harRot = ROETTER.has(ledd[0] ?? '');
  if (harRot) ledd.shift();
  const pakke = findPakkeVedSti(`${ledd.shift()}/${ledd.shift()}`);
  if (pakke === undefined) return undefined;
  if (ledd[0] === (harRot ? 'v1' : '1')) ledd.shift();
  else if (harRot) return undefined;
  const fast = FASTE.get(ledd.join('/'));
  if (fast) return { pakke, rute: fast, parametre: INGEN_PARAMETRE };
  for (const kandidat of MED_PARAMETRE) {
    const parametre = findParametre(kandidat.ledd, ledd);
    if (parametre) return { pakke, rute: kandidat.rute, parametre };
  }
  return undefined;
}

function findParametre(mal: readonly string[], ledd: readonly string[]): Record<string, string> | undefined {
  if (mal.length !== ledd.length) return undefined;
  const parametre: Record<string, string> = {};
  for (const [i, malledd] of mal.entries()) {
    const verdi = ledd[i] ?? '';
    if (isParameter(malledd)) parametre[malledd.slice(1, -1)] = toDekodet(verdi);
    else if (malledd !== verdi) return undefined;
  }
  return parametre;
}

/** A percent sign that encodes nothing stands for itself: the service then finds the value invalid. */
function toDekodet(verdi: string): string {
  if (!verdi.includes('%')) return verdi;
  try {
    return decodeURIComponent(verdi);
  } catch {
    return verdi;
  }
}
