/**
 * The one table of resources: template, service, methods and the function that answers. A new service is a file in
 * `tjenester/` and a row here.
 * Source: freg-contract.md section 1.2. Addresses of today and of the seeds lead to the same rows (`kontrakt/pakker.ts`).
 */
import { findPakkeVedSti, type PakkeId, type Tjeneste } from '../kontrakt/pakker.ts';
import type { Tjenestefunksjon } from './tjenestekall.ts';
import { findEntydig } from './tjenester/find-entydig.ts';
import { getPerson } from './tjenester/get-person.ts';
import { getPersoner } from './tjenester/get-personer.ts';
import { getXsd } from './tjenester/get-xsd.ts';
import { listBulkoppslag } from './tjenester/list-bulkoppslag.ts';
import { listBulkoppslagArkiv } from './tjenester/list-bulkoppslag-arkiv.ts';

type Rute = { mal: string; tjeneste: Tjeneste; metoder: readonly string[]; run: Tjenestefunksjon };

const RUTER: readonly Rute[] = [
  { mal: 'personer', tjeneste: 'personer', metoder: ['GET', 'HEAD'], run: getPersoner },
  { mal: 'personer/xsd', tjeneste: 'xsd', metoder: ['GET'], run: getXsd },
  { mal: 'personer/entydigsoek', tjeneste: 'entydigsoek', metoder: ['GET'], run: findEntydig },
  { mal: 'personer/bulkoppslag', tjeneste: 'bulkoppslag', metoder: ['POST'], run: listBulkoppslag },
  { mal: 'personer/bulkoppslag/arkiv', tjeneste: 'arkiv', metoder: ['POST'], run: listBulkoppslagArkiv },
  { mal: 'personer/{personidentifikator}', tjeneste: 'oppslag', metoder: ['GET'], run: getPerson },
];

/** Where a request goes: the pakke of its path and the route, with the decoded parameters of the template. */
export type Adresse = { pakke: PakkeId; rute: Rute; parametre: Readonly<Record<string, string>> };

const INGEN_PARAMETRE = {};
const isParameter = (ledd: string): boolean => ledd.startsWith('{');

const FASTE = new Map(RUTER.filter(({ mal }) => !mal.includes('{')).map((rute) => [rute.mal, rute]));
const MED_PARAMETRE = RUTER.filter(({ mal }) => mal.includes('{')).map((rute) => ({
  rute,
  ledd: rute.mal.split('/'),
}));

/**
 * The address of a path such as `/folkeregisteret/api/finans/v1/personer/xsd`, or undefined when there is none (404).
 * Trailing slashes are tolerated, as in the seed's examples.
 */
export function findAdresse(sti: string): Adresse | undefined {
  const [foerst, rot, a, b, versjon, ...ledd] = sti.replace(/\/+$/, '').split('/');
  if (foerst !== '' || rot !== 'folkeregisteret' || versjon !== 'v1') return undefined;
  const pakke = findPakkeVedSti(`${a}/${b}`);
  if (pakke === undefined) return undefined;
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
