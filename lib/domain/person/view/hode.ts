/**
 * The head of the person view: who this is, with the marks a caseworker must not miss. Rule: everything comes from
 * the document's own egenskaper; birth date and age from `foedsel`, never from the number (freg-contract.md 2.1).
 */
import { toNorskDag } from '#lib/domain/norsk-dag.ts';
import { listGjeldende } from '../gjeldende.ts';
import type { Egenskaper } from '../person-model.ts';
import type { PersonHode, StatusMerke } from '../person-view.ts';

/** Entries of vergemaalEllerFremtidsfullmakt that are no guardianship. */
const IKKE_VERGEMAAL: readonly string[] = ['stadfestetFremtidsfullmakt', 'forvaltningUtenforVergemaal'];

/** Statuses that are marks by the same name. */
const MERKE_AV_STATUS = [
  'doed',
  'utflyttet',
  'forsvunnet',
  'opphoert',
  'inaktiv',
] as const satisfies StatusMerke[];

/** Whether the register says now that the person is dead: by status or by a current doedsfall. */
export function isDoed(egenskaper: Egenskaper): boolean {
  const status = listGjeldende(egenskaper.status).some((element) => element.status === 'doed');
  return status || listGjeldende(egenskaper.doedsfall).length > 0;
}

/** Whether the identity is said to be false now. An entry that does not say `erFalsk` counts, one that denies does not. */
export function isFalskIdentitet(egenskaper: Egenskaper): boolean {
  return listGjeldende(egenskaper.falskIdentitet).some((element) => element.erFalsk !== false);
}

/** The current number; among several current ones the one in use. Null where the package never gives one. */
export function findGjeldendeNummer(egenskaper: Egenskaper): string | null {
  const gjeldende = listGjeldende(egenskaper.identifikasjonsnummer);
  const valgt = gjeldende.find((element) => element.status === 'iBruk') ?? gjeldende[0];
  return valgt?.foedselsEllerDNummer ?? null;
}

/** Whole years on the day of `naa` in Norway, or null when the date is no date or lies ahead. */
function toAlder(foedselsdato: string, naa: Date): number | null {
  const [, aar, maaned, dag] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(foedselsdato) ?? [];
  const [aarNaa, maanedNaa, dagNaa] = toNorskDag(naa).split('-').map(Number);
  if (aarNaa === undefined || maanedNaa === undefined || dagNaa === undefined || aar === undefined)
    return null;
  const hattDagen = maanedNaa * 100 + dagNaa >= Number(maaned) * 100 + Number(dag);
  const alder = aarNaa - Number(aar) - (hattDagen ? 0 : 1);
  return alder < 0 ? null : alder;
}

function listMerker(egenskaper: Egenskaper): StatusMerke[] {
  const statuser = listGjeldende(egenskaper.status).map((element) => element.status);
  const vergemaal = listGjeldende(egenskaper.vergemaalEllerFremtidsfullmakt);
  const numre = new Set(egenskaper.identifikasjonsnummer?.map((element) => element.foedselsEllerDNummer));
  const gjelder: Record<StatusMerke, boolean> = {
    doed: isDoed(egenskaper),
    utflyttet: statuser.includes('utflyttet'),
    forsvunnet: statuser.includes('forsvunnet'),
    opphoert: statuser.includes('opphoert'),
    inaktiv: statuser.includes('inaktiv'),
    underVergemaal: vergemaal.some(({ vergemaaltype }) => !IKKE_VERGEMAAL.includes(vergemaaltype ?? '')),
    begrensetRettsligHandleevne: listGjeldende(egenskaper.rettsligHandleevne).length > 0,
    fratattRettsligHandleevne: listGjeldende(egenskaper.fratattRettsligHandleevne).length > 0,
    falskIdentitet: isFalskIdentitet(egenskaper),
    flereIdentifikasjonsnummer: numre.size > 1,
  };
  return STATUSMERKER.filter((merke) => gjelder[merke]);
}

/** The marks in the order in which they are shown. */
export const STATUSMERKER: readonly StatusMerke[] = [
  ...MERKE_AV_STATUS,
  'underVergemaal',
  'begrensetRettsligHandleevne',
  'fratattRettsligHandleevne',
  'falskIdentitet',
  'flereIdentifikasjonsnummer',
];

/** The head of a person at the time `naa`. Works for a person without name, birth date or number. */
export function toHode(egenskaper: Egenskaper, naa: Date): PersonHode {
  const navn = listGjeldende(egenskaper.navn)[0];
  const foedsel = listGjeldende(egenskaper.foedsel)[0];
  const navnedeler = [navn?.fornavn, navn?.mellomnavn, navn?.etternavn].filter((del) => del !== undefined);
  const foedselsdato = foedsel?.foedselsdato ?? null;
  return {
    navn: navnedeler.length === 0 ? null : navnedeler.join(' '),
    identifikasjonsnummer: findGjeldendeNummer(egenskaper),
    foedselsdato,
    foedselsaar: foedsel?.foedselsaar ?? null,
    alder: foedselsdato === null || isDoed(egenskaper) ? null : toAlder(foedselsdato, naa),
    merker: listMerker(egenskaper),
  };
}
